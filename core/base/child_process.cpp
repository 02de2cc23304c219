#include "core/base/child_process.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace sonoglyph {

namespace {

using Clock = std::chrono::steady_clock;

class Descriptor {
public:
    explicit Descriptor(int number = -1) : number_(number) {}
    ~Descriptor() { close(); }
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(number_, other.number_);
        return *this;
    }
    int number() const { return number_; }
    void close()
    {
        if (number_ >= 0) ::close(std::exchange(number_, -1));
    }

private:
    int number_;
};

struct Pipe {
    Descriptor read, write;
};

Result<Pipe> makePipe(const std::string& program)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) < 0)
        return Error{Errc::Unavailable, {SONOGLYPH_TEXT("core", "%1 cannot be run: %2."), {program, std::strerror(errno)}}};
    return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

/// Between fork and exec: nothing that takes a lock or memory. Writes errno to `failed` where the program cannot be run.
[[noreturn]] void become(char* const* arguments, pid_t parent, int in, int out, int error, int failed)
{
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (::getppid() != parent) ::_exit(127);
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::dup2(in, STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(error, STDERR_FILENO);
    ::execv(arguments[0], arguments);
    const int reason = errno;
    (void)!::write(failed, &reason, sizeof reason);
    ::_exit(127);
}

/// What one pipe said, cut into lines.
class Lines {
public:
    Lines(Descriptor from, const std::function<void(const std::string&)>& tell) : from_(std::move(from)), tell_(tell) {}

    int descriptor() const { return from_.number(); }
    bool open() const { return from_.number() >= 0; }

    void read()
    {
        std::array<char, 4096> buffer;
        const ssize_t got = ::read(from_.number(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) return;
        if (got <= 0) {
            if (!rest_.empty()) tell(std::exchange(rest_, {}));
            return from_.close();
        }
        rest_.append(buffer.data(), std::size_t(got));
        for (std::size_t end; (end = rest_.find('\n')) != rest_.npos; rest_.erase(0, end + 1)) tell(rest_.substr(0, end));
    }

private:
    void tell(const std::string& line) const
    {
        if (tell_) tell_(line);
    }

    Descriptor from_;
    const std::function<void(const std::string&)>& tell_;
    std::string rest_;
};

}  // namespace

Result<ChildEnd> runChild(const ChildCommand& command, const std::stop_token& stop)
{
    const std::string& program = command.line.at(0);
    auto out = makePipe(program), error = makePipe(program), failed = makePipe(program);
    for (const auto* pipe : {&out, &error, &failed})
        if (!*pipe) return pipe->error();
    const Descriptor nothing(::open("/dev/null", O_RDONLY | O_CLOEXEC)), wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    std::vector<char*> arguments;
    for (const std::string& argument : command.line) arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);

    const pid_t parent = ::getpid();
    const auto began = Clock::now();
    const pid_t child = ::fork();
    if (child == 0) become(arguments.data(), parent, nothing.number(), out->write.number(), error->write.number(), failed->write.number());
    int reason = child < 0 ? errno : 0;
    for (auto* pipe : {&out, &error, &failed}) (*pipe)->write.close();
    if (child > 0 && ::read(failed->read.number(), &reason, sizeof reason) == sizeof reason) ::waitpid(child, nullptr, 0);
    if (reason != 0) return Error{Errc::Unavailable, {SONOGLYPH_TEXT("core", "%1 cannot be run: %2."), {program, std::strerror(reason)}}};

    const std::stop_callback stopped(stop, [&] { (void)!::eventfd_write(wake.number(), 1); });
    Lines output(std::move(out->read), command.onOutput), errors(std::move(error->read), command.onError);
    bool asked = false, killed = false;
    while (output.open() || errors.open()) {
        int wait = -1;
        if (command.killAfter && !killed) {
            const auto left = std::chrono::duration<double, std::milli>(*command.killAfter - (Clock::now() - began)).count();
            wait = int(std::max(0.0, left) + 0.999);
            if (left <= 0) {
                ::kill(child, SIGKILL);
                killed = true;
                continue;
            }
        }
        // A closed one is -1, which poll() passes over.
        std::array<pollfd, 3> polled{
            {{output.descriptor(), POLLIN, 0}, {errors.descriptor(), POLLIN, 0}, {asked ? -1 : wake.number(), POLLIN, 0}}};
        if (::poll(polled.data(), polled.size(), wait) < 0) continue;
        if (polled[0].revents != 0) output.read();
        if (polled[1].revents != 0) errors.read();
        if (polled[2].revents != 0 && !std::exchange(asked, true)) ::kill(child, SIGTERM);
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    return WIFSIGNALED(status) ? ChildEnd{0, WTERMSIG(status)} : ChildEnd{WEXITSTATUS(status), 0};
}

}  // namespace sonoglyph
