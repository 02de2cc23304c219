#include "core/model/batched/matrix_product.h"

#include <algorithm>
#include <optional>

#include <ATen/Parallel.h>
#include <oneapi/dnnl/dnnl.h>

namespace sonoglyph::batched {

namespace {

using torch::Tensor;

/// As BLAS takes it.
struct Factor {
    char transposed;      ///< 'T': its columns lie in one piece each, 'N': its rows
    std::int64_t stride;  ///< from one of those to the next

    /// Absent where neither rows nor columns lie in one piece.
    static std::optional<Factor> of(const Tensor& matrix)
    {
        if (matrix.stride(1) == 1 && matrix.stride(0) >= matrix.size(1)) return Factor{'N', matrix.stride(0)};
        if (matrix.stride(0) == 1 && matrix.stride(1) >= matrix.size(0)) return Factor{'T', matrix.stride(1)};
        return std::nullopt;
    }
    /// From the first value to the first of row, or column, `i`.
    std::int64_t row(std::int64_t i) const { return transposed == 'N' ? i * stride : i; }
    std::int64_t column(std::int64_t i) const { return transposed == 'N' ? i : i * stride; }
};

}  // namespace

void multiplyInto(Tensor& out, const Tensor& a, const Tensor& b)
{
    const auto left = Factor::of(a), right = Factor::of(b), result = Factor::of(out);
    if (out.scalar_type() != torch::kFloat32 || !left || !right || !result || result->transposed == 'T') {
        at::mm_out(out, a, b);
        return;
    }
    // Each thread makes a part of the longer side of the result: left to itself oneDNN is slower where that is the second factor's, and
    // that transposed.
    constexpr std::int64_t slice = 64;
    const std::int64_t rows = out.size(0), columns = out.size(1), depth = a.size(1);
    const bool byRows = rows > columns;
    const std::int64_t length = byRows ? rows : columns;
    at::parallel_for(0, (length + slice - 1) / slice, 1, [&](std::int64_t begin, std::int64_t end) {
        const std::int64_t first = begin * slice, count = std::min(end * slice, length) - first;
        const float* const from = a.data_ptr<float>() + (byRows ? left->row(first) : 0);
        const float* const with = b.data_ptr<float>() + (byRows ? 0 : right->column(first));
        float* const to = out.data_ptr<float>() + (byRows ? result->row(first) : result->column(first));
        const auto status = dnnl_sgemm(left->transposed, right->transposed, byRows ? count : rows, byRows ? columns : count, depth, 1.0f,
                                       from, left->stride, with, right->stride, 0.0f, to, result->stride);
        TORCH_CHECK(status == dnnl_success, "oneDNN could not multiply matrices");
    });
}

Tensor product(const Tensor& a, const Tensor& b)
{
    Tensor out = torch::empty({a.size(0), b.size(1)}, a.options());
    multiplyInto(out, a, b);
    return out;
}

}  // namespace sonoglyph::batched
