#include "ui/pages/data/data_set_section.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/logic/label_text.h"
#include "ui/pages/data/count_bars.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

DataSetSection::DataSetSection(const QString& title, const QString& source, QWidget* parent) : QWidget(parent)
{
    mark_ = new QLabel(this);
    mark_->setFixedSize(20, 20);
    auto* heading = new QLabel(title, this);
    QFont bold = bodyFont();
    bold.setBold(true);
    heading->setFont(bold);
    heading->setWordWrap(true);
    summary_ = new QLabel(this);
    summary_->setWordWrap(true);
    bars_ = new CountBars(this);
    bars_->setFigureTitle(tr("Recordings per label of %1").arg(title));
    problem_ = new QLabel(this);
    problem_->setWordWrap(true);
    problem_->setTextInteractionFlags(Qt::TextBrowserInteraction);
    origin_ = new QLabel(source, this);
    origin_->setWordWrap(true);
    origin_->setFont(smallFont());
    origin_->setForegroundRole(QPalette::PlaceholderText);
    origin_->setTextFormat(Qt::RichText);
    origin_->setTextInteractionFlags(Qt::TextBrowserInteraction);
    origin_->setOpenExternalLinks(true);

    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(kGrid);
    layout->setVerticalSpacing(4);
    layout->setColumnStretch(1, 1);
    int row = 0;
    layout->addWidget(mark_, row, 0, Qt::AlignVCenter);
    layout->addWidget(heading, row++, 1);
    for (QWidget* widget : {static_cast<QWidget*>(summary_), static_cast<QWidget*>(bars_), static_cast<QWidget*>(problem_)})
        layout->addWidget(widget, row++, 1);
    below_ = new QVBoxLayout;
    layout->addLayout(below_, row++, 1);
    layout->addWidget(origin_, row, 1);
    show(false, {}, nullptr, {});
}

void DataSetSection::show(bool present, const QString& summary, const RecordingSurvey* recordings, const QString& problem)
{
    present_ = present;
    summary_->setText(summary);
    summary_->setVisible(!summary.isEmpty());
    if (recordings) bars_->setCounts(recordings->perLabel, labelTexts(recordings->labels));
    bars_->setVisible(present && recordings);
    problem_->setText(problem);
    problem_->setVisible(!problem.isEmpty());
    restyle();
}

void DataSetSection::addBelow(QWidget* widget) { below_->addWidget(widget); }

void DataSetSection::restyle()
{
    const bool trouble = !present_ && !problem_->text().isEmpty();
    const QString name = present_ ? QStringLiteral("check") : trouble ? QStringLiteral("warning") : QStringLiteral("data");
    const Colors& theme = colors();
    mark_->setPixmap(iconPixmap(name, 20, present_ ? theme.accent : trouble ? theme.warning : theme.secondaryText, devicePixelRatioF()));
    mark_->setToolTip(present_ ? tr("This set is there.") : trouble ? tr("This set is missing or not complete.") : tr("Not here yet"));
    mark_->setAccessibleName(mark_->toolTip());
    // A label colours its links when its text is set, and does not look at an equal text.
    const QString source = origin_->text();
    origin_->clear();
    origin_->setText(source);
}

void DataSetSection::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) restyle();
}

}  // namespace sonoglyph
