// A sound as a card: its image, its network input, its name, what LeNet-5 reads, and a star. The name is edited in place. GUI thread only.
#pragma once

#include <QStyledItemDelegate>

namespace sonoglyph {

class SoundCardDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// Roles of the model beside DisplayRole and EditRole, the name.
    struct Roles {
        int starred;  ///< bool
        int image;    ///< QImage, grey; may be null
        int input;    ///< QImage, grey, low frequencies below; may be null
        int read;     ///< QString; empty: nothing
    };

    explicit SoundCardDelegate(const Roles& roles, QObject* parent = nullptr);

    static QSize cardSize();

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// Where the star of a card is, in the coordinates of `card`.
    static QRect starRect(const QRect& card);

private:
    Roles roles_;
};

}  // namespace sonoglyph
