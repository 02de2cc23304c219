// While it lives, the permissions of files hold for root too: this thread, and those that it starts, may not read or write where the
// owner may not. For another user nothing changes.
#pragma once

#include <linux/capability.h>
#include <sys/syscall.h>
#include <unistd.h>

class OrdinaryUser {
public:
    OrdinaryUser()
    {
        syscall(SYS_capget, &header_, before_);
        __user_cap_data_struct less[2] = {before_[0], before_[1]};
        for (const unsigned right : {CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH}) less[0].effective &= ~(1U << right);
        syscall(SYS_capset, &header_, less);
    }
    ~OrdinaryUser() { syscall(SYS_capset, &header_, before_); }
    OrdinaryUser(const OrdinaryUser&) = delete;
    OrdinaryUser& operator=(const OrdinaryUser&) = delete;

private:
    __user_cap_header_struct header_{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct before_[2]{};
};
