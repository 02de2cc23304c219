// Many models, one word: every model answers with its own input, newest wins, loaded once and kept within the memory given.
#include <QtTest>
#include <future>
#include <mutex>

#include "core/session/model_pool.h"

using namespace sonoglyph;

namespace {

constexpr std::int64_t parameters = 1000;  // 4000 bytes

/// Draws nothing; gives back the size of its input as z. "pad" pads, "wide" hears at 16 kHz, "bad" does not open, "fails" cannot draw.
class SizeDecoder : public Decoder {
public:
    explicit SizeDecoder(const std::string& name)
    {
        info_.name = name;
        info_.parameters = parameters;
        info_.spectrogram.rate = name == "wide" ? 16000 : 8000;
        if (name == "pad") info_.spectrogram.timeMode = TimeMode::Pad;
    }
    const ModelInfo& info() const override { return info_; }
    Result<Drawing> hear(const Spectrogram& input, std::optional<std::uint64_t>) override
    {
        if (info_.name == "fails") return Error{Errc::Internal, {"no", {}}};
        Drawing d;
        d.z = input.values;
        return d;
    }
    Result<Drawing> draw(const std::vector<float>&) override { return Drawing(); }
    Result<PosteriorPicture> drawPosterior(const PosteriorRequest&) override { return PosteriorPicture(); }
    Result<OcclusionPart> drawHidden(const OcclusionRequest&, int, int) override { return OcclusionPart(); }

private:
    ModelInfo info_;
};

class Listener : public ModelPoolListener {
public:
    struct Answer {
        std::uint64_t request;
        std::string model;
        bool ok;
        std::vector<float> z;
    };
    void onPooled(std::uint64_t request, const std::string& model, const Result<Drawing>& drawing) override
    {
        std::lock_guard lock(mutex_);
        answers_.push_back({request, model, drawing.ok(), drawing ? drawing->z : std::vector<float>()});
    }
    std::vector<Answer> answers()
    {
        std::lock_guard lock(mutex_);
        return answers_;
    }

private:
    std::mutex mutex_;
    std::vector<Answer> answers_;
};

Sound word()
{
    Sound sound{8000, std::vector<float>(4000)};
    for (std::size_t i = 0; i < sound.samples.size(); ++i) sound.samples[i] = float(i % 16) / 16;
    return sound;
}

}  // namespace

class tst_ModelPool : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyModelGetsItsOwnInput()
    {
        Listener listener;
        ModelPool pool(listener, open(), 100'000);
        const auto number = pool.hear({{"a"}, {"pad"}, {"bad"}, {"wide"}, {"fails"}, {"b"}}, word());
        QTRY_COMPARE(int(listener.answers().size()), 6);
        const auto answers = listener.answers();
        for (const auto& answer : answers) QCOMPARE(answer.request, number);
        QCOMPARE(answers[1].model, std::string("pad"));
        QVERIFY(!answers[2].ok);
        QVERIFY(!answers[4].ok);
        SpectrogramParams stretch, pad;
        stretch.rate = pad.rate = 8000;
        pad.timeMode = TimeMode::Pad;
        QVERIFY(answers[0].z == networkInput(word(), stretch).values);
        QVERIFY(answers[5].z == answers[0].z);
        QVERIFY(answers[1].z == networkInput(word(), pad).values);
        QVERIFY(answers[1].z != answers[0].z);
        stretch.rate = 16000;
        QVERIFY(answers[3].z == networkInput(word(), stretch).values);
    }

    void modelsAreReadOnceWhileThereIsRoom_data()
    {
        QTest::addColumn<int>("memory");
        QTest::addColumn<int>("loads");  // of three models over three words
        QTest::newRow("room for all") << 12'000 << 3;
        QTest::newRow("room for two") << 11'999 << 2 + 3;
        QTest::newRow("room for none") << 10 << 9;
    }

    void modelsAreReadOnceWhileThereIsRoom()
    {
        QFETCH(int, memory);
        QFETCH(int, loads);
        Listener listener;
        ModelPool pool(listener, open(), std::size_t(memory));
        for (int i = 1; i <= 3; ++i) {
            pool.hear({{"a"}, {"b"}, {"c"}}, word());
            QTRY_COMPARE(int(listener.answers().size()), 3 * i);
        }
        QCOMPARE(loads_.load(), loads);
    }

    void newWeightsAreReadAgain()
    {
        Listener listener;
        ModelPool pool(listener, open(), 100'000);
        pool.hear({{"live", 1}, {"a"}}, word());
        QTRY_COMPARE(int(listener.answers().size()), 2);
        pool.hear({{"live", 2}, {"a"}}, word());
        QTRY_COMPARE(int(listener.answers().size()), 4);
        QCOMPARE(loads_.load(), 3);
    }

    void forgottenModelsMakeRoom()
    {
        Listener listener;
        ModelPool pool(listener, open(), 4'000);
        pool.hear({{"a"}}, word());
        pool.hear({{"b"}}, word());
        QTRY_COMPARE(listener.answers().empty() ? std::string() : listener.answers().back().model, std::string("b"));
        const int before = loads_;
        pool.hear({{"b"}}, word());
        QTRY_COMPARE(listener.answers().back().request, 3u);
        QCOMPARE(loads_.load(), before);
    }

    void theNewestWordWins()
    {
        Listener listener;
        std::promise<void> disk;
        auto read = disk.get_future();
        ModelPool pool(
            listener,
            [&](const std::string& name) -> Result<std::unique_ptr<Decoder>> {
                if (name == "slow") read.wait_for(std::chrono::seconds(20));
                return std::unique_ptr<Decoder>(new SizeDecoder(name));
            },
            100'000);
        pool.hear({{"slow"}, {"a"}, {"b"}}, word());
        std::uint64_t last = 0;
        for (int i = 0; i < 50; ++i) last = pool.hear({{"a"}}, word());
        disk.set_value();
        QTRY_VERIFY(!listener.answers().empty() && listener.answers().back().request == last);
        QVERIFY(listener.answers().size() <= 3);
    }

private:
    ModelPool::Open open()
    {
        loads_ = 0;
        return [this](const std::string& name) -> Result<std::unique_ptr<Decoder>> {
            ++loads_;
            if (name == "bad") return Error{Errc::Corrupt, {"bad", {}}};
            return std::unique_ptr<Decoder>(new SizeDecoder(name));
        };
    }
    std::atomic<int> loads_ = 0;
};

QTEST_GUILESS_MAIN(tst_ModelPool)
#include "tst_model_pool.moc"
