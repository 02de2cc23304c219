#include "ui/pages/run_form.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/logic/duration_text.h"
#include "ui/pages/action_button.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr double largestWhole = 9e15;  // every whole number up to it is a double

/// A number as typed: a comma or a point before the decimals, no separators of thousands.
std::optional<double> readReal(QString text)
{
    bool ok = false;
    const double value = QLocale::c().toDouble(text.trimmed().replace(u',', u'.'), &ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<double> readWhole(const QString& text)
{
    bool ok = false;
    const qlonglong value = text.trimmed().toLongLong(&ok);
    return ok && std::abs(double(value)) <= largestWhole ? std::optional(double(value)) : std::nullopt;
}

QString real(double value)
{
    QString text = QString::number(value, 'g', 10);
    return text.replace(u'.', QLocale().decimalPoint());
}

template <class T>
T narrowed(double value)
{
    return T(std::clamp(value, double(std::numeric_limits<T>::lowest()), double(std::numeric_limits<T>::max() / 2)));
}

QComboBox* choiceOf(const QList<std::pair<QString, QString>>& textsAndValues)
{
    auto* choice = new QComboBox;
    for (const auto& [text, value] : textsAndValues) choice->addItem(text, value);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(8);
    return choice;
}

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

struct RunForm::Number {
    bool whole = true;
    QString whenEmpty;  ///< what an empty field means, shown in it; empty: a number must be given
    std::function<QString(const RunConfig&)> get;
    std::function<void(RunConfig&, double)> set;
    bool negative = true;  ///< may be typed: what is wrong with it says validate()
};

RunForm::RunForm(RunDraft& draft, QAction& start, QWidget* parent) : QWidget(parent), draft_(draft)
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
    layout->addWidget(estimate_);
    layout->addWidget(button);

    auto* noWheel = new NoWheel(this);
    for (const Field& field : fields_) {
        field.editor->installEventFilter(noWheel);
        field.editor->setFocusPolicy(Qt::StrongFocus);
    }
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

void RunForm::addPresets(QVBoxLayout* layout)
{
    auto* quick = new QPushButton(tr("Quick look"));
    quick->setObjectName(QStringLiteral("quick"));
    quick->setToolTip(tr("Fill in 300 steps on MNIST-FSDD: digits can be told apart, no more"));
    auto* paper = new QPushButton(tr("Paper: MNIST-FSDD"));
    paper->setObjectName(QStringLiteral("paper"));
    paper->setToolTip(tr("Fill in the paper's training on MNIST-FSDD: 100 epochs, batch 128, 64 dimensions, alpha 1"));
    connect(quick, &QPushButton::clicked, this, &RunForm::showQuickLook);
    connect(paper, &QPushButton::clicked, this, &RunForm::showPaper);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addWidget(quick);
    row->addWidget(paper);
    row->addStretch();
    layout->addLayout(row);
}

void RunForm::addBasics()
{
    addChoice(
        QStringLiteral("data.name"), tr("Data set"), tr("Which sounds are paired with MNIST's images"),
        choiceOf({{tr("FSDD, 4 speakers"), QStringLiteral("fsdd")},
                  {tr("FSDD, 6 speakers"), QStringLiteral("fsdd6")},
                  {tr("Speech Commands"), QStringLiteral("scd")},
                  {tr("Mixed: both"), QStringLiteral("mixed")}}),
        [](const RunConfig& config) { return QString::fromStdString(config.data.name); },
        [](RunConfig& config, const QString& value) { config.data.name = value.toStdString(); });
    model_ = choiceOf({});
    addChoice(
        QStringLiteral("model"), tr("Model"), tr("AIVAE: a variational autoencoder (paper, table 1)"), model_,
        [](const RunConfig& config) { return QString::fromStdString(nameOf(config.model)); },
        [](RunConfig& config, const QString& value) {
            if (const auto kind = modelKind(value.toStdString())) config.model = *kind;
        });
    setModels({ModelKind::Aivae});
    addNumber(QStringLiteral("alpha"), tr("Alpha"), tr("Weight of the reconstruction term (paper, objective 4)"),
              {false, {}, [](const RunConfig& c) { return real(c.alpha); }, [](RunConfig& c, double v) { c.alpha = v; }});
    auto* objective = new QLabel;
    objective->setFont(smallFont());
    objective->setWordWrap(true);
    addRow(QStringLiteral("objective"), tr("Minimised"),
           tr("What a step makes smaller. BCE: binary cross-entropy, the reconstruction; D: how real the discriminator finds the image"),
           objective)
        .show = [this, objective] { objective->setText(QString::fromStdString(objectiveOf(draft_.config()))); };
    addNumber(QStringLiteral("epochs"), tr("Epochs"), tr("How often every pair is seen. The paper: 100"),
              {true,
               {},
               [](const RunConfig& c) { return QString::number(c.epochs); },
               [](RunConfig& c, double v) { c.epochs = narrowed<int>(v); }});
    addNumber(QStringLiteral("maxSteps"), tr("Steps, at most"), tr("The run ends after so many steps even inside an epoch"),
              {true, tr("no limit"), [](const RunConfig& c) { return c.maxSteps > 0 ? QString::number(c.maxSteps) : QString(); },
               [](RunConfig& c, double v) { c.maxSteps = narrowed<std::int64_t>(v); }});
    addNumber(QStringLiteral("batch"), tr("Batch"), tr("Pairs a step. The paper: 128"),
              {true,
               {},
               [](const RunConfig& c) { return QString::number(c.batch); },
               [](RunConfig& c, double v) { c.batch = narrowed<int>(v); }});
    addNumber(QStringLiteral("seed"), tr("Seed"), tr("Of initialisation, noise and order: equal seeds give equal runs"),
              {true,
               {},
               [](const RunConfig& c) { return QString::number(c.seed); },
               [](RunConfig& c, double v) { c.seed = narrowed<std::uint64_t>(v); },
               false});

    auto* name = new QLineEdit;
    addRow(QStringLiteral("name"), tr("Name"), tr("Of the run's folder in the folder of runs"), name).show = [this, name] {
        name->setPlaceholderText(draft_.nameIsOurs() ? draft_.name() : QString());
        const QString own = draft_.nameIsOurs() ? QString() : draft_.name();
        if (name->text().trimmed() != own) name->setText(own);
    };
    connect(name, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (!showing_) draft_.setName(text);
    });
}

void RunForm::addAdvanced()
{
    addNumber(QStringLiteral("latent"), tr("Latent size"), tr("Dimensions of the code z. The paper: 64"),
              {true,
               {},
               [](const RunConfig& c) { return QString::number(c.latent); },
               [](RunConfig& c, double v) { c.latent = narrowed<int>(v); }});
    addNumber(QStringLiteral("learningRate"), tr("Learning rate"), tr("Of Adam. Empty: the paper's, 0.001 for AIVAE"),
              {false, tr("the paper's"), [](const RunConfig& c) { return c.learningRate != 0 ? real(c.learningRate) : QString(); },
               [](RunConfig& c, double v) { c.learningRate = v; }});
    addChoice(
        QStringLiteral("rateSchedule"), tr("Learning rate over time"),
        tr("Constant, as in the paper, or falling to 0 at the last step: the weights settle, but a run cannot be stopped early"),
        choiceOf({{tr("constant"), QString::fromStdString(nameOf(RateSchedule::Constant))},
                  {tr("falling (cosine)"), QString::fromStdString(nameOf(RateSchedule::Cosine))}}),
        [](const RunConfig& config) { return QString::fromStdString(nameOf(config.rateSchedule)); },
        [](RunConfig& config, const QString& value) {
            if (const auto schedule = rateSchedule(value.toStdString())) config.rateSchedule = *schedule;
        });
    split_ = choiceOf({});
    split_->setEditable(true);
    setSpeakers({});
    addChoice(
        QStringLiteral("data.split"), tr("Split"),
        tr("random: 90 % to learn from, 10 % held out, as in the paper. official: the data set's own. speakers: a tenth of "
           "the speakers is held out. speaker:NAME: NAME is held out"),
        split_, [](const RunConfig& config) { return QString::fromStdString(config.data.split); },
        [](RunConfig& config, const QString& value) { config.data.split = value.toStdString(); });
    addChoice(
        QStringLiteral("data.spectrogram.timeMode"), tr("Time"),
        tr("How a sound of any length becomes 48 columns: stretched to them, or filled up with silence"),
        choiceOf({{tr("stretch"), QString::fromStdString(nameOf(TimeMode::Stretch))},
                  {tr("pad"), QString::fromStdString(nameOf(TimeMode::Pad))}}),
        [](const RunConfig& config) { return QString::fromStdString(nameOf(config.data.spectrogram.timeMode)); },
        [](RunConfig& config, const QString& value) {
            if (const auto mode = timeMode(value.toStdString())) config.data.spectrogram.timeMode = *mode;
        });
    addChoice(
        QStringLiteral("augmentation"), tr("Augmentation"),
        tr("Recordings changed anew each time they are used: speed, echo, noise, level. For the microphone: so that voices and rooms "
           "that were never recorded are understood"),
        choiceOf({{tr("none"), QStringLiteral("none")}, {tr("for the microphone"), QStringLiteral("microphone")}}),
        [](const RunConfig& config) {
            if (!config.augmentation.on()) return QStringLiteral("none");
            return config.augmentation == microphoneAugmentation() ? QStringLiteral("microphone") : QString();
        },
        [](RunConfig& config, const QString& value) {
            config.augmentation = value == QStringLiteral("microphone") ? microphoneAugmentation() : AugmentationParams();
        });
    addNumber(QStringLiteral("data.seed"), tr("Seed of the split"), tr("Of the split and of which sound is paired with which image"),
              {true,
               {},
               [](const RunConfig& c) { return QString::number(c.data.seed); },
               [](RunConfig& c, double v) { c.data.seed = narrowed<std::uint64_t>(v); },
               false});
    addChoice(
        QStringLiteral("initialisation"), tr("Initialisation"),
        tr("How the weights start. He is our choice: with PyTorch's the posterior collapses (every image the same)"),
        choiceOf({{tr("He"), QString::fromStdString(nameOf(Initialisation::He))},
                  {tr("PyTorch"), QString::fromStdString(nameOf(Initialisation::PyTorch))}}),
        [](const RunConfig& config) { return QString::fromStdString(nameOf(config.initialisation)); },
        [](RunConfig& config, const QString& value) {
            if (const auto kind = initialisation(value.toStdString())) config.initialisation = *kind;
        });
    addChoice(
        QStringLiteral("adversarial"), tr("Adversarial term"),
        tr("Of AIVAEGAN's generator. Saturating is what the paper prints; the other learns also where the discriminator is sure"),
        choiceOf({{tr("non-saturating, -log D"), QString::fromStdString(nameOf(Adversarial::NonSaturating))},
                  {tr("saturating, log(1 - D)"), QString::fromStdString(nameOf(Adversarial::Saturating))}}),
        [](const RunConfig& config) { return QString::fromStdString(nameOf(config.adversarial)); },
        [](RunConfig& config, const QString& value) {
            if (const auto term = adversarial(value.toStdString())) config.adversarial = *term;
        });
    const auto sum = QString::fromStdString(nameOf(Reduction::Sum)), mean = QString::fromStdString(nameOf(Reduction::Mean));
    addChoice(
        QStringLiteral("reconstructionReduction"), tr("Reconstruction"),
        tr("Over the 784 pixels of an image: with the mean, alpha weighs 784 times less"),
        choiceOf({{tr("sum over pixels"), sum}, {tr("mean over pixels"), mean}}),
        [](const RunConfig& config) { return QString::fromStdString(nameOf(config.reconstructionReduction)); },
        [](RunConfig& config, const QString& value) {
            if (const auto how = reduction(value.toStdString())) config.reconstructionReduction = *how;
        });
    addChoice(
        QStringLiteral("klReduction"), tr("KL term"),
        tr("Over the latent dimensions. The model's own: the sum for AIVAE, the mean for AIVAEGAN"),
        choiceOf({{tr("the model's own"), QString()}, {tr("sum over dimensions"), sum}, {tr("mean over dimensions"), mean}}),
        [](const RunConfig& config) { return config.klReduction ? QString::fromStdString(nameOf(*config.klReduction)) : QString(); },
        [](RunConfig& config, const QString& value) {
            const auto how = reduction(value.toStdString());
            config.klReduction = how ? std::optional(*how) : std::nullopt;
        });
    addChoice(
        QStringLiteral("standardise"), tr("Standardise"),
        tr("Spectrograms with mean 0 and deviation 1 over the training set. Our choice; the paper does not say"),
        choiceOf({{tr("yes"), QStringLiteral("yes")}, {tr("no"), QStringLiteral("no")}}),
        [](const RunConfig& config) { return config.standardise ? QStringLiteral("yes") : QStringLiteral("no"); },
        [](RunConfig& config, const QString& value) { config.standardise = value == QStringLiteral("yes"); });
    addNumber(QStringLiteral("klWarmup"), tr("KL warm-up"),
              tr("Steps over which the weight of KL (how much the code says beyond the prior, in nats) rises from 0 to 1. Empty: none, as "
                 "in the paper"),
              {true, tr("none"), [](const RunConfig& c) { return c.klWarmup != 0 ? QString::number(c.klWarmup) : QString(); },
               [](RunConfig& c, double v) { c.klWarmup = narrowed<std::int64_t>(v); }});
    addNumber(QStringLiteral("threads"), tr("Threads"), tr("Processor cores that are used. Empty: all"),
              {true, tr("all cores"), [](const RunConfig& c) { return c.threads != 0 ? QString::number(c.threads) : QString(); },
               [](RunConfig& c, double v) { c.threads = narrowed<int>(v); }});
}

void RunForm::setModels(const std::vector<ModelKind>& models)
{
    const QSignalBlocker quiet(model_);
    model_->clear();
    for (const ModelKind kind : models)
        model_->addItem(kind == ModelKind::Aivae ? tr("AIVAE") : tr("AIVAEGAN"), QString::fromStdString(nameOf(kind)));
    model_->setCurrentIndex(model_->findData(QString::fromStdString(nameOf(draft_.config().model))));
    model_->setEnabled(models.size() > 1);
}

void RunForm::setSpeakers(const std::vector<std::string>& speakers)
{
    const QSignalBlocker quiet(split_);
    split_->clear();
    split_->addItems({QStringLiteral("random"), QStringLiteral("official"), QStringLiteral("speakers")});
    for (const std::string& speaker : speakers) split_->addItem(QStringLiteral("speaker:") + QString::fromStdString(speaker));
    split_->setEditText(QString::fromStdString(draft_.config().data.split));
}

void RunForm::setSamplesPerSecond(std::optional<double> speed)
{
    speed_ = speed;
    showEstimate();
}

bool RunForm::valid() const { return unread_.isEmpty() && draft_.valid(); }

void RunForm::showQuickLook() { showPreset(RunDraft::quickPreset()); }

void RunForm::showPaper() { showPreset(RunDraft::paperPreset()); }

void RunForm::showPreset(const RunConfig& preset)
{
    unread_.clear();
    draft_.setConfig(preset);
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
        if (!reason.isEmpty() && field.advanced && !more_->isChecked()) unfold(true);
        field.reason->setVisible(!reason.isEmpty() && (!field.advanced || more_->isChecked()));
        field.editor->setAccessibleDescription(reason);
    }
    toData_->setVisible(draft_.dataMissing());
    showEstimate();
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

void RunForm::showEstimate()
{
    const auto steps = valid() ? draft_.steps() : std::nullopt;
    QString text;
    if (steps) {
        text = tr("%1 steps").arg(QLocale().toString(qlonglong(*steps)));
        if (speed_ && *speed_ > 0)
            text =
                tr("%1: about %2 at the speed of the last run").arg(text, durationText(double(*steps) * draft_.config().batch / *speed_));
    }
    estimate_->setText(text);
}

}  // namespace sonoglyph
