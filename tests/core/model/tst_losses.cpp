// The objective's gradients against finite differences, in float64.
#include <torch/torch.h>

#include <QtTest>

#include "core/model/losses.h"
#include "core/model/vae.h"

using namespace sonoglyph;

namespace {

/// Largest difference between backward() and central differences over all elements of `x`.
double gradientError(torch::Tensor x, const std::function<torch::Tensor(const torch::Tensor&)>& loss)
{
    x = x.to(torch::kFloat64).requires_grad_(true);
    loss(x).backward();
    const auto analytic = x.grad().flatten().clone();
    torch::NoGradGuard noGrad;
    auto flat = x.detach().flatten();
    constexpr double h = 1e-6;
    double worst = 0;
    for (std::int64_t i = 0; i < flat.numel(); ++i) {
        const double centre = flat[i].item<double>();
        flat[i] = centre + h;
        const double up = loss(flat.view(x.sizes())).item<double>();
        flat[i] = centre - h;
        const double down = loss(flat.view(x.sizes())).item<double>();
        flat[i] = centre;
        const double numeric = (up - down) / (2 * h);
        worst = std::max(worst, std::abs(numeric - analytic[i].item<double>()) / std::max(1.0, std::abs(numeric)));
    }
    return worst;
}

}  // namespace

class tst_Losses : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { torch::manual_seed(1); }

    void reconstruction()
    {
        const auto target = torch::rand({2, 1, 4, 4}, torch::kFloat64);
        QVERIFY(gradientError(torch::rand({2, 1, 4, 4}) * 0.8 + 0.1, [&](const auto& x) { return bernoulliNats(x, target); }) < 1e-6);
    }

    /// LibTorch's kernel would throw, and on a GPU end the process.
    void aValueThatIsNoNumberShows()
    {
        for (const double wrong : {std::nan(""), double(INFINITY), -double(INFINITY)}) {
            auto image = torch::full({2, 1, 2, 2}, 0.5);
            const auto target = torch::ones_like(image);
            QVERIFY(std::abs(bernoulliNats(image, target).item<double>() - 4 * std::log(2.0)) < 1e-5);
            image[1][0][1][0] = wrong;
            image.requires_grad_(true);
            const auto nats = bernoulliNats(image, target);
            QVERIFY(!std::isfinite(nats.item<double>()));
            nats.backward();
        }
    }

    void adversarial()
    {
        const auto p = torch::tensor({0.5, 0.25}, torch::kFloat64).view({2, 1});
        QCOMPARE(adversarialNats(p, Adversarial::NonSaturating).item<double>(), (std::log(2.0) + std::log(4.0)) / 2);
        QCOMPARE(adversarialNats(p, Adversarial::Saturating).item<double>(), (std::log(0.5) + std::log(0.75)) / 2);
        for (const auto form : {Adversarial::NonSaturating, Adversarial::Saturating})
            QVERIFY(gradientError(torch::rand({5, 1}) * 0.8 + 0.1, [&](const auto& x) { return adversarialNats(x, form); }) < 1e-6);
    }

    void digits()
    {
        const auto said = torch::tensor({3, 0, 9}, torch::kInt64);
        QCOMPARE(digitNats(torch::zeros({3, 10}, torch::kFloat64), said).item<double>(), std::log(10.0));
        QVERIFY(gradientError(torch::randn({3, 10}), [&](const auto& x) { return digitNats(x, said); }) < 1e-6);
    }

    void kl()
    {
        const auto other = torch::randn({3, 5}, torch::kFloat64);
        QVERIFY(gradientError(torch::randn({3, 5}), [&](const auto& x) { return klPerDimension(x, other).sum(); }) < 1e-6);
        QVERIFY(gradientError(torch::randn({3, 5}), [&](const auto& x) { return klPerDimension(other, x).sum(); }) < 1e-6);
    }

    void reparametrisation()
    {
        const auto noise = torch::randn({3, 5}, torch::kFloat64), weights = torch::randn({3, 5}, torch::kFloat64);
        const auto mean = torch::randn({3, 5}, torch::kFloat64);
        QVERIFY(gradientError(torch::randn({3, 5}), [&](const auto& x) {
                    return (weights * sample({x, mean}, noise)).square().sum();
                }) < 1e-6);
        QVERIFY(gradientError(torch::randn({3, 5}), [&](const auto& x) {
                    return (weights * sample({mean, x}, noise)).square().sum();
                }) < 1e-6);
    }

    void klOfThePriorIsZero() { QCOMPARE(klPerDimension(torch::zeros({4, 3}), torch::zeros({4, 3})).abs().max().item<float>(), 0.0F); }
};

QTEST_GUILESS_MAIN(tst_Losses)
#include "tst_losses.moc"
