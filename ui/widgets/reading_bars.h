// LeNet-5's reading of an image: the probability of every label as a bar, the winner in accent. GUI thread only.
#pragma once

#include "core/session/decoder.h"
#include "ui/widgets/figure_view.h"
#include "ui/widgets/reading_figure.h"

namespace sonoglyph {

class ReadingBars : public FigureView {
    Q_OBJECT
public:
    explicit ReadingBars(QWidget* parent = nullptr);

    /// A reading by nobody, or of other labels than it names, clears.
    void setReading(const Reading& reading);
    void clear();
    /// The label that was said, where it is known: marked in grey below its bar. -1: not known.
    void setExpected(int label);
    /// -1 while empty.
    int winner() const { return figure_.winner(); }

    FigurePtr figure() const override { return copyOf(figure_); }
    QSize sizeHint() const override { return {320, 128}; }
    QSize minimumSizeHint() const override { return {200, 76}; }

protected:
    QString kindOfFigure() const override;
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();

    ReadingFigure figure_;
};

}  // namespace sonoglyph
