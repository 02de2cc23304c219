// The right side of the Data page: choose data set and split, then see and hear pair after pair, the alignment, every recording, and what
// the split means.
// GUI thread only.
#pragma once

#include <optional>

#include <QJsonObject>
#include <QWidget>

#include "core/data/survey.h"
#include "ui/logic/pair_browser.h"
#include "ui/logic/recording_browser.h"
#include "ui/logic/sound_player.h"

class QAction;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QToolButton;

namespace sonoglyph {

class Banner;
class DigitView;
class EmptyState;
class LabelDoubts;
class RecordingsView;
class Settings;
class SpectrogramView;
class WaveformView;

class PairPanel : public QWidget {
    Q_OBJECT
public:
    enum class View { Pairs, Alignment, Recordings, Split };

    /// `doubts` may be null.
    explicit PairPanel(Settings& settings, LabelDoubts* doubts = nullptr, QWidget* parent = nullptr);
    ~PairPanel() override;

    /// What can be chosen; opens the chosen set where it is another than before. Without a usable set: an empty place that says so.
    void setSurvey(const DataSurvey& survey);
    void setView(View view);
    QList<QAction*> commands() const;
    /// Data set, split, part, label and pair; of Recordings the filters and the recording.
    QJsonObject state() const;
    /// As above, as far as such things are here; the pair and the recording once the data set is open. Gives what is missing, a sentence.
    QString restore(const QJsonObject& state);
    PairBrowser& browser() { return browser_; }
    RecordingBrowser& recordings() { return recordings_; }
    void stopPlaying();

Q_SIGNALS:
    void chooseFolderWanted();
    void statusChanged(const QString& text);
    /// A restored figure needs a recording that is not in the data set: a sentence.
    void misses(const QString& text);

private:
    QWidget* buildChoices();
    QWidget* buildPair();
    void buildViews(LabelDoubts* doubts);
    QAction* addCommand(const QString& icon, const QString& text, const QString& toolTip, const QKeySequence& shortcut);
    void fillLabels(const Labels& labels);
    void fillSplits();
    void open();
    void showState();
    void showPair();
    void showSound();
    /// The time axis needs the length of the recording, so it waits for that. 0: not known.
    void showSpectrogram(double secondsOfSound);
    void togglePlaying();
    void placeWanted();

    Settings& settings_;
    std::optional<QJsonObject> wanted_;  ///< of a restored figure, until the data set is open
    bool choicesWanted_ = false;         ///< and until it is known which sets are here
    PairBrowser browser_;
    RecordingBrowser recordings_;
    SoundPlayer player_;
    std::optional<DataSurvey> survey_;
    std::optional<DatasetConfig> opened_;
    QList<QAction*> commands_;
    bool playOnArrival_ = false;
    QAction *next_, *previous_, *random_, *play_;

    Banner* banner_;
    QComboBox *dataset_, *split_, *part_, *label_;
    QList<QWidget*> pairChoices_;  ///< which pairs are shown
    QStackedWidget* views_;
    RecordingsView* recordingsView_;
    QStackedWidget* stack_;
    EmptyState* empty_;
    QWidget* opening_;
    QLabel* phase_;
    QProgressBar* progress_;
    QWidget* pair_;
    DigitView* image_;
    WaveformView* waveform_;
    SpectrogramView* spectrogram_;
    QLabel* facts_;
    QLabel* file_;
    QSpinBox* position_;
    QLabel* count_;
};

}  // namespace sonoglyph
