// A row of small words of which one is chosen: switches what one area shows. GUI thread only.
#pragma once

#include <QStringList>
#include <QWidget>

class QButtonGroup;

namespace sonoglyph {

class Segments : public QWidget {
    Q_OBJECT
public:
    /// `tips` say what each shows; as many as `words`.
    Segments(const QStringList& words, const QStringList& tips, QWidget* parent = nullptr);

    int current() const;
    /// With a signal where it is another one; outside the row: ignored.
    void setCurrent(int index);

Q_SIGNALS:
    void currentChanged(int index);

private:
    QButtonGroup* group_;
};

}  // namespace sonoglyph
