// The image side of Listen: which model draws, the image large, and below it one of three stories: what LeNet-5 reads in it, what the sound
// leaves open, and what other models draw. GUI thread only.
#pragma once

#include <QList>
#include <QWidget>

#include <cstdint>
#include <memory>

#include "ui/pages/page.h"

class QStackedWidget;

namespace sonoglyph {

class DigitView;
class ListenController;
class LiveModel;
class ModelButton;
class ModelCatalog;
class ModelsArea;
class PosteriorArea;
class ReadingArea;
class Segments;
struct Drawing;

class ImagePanel : public QWidget {
    Q_OBJECT
public:
    ImagePanel(const AppContext& context, ListenController& listen, QWidget* parent = nullptr);
    ~ImagePanel() override;

    QList<QAction*> commands() const;
    /// Shows the image of the current sound, or that there is none.
    void showStory();
    /// Paints the image now, not when the event loop comes to it: a time that is told then is that of pixels.
    void paintNow();

Q_SIGNALS:
    void pageWanted(const QString& name);
    /// The read-out under the pointer, for the status line.
    void statusChanged(const QString& text);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    enum Area { Reading, Posterior, Models };

    void show(const Drawing& drawing, bool live);
    void showDraw();
    void clear();
    void switchTo(int area);
    void followTraining();
    void watch();

    AppContext context_;
    ListenController& listen_;
    std::unique_ptr<ModelCatalog> catalog_;
    LiveModel* live_ = nullptr;
    ModelButton* model_;
    DigitView* image_;
    Segments* segments_;
    QStackedWidget* areas_;
    ReadingArea* reading_;
    PosteriorArea* posterior_;
    ModelsArea* models_;
    std::uint64_t shownSound_ = 0;  ///< the number of the sound whose image is shown; 0: none, or one that still goes on
    bool goesOn_ = false;           ///< what is shown is of a sound that still goes on
};

}  // namespace sonoglyph
