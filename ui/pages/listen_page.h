// Listen: say a digit or open a sound file; waveform, spectrogram, the network input and the image, alive while you speak.
#pragma once

#include <memory>

#include "ui/logic/listen_controller.h"
#include "ui/pages/page.h"

class QLabel;
class QMenu;
class QSplitter;
class QToolButton;

namespace sonoglyph {

class Banner;
class DigitView;
class LevelMeter;
class ModelButton;
class ReadingBars;
class RecordButton;
class SoundHistory;
class SpectrogramView;
class WaveformView;

class ListenPage : public Page {
    Q_OBJECT
public:
    explicit ListenPage(const AppContext& context, QWidget* parent = nullptr);
    /// With a microphone of one's own (tests).
    ListenPage(const AppContext& context, std::unique_ptr<Microphone> microphone, QWidget* parent = nullptr);
    ~ListenPage() override;

    QList<QAction*> commands() const override;
    /// Sound files are heard, a model file or run folder becomes the model.
    bool openFiles(const QStringList& files) override;
    void closeDown() override;

    ListenController& controller() { return *controller_; }

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class About { Nothing, Microphone, Model, Sound };

    void makeActions();
    QWidget* makeSoundSide();
    QWidget* makeImageSide();
    QWidget* makeRecordRow();
    void connectLive();
    void connectStory();
    void connectTrouble();

    void beginLive(int rate, double columnsPerSecond);
    void showState();
    void showStory();
    void showImage(const Drawing& drawing);
    void clearImage();
    void tell(About about, int severity, const QString& text, const QString& details = {}, const QString& action = {});
    void tellMicrophone();
    void fillMicrophones();
    void askForFiles();

    std::unique_ptr<ListenController> controller_;
    Banner* banner_ = nullptr;
    About bannerAbout_ = About::Nothing;
    QSplitter* splitter_ = nullptr;
    WaveformView* waveform_ = nullptr;
    SpectrogramView* spectrogram_ = nullptr;
    SpectrogramView* input_ = nullptr;
    QLabel* caption_ = nullptr;
    DigitView* image_ = nullptr;
    ReadingBars* reading_ = nullptr;
    RecordButton* record_ = nullptr;
    QLabel* headline_ = nullptr;
    QLabel* hint_ = nullptr;
    LevelMeter* level_ = nullptr;
    QToolButton* microphones_ = nullptr;
    QWidget* next_ = nullptr;
    SoundHistory* history_ = nullptr;
    ModelButton* model_ = nullptr;
    QAction* recordAction_ = nullptr;
    QAction* openAction_ = nullptr;
    QAction* playAction_ = nullptr;
    bool looked_ = false;
};

}  // namespace sonoglyph
