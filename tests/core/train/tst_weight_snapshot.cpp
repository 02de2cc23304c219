// Weights that one thread changes and publishes while others decode with them. Run under the thread sanitizer too.
#include <torch/torch.h>

#include <QtTest>
#include <atomic>
#include <thread>

#include "core/train/weight_snapshot.h"

using namespace sonoglyph;

namespace {

void fill(Vae& vae, float value)
{
    torch::NoGradGuard noGrad;
    for (auto& p : vae->parameters()) p.fill_(value);
}

/// Smallest and largest of all parameters.
std::pair<float, float> extremes(Vae& vae)
{
    float low = 1e9F, high = -1e9F;
    for (const auto& p : vae->parameters()) {
        low = std::min(low, p.min().item<float>());
        high = std::max(high, p.max().item<float>());
    }
    return {low, high};
}

}  // namespace

class tst_WeightSnapshot : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void emptyBeforeTheFirst()
    {
        WeightSnapshot snapshot;
        QVERIFY(!snapshot.open("run", "run"));
    }

    void nobodySeesHalfAnUpdate()
    {
        ModelDescription description;
        description.config.model = ModelKind::Aivaegan;  // the smaller one
        description.config.latent = 4;
        Vae vae(ModelKind::Aivaegan, 4);
        WeightSnapshot snapshot;
        fill(vae, 0);
        snapshot.publish(vae, description);

        std::atomic<bool> done = false, torn = false;
        std::vector<std::jthread> readers;
        for (int i = 0; i < 2; ++i)
            readers.emplace_back([&] {
                float last = 0;
                while (!done) {
                    auto model = snapshot.open("run", "run");
                    const auto [low, high] = extremes(model->vae);
                    if (low != high || low < last) torn = true;
                    last = low;
                }
            });
        for (int step = 1; step <= 10; ++step) {
            fill(vae, float(step));
            description.step = step;
            snapshot.publish(vae, description);
        }
        done = true;
        readers.clear();
        QVERIFY(!torn);
        auto last = snapshot.open("name", "/a/run");
        QVERIFY(extremes(last->vae) == std::pair(10.0F, 10.0F));
        QCOMPARE(last->info.steps, 10);
        QCOMPARE(last->info.name, std::string("name"));
    }
};

QTEST_GUILESS_MAIN(tst_WeightSnapshot)
#include "tst_weight_snapshot.moc"
