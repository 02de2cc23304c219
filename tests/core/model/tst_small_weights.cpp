// Weights in 8 and 4 bits: how far they are from what they were, and which stay as they are.
#include <torch/torch.h>

#include <QtTest>

#include "core/model/small_weights.h"

using namespace sonoglyph;

namespace {

/// Root of the mean squared difference over that of the values.
double relativeError(const torch::Tensor& a, const torch::Tensor& b)
{
    return ((a - b).square().mean() / a.square().mean()).sqrt().item<double>();
}

torch::Tensor back(const torch::Tensor& tensor, Precision precision) { return restored(shrunk({{"w", tensor}}, precision)).at("w"); }

}  // namespace

class tst_SmallWeights : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { torch::manual_seed(3); }

    void errors_data()
    {
        QTest::addColumn<int>("precision");
        QTest::addColumn<QList<qint64>>("shape");
        QTest::addColumn<double>("atMost");
        QTest::addColumn<double>("atLeast");
        const int eight = int(Precision::Int8), four = int(Precision::Int4), full = int(Precision::Float32);
        QTest::newRow("float32") << full << QList<qint64>{512, 256} << 0.0 << 0.0;
        QTest::newRow("8 bits") << eight << QList<qint64>{512, 256} << 0.01 << 0.001;
        QTest::newRow("4 bits, matrix") << four << QList<qint64>{512, 256} << 0.11 << 0.05;
        QTest::newRow("4 bits, convolution") << four << QList<qint64>{128, 64, 4, 4} << 0.11 << 0.05;
        QTest::newRow("4 bits, last axis odd") << four << QList<qint64>{128, 64, 3, 3} << 0.11 << 0.05;
        const int three = int(Precision::Int3);
        QTest::newRow("3 bits, matrix") << three << QList<qint64>{2048, 1024} << 0.24 << 0.12;
        QTest::newRow("3 bits, convolution") << three << QList<qint64>{512, 512, 3, 3} << 0.24 << 0.12;
        QTest::newRow("3 bits asked for, but not very large") << three << QList<qint64>{512, 256} << 0.11 << 0.05;
        QTest::newRow("4 bits asked for, but small") << four << QList<qint64>{64, 64} << 0.01 << 0.001;
        QTest::newRow("4 bits asked for, but rows of 100") << four << QList<qint64>{1000, 100} << 0.01 << 0.001;
    }

    void errors()
    {
        QFETCH(int, precision);
        QFETCH(QList<qint64>, shape);
        QFETCH(double, atMost);
        QFETCH(double, atLeast);
        const auto weights = torch::randn(std::vector<std::int64_t>(shape.begin(), shape.end())) * 0.02;
        const auto got = back(weights, Precision(precision));
        QCOMPARE(got.sizes(), weights.sizes());
        const double error = relativeError(weights, got);
        QVERIFY2(error <= atMost && error >= atLeast, std::to_string(error).c_str());
    }

    /// A few large values must not cost the others their precision: each group has its own scale.
    void groupsStandAlone()
    {
        auto weights = torch::randn({512, 256}) * 0.01;
        const auto calm = back(weights, Precision::Int4);
        weights.index_put_({0, 0}, 10.0);
        const auto disturbed = back(weights, Precision::Int4);
        QVERIFY(torch::equal(calm.slice(0, 1), disturbed.slice(0, 1)));
        QVERIFY(torch::equal(calm[0].slice(0, 64), disturbed[0].slice(0, 64)));
        QVERIFY(std::abs(disturbed[0][0].item<double>() - 10) < 0.01);
    }

    /// Multiples of a scale that float16 holds come back to the bit, signs and zeros too.
    void wholeStepsAreExact()
    {
        const auto weights = (torch::arange(512 * 256).remainder(15) - 7).to(torch::kFloat32).reshape({512, 256}) * 0.25;
        QVERIFY(torch::equal(back(weights, Precision::Int4), weights));
        const auto odd = weights.reshape({128, 1024, 1});
        QVERIFY(torch::equal(back(odd, Precision::Int4), odd));
        const auto few = (torch::arange(2048 * 1024).remainder(7) - 3).to(torch::kFloat32).reshape({2048, 1024}) * 0.25;
        QVERIFY(torch::equal(back(few, Precision::Int3), few));
        const auto zeros = torch::zeros({512, 256});
        QVERIFY(torch::equal(back(zeros, Precision::Int4), zeros));
        QVERIFY(torch::equal(back(zeros, Precision::Int8), zeros));
    }

    void whatIsSmallStays()
    {
        const TensorDict dict{{"bias", torch::randn({70000})}, {"steps", torch::arange(10)}, {"mean", torch::tensor(0.4)}};
        for (const Precision precision : {Precision::Int8, Precision::Int4}) {
            const auto stored = shrunk(dict, precision);
            QCOMPARE(stored.size(), dict.size());
            for (const auto& [name, tensor] : restored(stored)) QVERIFY(torch::equal(tensor, dict.at(name)));
        }
    }

    void sizes()
    {
        const TensorDict dict{{"w", torch::randn({2048, 1024})}};
        const auto bytes = [&](Precision precision) {
            std::size_t sum = 0;
            for (const auto& [name, tensor] : shrunk(dict, precision)) sum += tensor.nbytes();
            return double(sum) / (2048 * 1024);
        };
        QCOMPARE(bytes(Precision::Float32), 4.0);
        QVERIFY(bytes(Precision::Int8) < 1.01);
        QCOMPARE(bytes(Precision::Int4), 0.5 + 2.0 / 64);
        QVERIFY(std::abs(bytes(Precision::Int3) - (3.0 / 8 + 2.0 / 64)) < 1e-4);
        QVERIFY(holdsPacked(shrunk(dict, Precision::Int3)));
        QVERIFY(!holdsPacked(shrunk(dict, Precision::Int4)));
        QVERIFY(holdsFourBits(shrunk(dict, Precision::Int4)));
        QVERIFY(!holdsFourBits(shrunk(dict, Precision::Int8)));
        QVERIFY(!holdsFourBits(dict));
    }

    /// A damaged file gives a network that misses a tensor, which restore() says, and never a read beyond one's end.
    void whatDoesNotFitIsLeftOut()
    {
        auto stored = shrunk({{"w", torch::randn({512, 256})}}, Precision::Int4);
        stored["w.scale"] = stored["w.scale"].slice(1, 0, 3).contiguous();
        QVERIFY(restored(stored).empty());
        stored["w.scale"] = torch::ones({512}, torch::kFloat16);
        QVERIFY(restored(stored).empty());
        auto eight = shrunk({{"w", torch::randn({512, 256})}}, Precision::Int8);
        eight["w.scale"] = torch::ones({511});
        QVERIFY(restored(eight).empty());
        const auto packed = shrunk({{"w", torch::randn({2048, 1024})}}, Precision::Int3);
        QCOMPARE(restored(packed).size(), std::size_t(1));
        for (const std::vector<std::int64_t>& shape : std::vector<std::vector<std::int64_t>>{
                 {2048, 1025}, {1024, 2048}, {2048, 0}, {2048, -1024}, {std::int64_t(1) << 40, std::int64_t(1) << 40}, {2048}}) {
            auto wrong = packed;
            wrong["w.shape"] = torch::tensor(shape, torch::kInt64);
            QVERIFY(restored(wrong).empty());
        }
        auto shortened = packed;
        shortened["w"] = packed.at("w").slice(1, 1).contiguous();
        QVERIFY(restored(shortened).empty());
    }
};

QTEST_GUILESS_MAIN(tst_SmallWeights)
#include "tst_small_weights.moc"
