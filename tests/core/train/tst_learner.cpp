// What a learner does in its steps against the same objective written down with LibTorch's own layers and its optimiser.
#include <torch/torch.h>

#include <QtTest>

#include "core/model/discriminator.h"
#include "core/train/learner.h"
#include "core/train/noise.h"

using namespace sonoglyph;

namespace {

Batch randomBatch(int examples) { return {torch::rand({examples, 1, 48, 48}), torch::rand({examples, 1, 28, 28}).round()}; }

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
        if (config_.model == ModelKind::Aivaegan) {
            const auto judge = [&](const torch::Tensor& x) { return judgeNet()->forward(x); };
            const auto ones = torch::ones({batch.images.size(0), 1});
            discriminatorAdam_->zero_grad();
            (F::binary_cross_entropy(judge(batch.images), ones, sum) / n +
             F::binary_cross_entropy(judge(image.detach()), torch::zeros_like(ones), sum) / n)
                .backward();
            discriminatorAdam_->step();
            total = total + F::binary_cross_entropy(judge(image), ones, sum) / n;
        }
        adam_->zero_grad();
        total.backward();
        adam_->step();
        StepLosses losses;
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

}  // namespace

class tst_Learner : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void twentyStepsAsLibTorchDoesThem_data()
    {
        QTest::addColumn<ModelKind>("model");
        QTest::newRow("AIVAE") << ModelKind::Aivae;
        QTest::newRow("AIVAEGAN") << ModelKind::Aivaegan;
    }

    void twentyStepsAsLibTorchDoesThem()
    {
        QFETCH(ModelKind, model);
        RunConfig config;
        config.model = model;
        config.latent = 16;
        config.alpha = 0.5;
        const auto learner = makeLearner(config);
        PlainTraining plain(config, *learner);
        torch::manual_seed(5);
        for (int step = 1; step <= 20; ++step) {
            const Batch batch = randomBatch(12);
            const StepLosses got = learner->step(batch, 1.0), want = plain.step(batch);
            const std::string told = "step " + std::to_string(step) + ": total " + std::to_string(got.total) + " against " +
                                     std::to_string(want.total) + ", reconstruction " + std::to_string(got.reconstruction) + " against " +
                                     std::to_string(want.reconstruction) + ", KL " + std::to_string(got.kl) + " against " +
                                     std::to_string(want.kl);
            // Without anything to learn KL falls to a tenth of a nat: it is judged by what it adds to the total.
            const bool same = near(got.total, want.total) && near(got.reconstruction, want.reconstruction) &&
                              std::abs(got.kl - want.kl) <= 1e-3 * want.total;
            QVERIFY2(same, told.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(tst_Learner)
#include "tst_learner.moc"
