// Cards of sounds in a row that scrolls sideways: selected, renamed in place, starred and dragged out. GUI thread only.
#pragma once

#include <QListView>

#include "ui/widgets/sound_card_delegate.h"

namespace sonoglyph {

class SoundCardList : public QListView {
    Q_OBJECT
public:
    explicit SoundCardList(const SoundCardDelegate::Roles& roles, QWidget* parent = nullptr);

    /// A name is being typed.
    bool editing() const { return state() == EditingState; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A person goes to another card with the keyboard.
    void steppedTo(const QModelIndex& index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void startDrag(Qt::DropActions actions) override;

private:
    SoundCardDelegate::Roles roles_;
};

}  // namespace sonoglyph
