// Latent: the audio-visual features of the current sound as sliders; the image follows.
#pragma once

#include "ui/logic/latent_controller.h"
#include "ui/pages/page.h"

class QLabel;
class QSpinBox;
class QSplitter;
class QStackedLayout;

namespace sonoglyph {

class Banner;
class DigitView;
class LatentPanel;
class ReadingBars;

class LatentPage : public Page {
    Q_OBJECT
public:
    explicit LatentPage(const AppContext& context, QWidget* parent = nullptr);
    ~LatentPage() override;

    QList<QAction*> commands() const override;
    void closeDown() override;

    LatentController& controller() { return controller_; }

private:
    void makeActions();
    QWidget* makePanelSide();
    QWidget* makeImageSide();
    void connectController();
    void showPlace();
    void showCode();
    void showValues();
    void showImages();
    void zeroAtRandom();

    LatentController controller_;
    Banner* banner_ = nullptr;
    QStackedLayout* stack_ = nullptr;
    QSplitter* splitter_ = nullptr;
    LatentPanel* panel_ = nullptr;
    QLabel* caption_ = nullptr;
    QSpinBox* count_ = nullptr;
    QSpinBox* seed_ = nullptr;
    DigitView* image_ = nullptr;
    DigitView* original_ = nullptr;
    ReadingBars* reading_ = nullptr;
    QAction* redraw_ = nullptr;
    QAction* sample_ = nullptr;
    QAction* reset_ = nullptr;
    QAction* undo_ = nullptr;
    QAction* redo_ = nullptr;
    quint32 sampleSeed_ = 0;
};

}  // namespace sonoglyph
