// Every network and loss against an independent implementation in float64 (golden/nets.json).
#include <torch/torch.h>

#include <QtTest>
#include <cmath>
#include <fstream>

#include <nlohmann/json.hpp>

#include "core/model/discriminator.h"
#include "core/model/initialise.h"
#include "core/model/lenet5.h"
#include "core/model/losses.h"
#include "core/model/vae.h"

using namespace sonoglyph;

namespace {

/// The rule of the golden values: element i = amplitude * sin(step * i + phase) + offset.
torch::Tensor waves(at::IntArrayRef shape, double amplitude, double step, double phase, double offset, torch::Dtype type)
{
    const auto i = torch::arange(c10::multiply_integers(shape), torch::kFloat64);
    return (amplitude * (step * i + phase).sin() + offset).reshape(shape).to(type);
}

torch::Tensor goldenInput(at::IntArrayRef shape, torch::Dtype type) { return waves(shape, 0.5, 0.11, 0, 0.5, type); }

/// Batch-norm tensors keep their defaults and do not count.
void setGoldenParameters(torch::nn::Module& module, torch::Dtype type)
{
    torch::NoGradGuard noGrad;
    int k = 0;
    for (const auto& layer : module.modules()) {
        if (layer->as<torch::nn::BatchNorm2d>()) continue;
        for (auto& p : layer->parameters(/*recurse=*/false)) p.copy_(waves(p.sizes(), 0.02, 0.37, k++, 0, type));
    }
}

}  // namespace

class tst_Networks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        std::ifstream file(qEnvironmentVariable("SONOGLYPH_TEST_GOLDEN").toStdString() + "/nets.json");
        if (!file) QSKIP("The golden values of the networks (golden/nets.json) are not there.");
        golden_ = nlohmann::json::parse(file);
    }

    void output_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isDouble");
        for (const char* name :
             {"aivae.encoder", "aivae.decoder", "aivaegan.encoder", "aivaegan.decoder", "aivaegan.discriminator", "lenet5"}) {
            QTest::addRow("%s float64", name) << QString::fromLatin1(name) << true;
            QTest::addRow("%s float32", name) << QString::fromLatin1(name) << false;
        }
    }

    void output()
    {
        QFETCH(QString, name);
        QFETCH(bool, isDouble);
        const auto type = isDouble ? torch::kFloat64 : torch::kFloat32;
        const double tolerance = isDouble ? 1e-7 : 1e-4;
        const auto& want = golden_[name.toStdString()];
        torch::NoGradGuard noGrad;

        torch::Tensor got;
        std::int64_t parameters = 0;
        const auto run = [&](auto module, auto forward) {
            module->to(type);
            setGoldenParameters(*module, type);
            module->eval();
            for (const auto& p : module->parameters()) parameters += p.numel();
            got = forward(module, goldenInput(want["input"].get<std::vector<std::int64_t>>(), type)).to(torch::kFloat64);
        };
        const auto call = [](auto& module, const torch::Tensor& x) { return module->forward(x); };
        // The decoder here takes [N, latent]; the golden one of AIVAEGAN was fed with [N, latent, 1, 1].
        const auto flat = [](auto& module, const torch::Tensor& z) { return module->forward(z.flatten(1)); };
        if (name == "aivae.encoder") run(Vae(ModelKind::Aivae, 64)->encoder, call);
        if (name == "aivae.decoder") run(Vae(ModelKind::Aivae, 64)->decoder, flat);
        if (name == "aivaegan.encoder") run(Vae(ModelKind::Aivaegan, 64)->encoder, call);
        if (name == "aivaegan.decoder") run(Vae(ModelKind::Aivaegan, 64)->decoder, flat);
        if (name == "aivaegan.discriminator") run(Discriminator(), call);
        if (name == "lenet5") run(Lenet5(), call);

        QCOMPARE(parameters, want["parameters"].get<std::int64_t>());
        QCOMPARE(got.sizes().vec(), want["shape"].get<std::vector<std::int64_t>>());
        const auto first = want["first"].get<std::vector<double>>();
        for (std::size_t i = 0; i < first.size(); ++i) {
            const double value = got.flatten()[std::int64_t(i)].item<double>();
            QVERIFY2(std::abs(value - first[i]) <= tolerance, qPrintable(QString::number(value, 'g', 12)));
        }
        const double scale = double(got.numel());
        QVERIFY(std::abs(got.sum().item<double>() - want["sum"].get<double>()) <= tolerance * scale);
        QVERIFY(std::abs(got.square().sum().item<double>() - want["sum_of_squares"].get<double>()) <= tolerance * scale);
    }

    void losses()
    {
        const auto w = [](at::IntArrayRef shape) { return goldenInput(shape, torch::kFloat64); };
        const auto image = 0.8 * w({2, 1, 28, 28}) + 0.1, target = 1 - w({2, 1, 28, 28});
        const auto kl = klPerDimension(w({2, 64}) - 0.5, w({2, 64}) - 1).sum();
        QVERIFY(std::abs(bernoulliNats(image, target).item<double>() - golden_["losses"]["bernoulli_nats_per_example"].get<double>()) <
                1e-5);
        QVERIFY(std::abs(kl.item<double>() - golden_["losses"]["kl_nats_per_example"].get<double>()) < 1e-6);
    }

    void standardisationShiftsAndScalesTheInput()
    {
        torch::NoGradGuard noGrad;
        Vae vae(ModelKind::Aivae, 8);
        const auto x = goldenInput({1, 1, 48, 48}, torch::kFloat32);
        const auto plain = vae->encode((x - 0.3) / 0.2).mean;
        vae->setStandardisation(0.3, 0.2);
        QVERIFY(torch::allclose(vae->encode(x).mean, plain, 1e-4, 1e-5));
    }

    void sameSeedSameWeights()
    {
        const auto make = [](std::uint64_t seed) {
            return makeSeeded(seed, [] {
                Vae vae(ModelKind::Aivae, 16);
                initialise(*vae, Initialisation::He, vae->encoder->ptr(vae->encoder->size() - 1).get());
                return vae;
            });
        };
        const auto a = make(1)->parameters(), b = make(1)->parameters(), c = make(2)->parameters();
        for (std::size_t i = 0; i < a.size(); ++i) QVERIFY(torch::equal(a[i], b[i]));
        QVERIFY(!torch::equal(a[0], c[0]));
    }

    void heHeadsStartSmall()
    {
        auto vae = makeSeeded(3, [] {
            Vae made(ModelKind::Aivae, 64);
            initialise(*made, Initialisation::He, made->encoder->ptr(made->encoder->size() - 1).get());
            return made;
        });
        torch::NoGradGuard noGrad;
        const auto q = vae->encode(torch::randn({16, 1, 48, 48}));
        const double kl = klPerDimension(q.mean, q.logVariance).sum().item<double>();
        QVERIFY2(kl > 0.01 && kl < 100, qPrintable(QString::number(kl)));
    }

private:
    nlohmann::json golden_;
};

QTEST_GUILESS_MAIN(tst_Networks)
#include "tst_networks.moc"
