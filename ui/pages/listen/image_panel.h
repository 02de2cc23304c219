// The image side of Listen: which model draws, the image large, and below it one of three stories: what LeNet-5 reads in it, what the sound
// leaves open, and what other models draw. GUI thread only.
#pragma once

#include <QList>
#include <QWidget>

#include <cstdint>
#include <memory>
#include <optional>

#include "core/session/decoder.h"
#include "ui/logic/pixel_selection.h"
#include "ui/pages/page.h"

class QStackedWidget;

namespace sonoglyph {

class ListenController;
class LiveModel;
class ModelButton;
class ModelCatalog;
class ModelsArea;
class PosteriorArea;
class ReadingArea;
class Segments;
class StrokeView;

class ImagePanel : public QWidget {
    Q_OBJECT
public:
    ImagePanel(const AppContext& context, ListenController& listen, QWidget* parent = nullptr);
    ~ImagePanel() override;

    QList<QAction*> commands() const;
    /// Shows the image of the current sound, or that there is none.
    void showStory();
    /// Of the edited network input: shown in place of the sound's own, and marked so. None: the sound's own.
    void setEdited(const std::optional<Drawing>& drawing);
    /// Whether a part of the image may be marked; anew, what was marked is over.
    void setSelecting(bool selecting);
    /// Which story is told below the image, and of the posterior what of it.
    QJsonObject state() const;
    void restore(const QJsonObject& state);
    /// Paints the image now, not when the event loop comes to it: a time that is told then is that of pixels.
    void paintNow();

Q_SIGNALS:
    void pageWanted(const QString& name);
    /// The read-out under the pointer, for the status line.
    void statusChanged(const QString& text);
    /// A person marked these pixels; empty: none any more.
    void selected(const sonoglyph::PixelMask& pixels);

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
    StrokeView* image_;
    Segments* segments_;
    QStackedWidget* areas_;
    ReadingArea* reading_;
    PosteriorArea* posterior_;
    ModelsArea* models_;
    std::optional<Drawing> edited_;  ///< shown in place of the sound's own
    std::uint64_t shownSound_ = 0;   ///< the number of the sound whose image is shown; 0: none, or one that still goes on
    bool goesOn_ = false;            ///< what is shown is of a sound that still goes on
};

}  // namespace sonoglyph
