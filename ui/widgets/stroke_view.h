// The image of a sound, of which a person may point at a part: a rectangle by dragging, the piece of a stroke by a click. GUI thread only.
#pragma once

#include <optional>

#include "ui/logic/pixel_selection.h"
#include "ui/widgets/digit_view.h"

namespace sonoglyph {

class StrokeView : public DigitView {
    Q_OBJECT
public:
    using DigitView::DigitView;

    /// While selecting, a click selects and clicked() is not emitted. Ending it takes the selection away, without a signal.
    void setSelecting(bool selecting);
    bool isSelecting() const { return selecting_; }
    /// As many as the image has pixels; empty: none.
    const PixelMask& selection() const { return selection_; }
    void setSelection(const PixelMask& selection);

Q_SIGNALS:
    /// By a person: a rectangle or a stroke; empty by Escape, a double click, or a click beside the strokes.
    void selected(const sonoglyph::PixelMask& pixels);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void choose(const PixelMask& pixels);

    bool selecting_ = false;
    bool dragged_ = false;
    std::optional<QPoint> begun_;
    PixelMask selection_;
};

}  // namespace sonoglyph
