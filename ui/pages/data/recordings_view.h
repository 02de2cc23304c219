// Data, every recording of the open data set: how long and loud, what may be wrong, and each to be seen and heard. GUI thread only.
#pragma once

#include <optional>

#include <QJsonObject>
#include <QWidget>

#include "ui/logic/recording_browser.h"
#include "ui/logic/recording_table.h"
#include "ui/logic/sound_player.h"

class QAction;
class QComboBox;
class QLabel;
class QTableView;

namespace sonoglyph {

class LabelDoubts;
class SpectrogramView;
class StackedBars;
class WaveformView;

class RecordingsView : public QWidget {
    Q_OBJECT
public:
    /// `doubts` may be null: then nobody reads.
    RecordingsView(RecordingBrowser& browser, LabelDoubts* doubts, QWidget* parent = nullptr);

    QList<QAction*> commands() const { return {play_, doubt_}; }
    void stopPlaying() { player_.stop(); }
    /// Filters, order and the chosen recording. What restore() gets waits until the recordings are looked at.
    QJsonObject state() const;
    void restore(const QJsonObject& state);

Q_SIGNALS:
    void failed(const QString& text);
    /// What was restored is of a recording that is not here: a sentence.
    void misses(const QString& text);

private:
    QWidget* buildFilters();
    QWidget* buildDetail();
    void showRecordings();
    void filter();
    void showCharts();
    void choose();
    void showSound(const ReadRecording& recording);
    void togglePlaying();
    void fillWarnings();
    void showDoubts();
    void placeWanted();

    RecordingBrowser& browser_;
    RecordingTable model_;
    std::optional<QJsonObject> wanted_;
    SoundPlayer player_;
    std::shared_ptr<const Sound> sound_;
    LabelDoubts* doubts_;
    QAction *play_, *doubt_;
    QComboBox *label_, *speaker_, *warning_;
    QLabel *count_, *facts_, *file_;
    QTableView* table_;
    WaveformView* waveform_;
    SpectrogramView* input_;
    StackedBars *labels_, *durations_, *levels_;
};

}  // namespace sonoglyph
