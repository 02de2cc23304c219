// Below a data set on the Data page: download it (licence, credit and size are told first), watch, pause, go on, check, remove. GUI thread
// only.
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;

namespace sonoglyph {

class DatasetDownloads;

class DownloadStrip : public QWidget {
    Q_OBJECT
public:
    /// `name` as datasetSources() has it; `downloads` must outlive it.
    DownloadStrip(DatasetDownloads& downloads, const QString& name, QWidget* parent = nullptr);

    /// What is in the data folder: without it there is something to download, with it something to check.
    void setPresent(bool present);
    QList<QAction*> actions() const { return {fetch_, stop_, forget_, check_, remove_}; }

private:
    void show();

    DatasetDownloads& downloads_;
    QString name_, title_;
    bool present_ = false;
    QAction *fetch_, *stop_, *forget_, *check_, *remove_;
    QLabel *about_, *told_;
    QProgressBar* progress_;
};

}  // namespace sonoglyph
