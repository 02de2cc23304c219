#include "ui/pages/listen/history_strip.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QToolButton>

#include "ui/logic/decoder_controller.h"
#include "ui/logic/listen_controller.h"
#include "ui/logic/settings.h"
#include "ui/pages/listen/sound_history.h"
#include "ui/widgets/quiet.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

const QString folderKey = QStringLiteral("listen/folder");

}  // namespace

HistoryStrip::HistoryStrip(const AppContext& context, ListenController& listen, QWidget* parent)
    : QWidget(parent), context_(context), listen_(listen), open_(new QAction(icon(QStringLiteral("open")), tr("Open sound…"), this)),
      play_(new QAction(icon(QStringLiteral("play")), tr("Play"), this))
{
    open_->setToolTip(tr("Hear a sound file and see its image (Ctrl+O). Files can be dropped on the window, too."));
    connect(open_, &QAction::triggered, this, &HistoryStrip::askForFiles);
    play_->setToolTip(tr("Play the part of the sound that was used (P)"));
    play_->setShortcut(Qt::Key_P);
    connect(play_, &QAction::triggered, &listen_, &ListenController::togglePlaying);
    connect(&listen_.player(), &SoundPlayer::playingChanged, this, [this](bool playing) {
        play_->setIcon(icon(playing ? QStringLiteral("stop") : QStringLiteral("play")));
        play_->setText(playing ? tr("Stop") : tr("Play"));
    });
    connect(&listen_, &ListenController::stateChanged, this, &HistoryStrip::showState);

    auto* history = new SoundHistory(listen_, context_.decoder->story(), this);
    // What comes later has its place from the start: nothing jumps.
    QSizePolicy policy = history->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    history->setSizePolicy(policy);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid / 2);
    layout->addWidget(history, 1);
    layout->addWidget(quietButton(open_, this));
    layout->addWidget(quietButton(play_, this));
}

void HistoryStrip::showState() { play_->setEnabled(context_.decoder->story().sound() && !listen_.recording()); }

void HistoryStrip::askForFiles()
{
    auto* dialog = new QFileDialog(window(), tr("Open sound"), context_.settings->value(folderKey, QDir::homePath()).toString());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {tr("Sound files (*.wav *.flac *.ogg *.oga *.opus *.mp3 *.aif *.aiff *.aifc *.au *.caf *.w64)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& files) {
        if (files.isEmpty()) return;
        context_.settings->setValue(folderKey, QFileInfo(files.front()).absolutePath());
        listen_.openFiles(files);
    });
    dialog->open();
}

}  // namespace sonoglyph
