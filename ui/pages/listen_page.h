// Listen: say a digit or open a sound file; waveform, spectrogram, the network input and the image, alive while you speak.
#pragma once

#include <memory>

#include "ui/logic/listen_controller.h"
#include "ui/pages/page.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace sonoglyph {

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

private:
    std::unique_ptr<ListenController> controller_;
};

}  // namespace sonoglyph
