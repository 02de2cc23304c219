// The decoder service: newest wins, order of answers, failure to load, end while busy. With a decoder that needs no LibTorch.
#include <QtTest>
#include <condition_variable>
#include <future>
#include <mutex>

#include "core/session/decoder_service.h"

using namespace sonoglyph;

namespace {

/// Answers with the number it was given; can be held up.
class EchoDecoder : public Decoder {
public:
    explicit EchoDecoder(std::mutex& gate) : gate_(gate) { info_.latent = 1; }
    const ModelInfo& info() const override { return info_; }
    Result<Drawing> hear(const Spectrogram& input, std::optional<std::uint64_t>) override { return answer(input.values); }
    Result<Drawing> draw(const std::vector<float>& z) override { return answer(z); }
    Result<PosteriorPicture> drawPosterior(const PosteriorRequest& request) override
    {
        std::lock_guard hold(gate_);
        PosteriorPicture picture;
        picture.spread = request.spread;
        return picture;
    }

private:
    Result<Drawing> answer(const std::vector<float>& z)
    {
        std::lock_guard hold(gate_);
        Drawing d;
        d.z = z;
        return d;
    }
    std::mutex& gate_;
    ModelInfo info_;
};

class Listener : public DecoderListener {
public:
    void onModel(const Result<ModelInfo>& model) override
    {
        std::lock_guard lock(mutex);
        models.push_back(model.ok());
    }
    void onDrawing(const Result<Drawing>& drawing) override
    {
        std::lock_guard lock(mutex);
        drawings.push_back(*drawing);
    }
    void onPosterior(const Result<PosteriorPicture>& picture) override
    {
        std::lock_guard lock(mutex);
        pictures.push_back(*picture);
    }
    std::size_t pictureCount() { return std::lock_guard(mutex), pictures.size(); }
    std::size_t modelCount() { return std::lock_guard(mutex), models.size(); }
    std::size_t drawingCount() { return std::lock_guard(mutex), drawings.size(); }

    std::mutex mutex;
    std::vector<bool> models;
    std::vector<Drawing> drawings;
    std::vector<PosteriorPicture> pictures;
};

}  // namespace

class tst_DecoderService : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void requestsWaitForTheModel()
    {
        std::mutex gate;
        Listener listener;
        const auto service = makeDecoderService(listener, [&](const std::string&) { return open(gate); });
        const auto number = service->draw({7});
        service->load("any");
        QTRY_COMPARE(int(listener.drawingCount()), 1);
        QCOMPARE(listener.drawings[0].request, number);
        QCOMPARE(listener.drawings[0].z[0], 7.0F);
    }

    void newestWins()
    {
        std::mutex gate;
        Listener listener;
        const auto service = makeDecoderService(listener, [&](const std::string&) { return open(gate); });
        service->load("any");
        QTRY_COMPARE(int(listener.modelCount()), 1);
        std::uint64_t last = 0;
        {
            std::lock_guard hold(gate);
            for (int i = 0; i < 1000; ++i) last = service->draw({float(i)});
        }
        QTRY_VERIFY(listener.drawingCount() > 0 && (std::lock_guard(listener.mutex), listener.drawings.back().request == last));
        QVERIFY(listener.drawingCount() <= 2);
        QCOMPARE(listener.drawings.back().z[0], 999.0F);
    }

    void hearAndDrawDoNotReplaceEachOther()
    {
        std::mutex gate;
        Listener listener;
        const auto service = makeDecoderService(listener, [&](const std::string&) { return open(gate); });
        service->draw({1});
        service->hear({1, 1, {2}});
        service->load("any");
        QTRY_COMPARE(int(listener.drawingCount()), 2);
    }

    void theNewestCloudWinsAndComesAfterTheSound()
    {
        std::mutex gate;
        Listener listener;
        const auto service = makeDecoderService(listener, [&](const std::string&) { return open(gate); });
        service->load("any");
        QTRY_COMPARE(int(listener.modelCount()), 1);
        std::uint64_t last = 0, heard = 0;
        {
            std::lock_guard hold(gate);
            service->hear({1, 1, {1}});  // the thread waits in here
            for (int i = 1; i <= 100; ++i) last = service->drawPosterior({{}, i / 50.0});
            heard = service->hear({1, 1, {2}});
        }
        const auto lastCloud = [&] {
            return std::lock_guard(listener.mutex), listener.pictures.empty() ? 0 : listener.pictures.back().request;
        };
        QTRY_COMPARE(lastCloud(), last);
        QVERIFY(listener.pictureCount() <= 2);
        QCOMPARE(listener.pictures.back().spread, 2.0);
        QCOMPARE(listener.drawings.back().request, heard);
    }

    void theModelBeforeAnswersWhileAnotherIsLoaded()
    {
        std::mutex gate;
        Listener listener;
        std::promise<void> disk;
        auto read = disk.get_future();
        const auto service = makeDecoderService(listener, [&](const std::string& name) {
            if (name == "slow") read.wait_for(std::chrono::seconds(20));
            return open(gate);
        });
        service->load("quick");
        QTRY_COMPARE(int(listener.modelCount()), 1);
        service->load("slow");
        for (int i = 1; i <= 5; ++i) {
            service->hear({1, 1, {float(i)}});
            QTRY_COMPARE(int(listener.drawingCount()), i);
        }
        QCOMPARE(int(listener.modelCount()), 1);
        disk.set_value();
        QTRY_COMPARE(int(listener.modelCount()), 2);
    }

    void aModelThatCannotBeLoadedLeavesTheOneBefore()
    {
        std::mutex gate;
        Listener listener;
        const auto service = makeDecoderService(listener, [&](const std::string& name) -> Result<std::unique_ptr<Decoder>> {
            if (name == "bad") return Error{Errc::Corrupt, {"bad", {}}};
            return open(gate);
        });
        service->load("good");
        QTRY_COMPARE(int(listener.modelCount()), 1);
        service->load("bad");
        QTRY_COMPARE(int(listener.modelCount()), 2);
        QCOMPARE(listener.models, (std::vector<bool>{true, false}));
        service->draw({3});
        QTRY_COMPARE(int(listener.drawingCount()), 1);
    }

    void endsWhileRequestsWait()
    {
        std::mutex gate;
        Listener listener;
        {
            const auto service = makeDecoderService(listener, [&](const std::string&) { return open(gate); });
            service->draw({1});  // no model ever comes
        }
        QCOMPARE(int(listener.drawingCount()), 0);
    }

private:
    static Result<std::unique_ptr<Decoder>> open(std::mutex& gate) { return std::unique_ptr<Decoder>(new EchoDecoder(gate)); }
};

QTEST_GUILESS_MAIN(tst_DecoderService)
#include "tst_decoder_service.moc"
