#include "ui/pages/run_picker.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "ui/logic/run_comparison.h"
#include "ui/widgets/alpha_color.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr int sample = 28;

/// A tick, the line as it is drawn, the name and below it what kind of run it is.
class RunRow : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {120, int(QFontMetricsF(bodyFont()).height() + QFontMetricsF(smallFont()).height()) + kGrid};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem ticked = option;
        initStyleOption(&ticked, index);
        ticked.text.clear();
        const QWidget* widget = option.widget;
        widget->style()->drawControl(QStyle::CE_ItemViewItem, &ticked, painter, widget);
        const QRect box = widget->style()->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &ticked, widget);
        const int dash = index.data(RunComparison::DashRole).toInt();
        const QRectF row = option.rect;
        const double left = box.right() + kGrid;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (dash >= 0) {
            painter->setPen(seriesPen(alphaColor(index.data(RunComparison::AlphaRole).toDouble()), seriesDash(dash), 2));
            painter->drawLine(QPointF(left, row.center().y()), QPointF(left + sample, row.center().y()));
        }
        const QRectF text(left + sample + kGrid, row.top() + kGrid / 2.0, row.right() - left - sample - kGrid, row.height() - kGrid);
        const auto line = [&](const QFont& font, const QColor& color, Qt::Alignment where, const QString& words) {
            painter->setFont(font);
            painter->setPen(color);
            painter->drawText(text, where, QFontMetricsF(font).elidedText(words, Qt::ElideRight, text.width()));
        };
        line(bodyFont(), colors().text, Qt::AlignLeft | Qt::AlignTop, index.data(Qt::DisplayRole).toString());
        line(smallFont(), colors().secondaryText, Qt::AlignLeft | Qt::AlignBottom, index.data(RunComparison::DetailRole).toString());
        painter->restore();
    }
};

}  // namespace

RunPicker::RunPicker(RunComparison& runs, QWidget* parent) : QWidget(parent), runs_(runs)
{
    filter_ = new QLineEdit;
    filter_->setObjectName(QStringLiteral("runFilter"));
    filter_->setPlaceholderText(tr("Filter: name, alpha, model"));
    filter_->setAccessibleName(tr("Filter runs"));
    filter_->setToolTip(tr("Only runs with all of these words are listed and drawn, e.g. \"aivae seed 1\""));
    filter_->setClearButtonEnabled(true);
    connect(filter_, &QLineEdit::textChanged, &runs_, &RunComparison::setFilter);
    all_ = new QCheckBox(tr("All listed runs"));
    all_->setObjectName(QStringLiteral("allRuns"));
    all_->setToolTip(tr("Draw all runs of this list, or none"));
    all_->setTristate(true);
    connect(all_, &QCheckBox::clicked, this, [this] { runs_.tickListed(runs_.listedState() != Qt::Checked); });
    list_ = new QListView;
    list_->setObjectName(QStringLiteral("comparedRuns"));
    list_->setAccessibleName(tr("Runs to compare"));
    list_->setToolTip(tr("Tick a run to draw its curves (space). Runs that differ by their seed only become a mean with its deviation"));
    list_->setModel(&runs_);
    list_->setItemDelegate(new RunRow(list_));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setUniformItemSizes(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->viewport()->setAutoFillBackground(false);
    none_ = new QLabel;
    none_->setWordWrap(true);
    none_->setFont(smallFont());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid / 2);
    column->addWidget(filter_);
    column->addWidget(all_);
    column->addWidget(none_);
    column->addWidget(list_, 1);
    connect(&runs_, &RunComparison::chosenChanged, this, &RunPicker::follow);
    follow();
}

void RunPicker::follow()
{
    const bool any = runs_.rowCount() > 0;
    all_->setEnabled(any);
    all_->setCheckState(runs_.listedState());
    none_->setVisible(!any);
    none_->setText(filter_->text().isEmpty() ? tr("No other runs yet: train again, and both can be compared here.")
                                             : tr("No run has these words. Clear the filter to see all."));
}

}  // namespace sonoglyph
