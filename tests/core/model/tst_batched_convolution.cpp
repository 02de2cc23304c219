// The convolutions of core/model/batched/ against LibTorch's, over pictures of many sizes: results, and gradients of inputs and weights.
#include <torch/torch.h>

#include <QtTest>

#include "core/model/batched/convolution.h"
#include "core/model/batched/layout.h"

using namespace sonoglyph;

namespace {

struct Outcome {
    torch::Tensor out, forInput, forWeight;
};

template <class Forward>
Outcome outcomeOf(const torch::Tensor& x, const torch::Tensor& weight, Forward forward)
{
    const auto input = x.clone().requires_grad_(), kernel = weight.clone().requires_grad_();
    const auto out = forward(input, kernel);
    // A weighted sum, so that no gradient is the same by symmetry.
    (out * torch::arange(out.numel(), x.options()).mul(0.7).sin().reshape(out.sizes())).sum().backward();
    return {out.detach(), input.grad(), kernel.grad()};
}

double difference(const torch::Tensor& a, const torch::Tensor& b)
{
    if (a.sizes() != b.sizes()) return std::numeric_limits<double>::infinity();
    return (a - b).abs().max().item<double>() / std::max(1e-3, b.abs().max().item<double>());
}

/// [N, C, H, W] to blocks (core/model/batched/layout.h); an odd last row or column is left out.
torch::Tensor blocksOf(const torch::Tensor& pictures)
{
    const auto height = pictures.size(2) / 2, width = pictures.size(3) / 2;
    const auto even = pictures.narrow(2, 0, 2 * height).narrow(3, 0, 2 * width);
    return even.reshape({even.size(0), even.size(1), height, 2, width, 2})
        .permute({2, 4, 0, 3, 5, 1})
        .reshape({height, width, even.size(0), 4 * even.size(1)});
}

}  // namespace

class tst_BatchedConvolution : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { torch::manual_seed(5); }

    void overBlocks_data()
    {
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("examples");
        for (const int height : {4, 6, 9})
            for (const int width : {4, 5, 6, 8, 10, 12, 14, 16, 18, 23}) QTest::addRow("%dx%d", height, width) << height << width << 3;
        QTest::addRow("wide") << 4 << 47 << 2;
        QTest::addRow("more values than are transformed at a time") << 8 << 8 << 203;
    }

    void overBlocks()
    {
        QFETCH(int, height);
        QFETCH(int, width);
        QFETCH(int, examples);
        const auto x = torch::randn({examples, 3, height, width}, torch::kFloat64);
        const auto weight = torch::randn({70, 3, 4, 4}, torch::kFloat64);
        const auto want = outcomeOf(x, weight, [](const auto& in, const auto& w) { return torch::conv2d(in, w, {}, 2); });
        const auto got =
            outcomeOf(x, weight, [](const auto& in, const auto& w) { return batched::toPictures(batched::convolution(blocksOf(in), w)); });
        QVERIFY(difference(got.out, want.out) < 1e-12);
        QVERIFY(difference(got.forInput, want.forInput) < 1e-12);
        QVERIFY(difference(got.forWeight, want.forWeight) < 1e-12);
    }

    void transposed_data()
    {
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("outputs");
        QTest::addColumn<int>("kernel");
        QTest::addColumn<int>("padding");
        for (const int outputs : {1, 20})
            for (const int padding : {0, 1, 2})
                for (const int width : {3, 4, 7}) {
                    QTest::addRow("5x%d, 4x4, padding %d, to %d", width, padding, outputs) << 5 << width << outputs << 4 << padding;
                    QTest::addRow("5x%d, 3x3, padding %d, to %d", width, padding, outputs) << 5 << width << outputs << 3 << padding;
                }
        QTest::addRow("a single position") << 1 << 1 << 20 << 4 << 0;
        QTest::addRow("2x2") << 3 << 3 << 20 << 2 << 0;
    }

    void transposed()
    {
        QFETCH(int, height);
        QFETCH(int, width);
        QFETCH(int, outputs);
        QFETCH(int, kernel);
        QFETCH(int, padding);
        const auto x = torch::randn({9, 6, height, width}, torch::kFloat64);
        const auto weight = torch::randn({6, outputs, kernel, kernel}, torch::kFloat64);
        const auto want =
            outcomeOf(x, weight, [&](const auto& in, const auto& w) { return torch::conv_transpose2d(in, w, {}, 2, padding); });
        const auto got = outcomeOf(x, weight, [&](const auto& in, const auto& w) {
            return batched::toPictures(batched::upConvolution(batched::toPositions(in), w, padding));
        });
        QVERIFY(difference(got.out, want.out) < 1e-12);
        QVERIFY(difference(got.forInput, want.forInput) < 1e-12);
        QVERIFY(difference(got.forWeight, want.forWeight) < 1e-12);
    }

    /// Fewer multiplications must not cost accuracy that a training would notice: float32 against float64, beside LibTorch's own float32.
    void roundingStaysThatOfFloat32()
    {
        const auto x = torch::randn({32, 128, 23, 23}, torch::kFloat64), weight = 0.05 * torch::randn({256, 128, 4, 4}, torch::kFloat64);
        const auto exact = torch::conv2d(x, weight, {}, 2);
        const auto x32 = x.to(torch::kFloat32), weight32 = weight.to(torch::kFloat32);
        const auto error = [&](const torch::Tensor& out) {
            return ((out.to(torch::kFloat64) - exact).norm() / exact.norm()).template item<double>();
        };
        const double ours = error(batched::toPictures(batched::convolution(blocksOf(x32), weight32)));
        const double theirs = error(torch::conv2d(x32, weight32, {}, 2));
        qInfo("relative error: %.2g, LibTorch's %.2g", ours, theirs);
        QVERIFY(ours < 2e-6);
    }
};

QTEST_GUILESS_MAIN(tst_BatchedConvolution)
#include "tst_batched_convolution.moc"
