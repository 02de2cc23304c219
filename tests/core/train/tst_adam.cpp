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

double gradientLength(torch::nn::Sequential& net)
{
    double squares = 0;
    for (const auto& p : net->parameters()) squares += p.grad().to(torch::kFloat64).square().sum().item<double>();
    return std::sqrt(squares);
}

}  // namespace

class tst_Adam : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreesWithLibTorch_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<bool>("lists");
        for (const bool lists : {false, true}) {
            const char* const how = lists ? ", as on a GPU" : "";
            QTest::addRow("AIVAE%s", how) << 1e-3 << lists;
            QTest::addRow("AIVAEGAN%s", how) << 2e-4 << lists;
            QTest::addRow("large%s", how) << 0.01 << lists;
        }
    }

    void agreesWithLibTorch()
    {
        QFETCH(double, rate);
        QFETCH(bool, lists);
        auto ours = network(), theirs = network();
        Adam adam("net", *ours, {.learningRate = rate, .lists = lists});
        torch::optim::Adam reference(theirs->parameters(), torch::optim::AdamOptions(rate));
        for (int step = 0; step < 100; ++step) {
            adam.zeroGrad();
            reference.zero_grad();
            lossOf(ours, step);
            lossOf(theirs, step);
            const double length = gradientLength(ours);
            adam.step();
            QVERIFY(std::abs(adam.gradientNorm() - length) <= 1e-5 * length);
            reference.step();
        }
        const auto a = ours->parameters(), b = theirs->parameters();
        for (std::size_t i = 0; i < a.size(); ++i) QVERIFY(torch::allclose(a[i], b[i], 1e-4, 1e-5));
    }

    void goesOnFromItsState_data()
    {
        QTest::addColumn<bool>("lists");
        QTest::newRow("in one pass") << false;
        QTest::newRow("as on a GPU") << true;
    }

    void goesOnFromItsState()
    {
        QFETCH(bool, lists);
        const AdamOptions options{.lists = lists};
        auto whole = network(), parts = network();
        Adam straight("net", *whole, options), first("net", *parts, options);
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
        Adam second("net", *parts, options);
        QVERIFY(second.restore(first.state(), "state").ok());
        for (int step = 10; step < 20; ++step) {
            second.zeroGrad();
            lossOf(parts, step);
            second.step();
        }
        const auto a = whole->parameters(), b = parts->parameters();
        for (std::size_t i = 0; i < a.size(); ++i) QVERIFY(torch::equal(a[i], b[i]));
    }

    /// Layers that a loss does not reach have no gradient.
    void leavesAloneWhatHasNoGradient()
    {
        for (const bool lists : {false, true}) {
            auto net = network();
            const auto before = net->parameters()[2].clone();
            Adam adam("net", *net, {.learningRate = 0.1, .lists = lists});
            adam.step();
            QCOMPARE(adam.gradientNorm(), 0.0);
            const auto values = adam.minimise(net->parameters()[0].square().sum(), {net->parameters()[1]});
            QCOMPARE(int(values.size()), 1 + 33);
            QVERIFY(adam.gradientNorm() > 0);
            QVERIFY(torch::equal(net->parameters()[2], before));
        }
    }

    void tellsValuesAsTheyWereBeforeTheStep()
    {
        auto net = network();
        const auto weight = net->parameters()[0];
        const double loss = weight.square().sum().item<double>(), first = weight[0][0].item<double>();
        Adam adam("net", *net, {.learningRate = 0.1});
        const auto values = adam.minimise(weight.square().sum(), {weight});
        QCOMPARE(values[0], loss);
        QCOMPARE(values[1], first);
        QVERIFY(weight[0][0].item<double>() != first);
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
