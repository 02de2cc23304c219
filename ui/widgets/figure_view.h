// A widget that is a figure: it has "Export figure…" and "Copy picture" in its context menu and Ctrl+E while it has the focus.
#pragma once

#include <QWidget>

#include "ui/widgets/figure.h"

class QMenu;

namespace sonoglyph {

class FigureView : public QWidget, public FigureSource {
    Q_OBJECT
public:
    explicit FigureView(QWidget* parent = nullptr);

    /// Shown as the figure's title when it is exported; the kind of figure where none was set.
    void setFigureTitle(const QString& title);
    QString figureTitle() const override;

    QAction* exportFigureAction() const { return export_; }

protected:
    /// The name of this kind of figure, translated.
    virtual QString kindOfFigure() const = 0;
    /// What the context menu offers above the export.
    virtual void addMenuItems(QMenu& menu) { Q_UNUSED(menu) }
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

    /// What figure() gives: a copy of `values` with this title.
    template <typename Values>
    FigurePtr copyOf(const Values& values) const
    {
        auto copy = std::make_shared<Values>(values);
        copy->title = figureTitle();
        return copy;
    }

    /// A ring of accent round `area` while the widget has the focus by keyboard.
    void paintFocus(QPainter& painter, const QRectF& area) const;
    /// The sentence in the middle of an empty view.
    static void paintEmpty(QPainter& painter, const QRectF& area, const QString& text, const Colors& theme);

private:
    QAction* export_;
    QString title_;
    bool focusByKeyboard_ = false;
};

}  // namespace sonoglyph
