#include "ui/pages/data/download_strip.h"

#include <QAction>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

#include "ui/logic/dataset_downloads.h"
#include "ui/logic/duration_text.h"
#include "ui/pages/actions.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/quiet.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 100'000'000 || bytes >= 1'000'000'000 ? 1 : 0, QLocale::DataSizeSIFormat);
}

QString downloadText(const DownloadProgress& p)
{
    QStringList parts{p.total > 0 ? DownloadStrip::tr("%1 of %2").arg(sizeText(p.bytes), sizeText(p.total)) : sizeText(p.bytes)};
    if (p.bytesPerSecond > 0) parts << DownloadStrip::tr("%1 a second").arg(sizeText(qint64(p.bytesPerSecond)));
    if (p.secondsLeft >= 0 && p.bytesPerSecond > 0) parts << DownloadStrip::tr("%1 left").arg(durationText(p.secondsLeft));
    return parts.join(QStringLiteral(", "));
}

}  // namespace

DownloadStrip::DownloadStrip(DatasetDownloads& downloads, const QString& name, QWidget* parent)
    : QWidget(parent), downloads_(downloads), name_(name), about_(quietLabel({}, this)), told_(new QLabel(this))
{
    const DatasetSource& source = *datasetSource(name.toStdString());
    title_ = QString::fromStdString(source.title);
    fetch_ = makeAction(this, icon(QStringLiteral("download")), tr("Download"),
                        tr("Downloads %1 (by %2, %3) into the data folder")
                            .arg(title_, QString::fromStdString(source.credit), QString::fromStdString(source.licence)),
                        {}, [this] { downloads_.fetch(name_); });
    stop_ = makeAction(this, icon(QStringLiteral("pause")), tr("Pause"), tr("What has come stays; it goes on there later"), {},
                       [this] { downloads_.stop(name_); });
    forget_ = makeAction(this, icon(QStringLiteral("close")), tr("Cancel"), tr("Stops and throws away what has come"), {},
                         [this] { downloads_.forget(name_); });
    check_ =
        makeAction(this, icon(QStringLiteral("check")), tr("Check"),
                   tr("Compares every file of %1 with what its makers published").arg(title_), {}, [this] { downloads_.check(name_); });
    remove_ = makeAction(this, icon(QStringLiteral("delete")), tr("Remove"),
                         tr("Removes what was downloaded of %1; it can be downloaded again").arg(title_), {},
                         [this] { downloads_.remove(name_); });
    about_->setWordWrap(true);
    about_->setText(tr("Not here yet: %1 to download.").arg(sizeText(source.downloadBytes)));
    told_->setWordWrap(true);
    told_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    told_->setAccessibleName(tr("%1: what happened").arg(title_));
    progress_ = quietProgress(tr("Progress of %1").arg(title_), this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(about_);
    layout->addWidget(progress_);
    layout->addWidget(told_);
    layout->addLayout(quietButtons(actions(), title_, this));
    connect(&downloads_, &DatasetDownloads::changed, this, [this](const QString& changed) {
        if (changed == name_) show();
    });
    show();
}

void DownloadStrip::setPresent(bool present)
{
    present_ = present;
    show();
}

void DownloadStrip::show()
{
    using Work = DatasetDownloads::Work;
    const DatasetDownloads::Status& s = downloads_.status(name_);
    const bool idle = s.work == Work::None, waiting = idle && s.waitingBytes > 0;
    about_->setVisible(!present_ && idle && !waiting);
    progress_->setVisible(s.work == Work::Fetching || s.work == Work::Checking);
    progress_->setValue(int(1000 * s.progress.fraction));
    QString told = s.told;
    if (s.work == Work::Fetching)
        told = s.progress.phase == FetchProgress::Phase::Downloading ? downloadText(s.progress.download)
               : s.progress.phase == FetchProgress::Phase::Unpacking ? tr("Unpacking …")
                                                                     : tr("Checking the files …");
    else if (s.work == Work::Checking)
        told = tr("Checking the files …");
    else if (waiting)
        told += (told.isEmpty() ? QString() : QStringLiteral(" ")) + tr("%1 are here already.").arg(sizeText(s.waitingBytes));
    told_->setText(told);
    told_->setToolTip(s.details.trimmed());
    told_->setVisible(!told.isEmpty());
    fetch_->setText(s.trouble && !s.told.isEmpty() && !present_ ? tr("Try again") : waiting ? tr("Go on") : tr("Download"));
    fetch_->setVisible(idle && (!present_ || waiting));
    stop_->setText(s.work == Work::Checking ? tr("Stop") : tr("Pause"));
    stop_->setVisible(s.work == Work::Fetching || s.work == Work::Checking);
    forget_->setVisible(s.work == Work::Fetching || waiting);
    check_->setVisible(idle && present_);
    remove_->setVisible(idle && present_ && s.fetched);
}

}  // namespace sonoglyph
