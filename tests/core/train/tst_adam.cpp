// The one-pass optimiser does what LibTorch's Adam does.
#include <torch/torch.h>

#include <QtTest>

#include "core/train/adam.h"

using namespace sonoglyph;

namespace {

torch::nn::Sequential network()
{
    torch::manual_seed(5);
    return torch::nn::Sequential(torch::nn::Linear(7, 33), torch::nn::ReLU(), torch::nn::Linear(33, 3));
}

void lossOf(torch::nn::Sequential& net, int step)
{
    torch::manual_seed(std::uint64_t(step));
    net->forward(torch::randn({8, 7})).square().sum().backward();
}

}  // namespace

class tst_Adam : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreesWithLibTorch_data()
    {
        QTest::addColumn<double>("rate");
        QTest::newRow("AIVAE") << 1e-3;
        QTest::newRow("AIVAEGAN") << 2e-4;
        QTest::newRow("large") << 0.01;
    }

    void agreesWithLibTorch()
    {
        QFETCH(double, rate);
        auto ours = network(), theirs = network();
        Adam adam("net", *ours, {.learningRate = rate});
        torch::optim::Adam reference(theirs->parameters(), torch::optim::AdamOptions(rate));
        for (int step = 0; step < 100; ++step) {
            adam.zeroGrad();
            reference.zero_grad();
            lossOf(ours, step);
            lossOf(theirs, step);
            adam.step();
            reference.step();
        }
        const auto a = ours->parameters(), b = theirs->parameters();
        for (std::size_t i = 0; i < a.size(); ++i) QVERIFY(torch::allclose(a[i], b[i], 1e-4, 1e-5));
    }

    void goesOnFromItsState()
    {
        auto whole = network(), parts = network();
        Adam straight("net", *whole, {}), first("net", *parts, {});
        for (int step = 0; step < 20; ++step) {
            straight.zeroGrad();
            lossOf(whole, step);
            straight.step();
        }
        for (int step = 0; step < 10; ++step) {
            first.zeroGrad();
            lossOf(parts, step);
            first.step();
        }
        Adam second("net", *parts, {});
        QVERIFY(second.restore(first.state(), "state").ok());
        for (int step = 10; step < 20; ++step) {
            second.zeroGrad();
            lossOf(parts, step);
            second.step();
        }
        const auto a = whole->parameters(), b = parts->parameters();
        for (std::size_t i = 0; i < a.size(); ++i) QVERIFY(torch::equal(a[i], b[i]));
    }

    void refusesAnotherNetworksState()
    {
        auto net = network();
        Adam adam("net", *net, {});
        auto state = adam.state();
        state["adam.net.0.weight.m"] = torch::zeros({2, 2});
        const auto done = adam.restore(state, "run/checkpoint");
        QVERIFY(!done.ok());
        QCOMPARE(done.error().code, Errc::Incompatible);
        QVERIFY(english(done.error()).find("adam.net.0.weight.m") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(tst_Adam)
#include "tst_adam.moc"
