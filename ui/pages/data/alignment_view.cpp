#include "ui/pages/data/alignment_view.h"

#include <algorithm>

#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr int kImage = 28, kName = 176, kGap = 4;

/// The recording's name, how many images, a line, and as many of the images as there is room for.
class RowDelegate : public QStyledItemDelegate {
public:
    RowDelegate(const AlignmentList& model, QObject* parent) : QStyledItemDelegate(parent), model_(model) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {kName + 4 * kImage, kImage + 2 * kGap}; }

    static int room(int width) { return std::max(0, (width - kName - 48) / (kImage + kGap)); }
    /// -1: none there.
    static int imageAt(const QRect& row, QPoint point)
    {
        const int i = (point.x() - row.left() - kName) / (kImage + kGap);
        return point.x() >= row.left() + kName && i < room(row.width()) ? i : -1;
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colors& theme = colors();
        const QRect row = option.rect;
        if (option.state & QStyle::State_Selected) painter->fillRect(row, theme.accentSoft);
        const int count = model_.imageCount(index.row()), shown = std::min(count, room(row.width())), middle = row.center().y();
        painter->setFont(numberFont());
        painter->setPen(theme.text);
        const QRect name(row.left() + kGrid, row.top(), kName - 3 * kGrid, row.height());
        painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(model_.nameOf(index.row()), Qt::ElideRight, name.width()));
        painter->setPen(theme.secondaryText);
        if (count == 0) {
            painter->setFont(smallFont());
            painter->drawText(QRect(row.left() + kName, row.top(), row.width() - kName, row.height()), Qt::AlignLeft | Qt::AlignVCenter,
                              AlignmentList::tr("no image"));
            return;
        }
        painter->setPen(theme.hairline);
        painter->drawLine(row.left() + kName - 2 * kGrid + 4, middle, row.left() + kName - kGap, middle);
        for (int i = 0; i < shown; ++i)
            painter->drawImage(row.left() + kName + i * (kImage + kGap), row.top() + kGap, model_.imageAt(index.row(), i));
        if (count > shown) {
            painter->setFont(smallNumberFont());
            painter->setPen(theme.secondaryText);
            painter->drawText(QRect(row.left() + kName + shown * (kImage + kGap), row.top(), 48, row.height()), Qt::AlignCenter,
                              u'+' + QLocale().toString(count - shown));
        }
    }

private:
    const AlignmentList& model_;
};

}  // namespace

AlignmentView::AlignmentView(PairBrowser& browser, QWidget* parent) : QWidget(parent), browser_(browser)
{
    sentence_ = new QLabel(this);
    sentence_->setWordWrap(true);
    sentence_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    list_ = new QListView(this);
    list_->setAccessibleName(tr("Recordings and their images"));
    list_->setToolTip(tr("Click or Enter: hear the recording"));
    list_->setModel(&model_);
    list_->setItemDelegate(new RowDelegate(model_, list_));
    list_->setUniformItemSizes(true);
    list_->setFrameShape(QFrame::NoFrame);
    connect(list_, &QListView::clicked, this, [this](const QModelIndex& index) {
        const QPoint at = list_->viewport()->mapFromGlobal(QCursor::pos());
        choose(index, RowDelegate::imageAt(list_->visualRect(index), at));
    });
    connect(list_, &QListView::activated, this, [this](const QModelIndex& index) { choose(index, 0); });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(sentence_);
    layout->addWidget(list_, 1);
    connect(&browser_, &PairBrowser::pairChanged, this, &AlignmentView::follow);
    follow();
}

void AlignmentView::follow()
{
    model_.show(browser_.dataset(), browser_.part(), browser_.label());
    sentence_->setText(model_.sentence());
}

void AlignmentView::choose(const QModelIndex& index, int image)
{
    const int count = model_.imageCount(index.row());
    if (count == 0) return;
    browser_.setPosition(model_.positionAt(index.row(), std::clamp(image, 0, count - 1)));
    Q_EMIT playWanted();
}

}  // namespace sonoglyph
