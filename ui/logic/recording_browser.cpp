#include "ui/logic/recording_browser.h"

#include <unordered_map>

#include "core/audio/sound_file.h"
#include "ui/logic/text.h"

namespace sonoglyph {

namespace {

Result<std::shared_ptr<const CheckedRecordings>> checkAll(const PairedDataset& dataset, const Progress& progress, std::stop_token stop)
{
    auto all = std::make_shared<CheckedRecordings>();
    all->config = dataset.config;
    auto listed = listRecordings(dataset.config.name, dataset.config.folder);
    if (!listed) return listed.error();
    all->set = std::move(*listed);
    auto check = checkRecordings(all->set.recordings, defaultCacheFolder(), progress, stop, 0);
    if (!check) return check.error();
    all->check = std::move(*check);

    // The open data set holds the usable recordings only.
    std::unordered_map<std::string, std::uint32_t> places;
    for (std::size_t i = 0; i < all->set.recordings.size(); ++i) places.emplace(all->set.recordings[i].file.string(), std::uint32_t(i));
    all->parts.assign(all->set.recordings.size(), SplitPart::Unusable);
    Split split;
    const auto place = [&](const std::vector<std::uint32_t>& from, std::vector<std::uint32_t>& to, SplitPart part) {
        for (const std::uint32_t i : from) {
            const auto found = places.find(dataset.recordings.recordings[i].file.string());
            if (found == places.end()) continue;
            all->parts[found->second] = part;
            to.push_back(found->second);
        }
    };
    place(dataset.split.train, split.train, SplitPart::Train);
    place(dataset.split.test, split.test, SplitPart::Test);
    place(dataset.split.leftOut, split.leftOut, SplitPart::LeftOut);
    all->leaks = checkLeaks(all->set, split, all->check.facts);
    return std::shared_ptr<const CheckedRecordings>(std::move(all));
}

}  // namespace

RecordingBrowser::RecordingBrowser(QObject* parent) : QObject(parent)
{
    checkPool_.setMaxThreadCount(1);
    readPool_.setMaxThreadCount(1);
}

RecordingBrowser::~RecordingBrowser()
{
    stop_.request_stop();
    checkPool_.clear();
    readPool_.clear();
}

void RecordingBrowser::open(std::shared_ptr<const PairedDataset> dataset)
{
    stop_.request_stop();
    stop_ = std::stop_source();
    checkPool_.clear();
    readPool_.clear();
    ++reading_;
    const quint64 number = ++checking_;
    recordings_.reset();
    Q_EMIT checked();
    if (!dataset) return;
    checkPool_.start([this, number, dataset = std::move(dataset), stop = stop_.get_token()] {
        if (stop.stop_requested()) return;
        const auto progress = everyHundredth([this, number](const Message& phase, double fraction) {
            QMetaObject::invokeMethod(
                this,
                [this, number, phase, fraction] {
                    if (number == checking_ && !recordings_) Q_EMIT progressed(toText(phase), fraction);
                },
                Qt::QueuedConnection);
        });
        auto result = checkAll(*dataset, progress, stop);
        QMetaObject::invokeMethod(
            this,
            [this, number, result = std::move(result)] {
                if (number != checking_) return;
                if (!result) {
                    Q_EMIT failed(toText(result.error()));
                    return;
                }
                recordings_ = *result;
                Q_EMIT checked();
            },
            Qt::QueuedConnection);
    });
}

void RecordingBrowser::read(int index)
{
    readPool_.clear();
    const quint64 number = ++reading_;
    if (!recordings_ || index < 0 || index >= int(recordings_->set.recordings.size())) return;
    readPool_.start([this, number, index, recordings = recordings_] {
        auto sound = readSoundFile(recordings->set.recordings[std::size_t(index)].file);
        ReadRecording read{index, nullptr, {}};
        if (sound) {
            read.input = networkInput(*sound, recordings->config.spectrogram);
            read.sound = std::make_shared<const Sound>(std::move(*sound));
        }
        const QString trouble = sound ? QString() : toText(sound.error());
        QMetaObject::invokeMethod(
            this,
            [this, number, read = std::move(read), trouble] {
                if (number != reading_) return;
                if (read.sound)
                    Q_EMIT soundArrived(read);
                else
                    Q_EMIT soundFailed(trouble);
            },
            Qt::QueuedConnection);
    });
}

}  // namespace sonoglyph
