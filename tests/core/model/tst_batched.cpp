// The fast way through a network against LibTorch's own, layer by layer: results, gradients of everything, running statistics.
#include <torch/torch.h>

#include <QtTest>

#include "core/model/batched/forward.h"
#include "core/model/discriminator.h"
#include "core/model/initialise.h"
#include "core/model/vae.h"

using namespace sonoglyph;
using torch::nn::Sequential;

namespace {

struct Outcome {
    torch::Tensor out, forInput;
    torch::OrderedDict<std::string, torch::Tensor> gradients, buffers;
};

/// A weighted sum of the outputs, so that no gradient is the same by symmetry.
template <class Forward>
Outcome outcomeOf(const Sequential& net, const torch::Tensor& x, Forward forward)
{
    auto copy = std::dynamic_pointer_cast<torch::nn::SequentialImpl>(net->clone());
    Sequential mine(copy);
    auto input = x.clone().requires_grad_();
    Outcome o;
    o.out = forward(mine, input);
    const auto weights = torch::arange(o.out.numel(), torch::TensorOptions(x.scalar_type())).mul(0.7).sin().reshape(o.out.sizes());
    (o.out * weights).sum().backward();
    o.forInput = input.grad();
    for (const auto& p : mine->named_parameters()) o.gradients.insert(p.key(), p.value().grad());
    for (const auto& b : mine->named_buffers()) o.buffers.insert(b.key(), b.value());
    return o;
}

/// Of the differences, relative to the values. Rounding may turn a rectifier on or off, which changes single gradients as a whole: so in
/// float32 it is the norms that are compared, and those of gradients less strictly.
double difference(const torch::Tensor& a, const torch::Tensor& b)
{
    if (a.sizes() != b.sizes()) return std::numeric_limits<double>::infinity();
    if (b.scalar_type() == torch::kFloat64) return (a - b).abs().max().item<double>() / std::max(1e-3, b.abs().max().item<double>());
    return (a - b).norm().item<double>() / std::max(1e-3, b.norm().item<double>());
}

}  // namespace

class tst_Batched : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sameAsLibTorch_data()
    {
        QTest::addColumn<QString>("network");
        QTest::addColumn<int>("examples");
        QTest::addColumn<bool>("isDouble");
        for (const char* network : {"aivae.encoder", "aivae.decoder", "aivaegan.encoder", "aivaegan.decoder", "discriminator"})
            for (const int examples : {1, 8, 33}) {
                const bool oneValueAChannel = examples == 1 && std::string_view(network).find("aivae.") == std::string_view::npos;
                if (oneValueAChannel) continue;  // batch norm refuses that
                QTest::addRow("%s, %d, float64", network, examples) << QString::fromLatin1(network) << examples << true;
                if (examples == 33)
                    QTest::addRow("%s, %d, float32", network, examples) << QString::fromLatin1(network) << examples << false;
            }
    }

    void sameAsLibTorch()
    {
        QFETCH(QString, network);
        QFETCH(int, examples);
        QFETCH(bool, isDouble);
        const auto type = isDouble ? torch::kFloat64 : torch::kFloat32;
        Sequential net = makeNetwork(network);
        net->to(type);
        const auto x = inputFor(network, examples).to(type);
        const auto want = outcomeOf(net, x, [](Sequential& n, const torch::Tensor& in) { return n->forward(in); });
        const auto got = outcomeOf(net, x, [](Sequential& n, const torch::Tensor& in) { return batched::forward(n, in); });

        QVERIFY2(difference(got.out, want.out) < (isDouble ? 1e-12 : 1e-5), "results");
        const double tolerance = isDouble ? 1e-9 : 5e-3;
        QVERIFY2(difference(got.forInput, want.forInput) < tolerance, "gradient of the input");
        for (const auto& b : want.buffers)
            QVERIFY2(difference(got.buffers[b.key()].to(type), b.value().to(type)) < tolerance, b.key().c_str());
        for (const auto& g : want.gradients) {
            const auto& mine = got.gradients[g.key()];
            // The bias before a batch norm changes nothing: LibTorch's gradient is rounding, ours is not even made.
            if (!mine.defined())
                QVERIFY2(g.value().abs().max().item<double>() < (isDouble ? 1e-9 : 0.05), g.key().c_str());
            else
                QVERIFY2(difference(mine, g.value()) < tolerance, g.key().c_str());
        }
    }

    void evaluationUsesTheRunningStatistics()
    {
        torch::NoGradGuard noGrad;
        for (const char* network : {"aivaegan.encoder", "aivaegan.decoder", "discriminator"}) {
            Sequential net = makeNetwork(QString::fromLatin1(network));
            const auto x = inputFor(QString::fromLatin1(network), 32);
            batched::forward(net, 0.5 * x);
            net->eval();
            const auto got = batched::forward(net, x);
            QVERIFY2(difference(got, net->forward(x)) < 1e-5, network);
        }
    }

    void singleExamplesWithoutGradients_data()
    {
        QTest::addColumn<QString>("network");
        QTest::addColumn<bool>("isDouble");
        for (const char* network : {"aivae.encoder", "aivae.decoder", "aivaegan.encoder", "aivaegan.decoder"})
            for (const bool isDouble : {false, true})
                QTest::addRow("%s, %s", network, isDouble ? "float64" : "float32") << QString::fromLatin1(network) << isDouble;
    }

    void singleExamplesWithoutGradients()
    {
        QFETCH(QString, network);
        QFETCH(bool, isDouble);
        torch::NoGradGuard noGrad;
        const auto type = isDouble ? torch::kFloat64 : torch::kFloat32;
        Sequential net = makeNetwork(network);
        net->to(type);
        net->eval();
        const auto x = inputFor(network, 1).to(type);
        QVERIFY(difference(batched::forward(net, x), net->forward(x)) < (isDouble ? 1e-12 : 1e-5));
    }

    /// A network that the fast way does not know goes LibTorch's way.
    void otherLayersStillWork()
    {
        using namespace torch::nn;
        torch::manual_seed(3);
        Sequential net(Conv2d(Conv2dOptions(2, 3, 4).stride(2)), Tanh(), Conv2d(Conv2dOptions(3, 4, 4).stride(2).padding(1)), ReLU());
        const auto x = torch::rand({16, 2, 14, 14});
        QVERIFY(torch::equal(batched::forward(net, x), net->forward(x)));
    }

private:
    static Sequential makeNetwork(const QString& name)
    {
        return makeSeeded(7, [&] {
            const ModelKind kind = name.startsWith(QLatin1String("aivae.")) ? ModelKind::Aivae : ModelKind::Aivaegan;
            Vae vae(kind, 6);
            Discriminator discriminator;
            initialise(*vae, Initialisation::He);
            initialise(*discriminator, Initialisation::He);
            torch::NoGradGuard noGrad;
            for (auto* module : {static_cast<torch::nn::Module*>(vae.get()), static_cast<torch::nn::Module*>(discriminator.get())})
                for (auto& p : module->named_parameters())
                    if (p.value().dim() == 1) p.value().add_(torch::rand_like(p.value()), 0.3);  // biases, scales and shifts of batch norms
            if (name.endsWith(QLatin1String("encoder"))) return vae->encoder;
            if (name.endsWith(QLatin1String("decoder"))) return vae->decoder;
            return Sequential(std::dynamic_pointer_cast<torch::nn::SequentialImpl>(discriminator->children().front()));
        });
    }

    static torch::Tensor inputFor(const QString& name, int examples)
    {
        torch::manual_seed(11);
        if (name.endsWith(QLatin1String("encoder"))) return torch::randn({examples, 1, 48, 48}, torch::kFloat64).to(torch::kFloat32);
        if (name.endsWith(QLatin1String("decoder"))) return torch::randn({examples, 6}, torch::kFloat64).to(torch::kFloat32);
        return torch::rand({examples, 1, 28, 28}, torch::kFloat64).to(torch::kFloat32);
    }
};

QTEST_GUILESS_MAIN(tst_Batched)
#include "tst_batched.moc"
