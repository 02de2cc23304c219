#include "ui/pages/run_form.h"

#include <algorithm>

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/logic/number_text.h"
#include "ui/pages/action_button.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

/// Fields lie in a scroll area: the wheel scrolls, it changes no value on its way.
class NoWheel : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::Wheel || static_cast<QWidget*>(watched)->hasFocus()) return false;
        event->ignore();
        return true;
    }
};

}  // namespace

RunForm::RunForm(RunDraft& draft, QAction& start, QAction& measure, QWidget* parent) : QWidget(parent), draft_(draft)
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, kGrid, 0);
    column->setSpacing(kGrid);
    addPresets(column);
    // No QFormLayout: that of Qt 6.4 writes beyond its rows when some are hidden and others depend on the width.
    rows_ = new QGridLayout;
    rows_->setHorizontalSpacing(kGrid);
    rows_->setVerticalSpacing(3 * kGrid / 4);
    rows_->setColumnStretch(1, 1);
    column->addLayout(rows_);
    column->addStretch();
    addBasics();
    more_ = new QToolButton;
    more_->setObjectName(QStringLiteral("more"));
    more_->setText(tr("More settings"));
    more_->setToolTip(tr("Size of the code, learning rate, split and everything else that a run's results depend on"));
    more_->setCheckable(true);
    more_->setAutoRaise(true);
    more_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(more_, &QToolButton::toggled, this, &RunForm::unfold);
    rows_->addWidget(more_, rows_->rowCount(), 0, 1, 2, Qt::AlignLeft);
    buildingAdvanced_ = true;
    addAdvanced();

    auto* scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Settings of the new run"));
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    // Hidden fields count too, so that nothing moves sideways when they are unfolded.
    int captionWidth = 0;
    for (const Field& field : fields_) captionWidth = std::max(captionWidth, field.caption->sizeHint().width());
    for (const Field& field : fields_) field.caption->setMinimumWidth(captionWidth);
    rows_->setColumnMinimumWidth(1, toData_->sizeHint().width());
    scroll->setMinimumWidth(content->minimumSizeHint().width() + scroll->verticalScrollBar()->sizeHint().width());
    unfold(false);

    estimate_ = new QLabel;
    estimate_->setObjectName(QStringLiteral("estimate"));
    estimate_->setWordWrap(true);
    estimate_->setFont(smallFont());
    auto* button = new ActionButton(start);
    button->setObjectName(QStringLiteral("start"));
    button->setDefault(true);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(scroll, 1);
    auto* estimate = new QHBoxLayout;
    estimate->setSpacing(kGrid);
    estimate->addWidget(estimate_, 1);
    auto* measureButton = new QToolButton;
    measureButton->setObjectName(QStringLiteral("measure"));
    measureButton->setDefaultAction(&measure);
    measureButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    measureButton->setAutoRaise(true);
    measureButton->setFocusPolicy(Qt::StrongFocus);
    estimate->addWidget(measureButton, 0, Qt::AlignTop);
    layout->addLayout(estimate);
    layout->addWidget(button);

    auto* noWheel = new NoWheel(this);
    for (const Field& field : fields_) {
        field.editor->installEventFilter(noWheel);
        field.editor->setFocusPolicy(Qt::StrongFocus);
    }
    setFocusProxy(findChild<QLineEdit*>(QStringLiteral("alpha")));
    connect(&draft_, &RunDraft::changed, this, &RunForm::showDraft);
    restyle();
    showDraft();
}

RunForm::Field& RunForm::addRow(const QString& key, const QString& label, const QString& tip, QWidget* editor)
{
    editor->setObjectName(key);
    editor->setAccessibleName(label);
    editor->setToolTip(tip);
    auto* caption = new QLabel(label);
    caption->setToolTip(tip);
    caption->setBuddy(editor);
    auto* reason = new QLabel;
    reason->setObjectName(key + QStringLiteral(".reason"));
    reason->setWordWrap(true);
    reason->setFont(smallFont());
    reason->setMinimumWidth(1);  // a folder's long name must not push the fields aside
    reason->hide();
    const int row = rows_->rowCount();
    rows_->addWidget(caption, row, 0);
    rows_->addWidget(editor, row, 1);
    rows_->addWidget(reason, row + 1, 1);
    if (key == QStringLiteral("data.name")) {
        toData_ = new QPushButton(tr("Open the Data page"));
        toData_->setObjectName(QStringLiteral("toData"));
        toData_->setToolTip(tr("Choose the data folder and see what it holds"));
        toData_->hide();
        connect(toData_, &QPushButton::clicked, this, &RunForm::dataPageWanted);
        rows_->addWidget(toData_, row + 2, 1, Qt::AlignLeft);
    }
    fields_.push_back({key, editor, reason, caption, buildingAdvanced_, {}});
    return fields_.back();
}

void RunForm::addNumber(const QString& key, const QString& label, const QString& tip, const Number& number)
{
    auto* line = new QLineEdit;
    line->setPlaceholderText(number.whenEmpty);
    const auto read = [number](const QString& text) -> std::optional<double> {
        if (text.trimmed().isEmpty() && !number.whenEmpty.isEmpty()) return 0;
        const auto value = number.whole ? readWhole(text) : readReal(text);
        return value && *value < 0 && !number.negative ? std::nullopt : value;
    };
    addRow(key, label, tip, line).show = [this, key, line, number, read] {
        if (unread_.contains(key)) return;
        // What is typed stays as it is for as long as it means the same ("0.10" is 0.1).
        RunConfig typed = draft_.config();
        if (const auto value = read(line->text())) number.set(typed, *value);
        const bool same = read(line->text()) && typed == draft_.config();
        if (!same) line->setText(number.get(draft_.config()));
    };
    connect(line, &QLineEdit::textChanged, this, [this, key, number, read](const QString& text) {
        if (showing_) return;
        const auto value = read(text);
        if (value) {
            unread_.remove(key);
            draft_.edit([&](RunConfig& config) { number.set(config, *value); });
        } else {
            unread_.insert(key, !number.negative ? tr("Give a whole number of 0 or more.")
                                : number.whole   ? tr("Give a whole number.")
                                                 : tr("Give a number."));
            showReasons();
        }
    });
}

void RunForm::addNumbers(const QString& key, const QString& label, const QString& tip, const Numbers& numbers)
{
    auto* line = new QLineEdit;
    const auto read = [numbers](const QString& text) {
        std::optional<std::vector<double>> values(std::in_place);
        for (const QString& item : listItems(text)) {
            const auto value = numbers.whole ? readWhole(item) : readReal(item);
            if (!value || (numbers.whole && *value < 0)) return std::optional<std::vector<double>>();
            values->push_back(*value);
        }
        return values->empty() ? std::nullopt : values;
    };
    addRow(key, label, tip, line).show = [this, key, line, numbers, read] {
        if (unread_.contains(key)) return;
        RunDraft::Choices typed = draft_.choices();
        const auto values = read(line->text());
        if (values) numbers.set(typed, *values);
        if (!values || typed != draft_.choices()) line->setText(listText(numbers.get(draft_.choices())));
    };
    connect(line, &QLineEdit::textChanged, this, [this, key, numbers, read](const QString& text) {
        if (showing_) return;
        if (const auto values = read(text)) {
            unread_.remove(key);
            draft_.choose([&](RunDraft::Choices& choices) { numbers.set(choices, *values); });
        } else {
            unread_.insert(key, numbers.whole ? tr("Give whole numbers of 0 or more.") : tr("Give one number or several."));
            showReasons();
        }
    });
}

void RunForm::addChoices(const QString& key, const QString& label, const QString& tip, QComboBox* choice,
                         const std::function<QStringList(const RunDraft::Choices&)>& get,
                         const std::function<void(RunDraft::Choices&, const QStringList&)>& set)
{
    addRow(key, label, tip, choice).show = [this, choice, get] {
        choice->setCurrentIndex(choice->findData(get(draft_.choices()).join(u'+')));
    };
    connect(choice, &QComboBox::currentIndexChanged, this, [this, choice, set] {
        if (showing_ || choice->currentIndex() < 0) return;
        const QStringList values = choice->currentData().toString().split(u'+');
        draft_.choose([&](RunDraft::Choices& choices) { set(choices, values); });
    });
}

void RunForm::addChoice(const QString& key, const QString& label, const QString& tip, QComboBox* choice,
                        const std::function<QString(const RunConfig&)>& get, const std::function<void(RunConfig&, const QString&)>& set)
{
    addRow(key, label, tip, choice).show = [this, choice, get] {
        const QString value = get(draft_.config());
        if (choice->isEditable()) {
            if (choice->currentText() != value) choice->setEditText(value);
        } else {
            choice->setCurrentIndex(choice->findData(value));
        }
    };
    const auto change = [this, choice, set] {
        if (showing_) return;
        const QString value = choice->isEditable() ? choice->currentText().trimmed() : choice->currentData().toString();
        draft_.edit([&](RunConfig& config) { set(config, value); });
    };
    if (choice->isEditable())
        connect(choice, &QComboBox::editTextChanged, this, change);
    else
        connect(choice, &QComboBox::currentIndexChanged, this, change);
}

void RunForm::setEstimate(const QString& text) { estimate_->setText(text); }

bool RunForm::valid() const { return unread_.isEmpty() && draft_.valid(); }

void RunForm::showConfig(const RunConfig& config)
{
    unread_.clear();
    draft_.setConfig(config);
}

void RunForm::unfold(bool open)
{
    for (const Field& field : fields_) {
        if (!field.advanced) continue;
        field.caption->setVisible(open);
        field.editor->setVisible(open);
        field.reason->setVisible(open && !field.reason->text().isEmpty());
    }
    more_->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    const QSignalBlocker quiet(more_);
    more_->setChecked(open);
}

void RunForm::showDraft()
{
    showing_ = true;
    for (const Field& field : fields_) field.show();
    showing_ = false;
    showReasons();
}

void RunForm::showReasons()
{
    for (const Field& field : fields_) {
        const QString reason = unread_.value(field.key, draft_.error(field.key));
        field.reason->setText(reason);
        field.reason->setToolTip(reason);
        if (!reason.isEmpty() && field.advanced && !more_->isChecked()) unfold(true);
        field.reason->setVisible(!reason.isEmpty() && (!field.advanced || more_->isChecked()));
        field.editor->setAccessibleDescription(reason);
    }
    toData_->setVisible(draft_.dataMissing());
    Q_EMIT validChanged();
}

void RunForm::restyle()
{
    for (const Field& field : fields_) {
        QPalette palette = field.reason->palette();
        palette.setColor(QPalette::WindowText, colors().danger);
        field.reason->setPalette(palette);
    }
}

void RunForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) restyle();
}

}  // namespace sonoglyph
