// The whole objectives of AIVAE and AIVAEGAN on tiny networks of the same kinds of layers, in float64: the gradient of every parameter
// against finite differences. And those of discriminator and classifier.
#include <torch/torch.h>

#include <QtTest>

#include "core/model/batched/forward.h"
#include "core/model/losses.h"
#include "core/model/vae.h"

using namespace sonoglyph;
using namespace torch::nn;

namespace {

constexpr int latent = 3;
constexpr int examples = 9;  // enough for the way that batches take (core/model/batched/)

Conv2d conv(int in, int out) { return Conv2d(Conv2dOptions(in, out, 4).stride(2)); }
ConvTranspose2d up(int in, int out, int kernel, int padding = 0)
{
    return ConvTranspose2d(ConvTranspose2dOptions(in, out, kernel).stride(2).padding(padding));
}
LeakyReLU leaky() { return LeakyReLU(LeakyReLUOptions().negative_slope(0.2)); }

struct Networks {
    Sequential encoder, decoder, discriminator;
};

/// Spectrograms of 10x10, images of 6x6.
Networks tinyAivae()
{
    return {Sequential(conv(1, 3), ReLU(), conv(3, 4), ReLU(), Flatten(), Linear(4, 5), ReLU(), Linear(5, 2 * latent)),
            Sequential(Linear(latent, 18), ReLU(), Unflatten(UnflattenOptions(1, {2, 3, 3})), up(2, 2, 4, 1), ReLU(), Conv2d(2, 1, 1),
                       Sigmoid()),
            Sequential()};
}

Networks tinyAivaegan()
{
    return {Sequential(conv(1, 3), BatchNorm2d(3), leaky(), conv(3, 2 * latent), Flatten()),
            Sequential(Unflatten(UnflattenOptions(1, {latent, 1, 1})), up(latent, 3, 3), BatchNorm2d(3), ReLU(), up(3, 1, 2), Sigmoid()),
            Sequential(conv(1, 3), BatchNorm2d(3), leaky(), Flatten(), Linear(12, 1), Sigmoid())};
}

}  // namespace

class tst_Gradients : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void againstFiniteDifferences_data()
    {
        QTest::addColumn<QString>("objective");
        for (const char* objective : {"AIVAE", "AIVAEGAN, non-saturating", "AIVAEGAN, saturating", "discriminator", "classifier"})
            QTest::newRow(objective) << QString::fromLatin1(objective);
    }

    void againstFiniteDifferences()
    {
        QFETCH(QString, objective);
        torch::manual_seed(3);
        Networks nets = objective == QLatin1String("AIVAE") || objective == QLatin1String("classifier") ? tinyAivae() : tinyAivaegan();
        for (auto* net : {&nets.encoder, &nets.decoder, &nets.discriminator}) (*net)->to(torch::kFloat64);
        const auto type = torch::TensorOptions(torch::kFloat64);
        const auto sounds = torch::randn({examples, 1, 10, 10}, type), images = torch::rand({examples, 1, 6, 6}, type);
        const auto noise = torch::randn({examples, latent}, type), ones = torch::ones({examples, 1}, type);

        const auto digits = torch::randint(2 * latent, {examples}, torch::kInt64);

        const auto loss = [&] {
            const auto halves = batched::forward(nets.encoder, sounds).chunk(2, 1);
            // The classifier's network is AIVAE's encoder, with as many logits as there are outputs.
            if (objective == QLatin1String("classifier")) return digitNats(torch::cat({halves[0], halves[1]}, 1), digits);
            const auto drawn = batched::forward(nets.decoder, sample({halves[0], halves[1]}, noise));
            const auto judged = [&](const torch::Tensor& x) { return batched::forward(nets.discriminator, x); };
            if (objective == QLatin1String("discriminator"))
                return bernoulliNats(judged(images), ones) + bernoulliNats(judged(drawn.detach()), torch::zeros_like(ones));
            auto total = 0.7 * bernoulliNats(drawn, images) + 0.4 * klPerDimension(halves[0], halves[1]).sum();
            if (objective.endsWith(QLatin1String("non-saturating")))
                total = total + adversarialNats(judged(drawn), Adversarial::NonSaturating);
            if (objective.endsWith(QLatin1String(", saturating"))) total = total + adversarialNats(judged(drawn), Adversarial::Saturating);
            return total;
        };
        loss().backward();
        const bool ofDiscriminator = objective == QLatin1String("discriminator");
        int checked = 0;
        for (auto* net : {&nets.encoder, &nets.decoder, &nets.discriminator}) {
            if (ofDiscriminator != (net == &nets.discriminator)) continue;
            for (auto& p : (*net)->named_parameters()) {
                const double error = gradientError(p.value(), loss);
                QVERIFY2(error < 1e-6, qPrintable(QStringLiteral("%1 differs by %2").arg(QString::fromStdString(p.key())).arg(error)));
                ++checked;
            }
        }
        QVERIFY(checked > 0);
    }

private:
    /// Of the gradient that is there, over up to twelve of its elements; relative to the largest.
    template <class Loss>
    static double gradientError(torch::Tensor parameter, const Loss& loss)
    {
        const auto analytic =
            parameter.grad().defined() ? parameter.grad().flatten().clone() : torch::zeros(parameter.numel(), torch::kFloat64);
        torch::NoGradGuard noGrad;
        auto flat = parameter.detach().view(-1);
        constexpr double h = 1e-6;
        double worst = 0;
        const std::int64_t stride = std::max<std::int64_t>(1, flat.numel() / 12);
        for (std::int64_t i = 0; i < flat.numel(); i += stride) {
            const double centre = flat[i].item<double>();
            flat[i] = centre + h;
            const double above = loss().template item<double>();
            flat[i] = centre - h;
            const double below = loss().template item<double>();
            flat[i] = centre;
            worst = std::max(worst, std::abs((above - below) / (2 * h) - analytic[i].item<double>()));
        }
        return worst / std::max(1.0, analytic.abs().max().item<double>());
    }
};

QTEST_GUILESS_MAIN(tst_Gradients)
#include "tst_gradients.moc"
