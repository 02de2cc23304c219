// One cell of the alpha wall, large and with LeNet-5's reading; or, with two columns pinned, the images of both: wiped, and what the second
// has more or less than the first. GUI thread only.
#pragma once

#include <optional>

#include <QWidget>

#include "core/session/model_pool.h"

class QLabel;
class QStackedWidget;

namespace sonoglyph {

class DifferenceView;
class DigitView;
class ReadingBars;
class WipeView;

class CloserLook : public QWidget {
    Q_OBJECT
public:
    explicit CloserLook(QWidget* parent = nullptr);

    void clear(const QString& sentence);
    /// `said`: the digit that is said, -1 where it is not known. Without a drawing only the caption is told.
    void showOne(const QString& caption, const PooledDrawing* drawing, int said);
    void showTwo(const QString& sound, const QString& first, const PooledDrawing* a, const QString& second, const PooledDrawing* b);

Q_SIGNALS:
    /// The value under the pointer, for the status line.
    void hovered(const QString& text);

private:
    QLabel* caption_;
    QStackedWidget* stack_;
    DigitView* image_;
    ReadingBars* reading_;
    WipeView* wipe_;
    DifferenceView* difference_;
    QLabel* numbers_;
};

}  // namespace sonoglyph
