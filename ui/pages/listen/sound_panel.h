// The sound side of Listen: waveform over spectrogram on one time axis, also when a part of it is looked at more closely, beside them the
// exact network input; live while it comes in, then the current sound of the program. GUI thread only.
#pragma once

#include <QList>
#include <QWidget>

#include "ui/logic/live_tail.h"
#include "ui/pages/page.h"

class QAction;
class QLabel;

namespace sonoglyph {

class FourierPicture;
class InputArea;
class ListenController;
class SpectrogramTools;
class SpectrogramView;
class WaveformView;

class SoundPanel : public QWidget {
    Q_OBJECT
public:
    SoundPanel(const AppContext& context, ListenController& listen, QWidget* parent = nullptr);

    QList<QAction*> commands() const;
    InputArea& input() { return *input_; }
    /// Shows the current sound, or that there is none.
    void showStory();
    /// Shows the network input of the current sound beside what comes in.
    void showInput();
    /// Shows what comes in, not the current sound.
    bool isLive() const;

Q_SIGNALS:
    /// The read-out under the pointer, for the status line.
    void statusChanged(const QString& text);

private:
    void beginLive(int rate, double columnsPerSecond);
    void followWindow();
    void followLook();
    void goOnLive();
    void describe();

    AppContext context_;
    WaveformView* waveform_;
    SpectrogramView* spectrogram_;
    SpectrogramTools* tools_;
    FourierPicture* fourier_;
    InputArea* input_;
    QLabel* caption_;
    LiveTail tail_;  ///< of what comes in, also while something else is shown
    int liveRate_ = 0;
    std::int64_t firstShown_ = 0;  ///< the sample that the live waveform began with
};

}  // namespace sonoglyph
