// Numbers that only ever become more, shared by copies: a copy costs nothing however many there are, and what the original appends later
// neither changes nor moves what the copy sees. So one thread may read a copy while another appends to the original.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>

namespace sonoglyph {

template <typename T>
class SharedArray {
    static_assert(std::is_trivially_copyable_v<T>);

public:
    SharedArray() = default;
    /// The room behind the values stays the original's: a copy that appends takes its own first.
    SharedArray(const SharedArray& other) : values_(other.values_), size_(other.size_), room_(other.size_) {}
    SharedArray(SharedArray&& other) noexcept
        : values_(std::move(other.values_)), size_(std::exchange(other.size_, 0)), room_(std::exchange(other.room_, 0))
    {
    }
    SharedArray& operator=(SharedArray other) noexcept
    {
        values_ = std::move(other.values_);
        size_ = other.size_;
        room_ = other.room_;
        return *this;
    }
    ~SharedArray() = default;

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    const T& operator[](std::size_t i) const { return values_[i]; }
    const T& back() const { return values_[size_ - 1]; }
    const T* begin() const { return values_.get(); }
    const T* end() const { return values_.get() + size_; }

    /// Appends without a move until there are `size` values.
    void reserve(std::size_t size)
    {
        if (size <= room_) return;
        const std::shared_ptr<T[]> wider(new T[size]);
        std::copy(begin(), end(), wider.get());
        values_ = wider;
        room_ = size;
    }
    void push_back(const T& value)
    {
        if (size_ == room_) reserve(std::max<std::size_t>(16, 2 * size_));
        values_[size_++] = value;
    }
    std::size_t capacity() const { return room_; }
    void clear() { *this = SharedArray(); }

private:
    std::shared_ptr<T[]> values_;
    std::size_t size_ = 0, room_ = 0;
};

}  // namespace sonoglyph
