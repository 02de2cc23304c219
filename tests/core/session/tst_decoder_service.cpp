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
    /// Image i is one pixel of brightness i. A first value of -1 fails.
    Result<OcclusionPart> drawHidden(const OcclusionRequest& request, int first, int count) override
    {
        std::lock_guard hold(gate_);
        if (request.input.values.front() < 0) return Error{Errc::Incompatible, {"no", {}}};
        OcclusionPart part;
        part.grid = request.grid();
        part.first = first;
        part.width = part.height = 1;
        for (int i = first; i < std::min(first + count, part.total()); ++i) part.images.push_back({float(i)});
        return part;
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
        partsBefore = parts.size();
    }
    void onPosterior(const Result<PosteriorPicture>& picture) override
    {
        std::lock_guard lock(mutex);
        pictures.push_back(*picture);
    }
    void onOcclusion(const Result<OcclusionPart>& part) override
    {
        std::lock_guard lock(mutex);
        if (part)
            parts.push_back(*part);
        else
            ++refused;
    }
    /// Whether the last part of this occlusion has come.
    bool occluded(std::uint64_t request)
    {
        std::lock_guard lock(mutex);
        return !parts.empty() && parts.back().request == request && parts.back().last();
    }
    std::size_t pictureCount() { return std::lock_guard(mutex), pictures.size(); }
    std::size_t modelCount() { return std::lock_guard(mutex), models.size(); }
    std::size_t drawingCount() { return std::lock_guard(mutex), drawings.size(); }

    std::mutex mutex;
    std::vector<bool> models;
    std::vector<Drawing> drawings;
    std::vector<PosteriorPicture> pictures;
    std::vector<OcclusionPart> parts;
    int refused = 0;
    std::size_t partsBefore = 0;  // before the drawing that came last
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

    void anOcclusionComesInPartsAndWhole()
    {
        std::mutex gate;
        Listener listener;
        const auto service = makeDecoderService(listener, [&](const std::string&) { return open(gate); });
        const auto number = service->occlude(sound());
        service->load("any");
        QTRY_VERIFY(listener.occluded(number));
        int next = 0;
        for (const OcclusionPart& part : listener.parts) {
            QCOMPARE(part.request, number);
            QCOMPARE(part.first, next);
            QVERIFY(part.images.size() <= 16);
            for (const auto& image : part.images) QCOMPARE(image.front(), float(next++));
        }
        QCOMPARE(next, 122);
        QVERIFY(listener.parts.size() > 4);
    }

    void hearingGoesOnWhileASoundIsOccluded()
    {
        std::mutex gate;
        Listener listener;
        const auto service = makeDecoderService(listener, [&](const std::string&) { return open(gate); });
        service->load("any");
        QTRY_COMPARE(int(listener.modelCount()), 1);
        std::uint64_t number = 0;
        {
            std::lock_guard hold(gate);
            number = service->occlude(sound());
            service->hear({1, 1, {1}});
            service->draw({2});
        }
        QTRY_VERIFY(listener.occluded(number));
        QCOMPARE(int(listener.drawingCount()), 2);
        QVERIFY(listener.partsBefore <= 1);  // that which was in work
    }

    void theNewestOcclusionWins()
    {
        std::mutex gate;
        Listener listener;
        const auto service = makeDecoderService(listener, [&](const std::string&) { return open(gate); });
        service->load("any");
        QTRY_COMPARE(int(listener.modelCount()), 1);
        std::uint64_t last = 0;
        {
            std::lock_guard hold(gate);
            for (int i = 0; i < 50; ++i) last = service->occlude(sound());
        }
        QTRY_VERIFY(listener.occluded(last));
        std::lock_guard lock(listener.mutex);
        for (const OcclusionPart& part : listener.parts) QCOMPARE(part.request, last);
        QCOMPARE(listener.parts.front().first, 0);
    }

    void anOcclusionEnds_data()
    {
        QTest::addColumn<QString>("by");
        QTest::newRow("it is stopped") << "stop";
        QTest::newRow("another model comes") << "model";
    }

    void anOcclusionEnds()
    {
        QFETCH(QString, by);
        std::mutex gate;
        Listener listener;
        const auto service = makeDecoderService(listener, [&](const std::string&) { return open(gate); });
        service->load("any");
        QTRY_COMPARE(int(listener.modelCount()), 1);
        if (by == "stop") {
            std::lock_guard hold(gate);
            service->occlude(sound());
            service->stopOccluding();
        } else {
            // The loaded model is taken before the next part is drawn.
            std::unique_lock hold(gate);
            service->hear({1, 1, {1}});
            service->occlude(sound());
            const int before = opened_;
            service->load("other");
            QTRY_COMPARE(opened_.load(), before + 1);
            hold.unlock();
            QTRY_COMPARE(int(listener.modelCount()), 2);
        }
        service->hear({1, 1, {5}});
        QTRY_VERIFY(listener.drawingCount() > 0 && (std::lock_guard(listener.mutex), listener.drawings.back().z[0] == 5.0F));
        std::lock_guard lock(listener.mutex);
        QVERIFY(listener.parts.empty() || !listener.parts.back().last());
    }

    void anOcclusionThatFailsIsToldOnce()
    {
        std::mutex gate;
        Listener listener;
        const auto service = makeDecoderService(listener, [&](const std::string&) { return open(gate); });
        service->load("any");
        service->occlude({{48, 48, {-1}}});
        QTRY_COMPARE((std::lock_guard(listener.mutex), listener.refused), 1);
        const auto next = service->occlude(sound());
        QTRY_VERIFY(listener.occluded(next));
        QCOMPARE(listener.refused, 1);
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
    Result<std::unique_ptr<Decoder>> open(std::mutex& gate)
    {
        ++opened_;
        return std::unique_ptr<Decoder>(new EchoDecoder(gate));
    }
    static OcclusionRequest sound() { return {{48, 48, std::vector<float>(48 * 48)}}; }

    std::atomic<int> opened_ = 0;
};

QTEST_GUILESS_MAIN(tst_DecoderService)
#include "tst_decoder_service.moc"
