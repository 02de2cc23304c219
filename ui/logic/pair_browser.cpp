#include "ui/logic/pair_browser.h"

#include <QRandomGenerator>

#include "core/audio/sound_file.h"
#include "ui/logic/text.h"

namespace sonoglyph {

PairBrowser::PairBrowser(QObject* parent) : QObject(parent)
{
    openPool_.setMaxThreadCount(1);
    readPool_.setMaxThreadCount(1);
}

PairBrowser::~PairBrowser()
{
    stop_.request_stop();
    openPool_.clear();
    readPool_.clear();
}

void PairBrowser::setState(State state)
{
    state_ = state;
    Q_EMIT stateChanged();
}

void PairBrowser::open(const DatasetConfig& config)
{
    stop_.request_stop();
    stop_ = std::stop_source();
    openPool_.clear();
    dataset_.reset();
    failure_.clear();
    details_.clear();
    phase_.clear();
    fraction_ = 0;
    filter();
    setState(State::Opening);
    openPool_.start([this, number = ++opening_, config, stop = stop_.get_token()] {
        if (stop.stop_requested()) return;
        const auto progress = everyHundredth([this, number](const Message& phase, double fraction) {
            QMetaObject::invokeMethod(
                this,
                [this, number, phase, fraction] {
                    if (number != opening_ || state_ != State::Opening) return;
                    phase_ = toText(phase);
                    fraction_ = fraction;
                    Q_EMIT progressed(phase_, fraction_);
                },
                Qt::QueuedConnection);
        });
        auto result = openDataset(config, progress, stop, 0);
        QMetaObject::invokeMethod(
            this,
            [this, number, result = std::move(result)] {
                if (number == opening_) opened(result);
            },
            Qt::QueuedConnection);
    });
}

void PairBrowser::cancel()
{
    if (state_ == State::Opening) close();
}

void PairBrowser::close()
{
    stop_.request_stop();
    ++opening_;
    dataset_.reset();
    filter();
    setState(State::Empty);
}

void PairBrowser::opened(const Result<std::shared_ptr<const PairedDataset>>& result)
{
    if (!result) {
        failure_ = toText(result.error());
        details_ = QString::fromStdString(result.error().details);
        setState(State::Failed);
        return;
    }
    dataset_ = *result;
    setState(State::Ready);
    filter();
}

void PairBrowser::setPart(Part part)
{
    if (part == part_) return;
    part_ = part;
    filter();
}

void PairBrowser::setLabel(int label)
{
    if (label == label_) return;
    label_ = label;
    filter();
}

void PairBrowser::filter()
{
    shown_.clear();
    if (dataset_) {
        const auto& pairs = part_ == Part::Train ? dataset_->trainPairs : dataset_->testPairs;
        for (std::size_t i = 0; i < pairs.size(); ++i)
            if (label_ < 0 || dataset_->recordings.recordings[pairs[i].recording].label == label_) shown_.push_back(std::uint32_t(i));
    }
    position_ = 0;
    show();
}

void PairBrowser::setPosition(int position)
{
    if (shown_.empty()) return;
    const int count = this->count();
    position_ = ((position % count) + count) % count;
    show();
}

void PairBrowser::random()
{
    if (!shown_.empty()) setPosition(QRandomGenerator::global()->bounded(count()));
}

void PairBrowser::show()
{
    sound_.reset();
    pair_.reset();
    ++reading_;
    readPool_.clear();
    if (!shown_.empty()) {
        const bool train = part_ == Part::Train;
        const Pair pair = (train ? dataset_->trainPairs : dataset_->testPairs)[shown_[std::size_t(position_)]];
        const Recording& recording = dataset_->recordings.recordings[pair.recording];
        const auto values = dataset_->spectrograms.at(pair.recording);
        const int size = dataset_->spectrograms.size();
        pair_ = ShownPair{position_,
                          toQImage((train ? dataset_->trainImages : dataset_->testImages).image(int(pair.image))),
                          QString::fromStdString(dataset_->recordings.labels[std::size_t(recording.label)]),
                          QString::fromStdString(recording.speaker),
                          QString::fromStdString(recording.file.string()),
                          Spectrogram{size, size, {values.begin(), values.end()}}};
        readPool_.start([this, number = reading_, file = recording.file] {
            auto sound = readSoundFile(file);
            QMetaObject::invokeMethod(
                this,
                [this, number, sound = std::move(sound)] {
                    if (number != reading_) return;
                    if (sound) {
                        sound_ = std::make_shared<const Sound>(*sound);
                        Q_EMIT soundArrived();
                    } else {
                        Q_EMIT soundFailed(toText(sound.error()));
                    }
                },
                Qt::QueuedConnection);
        });
    }
    Q_EMIT pairChanged();
}

}  // namespace sonoglyph
