// The line of one pixel that separates two parts of a page; nothing else does (no boxes around boxes).
#pragma once

#include <QWidget>

namespace sonoglyph {

class Hairline : public QWidget {
    Q_OBJECT
public:
    explicit Hairline(Qt::Orientation orientation, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace sonoglyph
