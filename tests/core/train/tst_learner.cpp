// What a learner does in its steps against the same objective written down with LibTorch's own layers and its optimiser.
#include <torch/torch.h>

#include <QtTest>
#include <numeric>

#include "core/model/batched/forward.h"
#include "core/model/classifier.h"
#include "core/model/discriminator.h"
#include "core/model/vae.h"
#include "core/train/learner.h"
#include "core/train/noise.h"

using namespace sonoglyph;

namespace {

Batch randomBatch(int examples)
{
    return {torch::rand({examples, 1, 48, 48}), torch::rand({examples, 1, 28, 28}), torch::randint(10, {examples}, torch::kInt64)};
}

double gradientNormOf(const torch::nn::Module& module)
{
    double squares = 0;
    for (const auto& p : module.parameters())
        if (p.grad().defined()) squares += p.grad().to(torch::kFloat64).square().sum().item<double>();
    return std::sqrt(squares);
}

/// The paper's objective, step by step, nothing fused: layer by layer, LibTorch's losses, torch::optim::Adam.
class PlainTraining {
public:
    PlainTraining(const RunConfig& config, const Learner& from) : config_(config), vae_(config.model, config.latent), noise_(0)
    {
        const TensorDict state = from.state();
        if (!restore(*vae_, state, "state").ok()) throw std::runtime_error("the network's weights are not in the state");
        noise_.restore(state.at("generator.noise"));
        if (config.model == ModelKind::Aivaegan && !restore(*discriminator_, state, "state", "discriminator.").ok())
            throw std::runtime_error("the discriminator's weights are not in the state");
        const torch::optim::AdamOptions options(config.effectiveLearningRate());
        adam_ = std::make_unique<torch::optim::Adam>(vae_->parameters(), options);
        discriminatorAdam_ = std::make_unique<torch::optim::Adam>(discriminator_->parameters(), options);
    }

    StepLosses step(const Batch& batch)
    {
        namespace F = torch::nn::functional;
        const auto sum = F::BinaryCrossEntropyFuncOptions().reduction(torch::kSum);
        const double n = double(batch.images.size(0));
        const auto halves = vae_->encoder->forward(batch.spectrograms).chunk(2, 1);
        const auto z = halves[0] + (0.5 * halves[1]).exp() * noise_.normal(halves[0].sizes());
        const auto image = vae_->decoder->forward(z);
        const auto reconstruction = F::binary_cross_entropy(image, batch.images, sum) / n;
        const auto kl = -0.5 * (1 + halves[1] - halves[0].square() - halves[1].exp()).sum() / n;
        auto total = config_.alpha * reconstruction + kl;
        StepLosses losses;
        if (config_.model == ModelKind::Aivaegan) {
            const auto judge = [&](const torch::Tensor& x) { return judgeNet()->forward(x); };
            const auto ones = torch::ones({batch.images.size(0), 1});
            discriminatorAdam_->zero_grad();
            const auto real = judge(batch.images), drawn = judge(image.detach());
            const auto loss =
                F::binary_cross_entropy(real, ones, sum) / n + F::binary_cross_entropy(drawn, torch::zeros_like(ones), sum) / n;
            loss.backward();
            const double length = gradientNormOf(*discriminator_);
            discriminatorAdam_->step();
            const auto answer = judge(image);
            const auto adversarial = config_.adversarial == Adversarial::Saturating ? (1 - answer).log().mean() : -answer.log().mean();
            total = total + adversarial;
            losses.discriminator = {adversarial.item<double>(), loss.item<double>(), real.mean().item<double>(),
                                    drawn.mean().item<double>(), length};
        }
        adam_->zero_grad();
        total.backward();
        losses.gradientNorm = gradientNormOf(*vae_);
        adam_->step();
        losses.total = total.item<double>();
        losses.reconstruction = reconstruction.item<double>();
        losses.kl = kl.item<double>();
        return losses;
    }

private:
    torch::nn::Sequential judgeNet()
    {
        return torch::nn::Sequential(std::dynamic_pointer_cast<torch::nn::SequentialImpl>(discriminator_->children().front()));
    }

    RunConfig config_;
    Vae vae_;
    Discriminator discriminator_;
    Noise noise_;
    std::unique_ptr<torch::optim::Adam> adam_, discriminatorAdam_;
};

bool near(double got, double want) { return std::abs(got - want) <= 1e-3 * std::abs(want); }

/// What the discriminator made of it; its answers are between 0 and 1, and its terms can pass through 0.
QString differenceOf(const DiscriminatorMetrics& got, const DiscriminatorMetrics& want)
{
    const std::tuple<const char*, double, double> terms[] = {{"adversarial", got.adversarial, want.adversarial},
                                                             {"loss", got.loss, want.loss},
                                                             {"D(real)", got.real, want.real},
                                                             {"D(drawn)", got.drawn, want.drawn},
                                                             {"gradient", got.gradientNorm, want.gradientNorm}};
    for (const auto& [name, g, w] : terms)
        if (std::abs(g - w) > 2e-3 * std::max(1.0, std::abs(w))) return QStringLiteral("%1: %2 against %3").arg(name).arg(g).arg(w);
    return {};
}

}  // namespace

class tst_Learner : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stepsAsLibTorchDoesThem_data()
    {
        QTest::addColumn<ModelKind>("model");
        QTest::addColumn<Adversarial>("adversarial");
        QTest::addColumn<int>("steps");
        QTest::addColumn<bool>("asOnAGpu");
        QTest::newRow("AIVAE") << ModelKind::Aivae << Adversarial::NonSaturating << 20 << false;
        QTest::newRow("AIVAEGAN") << ModelKind::Aivaegan << Adversarial::NonSaturating << 20 << false;
        QTest::newRow("AIVAEGAN, saturating") << ModelKind::Aivaegan << Adversarial::Saturating << 4 << false;
        QTest::newRow("AIVAE, as on a GPU") << ModelKind::Aivae << Adversarial::NonSaturating << 20 << true;
        QTest::newRow("AIVAEGAN, as on a GPU") << ModelKind::Aivaegan << Adversarial::NonSaturating << 20 << true;
    }

    void stepsAsLibTorchDoesThem()
    {
        QFETCH(ModelKind, model);
        QFETCH(Adversarial, adversarial);
        QFETCH(int, steps);
        QFETCH(bool, asOnAGpu);
        RunConfig config;
        config.model = model;
        config.latent = 16;
        config.alpha = 0.5;
        config.adversarial = adversarial;
        const auto learner = makeLearner(config, {torch::kCPU, asOnAGpu});
        // So few go through LibTorch's layers on the CPU too.
        const int examples = asOnAGpu ? int(batched::smallestBatch) - 1 : 12;
        PlainTraining plain(config, *learner);
        torch::manual_seed(5);
        for (int step = 1; step <= steps; ++step) {
            const Batch batch = randomBatch(examples);
            const StepLosses got = learner->step(batch, {config.effectiveLearningRate(), 1, config.reconstructionWeight()}),
                             want = plain.step(batch);
            const std::string told = "step " + std::to_string(step) + ": total " + std::to_string(got.total) + " against " +
                                     std::to_string(want.total) + ", reconstruction " + std::to_string(got.reconstruction) + " against " +
                                     std::to_string(want.reconstruction) + ", KL " + std::to_string(got.kl) + " against " +
                                     std::to_string(want.kl);
            // Without anything to learn KL falls to a tenth of a nat: it is judged by what it adds to the total.
            const bool same = near(got.total, want.total) && near(got.reconstruction, want.reconstruction) &&
                              std::abs(got.kl - want.kl) <= 1e-3 * want.total;
            QVERIFY2(same, told.c_str());
            QCOMPARE(int(got.klPerDimension.size()), config.latent);
            QVERIFY(near(std::accumulate(got.klPerDimension.begin(), got.klPerDimension.end(), 0.0), got.kl));
            QCOMPARE(got.discriminator.has_value(), want.discriminator.has_value());
            // What rounding makes of a step grows from step to step, in gradients and in a discriminator's answers fastest: by the third
            // to 3 in a thousand, another number on every processor. The first begins with the same weights.
            if (step > 1) continue;
            QVERIFY2(std::abs(got.gradientNorm - want.gradientNorm) <= 1e-4 * want.gradientNorm,
                     qPrintable(QStringLiteral("step %1, gradient %2 against %3").arg(step).arg(got.gradientNorm).arg(want.gradientNorm)));
            if (!got.discriminator) continue;
            const QString difference = differenceOf(*got.discriminator, *want.discriminator);
            QVERIFY2(difference.isEmpty(), qPrintable(QStringLiteral("step %1, %2").arg(step).arg(difference)));
        }
    }

    void aClassifierStepsAsLibTorchDoes()
    {
        RunConfig config;
        config.model = ModelKind::Classifier;
        const auto learner = makeLearner(config, {});
        Classifier plain;
        QVERIFY(restore(*plain, learner->state(), "state").ok());
        torch::optim::Adam adam(plain->parameters(), torch::optim::AdamOptions(1e-3));
        torch::manual_seed(5);
        for (int step = 1; step <= 10; ++step) {
            const Batch batch = randomBatch(12);
            const auto loss = torch::nn::functional::cross_entropy(plain->encoder->forward(batch.spectrograms), batch.labels);
            adam.zero_grad();
            loss.backward();
            const double length = gradientNormOf(*plain);
            adam.step();
            const StepLosses got = learner->step(batch, {config.effectiveLearningRate()});
            QVERIFY2(near(got.total, loss.item<double>()), qPrintable(QString::number(step)));
            if (step <= 3) QVERIFY(std::abs(got.gradientNorm - length) <= 2e-3 * length);
            QVERIFY(got.klPerDimension.empty() && !got.discriminator);
        }
    }

    /// Weights, moments and what batch norm remembers; the losses and both gradients are told all the same.
    void aStepOfOneNetworkLeavesTheOther()
    {
        RunConfig config;
        config.model = ModelKind::Aivaegan;
        config.latent = 4;
        const auto learner = makeLearner(config, {});
        QVERIFY(learner->adversarial());
        torch::manual_seed(5);
        for (const Networks networks : {Networks::Both, Networks::Generator, Networks::Discriminator}) {
            TensorDict before;
            for (const auto& [name, tensor] : learner->state()) before[name] = tensor.clone();
            const StepLosses losses = learner->step(randomBatch(4), {1e-3, 1, 1, networks});
            bool generatorMoved = false, discriminatorMoved = false;
            for (const auto& [name, tensor] : learner->state()) {
                if (name == "generator.noise" || torch::equal(tensor, before.at(name))) continue;
                const bool ofDiscriminator = name.starts_with("discriminator.") || name.starts_with("adam.discriminator.");
                (ofDiscriminator ? discriminatorMoved : generatorMoved) = true;
            }
            QCOMPARE(generatorMoved, networks != Networks::Discriminator);
            QCOMPARE(discriminatorMoved, networks != Networks::Generator);
            QVERIFY(losses.gradientNorm > 0);
            QVERIFY(losses.discriminator && losses.discriminator->gradientNorm > 0);
            QVERIFY(losses.discriminator->real > 0 && losses.discriminator->drawn > 0);
        }
    }

    void aLossThatIsNoNumberChangesNothing_data()
    {
        QTest::addColumn<ModelKind>("model");
        QTest::newRow("AIVAE") << ModelKind::Aivae;
        QTest::newRow("AIVAEGAN") << ModelKind::Aivaegan;
        QTest::newRow("classifier") << ModelKind::Classifier;
    }

    void aLossThatIsNoNumberChangesNothing()
    {
        QFETCH(ModelKind, model);
        RunConfig config;
        config.model = model;
        config.latent = 4;
        const auto learner = makeLearner(config, {});
        TensorDict before;
        for (const auto& [name, tensor] : learner->state()) before[name] = tensor.clone();
        Batch batch = randomBatch(4);
        batch.spectrograms[1][0][3][3] = std::numeric_limits<float>::quiet_NaN();
        QVERIFY(!std::isfinite(learner->step(batch, {config.effectiveLearningRate()}).total));
        for (const auto& [name, tensor] : learner->state()) {
            // Noise has been drawn, and batch norm has counted.
            if (name.starts_with("generator.") || name.find("running_") != name.npos || name.find("num_batches") != name.npos) continue;
            QVERIFY2(torch::equal(tensor, before[name]), name.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(tst_Learner)
#include "tst_learner.moc"
