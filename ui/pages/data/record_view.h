// Data, "Record": a speaker is led through a set of words; what is said becomes an own data set. GUI thread only.
#pragma once

#include <memory>

#include <QWidget>

#include "ui/logic/set_recorder.h"

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QSpinBox;
class QStackedLayout;

namespace sonoglyph {

class Banner;
class CountBars;
class DataCatalog;
class LevelMeter;
class RecordButton;
class Settings;
class SoundPlayer;
class WaveformView;

class RecordView : public QWidget {
    Q_OBJECT
public:
    RecordView(Settings& settings, DataCatalog& data, std::unique_ptr<Microphone> microphone, QWidget* parent = nullptr);
    ~RecordView() override;

    QList<QAction*> commands() const;
    SetRecorder& recorder() { return *recorder_; }
    /// Stops listening; what was said is kept.
    void stop();

protected:
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* buildPlan();
    QWidget* buildPrompt();
    void fillSets();
    void beginOrPause();
    void show();
    void showLast();
    void showCounts();
    void finish();

    Settings& settings_;
    DataCatalog& data_;
    std::unique_ptr<SetRecorder> recorder_;
    std::unique_ptr<SoundPlayer> player_;
    QAction *start_, *again_, *keep_, *skip_, *play_, *end_;
    Banner* banner_;
    QStackedLayout* stack_;
    QComboBox* set_;
    QLineEdit *speaker_, *labels_;
    QSpinBox* repetitions_;
    RecordButton* button_;
    QLabel *prompt_, *hint_, *next_, *verdict_, *progressText_;
    LevelMeter* level_;
    QProgressBar* progress_;
    WaveformView* waveform_;
    CountBars* counts_;
    std::shared_ptr<const Sound> shownSound_;
};

}  // namespace sonoglyph
