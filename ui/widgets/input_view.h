// The exact input of the network, under a brush that takes cells out of it, and under a map of what hiding each place does to the image.
// GUI thread only.
#pragma once

#include <optional>

#include "ui/logic/input_edit.h"
#include "ui/widgets/spectrogram_view.h"

namespace sonoglyph {

class InputView : public SpectrogramView {
    Q_OBJECT
public:
    explicit InputView(QWidget* parent = nullptr);

    /// What dragging does; none: nothing.
    void setBrush(std::optional<Brush> brush);
    std::optional<Brush> brush() const { return brush_; }
    /// Lies over the input, which is grey meanwhile: orange where hiding takes brightness away or changes the image, blue where it brings
    /// some. None, or one of another size than the input: nothing lies over it.
    using SpectrogramView::setEffects;
    bool hasEffects() const { return shownEffects() != nullptr; }

Q_SIGNALS:
    /// While a person drags, again and again: all cells from where it began to the pointer.
    void stroked(sonoglyph::Brush brush, const sonoglyph::CellRect& cells);
    void strokeEnded();

protected:
    QString kindOfFigure() const override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    QString readOut(const Cell& cell) const override;

private:
    void strokeTo(const Cell& cell);

    std::optional<Brush> brush_;
    std::optional<Cell> begun_;   // where a stroke began
    std::optional<Cell> marked_;  // the brush's place by keyboard
};

}  // namespace sonoglyph
