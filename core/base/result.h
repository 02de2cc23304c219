// What a function that can fail gives back: the value, or an Error that says which file or option, what is wrong and what to do.
//
// Exceptions stop at the core's edge; callers get a Result that they cannot ignore. Cancelled is an error code like any other, so that a
// stopped job unwinds the same way as a failed one, but nobody shows it as trouble.
#pragma once

#include <cassert>
#include <optional>
#include <utility>
#include <variant>

#include "core/base/message.h"

namespace sonoglyph {

enum class Errc {
    BadOption,     ///< a value that a person chose is out of range or unknown
    NotFound,      ///< the file, folder or data set is not there
    Unreadable,    ///< it is there, but the system refuses to read it
    Unwritable,    ///< it cannot be created or written (read-only, permission)
    DiskFull,      ///< no room left where it should be written
    Corrupt,       ///< it can be read, but the content is damaged or of another kind than asked for
    NewerFormat,   ///< written by a newer version of the program
    Incompatible,  ///< well-formed, but does not fit what it should be used with (shapes, latent size)
    Busy,          ///< another program holds it (run lock)
    Unavailable,   ///< a device or library that is not there (GPU, microphone)
    Diverged,      ///< the loss is no longer a number
    Cancelled,     ///< a person asked to stop
    OutOfMemory,
    Internal,  ///< a fault of the program
};

struct Error {
    Errc code = Errc::Internal;
    Message message;           ///< one or two sentences: what, why, what to do
    std::string details = {};  ///< technical, untranslated, may be empty; shown folded out
};

inline Error cancelled() { return {Errc::Cancelled, {SONOGLYPH_TEXT("core", "Stopped."), {}}}; }

inline std::string english(const Error& error) { return english(error.message); }

template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }

    T& value() &
    {
        assert(ok());
        return std::get<0>(state_);
    }
    const T& value() const&
    {
        assert(ok());
        return std::get<0>(state_);
    }
    T&& value() &&
    {
        assert(ok());
        return std::get<0>(std::move(state_));
    }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    const Error& error() const
    {
        assert(!ok());
        return std::get<1>(state_);
    }

private:
    std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : error_(std::move(error)) {}

    bool ok() const { return !error_; }
    explicit operator bool() const { return ok(); }
    const Error& error() const
    {
        assert(!ok());
        return *error_;
    }

private:
    std::optional<Error> error_;
};

}  // namespace sonoglyph
