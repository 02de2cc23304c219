#include "ui/widgets/epoch_strip.h"

#include <QAbstractListModel>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QWheelEvent>

#include <algorithm>

#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr int kImage = 56, kCompactImage = 30;
constexpr int kPadding = 4;

QString percent(double share) { return QLocale().toString(share * 100, 'f', 1) + QStringLiteral(" %"); }

}  // namespace

class EpochStrip::Painter : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    int side = kImage;  // of a picture

    QSize cell() const
    {
        const QFontMetricsF metrics(smallNumberFont());
        const int text = int(metrics.horizontalAdvance(percent(1)));
        return {std::max(side, text) + 2 * kPadding, side + int(2 * metrics.height()) + 2 * kPadding + 2};
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return cell(); }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colors& theme = colors();
        const bool chosen = option.state & QStyle::State_Selected;
        painter->save();
        painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        const QRectF frame = QRectF(option.rect).adjusted(1, 1, -1, -1);
        if (chosen || option.state & QStyle::State_MouseOver) {
            painter->setPen(chosen ? QPen(theme.accent, 2) : QPen(theme.hairline, 1));
            painter->setBrush(chosen ? theme.accentSoft : QColor(Qt::transparent));
            painter->drawRoundedRect(frame, 4, 4);
        }
        const QRectF image(frame.center().x() - side / 2.0, frame.top() + kPadding, side, side);
        const QImage picture = index.data(Qt::DecorationRole).value<QImage>();
        if (picture.isNull())
            painter->fillRect(image, theme.mat);
        else
            painter->drawImage(image, picture);
        painter->setFont(smallNumberFont());
        const QFontMetricsF metrics(painter->font());
        QRectF line(frame.left(), image.bottom() + 1, frame.width(), metrics.height());
        painter->setPen(theme.secondaryText);
        painter->drawText(line, Qt::AlignCenter, index.data(Qt::DisplayRole).toString());
        painter->setPen(theme.text);
        painter->drawText(line.translated(0, metrics.height() - 2), Qt::AlignCenter, index.data(Qt::UserRole).toString());
        painter->restore();
    }
};

class EpochStrip::Cells : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    QList<EpochCell> cells;

    int row(int epoch) const
    {
        const auto found = std::find_if(cells.begin(), cells.end(), [&](const EpochCell& cell) { return cell.epoch == epoch; });
        return found == cells.end() ? -1 : int(found - cells.begin());
    }
    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(cells.size()); }
    QVariant data(const QModelIndex& index, int role) const override
    {
        const EpochCell& cell = cells[index.row()];
        switch (role) {
        case Qt::DisplayRole:
            return QString::number(cell.epoch);
        case Qt::DecorationRole:
            return cell.image;
        case Qt::UserRole:
            return percent(cell.accuracy);
        case Qt::AccessibleTextRole:
        case Qt::ToolTipRole:
            return EpochStrip::tr("Epoch %1: accuracy %2").arg(QString::number(cell.epoch), percent(cell.accuracy));
        default:
            return {};
        }
    }
    void imageChanged(int row) { Q_EMIT dataChanged(index(row), index(row), {Qt::DecorationRole}); }
    void replace(const QList<EpochCell>& all)
    {
        // Cells that are only added leave the scroll bar and the selection where they are.
        const qsizetype before = cells.size();
        const bool grows = all.size() >= before && std::equal(cells.begin(), cells.end(), all.begin(), [](const auto& a, const auto& b) {
                               return a.epoch == b.epoch && a.accuracy == b.accuracy;
                           });
        if (!grows) {
            beginResetModel();
            cells = all;
            return endResetModel();
        }
        if (all.size() == before) return;
        beginInsertRows({}, int(before), int(all.size()) - 1);
        cells.append(all.mid(before));
        endInsertRows();
    }
};

EpochStrip::EpochStrip(QWidget* parent) : QListView(parent), cells_(new Cells(this)), painter_(new Painter(this))
{
    setAccessibleName(tr("Epochs"));
    setToolTip(tr("What was drawn after every epoch: choose one to see its images and its code (Escape: back to the newest)"));
    setModel(cells_);
    setItemDelegate(painter_);
    setFlow(QListView::LeftToRight);
    setWrapping(false);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    viewport()->setAutoFillBackground(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void EpochStrip::setCompact(bool compact)
{
    const int side = compact ? kCompactImage : kImage;
    if (side == painter_->side) return;
    painter_->side = side;
    doItemsLayout();
    updateGeometry();
}

int EpochStrip::count() const { return cells_->rowCount(); }

void EpochStrip::setCells(const QList<EpochCell>& cells)
{
    quiet_ = true;
    const int chosen = currentEpoch();
    const bool atEnd = horizontalScrollBar()->value() == horizontalScrollBar()->maximum();
    cells_->replace(cells);
    quiet_ = false;
    if (currentEpoch() != chosen) setCurrentEpoch(chosen);
    if (chosen == 0 && atEnd && !cells.isEmpty()) {
        doItemsLayout();
        horizontalScrollBar()->setValue(horizontalScrollBar()->maximum());
    }
}

void EpochStrip::setImage(int epoch, const QImage& image)
{
    const int row = cells_->row(epoch);
    if (row < 0) return;
    cells_->cells[row].image = image;
    cells_->imageChanged(row);
}

int EpochStrip::currentEpoch() const
{
    const QModelIndexList chosen = selectedIndexes();
    return chosen.isEmpty() ? 0 : cells_->cells[chosen.front().row()].epoch;
}

void EpochStrip::setCurrentEpoch(int epoch)
{
    quiet_ = true;
    const int row = cells_->row(epoch);
    if (row < 0)
        clearSelection();
    else
        setCurrentIndex(cells_->index(row));
    quiet_ = false;
    viewport()->update();
}

void EpochStrip::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QListView::selectionChanged(selected, deselected);
    if (!quiet_) Q_EMIT epochChosen(currentEpoch());
}

void EpochStrip::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex pressed = indexAt(event->position().toPoint());
    if (pressed.isValid() && selectionModel()->isSelected(pressed)) return clearSelection();
    QListView::mousePressEvent(event);
}

void EpochStrip::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && currentEpoch() > 0) return clearSelection();
    QListView::keyPressEvent(event);
}

void EpochStrip::wheelEvent(QWheelEvent* event)
{
    const QPoint delta = event->angleDelta();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - (delta.y() != 0 ? delta.y() : delta.x()) / 2);
    event->accept();
}

QSize EpochStrip::sizeHint() const
{
    return {6 * painter_->cell().width(), painter_->cell().height() + horizontalScrollBar()->sizeHint().height()};
}

QSize EpochStrip::minimumSizeHint() const { return {2 * painter_->cell().width(), sizeHint().height()}; }

}  // namespace sonoglyph
