// The writer of checkpoints: what it is given is what is written, newest wins, nothing that was given last is lost.
#include <torch/torch.h>

#include <QtTest>
#include <semaphore>

#include "core/train/checkpoint_writer.h"

using namespace sonoglyph;

namespace {

/// A disk that is as slow as the test wants.
class SlowDisk {
public:
    CheckpointWriter::Write write()
    {
        return [this](const CheckpointOrder& order, const TensorDict& state) -> Result<void> {
            begun.release();
            let.acquire();
            steps.push_back(order.position.step);
            values.push_back(state.at("w")[0].item<float>());
            if (full) return Error{Errc::DiskFull, {"full", {}}};
            return {};
        };
    }

    std::counting_semaphore<> begun{0}, let{0};
    std::vector<std::int64_t> steps;
    std::vector<float> values;
    bool full = false;
};

CheckpointOrder order(std::int64_t step)
{
    CheckpointOrder o;
    o.position.step = step;
    return o;
}

}  // namespace

class tst_CheckpointWriter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theStateOfItsStepIsWritten()
    {
        SlowDisk disk;
        TensorDict state{{"w", torch::zeros({3'000'000})}, {"odd", torch::arange(12).reshape({3, 4}).t()}};
        CheckpointWriter writer(state, disk.write());
        state["w"].fill_(1);
        writer.submit(order(1), state);
        state["w"].fill_(2);  // the training goes on
        QVERIFY(writer.busy());
        disk.let.release();
        writer.wait();
        QVERIFY(!writer.busy());
        QCOMPARE(disk.values, std::vector<float>{1});
        const auto outcomes = writer.takeOutcomes();
        QCOMPARE(outcomes.size(), 1u);
        QCOMPARE(outcomes[0].position.step, std::int64_t(1));
        QVERIFY(outcomes[0].result.ok());
        QVERIFY(writer.takeOutcomes().empty());
    }

    void everyTensorIsCopied()
    {
        TensorDict state{{"large", torch::rand({1500, 1000})},       {"small", torch::rand({3})},
                         {"flipped", torch::rand({3, 4}).t()},       {"empty", torch::zeros({0})},
                         {"bytes", torch::arange(7, torch::kUInt8)}, {"one", torch::tensor(5)}};
        bool same = false;
        CheckpointWriter writer(state, [&](const CheckpointOrder&, const TensorDict& copy) -> Result<void> {
            same = copy.size() == state.size();
            for (const auto& [name, tensor] : state) same = same && torch::equal(copy.at(name), tensor) && !copy.at(name).is_same(tensor);
            return {};
        });
        state["large"].mul_(2);
        writer.submit(order(1), state);
        writer.wait();
        QVERIFY(same);
    }

    void newestWinsOnASlowDisk()
    {
        SlowDisk disk;
        TensorDict state{{"w", torch::zeros({4})}};
        {
            CheckpointWriter writer(state, disk.write());
            for (int step = 1; step <= 5; ++step) {
                state["w"].fill_(step);
                writer.submit(order(step), state);
                if (step == 1) disk.begun.acquire();
            }
            disk.let.release(5);
        }  // the end waits for the last
        QCOMPARE(disk.steps, (std::vector<std::int64_t>{1, 5}));
        QCOMPARE(disk.values, (std::vector<float>{1, 5}));
    }

    void failuresAreToldAndDoNotEndIt()
    {
        SlowDisk disk;
        const TensorDict state{{"w", torch::zeros({4})}};
        CheckpointWriter writer(state, disk.write());
        disk.let.release(2);
        disk.full = true;
        writer.submit(order(1), state);
        writer.wait();
        QCOMPARE(writer.takeOutcomes().at(0).result.error().code, Errc::DiskFull);
        disk.full = false;
        writer.submit(order(2), state);
        writer.wait();
        QVERIFY(writer.takeOutcomes().at(0).result.ok());
    }

    void anExceptionIsAFailure()
    {
        const TensorDict state{{"w", torch::zeros({4})}};
        CheckpointWriter writer(state,
                                [](const CheckpointOrder&, const TensorDict&) -> Result<void> { throw std::runtime_error("no memory"); });
        writer.submit(order(1), state);
        writer.wait();
        QCOMPARE(writer.takeOutcomes().at(0).result.error().details, std::string("no memory"));
    }
};

QTEST_GUILESS_MAIN(tst_CheckpointWriter)
#include "tst_checkpoint_writer.moc"
