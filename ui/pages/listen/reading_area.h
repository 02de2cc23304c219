// What LeNet-5 reads in the image, and whether the sound is like those that the model was trained on. GUI thread only.
#pragma once

#include <QWidget>

class QLabel;

namespace sonoglyph {

class ReadingBars;
struct Drawing;

class ReadingArea : public QWidget {
    Q_OBJECT
public:
    explicit ReadingArea(QWidget* parent = nullptr);

    /// `reference`: the training recordings that the model knows. Of a `live` sound it is not told how usual it is: it is not whole yet.
    void setDrawing(const Drawing& drawing, int reference, bool live);
    void clear();

private:
    ReadingBars* bars_;
    QLabel* mark_;
    QLabel* distance_;
};

}  // namespace sonoglyph
