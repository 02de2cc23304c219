// One step taken apart: every number follows from those before it, the whole is the objective, and nothing is changed by looking.
#include <torch/torch.h>

#include <QtTest>

#include "core/base/digest.h"
#include "core/data/paired_dataset.h"
#include "core/data/small_data.h"
#include "core/eval/step_trace.h"
#include "core/model/discriminator.h"
#include "core/model/initialise.h"
#include "core/model/losses.h"

using namespace sonoglyph;

namespace {

constexpr int latent = 8;

double sum(const auto& values)
{
    double total = 0;
    for (const auto v : values) total += double(v);
    return total;
}

std::string hashOf(const torch::nn::Module& module)
{
    const TensorDict state = stateOf(module);
    TensorDict keep;
    return contentHash(viewsOf(state, keep));
}

}  // namespace

class tst_StepTrace : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        DatasetConfig config;
        config.folder = data_.path();
        auto opened = openDataset(
            config, [](const Message&, double) {}, {}, 1);
        QVERIFY2(opened.ok(), opened ? "" : english(opened.error()).c_str());
        dataset_ = *opened;
    }

    void theNumbersBelongTogether_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<bool>("saturating");
        QTest::newRow("AIVAE") << int(ModelKind::Aivae) << 1.0 << false;
        QTest::newRow("AIVAEGAN") << int(ModelKind::Aivaegan) << 0.2 << false;
        QTest::newRow("AIVAEGAN, saturating") << int(ModelKind::Aivaegan) << 2.0 << true;
    }

    void theNumbersBelongTogether()
    {
        QFETCH(int, kind);
        QFETCH(double, alpha);
        QFETCH(bool, saturating);
        ModelDescription d = describe(ModelKind(kind), alpha);
        d.config.adversarial = saturating ? Adversarial::Saturating : Adversarial::NonSaturating;
        Vae vae = makeVae(ModelKind(kind));
        Discriminator discriminator = makeSeeded(2, [] { return Discriminator(); });
        Discriminator* judge = ModelKind(kind) == ModelKind::Aivaegan ? &discriminator : nullptr;
        const auto trace = traceStep(vae, judge, d, *dataset_, request(5));
        QVERIFY2(trace.ok(), trace ? "" : english(trace.error()).c_str());
        const StepTrace& t = *trace;

        QCOMPARE(int(t.input.values.size()), 48 * 48);
        QCOMPARE(int(t.z.size()), latent);
        for (std::size_t i = 0; i < latent; ++i)
            QVERIFY(std::abs(t.z[i] - (t.code.mean[i] + std::exp(t.code.logVariance[i] / 2) * t.noise[i])) < 1e-5F);
        QVERIFY(std::abs(sum(t.pixelNats) - t.reconstruction) < 1e-2);
        QVERIFY(std::abs(sum(t.dimensionKl) - t.kl) < 1e-6 * std::max(1.0, t.kl));
        QVERIFY(t.kl > 0 && t.reconstruction > 0);
        double total = d.config.reconstructionWeight() * t.reconstruction + d.config.klWeight() * t.kl;
        if (t.discriminator) {
            const DiscriminatorTrace& judged = *t.discriminator;
            QVERIFY(judged.real > 0 && judged.real < 1 && judged.drawn > 0 && judged.drawn < 1);
            QVERIFY(std::abs(judged.loss - (-std::log(judged.real) - std::log(1 - judged.drawn))) < 1e-4);
            QVERIFY(std::abs(judged.adversarial - (saturating ? std::log(1 - judged.drawn) : -std::log(judged.drawn))) < 1e-4);
            QVERIFY(judged.gradientNorm > 0);
            QCOMPARE(int(judged.drawnWishes.size()), 28 * 28);
            total += judged.adversarial;
        }
        QCOMPARE(t.discriminator.has_value(), judge != nullptr);
        QVERIFY(std::abs(total - t.total) < 1e-3 * std::abs(total));
        QVERIFY(t.encoderGradient > 0 && t.decoderGradient > 0);
        QCOMPARE(t.objective, objectiveOf(d.config));
    }

    void theDiscriminatorsWishesLowerTheGeneratorsTerm()
    {
        Vae vae = makeVae(ModelKind::Aivaegan);
        Discriminator discriminator = makeSeeded(2, [] { return Discriminator(); });
        const auto trace = traceStep(vae, &discriminator, describe(ModelKind::Aivaegan, 1), *dataset_, request(5));
        QVERIFY(trace.ok());
        torch::NoGradGuard noGrad;
        auto pixels = torch::empty({1, 1, 28, 28});
        for (int i = 0; i < 28 * 28; ++i) pixels.view({-1})[i] = float(trace->drawn.pixels.get()[i]) / 255;
        const auto wishes = torch::tensor(trace->discriminator->drawnWishes).view({1, 1, 28, 28});
        const auto before = adversarialNats(discriminator->forward(pixels), Adversarial::NonSaturating).item<double>();
        const auto step = 0.01 / wishes.norm();
        const auto after = adversarialNats(discriminator->forward(pixels + step * wishes), Adversarial::NonSaturating).item<double>();
        QVERIFY2(after < before, qPrintable(QStringLiteral("%1 %2").arg(before).arg(after)));
    }

    void lookingChangesNothing()
    {
        Vae vae = makeVae(ModelKind::Aivaegan);
        Discriminator discriminator = makeSeeded(2, [] { return Discriminator(); });
        const auto before = hashOf(*vae) + hashOf(*discriminator);
        QVERIFY(traceStep(vae, &discriminator, describe(ModelKind::Aivaegan, 1), *dataset_, request(1)).ok());
        QCOMPARE(hashOf(*vae) + hashOf(*discriminator), before);
        for (const auto& p : vae->parameters()) QVERIFY(!p.requires_grad() && !p.grad().defined());
    }

    void theSeedChoosesPairAndNoise()
    {
        Vae vae = makeVae(ModelKind::Aivae);
        const auto of = [&](std::uint64_t seed) {
            return *traceStep(vae, nullptr, describe(ModelKind::Aivae, 1), *dataset_, request(seed));
        };
        QVERIFY(of(1).z == of(1).z);
        QCOMPARE(of(1).recording, of(1).recording);
        QVERIFY(of(1).noise != of(2).noise);
        QSet<QString> recordings;
        for (std::uint64_t seed = 1; seed < 9; ++seed) recordings << QString::fromStdString(of(seed).recording);
        QVERIFY(recordings.size() > 2);
    }

    void aDigitIsChosen()
    {
        Vae vae = makeVae(ModelKind::Aivae);
        StepTraceRequest wanted = request(3);
        wanted.digit = 4;
        const auto trace = traceStep(vae, nullptr, describe(ModelKind::Aivae, 1), *dataset_, wanted);
        QVERIFY(trace.ok());
        QCOMPARE(trace->digit, 4);
        QCOMPARE(trace->recording.front(), '4');
        wanted.digit = 12;
        const auto none = traceStep(vae, nullptr, describe(ModelKind::Aivae, 1), *dataset_, wanted);
        QVERIFY(!none.ok());
        QCOMPARE(none.error().code, Errc::NotFound);
        QVERIFY(english(none.error()).find("12") != std::string::npos);
    }

private:
    static Vae makeVae(ModelKind kind)
    {
        Vae vae = makeSeeded(9, [kind] {
            Vae made(kind, latent);
            initialise(*made, Initialisation::He);
            return made;
        });
        for (auto& p : vae->parameters()) p.set_requires_grad(false);
        return vae;
    }
    static ModelDescription describe(ModelKind kind, double alpha)
    {
        ModelDescription d;
        d.config.model = kind;
        d.config.alpha = alpha;
        d.config.latent = latent;
        return d;
    }
    static StepTraceRequest request(std::uint64_t seed)
    {
        StepTraceRequest r;
        r.seed = seed;
        return r;
    }

    const small_data::TrainingFolder data_;
    std::shared_ptr<const PairedDataset> dataset_;
};

QTEST_GUILESS_MAIN(tst_StepTrace)
#include "tst_step_trace.moc"
