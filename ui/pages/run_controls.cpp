#include "ui/pages/run_controls.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/logic/number_text.h"
#include "ui/pages/actions.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

RunControls::RunControls(const QList<QAction*>& actions, TrainingController& training, QWidget* parent)
    : QWidget(parent), training_(training)
{
    setObjectName(QStringLiteral("controls"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid / 2);
    row_ = new QHBoxLayout;
    row_->setSpacing(kGrid / 2);
    column->addLayout(row_);
    for (QAction* action : actions) row_->addWidget(iconButton(action));
    addField(RunChange::Field::Alpha, tr("Alpha"), tr("Weight of the reconstruction from the next step on: type and press Enter"),
             6 * kGrid);
    addField(RunChange::Field::LearningRate, tr("Learning rate"),
             tr("Of Adam, from the next step on: type and press Enter. A falling rate goes on falling from the new value"), 9 * kGrid);
    reason_ = new QLabel;
    reason_->setObjectName(QStringLiteral("controls.reason"));
    reason_->setFont(smallFont());
    reason_->setWordWrap(true);
    reason_->hide();
    row_->addStretch();
    column->addWidget(reason_);
    connect(&training_, &TrainingController::stateChanged, this, &RunControls::follow);
    connect(&training_, &TrainingController::planned, this, &RunControls::showValues);
    connect(&training_, &TrainingController::changed, this, &RunControls::showValues);
    restyle();
    showValues();
    follow();
}

void RunControls::addField(RunChange::Field field, const QString& name, const QString& tip, int width)
{
    auto* line = new QLineEdit;
    line->setObjectName(QStringLiteral("live.") + QString::fromStdString(nameOf(field)));
    line->setAccessibleName(name);
    line->setToolTip(tip);
    line->setFixedWidth(width);
    line->installEventFilter(this);
    auto* caption = new QLabel(name);
    caption->setToolTip(tip);
    caption->setBuddy(line);
    row_->addSpacing(kGrid);
    row_->addWidget(caption);
    row_->addWidget(line);
    fields_.push_back({field, line, 0});
    connect(line, &QLineEdit::returnPressed, this, [this, index = fields_.size() - 1] { change(fields_[index]); });
    connect(line, &QLineEdit::textEdited, this, [this] { say({}); });
}

void RunControls::edit()
{
    fields_.front().line->setFocus(Qt::ShortcutFocusReason);
    fields_.front().line->selectAll();
}

void RunControls::follow()
{
    using State = TrainingController::State;
    const bool open = training_.state() == State::Running || training_.state() == State::Paused;
    for (const Field& field : fields_) field.line->setEnabled(open);
    if (!open) say({});
}

/// What is being typed stays.
void RunControls::showValues()
{
    if (!training_.plan()) return;
    const RunConfig& config = training_.plan()->config;
    for (Field& field : fields_) {
        const double value = field.field == RunChange::Field::Alpha ? config.alpha : config.effectiveLearningRate();
        if (std::exchange(field.now, value) == value && !field.line->text().isEmpty()) continue;
        field.line->setText(realText(value));
    }
    follow();
}

void RunControls::change(Field& field)
{
    const auto value = readReal(field.line->text());
    if (!value) return say(tr("Give a number."));
    if (*value == field.now) return say({});
    say(training_.change(field.field, *value));
}

void RunControls::say(const QString& reason)
{
    reason_->setText(reason);
    reason_->setVisible(!reason.isEmpty());
    for (const Field& field : fields_) field.line->setAccessibleDescription(reason);
}

bool RunControls::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    for (const Field& field : fields_)
        if (field.line == watched) field.line->setText(realText(field.now));
    say({});
    return true;
}

void RunControls::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) restyle();
}

void RunControls::restyle()
{
    QPalette palette = reason_->palette();
    palette.setColor(QPalette::WindowText, colors().danger);
    reason_->setPalette(palette);
}

}  // namespace sonoglyph
