// How spoken labels (rows) are read (columns). Right readings are in accent, errors in the colour of "less than", both the fuller the
// larger their share of the row; of errors its root counts, and a fifth is full, so that rare ones are seen. GUI thread only.
//
// Mouse: hover tells, click chooses a cell. Keyboard: arrows, Home and End (of the row).
#pragma once

#include <QPoint>

#include "ui/widgets/confusion_figure.h"
#include "ui/widgets/figure_view.h"

namespace sonoglyph {

class ConfusionView : public FigureView {
    Q_OBJECT
public:
    using Numbers = ConfusionFigure::Numbers;

    explicit ConfusionView(QWidget* parent = nullptr);

    /// Counts below 0 are taken for 0; without any count the view is empty.
    void setCounts(const ConfusionCounts& counts, const QStringList& labels);
    const ConfusionCounts& counts() const { return figure_.counts; }
    /// What stands in the cells; percentages at first.
    void setNumbers(Numbers numbers);
    Numbers numbers() const { return figure_.numbers; }
    void setEmptyText(const QString& text);

    /// The chosen cell, -1 where none is.
    int spoken() const { return chosen_.y(); }
    int read() const { return chosen_.x(); }
    /// Without a signal; beyond the labels: none.
    void choose(int spoken, int read);
    /// "a spoken 5 is read as 3: 12 of 1,010 (1.2 %)"
    QString readout(int spoken, int read) const { return figure_.readout(spoken, read); }
    /// In the widget's coordinates.
    QRectF cellRect(int spoken, int read) const;

    FigurePtr figure() const override { return copyOf(figure_); }
    QSize sizeHint() const override { return {420, 420}; }
    QSize minimumSizeHint() const override { return {260, 260}; }

Q_SIGNALS:
    /// By a person.
    void cellChosen(int spoken, int read);

protected:
    QString kindOfFigure() const override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    ConfusionFigure::Layout onScreen() const;
    QString told() const;
    QPoint cellAt(const QPointF& position) const;
    void describe();

    ConfusionFigure figure_;
    QPoint chosen_{-1, -1}, hover_{-1, -1};  // x: read, y: spoken
    QString emptyText_;
};

}  // namespace sonoglyph
