// The image side of Listen: which model draws, the image large, and what LeNet-5 reads in it. GUI thread only.
#pragma once

#include <QList>
#include <QWidget>

#include "ui/pages/page.h"

namespace sonoglyph {

class DigitView;
class ListenController;
class ModelButton;
class ReadingBars;
struct Drawing;

class ImagePanel : public QWidget {
    Q_OBJECT
public:
    ImagePanel(const AppContext& context, ListenController& listen, QWidget* parent = nullptr);

    QList<QAction*> commands() const;
    /// Shows the image of the current sound, or that there is none.
    void showStory();
    /// Paints the image now, not when the event loop comes to it: a time that is told then is that of pixels.
    void paintNow();

Q_SIGNALS:
    void pageWanted(const QString& name);
    /// The read-out under the pointer, for the status line.
    void statusChanged(const QString& text);

private:
    void show(const Drawing& drawing);
    void clear();

    AppContext context_;
    ModelButton* model_;
    DigitView* image_;
    ReadingBars* reading_;
};

}  // namespace sonoglyph
