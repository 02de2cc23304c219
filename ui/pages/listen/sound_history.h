// The sounds heard since the start as a strip of small images: a click shows one again. GUI thread only.
#pragma once

#include <QListWidget>

namespace sonoglyph {

class ListenController;
class SoundStory;

class SoundHistory : public QListWidget {
    Q_OBJECT
public:
    SoundHistory(ListenController& listen, const SoundStory& story, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    QSize cell() const;
    void refill();
    void mark();
    void showRow(int row);

    ListenController& listen_;
    const SoundStory& story_;
};

}  // namespace sonoglyph
