#include "ui/pages/listen/sound_panel.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>

#include <cmath>

#include "ui/logic/decoder_controller.h"
#include "ui/logic/fourier_picture.h"
#include "ui/logic/listen_controller.h"
#include "ui/logic/sound_library.h"
#include "ui/pages/listen/input_area.h"
#include "ui/pages/listen/spectrogram_tools.h"
#include "ui/widgets/input_view.h"
#include "ui/widgets/quiet.h"
#include "ui/widgets/spectrogram_view.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/waveform_view.h"

namespace sonoglyph {

namespace {

constexpr double liveSeconds = 3.0;
constexpr int narrowestColumn = 168;

QString seconds(double value) { return QLocale().toString(value, 'f', 2); }

/// Name, length and which part was used, a line each.
QString described(const HeardSound& heard, const QString& name)
{
    const double rate = heard.sound.rate;
    const QString used = !heard.wordFound ? SoundPanel::tr("No word stands out: all of it is used.")
                         : heard.whole()  ? SoundPanel::tr("All of it is used.")
                                          : SoundPanel::tr("Used: the word, %1 to %2 s.")
                                               .arg(seconds(double(heard.word.begin) / rate), seconds(double(heard.word.end) / rate));
    return QStringList{name, SoundPanel::tr("%1 s at %2 kHz").arg(seconds(heard.sound.seconds()), QLocale().toString(rate / 1000)), used}
        .join(u'\n');
}

/// The rate at which the spectrogram of a sound of `rate` was made.
int analysedRate(const SpectrogramParams& params, int rate) { return params.rate > 0 ? params.rate : rate; }

}  // namespace

SoundPanel::SoundPanel(const AppContext& context, ListenController& listen, QWidget* parent)
    : QWidget(parent), context_(context), waveform_(new WaveformView(this)), spectrogram_(new SpectrogramView(this)),
      tools_(new SpectrogramTools(*spectrogram_, *context.settings, this)), fourier_(new FourierPicture(this)),
      input_(new InputArea(context, this)), caption_(quietLabel({}, this))
{
    caption_->setWordWrap(true);
    caption_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    caption_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    waveform_->setEmptyText(tr("Your voice will appear here."));
    spectrogram_->setEmptyText(tr("Its spectrogram, live."));
    connect(spectrogram_, &SpectrogramView::hovered, this, &SoundPanel::statusChanged);
    connect(spectrogram_, &SpectrogramView::windowChanged, this, &SoundPanel::followWindow);
    connect(spectrogram_, &SpectrogramView::lookChanged, this, &SoundPanel::followLook);
    connect(fourier_, &FourierPicture::made, spectrogram_, &SpectrogramView::setFourier);
    connect(input_, &InputArea::statusChanged, this, &SoundPanel::statusChanged);
    input_->view().setColorMap(spectrogram_->colorMap());

    // Both share one time axis.
    auto* waveformRow = new QHBoxLayout;
    waveformRow->setContentsMargins(int(spectrogram_->plotRect().left()), 0, 1, 0);
    waveformRow->addWidget(waveform_);
    auto* toolsRow = new QHBoxLayout;
    toolsRow->setContentsMargins(int(spectrogram_->plotRect().left()), 0, 1, 0);
    toolsRow->addWidget(tools_);
    auto* spectrogramColumn = new QVBoxLayout;
    spectrogramColumn->setSpacing(0);
    spectrogramColumn->addLayout(toolsRow);
    spectrogramColumn->addWidget(spectrogram_, 1);

    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(kMargin);
    layout->setVerticalSpacing(kGrid);
    layout->addLayout(waveformRow, 0, 0);
    layout->addWidget(caption_, 0, 1);
    layout->addLayout(spectrogramColumn, 1, 0);
    layout->addWidget(input_, 1, 1);
    layout->addWidget(input_->legend(), 2, 0, 1, 2);
    layout->setColumnStretch(0, 3);
    layout->setColumnStretch(1, 1);
    layout->setColumnMinimumWidth(1, narrowestColumn);
    layout->setRowStretch(0, 2);
    layout->setRowStretch(1, 5);

    connect(&listen, &ListenController::liveBegan, this, &SoundPanel::beginLive);
    connect(&listen.player(), &SoundPlayer::positionChanged, waveform_, &WaveformView::setPlayPosition);
    connect(&listen.player(), &SoundPlayer::positionChanged, spectrogram_, &SpectrogramView::setPlayPosition);
    connect(waveform_, &WaveformView::seekWanted, &listen, &ListenController::playFrom);
    connect(&listen, &ListenController::liveAgain, this, &SoundPanel::goOnLive);
    connect(&listen, &ListenController::samplesCame, this, [this](std::span<const float> samples) {
        tail_.add(samples);
        if (isLive()) waveform_->appendSamples(samples);
    });
    connect(&listen, &ListenController::columnCame, this, [this](std::span<const float> values) {
        tail_.addColumn(values);
        if (isLive()) spectrogram_->appendColumn(values);
    });
    connect(&listen, &ListenController::wordGrew, this, [this](qint64 begin, qint64 end) {
        if (isLive()) waveform_->setWord(begin - firstShown_, end - firstShown_);
    });
    connect(&listen, &ListenController::liveInput, this, [this](const Spectrogram& input) {
        if (isLive()) input_->showLive(input);
    });
    connect(context.library, &SoundLibrary::dataChanged, this, &SoundPanel::describe);
}

bool SoundPanel::isLive() const { return waveform_->isLive(); }

void SoundPanel::beginLive(int rate, double columnsPerSecond)
{
    tail_.begin(std::size_t(liveSeconds * rate), std::size_t(std::lround(liveSeconds * columnsPerSecond)));
    liveRate_ = rate;
    goOnLive();
}

/// Shows what comes in, beginning with what is remembered of it.
void SoundPanel::goOnLive()
{
    const SpectrogramParams params = context_.decoder->spectrogramParams();
    firstShown_ = tail_.firstSample();
    waveform_->startLive(liveRate_, liveSeconds);
    waveform_->appendSamples(tail_.samples());
    spectrogram_->setParams(params, analysedRate(params, liveRate_));
    spectrogram_->startLive(int(tail_.mostColumns()));
    for (const std::vector<float>& column : tail_.columns()) spectrogram_->appendColumn(column);
    fourier_->forget();
    input_->beginLive(params, liveRate_);
    caption_->clear();
}

QList<QAction*> SoundPanel::commands() const { return tools_->commands() + input_->commands(); }

/// What the sound is called, as its card; a person may rename it.
void SoundPanel::describe()
{
    const auto& heard = context_.decoder->story().sound();
    if (!heard || isLive()) return;
    const SoundCard* card = context_.library->find(heard->number);
    caption_->setText(described(*heard, card ? card->longTitle() : heard->name));
}

void SoundPanel::showInput()
{
    if (context_.decoder->story().sound()) input_->showSound();
}

void SoundPanel::followWindow()
{
    const auto [begin, end] = spectrogram_->timeRange();
    if (spectrogram_->isZoomed())
        waveform_->setTimeRange(begin, end);
    else
        waveform_->setTimeRange(0, 0);
}

/// The Fourier bins of a whole sound are made only where somebody wants to see them.
void SoundPanel::followLook()
{
    input_->view().setColorMap(spectrogram_->colorMap());
    const auto& heard = context_.decoder->story().sound();
    const bool wanted = spectrogram_->look().scale == FrequencyScale::Linear && !isLive() && heard;
    if (wanted && !spectrogram_->hasFourier()) fourier_->ask(heard);
}

void SoundPanel::showStory()
{
    if (const auto& heard = context_.decoder->story().sound()) {
        const int rate = heard->sound.rate;
        waveform_->setSound(heard->sound.samples, rate);
        waveform_->setWord(qint64(heard->word.begin), qint64(heard->word.end));
        spectrogram_->setParams(heard->params, analysedRate(heard->params, rate));
        spectrogram_->setSpectrogram(heard->spectrogram, heard->sound.seconds());
        followLook();
        input_->showSound();
        describe();
    } else {
        waveform_->clear();
        spectrogram_->clear();
        fourier_->forget();
        input_->showSound();
        caption_->clear();
    }
}

}  // namespace sonoglyph
