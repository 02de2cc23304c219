// The coach's sentence with the piece of curve that it speaks of; a press shows that piece in the charts. GUI thread only.
#pragma once

#include <QAbstractButton>

#include "ui/logic/coach.h"

class QLabel;

namespace sonoglyph {

class CurveInset;

class CoachLine : public QAbstractButton {
    Q_OBJECT
public:
    explicit CoachLine(QWidget* parent = nullptr);

    /// Hidden where there is nothing to say. At most twice a second while all is well: sentences with numbers must be readable.
    void show(const MetricStore& metrics, const QList<TrainNotice>& notices);
    /// Another run: what is said next is said at once.
    void forget();
    const CoachWord& word() const { return word_; }

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    /// A person wants to see what is spoken of.
    void pieceWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void restyle();

    CoachWord word_;
    QList<QPointF> piece_;
    qint64 said_ = 0;  // milliseconds
    QLabel* text_;
    CurveInset* inset_;
};

}  // namespace sonoglyph
