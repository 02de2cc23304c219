// The latent space of a model over a data set: principal axes by hand, a map that says what the model hears, accuracy with dimensions
// zeroed that begins where the evaluation stands.
#include <torch/torch.h>

#include <QtTest>

#include "core/data/small_data.h"
#include "core/eval/code_map.h"
#include "core/eval/evaluation.h"
#include "core/eval/latent_pca.h"
#include "core/eval/zeroing_curve.h"
#include "core/latent/latent_arithmetic.h"
#include "core/model/initialise.h"
#include "core/train/batches.h"

using namespace sonoglyph;

namespace {

constexpr int latent = 6;
const Progress silent = [](const Message&, double) {};

}  // namespace

class tst_LatentStudy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        DatasetConfig config;
        config.folder = data_.path();
        auto opened = openDataset(config, silent, {}, 1);
        QVERIFY2(opened.ok(), opened ? "" : english(opened.error()).c_str());
        dataset_ = *opened;
        vae_ = makeSeeded(9, [] {
            Vae made(ModelKind::Aivae, latent);
            initialise(*made, Initialisation::He);
            return made;
        });
        for (auto& p : vae_->parameters()) p.set_requires_grad(false);
        auto judge = loadLenet5();
        QVERIFY(judge.ok());
        judge_ = *judge;
    }

    void principalAxesByHand()
    {
        // A cross around (1, 1), three times as wide as it is high, turned by 45 degrees.
        const auto codes = torch::tensor({{4.0, 4.0}, {-2.0, -2.0}, {2.0, 0.0}, {0.0, 2.0}}, torch::kFloat32);
        const Pca pca = pcaOf(codes);
        QCOMPARE(pca.mean, (std::vector<float>{1, 1}));
        const float half = 1 / std::sqrt(2.0F);
        QVERIFY(std::abs(pca.axes[0][0] - half) < 1e-6F && std::abs(pca.axes[0][1] - half) < 1e-6F);
        QVERIFY(std::abs(std::abs(pca.axes[1][0]) - half) < 1e-6F && std::abs(pca.axes[1][0] + pca.axes[1][1]) < 1e-6F);
        QVERIFY(std::abs(pca.variances[0] - 9) < 1e-5 && std::abs(pca.variances[1] - 1) < 1e-5);
        QVERIFY(std::abs(pca.totalVariance - 10) < 1e-5);
        QVERIFY(pcaOf(torch::empty({0, 3})).empty());
    }

    void axesStandAtRightAnglesAndBringCodesBack()
    {
        torch::manual_seed(3);
        const auto codes = torch::randn({50, latent}) * torch::tensor({5.0, 3.0, 2.0, 1.0, 0.5, 0.1});
        const Pca pca = pcaOf(codes.to(torch::kFloat32));
        for (std::size_t a = 0; a < pca.axes.size(); ++a) {
            if (a > 0) QVERIFY(pca.variances[a] <= pca.variances[a - 1]);
            QVERIFY(*std::max_element(pca.axes[a].begin(), pca.axes[a].end(), [](float x, float y) { return std::abs(x) < std::abs(y); }) >
                    0);
            for (std::size_t b = 0; b <= a; ++b) {
                double dot = 0;
                for (int i = 0; i < latent; ++i) dot += double(pca.axes[a][std::size_t(i)]) * double(pca.axes[b][std::size_t(i)]);
                QVERIFY(std::abs(dot - (a == b ? 1 : 0)) < 1e-5);
            }
        }
        const std::vector<float> code{1, -2, 0.5F, 3, 0, 1};
        const auto back = pca.restore(pca.project(code));
        for (std::size_t i = 0; i < code.size(); ++i) QVERIFY(std::abs(back[i] - code[i]) < 1e-4F);
    }

    void theMapSaysWhatTheModelHears()
    {
        const auto map = mapCodes(vae_, judge_, dataset_->recordings, dataset_->spectrograms, data_.path(), silent, {});
        QVERIFY2(map.ok(), map ? "" : english(map.error()).c_str());
        QCOMPARE(map->size(), dataset_->recordings.recordings.size());
        QCOMPARE(map->latent, latent);
        std::vector<double> kl(latent, 0);
        for (std::size_t i = 0; i < map->size(); ++i) {
            const auto input = torch::from_blob(const_cast<float*>(dataset_->spectrograms.at(i).data()), {1, 1, 48, 48});
            const Posterior q = vae_->encode(input);
            for (int d = 0; d < latent; ++d) {
                QVERIFY(std::abs(map->mean(i)[std::size_t(d)] - q.mean[0][d].item<float>()) < 1e-4F);
                QVERIFY(std::abs(map->logVariance(i)[std::size_t(d)] - q.logVariance[0][d].item<float>()) < 1e-4F);
                kl[std::size_t(d)] += klOf(map->mean(i), map->logVariance(i))[std::size_t(d)];
            }
            const auto read = judge_->forward(vae_->decode(q.mean)).argmax(1).item<std::int64_t>();
            QCOMPARE(map->points[i].read, int(read));
            QCOMPARE(map->points[i].label, dataset_->recordings.recordings[i].label);
            QVERIFY(map->points[i].recording.starts_with("fsdd/recordings/"));
        }
        for (int d = 0; d < latent; ++d)
            QVERIFY(std::abs(map->importance[std::size_t(d)] - kl[std::size_t(d)] / double(map->size())) < 1e-4);
        const auto seven = map->classMeans[7];
        QCOMPARE(seven.size(), std::size_t(latent));
    }

    void aStopEndsTheMap()
    {
        std::stop_source stop;
        stop.request_stop();
        const auto map = mapCodes(vae_, judge_, dataset_->recordings, dataset_->spectrograms, data_.path(), silent, stop.get_token());
        QVERIFY(!map.ok());
        QCOMPARE(int(map.error().code), int(Errc::Cancelled));
    }

    void zeroingBeginsWhereTheEvaluationStands_data()
    {
        QTest::addColumn<int>("order");
        QTest::addColumn<bool>("samples");
        QTest::newRow("random, means") << int(ZeroOrder::Random) << false;
        QTest::newRow("random, samples") << int(ZeroOrder::Random) << true;
        QTest::newRow("most important first") << int(ZeroOrder::MostImportant) << false;
        QTest::newRow("least important first") << int(ZeroOrder::LeastImportant) << false;
    }

    void zeroingBeginsWhereTheEvaluationStands()
    {
        QFETCH(int, order);
        QFETCH(bool, samples);
        ZeroingRequest request;
        request.order = ZeroOrder(order);
        request.samples = samples;
        request.repeats = 3;
        const auto curve = zeroingCurve(vae_, judge_, *dataset_, request, silent, {});
        QVERIFY2(curve.ok(), curve ? "" : english(curve.error()).c_str());
        QCOMPARE(curve->points.size(), std::size_t(latent + 1));
        const Batches batches(*dataset_);
        Lenet5 judge = judge_;
        const auto whole = evaluate(vae_, &judge, batches, request.seed, silent, {});
        QVERIFY(whole.ok());
        const double expected = samples ? whole->accuracy : whole->accuracyMean;
        if (samples)
            QVERIFY(curve->points[0].lowest <= expected + 1e-9 && expected <= curve->points[0].highest + 1e-9);
        else
            QVERIFY(std::abs(curve->points[0].accuracy - expected) < 1e-9);
        // With everything zeroed one image stands for all.
        QCOMPARE(curve->points.back().zeroed, latent);
        QCOMPARE(curve->points.back().lowest, curve->points.back().highest);
        for (const ZeroingPoint& p : curve->points) QVERIFY(p.lowest <= p.accuracy + 1e-12 && p.accuracy <= p.highest + 1e-12);
        const auto again = zeroingCurve(vae_, judge_, *dataset_, request, silent, {});
        for (std::size_t i = 0; i < curve->points.size(); ++i) QCOMPARE(again->points[i].accuracy, curve->points[i].accuracy);
    }

    void nonsenseIsRefused()
    {
        ZeroingRequest request;
        request.repeats = 0;
        QCOMPARE(int(zeroingCurve(vae_, judge_, *dataset_, request, silent, {}).error().code), int(Errc::BadOption));
        request = {};
        request.step = 0;
        QCOMPARE(int(zeroingCurve(vae_, judge_, *dataset_, request, silent, {}).error().code), int(Errc::BadOption));
    }

private:
    const small_data::TrainingFolder data_;
    std::shared_ptr<const PairedDataset> dataset_;
    Vae vae_{nullptr};
    Lenet5 judge_{nullptr};
};

QTEST_GUILESS_MAIN(tst_LatentStudy)
#include "tst_latent_study.moc"
