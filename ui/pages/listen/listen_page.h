// Listen: say a digit or open a sound file; waveform, spectrogram, the network input and the image, alive while you speak.
//
// The page puts its panels together and tells what went wrong; each panel wires its own widgets to the controller.
#pragma once

#include <QTimer>

#include <memory>

#include "ui/logic/listen_controller.h"
#include "ui/pages/page.h"

class QSplitter;

namespace sonoglyph {

class Banner;
class BannerQueue;
class ComparePanel;
class FigureSound;
class HistoryStrip;
class ImagePanel;
class RecordRow;
class SoundPanel;

class ListenPage : public Page {
    Q_OBJECT
public:
    explicit ListenPage(const AppContext& context, QWidget* parent = nullptr);
    /// With a microphone of one's own (tests).
    ListenPage(const AppContext& context, std::unique_ptr<Microphone> microphone, QWidget* parent = nullptr);
    ~ListenPage() override;

    QList<QAction*> commands() const override;
    /// Sound files, and those in folders, are heard; a model file or run folder becomes the model.
    bool openFiles(const QStringList& files) override;
    void closeDown() override;
    /// The sound, and what is told below its image.
    QJsonObject figureState() const override;
    QString restoreFigure(const QJsonObject& state) override;

    ListenController& controller() { return *controller_; }

protected:
    void showEvent(QShowEvent* event) override;
    /// Nobody sees what the microphone hears: it is released until the page is back.
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;

private:
    enum About { AboutMicrophone, AboutRoom, AboutModel, AboutSound };

    void layOut();
    void connectHistory();
    void connectStory();
    void connectInput();
    void connectTrouble();
    void showState();
    void showStory();
    void tellMicrophone();

    std::unique_ptr<ListenController> controller_;
    FigureSound* figureSound_;
    Banner* banner_;
    BannerQueue* messages_;
    QSplitter* splitter_;
    SoundPanel* sound_;
    ImagePanel* image_;
    RecordRow* record_;
    HistoryStrip* history_;
    ComparePanel* compare_;
    QTimer letGo_;  ///< runs from the release of the space bar until it is believed
    bool looked_ = false;
};

}  // namespace sonoglyph
