// What an evaluation knows beyond its sums: it must add up to them, name who spoke, and show what it counted.
#include <torch/torch.h>

#include <QtTest>

#include "core/data/small_data.h"
#include "core/eval/class_spread.h"
#include "core/eval/evaluation.h"
#include "core/model/initialise.h"
#include "core/model/model_file.h"
#include "core/session/evaluation_details.h"
#include "core/train/batches.h"

using namespace sonoglyph;

namespace {

const Progress silent = [](const Message&, double) {};

Vae vaeOf(std::uint64_t seed)
{
    Vae vae = makeSeeded(seed, [] {
        Vae made(ModelKind::Aivae, 6);
        initialise(*made, Initialisation::He);
        return made;
    });
    for (auto& p : vae->parameters()) p.set_requires_grad(false);
    return vae;
}

double pixelDistance(const ByteImage& a, const ByteImage& b)
{
    double sum = 0;
    for (int i = 0; i < a.width * a.height; ++i) sum += std::pow((a.pixels.get()[i] - b.pixels.get()[i]) / 255.0, 2);
    return std::sqrt(sum / (a.width * a.height));
}

}  // namespace

class tst_EvaluationDetails : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        DatasetConfig config;
        config.folder = data_.path();
        auto opened = openDataset(config, silent, {}, 1);
        QVERIFY2(opened.ok(), opened ? "" : english(opened.error()).c_str());
        dataset_ = *opened;
        auto judge = loadLenet5();
        QVERIFY(judge.ok());
        judge_ = *judge;
        evaluation_ = evaluated(9);
        QVERIFY(evaluation_.details);
    }

    void withoutBeingAskedThereAreNone()
    {
        Vae vae = vaeOf(9);
        const auto plain = evaluate(vae, &judge_, Batches(*dataset_), 1, silent, {});
        QVERIFY(plain.ok());
        QVERIFY(!plain->details);
        QCOMPARE(plain->accuracy, evaluation_.accuracy);
        QCOMPARE(plain->diversity, evaluation_.diversity);
    }

    void pairsAddUpToTheSums()
    {
        const EvaluationDetails& d = *evaluation_.details;
        QCOMPARE(d.pairs.size(), dataset_->testPairs.size());
        Confusion confusion = emptyConfusion(10);
        for (std::size_t i = 0; i < d.pairs.size(); ++i) {
            const PairReading& pair = d.pairs[i];
            ++confusion[pair.label][pair.read];
            const auto& recording = dataset_->recordings.recordings[dataset_->testPairs[i].recording];
            QCOMPARE(d.recordings[pair.recording], recording.file.filename().string());
            QCOMPARE(int(pair.label), recording.label);
        }
        QCOMPARE(confusion, evaluation_.confusion);
        LabelReading sum;
        for (const SpeakerReading& s : d.speakers) {
            sum.recordings += s.reading.recordings;
            sum.examples += s.reading.examples;
            sum.right += s.reading.right;
            sum.rightMean += s.reading.rightMean;
        }
        const LabelReading all = evaluation_.sets.at(0).all();
        QCOMPARE(sum.recordings, all.recordings);
        QCOMPARE(sum.examples, all.examples);
        QCOMPARE(sum.right, all.right);
        QCOMPARE(sum.rightMean, all.rightMean);
    }

    void examplesStandWhereTheyAreCounted()
    {
        std::array<std::array<int, 10>, 10> shown{};
        for (const ReadExample& e : evaluation_.details->examples) {
            QCOMPARE(e.drawn.width, 28);
            ++shown[std::size_t(e.spoken)][std::size_t(e.read)];
        }
        for (std::size_t s = 0; s < 10; ++s)
            for (std::size_t r = 0; r < 10; ++r) QVERIFY((shown[s][r] > 0) == (evaluation_.confusion[s][r] > 0));
    }

    void picturesAreOfThePairs()
    {
        const EvaluationDetails& d = *evaluation_.details;
        QCOMPARE(d.heldOut.size(), std::min<std::size_t>(16, dataset_->testPairs.size()));
        QCOMPARE(d.learned.size(), std::min<std::size_t>(16, dataset_->trainPairs.size()));
        for (std::size_t i = 0; i < d.heldOut.size(); ++i) {
            const Pair& pair = dataset_->testPairs[i];
            QCOMPARE(d.heldOut[i].label, dataset_->testImages.label(int(pair.image)));
            QCOMPARE(pixelDistance(d.heldOut[i].real, dataset_->testImages.image(int(pair.image))), 0.0);
        }
    }

    void theNearestImageIsTheNearest()
    {
        for (int digit = 0; digit < 10; ++digit) {
            const Archetype& a = evaluation_.details->archetypes[std::size_t(digit)];
            QVERIFY(!a.drawn.empty());
            QCOMPARE(dataset_->trainImages.label(a.nearestIndex), digit);
            double least = 1;
            for (const std::uint32_t i : dataset_->trainImages.indicesOf(digit))
                least = std::min(least, pixelDistance(a.drawn, dataset_->trainImages.image(int(i))));
            QVERIFY(std::abs(a.distance - least) < 0.005);  // pictures are rounded to 256 greys
            // Every pixel of image i is i: so is their mean.
            double mean = 0;
            const auto& images = dataset_->trainImages.indicesOf(digit);
            for (const std::uint32_t i : images) mean += double(i) / double(images.size());
            QVERIFY(std::abs(a.real.pixels.get()[0] - mean) <= 1);
        }
    }

    void aModelDoesNotDifferFromItself()
    {
        QVERIFY(samePairs(*evaluation_.details, *evaluation_.details));
        QCOMPARE(difference(*evaluation_.details, *evaluation_.details).p, 1.0);
        const Evaluation other = evaluated(10);
        QVERIFY(samePairs(*evaluation_.details, *other.details));
        const double expected = evaluation_.accuracy - other.accuracy;
        QVERIFY(std::abs(difference(*evaluation_.details, *other.details).difference - expected) < 1e-9);
        EvaluationDetails elsewhere = *other.details;
        elsewhere.recordings.pop_back();
        QVERIFY(!samePairs(*evaluation_.details, elsewhere));
    }

    void deviationByHand()
    {
        ClassSpread spread(10);
        QCOMPARE(spread.deviation(), 0.0);
        spread.add(torch::tensor({{1.0F, 5.0F}, {5.0F, 5.0F}}), torch::tensor({4, 4}));
        spread.add(torch::tensor({{7.0F, 7.0F}}), torch::tensor({9}));
        QVERIFY(std::abs(spread.deviation() - 0.5) < 1e-12);  // of 4: (2 + 0) / 2; of 9: 0
        QCOMPARE(spread.counts()[4], std::int64_t(2));
        QVERIFY(std::abs(spread.means()[4][0].item<double>() - 3) < 1e-12);
    }

    void featuresAreWhatTheLastLayerReads()
    {
        const auto images = torch::rand({3, 1, 28, 28});
        const auto features = judge_->features(images);
        QCOMPARE(features.size(1), std::int64_t(84));
        QVERIFY(torch::equal(judge_->read(features), judge_->forward(images)));
    }

private:
    Evaluation evaluated(std::uint64_t seed)
    {
        Vae vae = vaeOf(seed);
        auto result = evaluate(vae, &judge_, Batches(*dataset_), 1, silent, {}, true);
        return result ? *result : Evaluation();
    }

    small_data::TrainingFolder data_;
    std::shared_ptr<const PairedDataset> dataset_;
    Lenet5 judge_{nullptr};
    Evaluation evaluation_;
};

QTEST_GUILESS_MAIN(tst_EvaluationDetails)
#include "tst_evaluation_details.moc"
