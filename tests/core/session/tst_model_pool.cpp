// Words through many models: every model answers with its own input, newest wins, loaded once and kept within the memory given.
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
        if (name == "knows") info_.examples = {{"1_a_0.wav", 1, {{1, 2}, {0, 0}}}, {"7_b_3.wav", 7, {{3, 4}, {5, 6}}}};
    }
    const ModelInfo& info() const override { return info_; }
    Result<Drawing> hear(const Spectrogram& input, std::optional<std::uint64_t>) override
    {
        if (info_.name == "fails") return Error{Errc::Internal, {"no", {}}};
        Drawing d;
        d.z = input.values;
        return d;
    }
    Result<Drawing> draw(const std::vector<float>& z) override
    {
        Drawing d;
        d.z = z;
        return d;
    }
    /// Draws that tell what they were asked with.
    Result<PosteriorPicture> drawPosterior(const PosteriorRequest& request) override
    {
        PosteriorPicture picture;
        for (int i = 0; i < request.shown; ++i) {
            Drawing d;
            d.z = {float(request.seed), float(request.draws), float(request.spread), float(i)};
            d.z.insert(d.z.end(), request.code.mean.begin(), request.code.mean.end());
            picture.draws.push_back(d);
        }
        return picture;
    }
    Result<OcclusionPart> drawHidden(const OcclusionRequest&, int, int) override { return OcclusionPart(); }

private:
    ModelInfo info_;
};

class Listener : public ModelPoolListener {
public:
    struct Answer {
        std::uint64_t request;
        std::string model;
        std::size_t word;
        bool ok;
        std::vector<float> z;
        std::vector<Drawing> samples;
    };
    void onPooled(std::uint64_t request, const std::string& model, std::size_t word, const Result<PooledDrawing>& drawing) override
    {
        std::lock_guard lock(mutex_);
        answers_.push_back({request, model, word, drawing.ok(), drawing ? drawing->mean.z : std::vector<float>(),
                            drawing ? drawing->samples : std::vector<Drawing>()});
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

/// One word for every model.
PoolRequest request(const std::vector<std::string>& models)
{
    PoolRequest request;
    request.words.push_back({word(), {}});
    for (const auto& model : models) request.tasks.push_back({model, 0, {0}});
    return request;
}

}  // namespace

class tst_ModelPool : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyModelGetsItsOwnInput()
    {
        Listener listener;
        ModelPool pool(listener, open(), 100'000);
        const auto number = pool.draw(request({"a", "pad", "bad", "wide", "fails", "b"}));
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
            pool.draw(request({"a", "b", "c"}));
            QTRY_COMPARE(int(listener.answers().size()), 3 * i);
        }
        QCOMPARE(loads_.load(), loads);
    }

    void newWeightsAreReadAgain()
    {
        Listener listener;
        ModelPool pool(listener, open(), 100'000);
        PoolRequest before = request({"live", "a"}), after = before;
        before.tasks[0].version = 1;
        after.tasks[0].version = 2;
        pool.draw(before);
        QTRY_COMPARE(int(listener.answers().size()), 2);
        pool.draw(after);
        QTRY_COMPARE(int(listener.answers().size()), 4);
        QCOMPARE(loads_.load(), 3);
    }

    void forgottenModelsMakeRoom()
    {
        Listener listener;
        ModelPool pool(listener, open(), 4'000);
        pool.draw(request({"a"}));
        pool.draw(request({"b"}));
        QTRY_COMPARE(listener.answers().empty() ? std::string() : listener.answers().back().model, std::string("b"));
        const int before = loads_;
        pool.draw(request({"b"}));
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
        pool.draw(request({"slow", "a", "b"}));
        std::uint64_t last = 0;
        for (int i = 0; i < 50; ++i) last = pool.draw(request({"a"}));
        disk.set_value();
        QTRY_VERIFY(!listener.answers().empty() && listener.answers().back().request == last);
        QVERIFY(listener.answers().size() <= 3);
    }

    void everyModelDrawsTheWordsItIsAskedFor()
    {
        Listener listener;
        ModelPool pool(listener, open(), 100'000);
        PoolRequest request;
        for (const float level : {0.1F, 0.5F, 0.9F}) {
            Sound sound = word();
            for (float& sample : sound.samples) sample *= level;
            request.words.push_back({std::move(sound), {}});
        }
        request.tasks = {{"a", 0, {2, 0}}, {"b", 0, {}}, {"pad", 0, {1}}};
        pool.draw(request);
        QTRY_COMPARE(int(listener.answers().size()), 3);
        const auto answers = listener.answers();
        const std::vector<std::pair<std::string, std::size_t>> expected{{"a", 2}, {"a", 0}, {"pad", 1}};
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(answers[i].model, expected[i].first);
            QCOMPARE(answers[i].word, expected[i].second);
            QVERIFY(answers[i].samples.empty());
        }
        SpectrogramParams params;
        params.rate = 8000;
        QVERIFY(answers[0].z == networkInput(*request.words[2].sound, params).values);
    }

    void samplesHaveTheSameNoiseForEveryModel_data()
    {
        QTest::addColumn<int>("samples");
        QTest::newRow("one") << 1;
        QTest::newRow("nine") << 9;
    }

    void samplesHaveTheSameNoiseForEveryModel()
    {
        QFETCH(int, samples);
        Listener listener;
        ModelPool pool(listener, open(), 100'000);
        PoolRequest two = request({"a", "b"});
        two.words[0] = {std::nullopt, "7_b_3.wav"};
        two.tasks = {{"knows", 0, {0}}};
        two.samples = samples;
        two.seed = 42;
        pool.draw(two);
        QTRY_COMPARE(int(listener.answers().size()), 1);
        const auto answer = listener.answers().front();
        QCOMPARE(int(answer.samples.size()), samples);
        for (int i = 0; i < samples; ++i)
            QVERIFY((answer.samples[std::size_t(i)].z == std::vector<float>{42, float(std::max(2, samples)), 1, float(i), 3, 4}));
    }

    void aKnownRecordingNeedsNoSound()
    {
        Listener listener;
        ModelPool pool(listener, open(), 100'000);
        PoolRequest known = request({"a", "knows"});
        known.words[0] = {std::nullopt, "7_b_3.wav"};
        pool.draw(known);
        QTRY_COMPARE(int(listener.answers().size()), 2);
        QVERIFY(!listener.answers()[0].ok);  // it has no examples
        QVERIFY(listener.answers()[1].ok);
        QVERIFY((listener.answers()[1].z == std::vector<float>{3, 4}));
        // A sound is heard where there is one, also by a model that knows the recording.
        known.words[0].sound = word();
        pool.draw(known);
        QTRY_COMPARE(int(listener.answers().size()), 4);
        QVERIFY(listener.answers()[2].ok);
        QVERIFY(listener.answers()[3].z == listener.answers()[2].z);
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
