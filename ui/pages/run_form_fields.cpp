// What the form asks for: its fields in their order, and the recipes that fill them. How fields work: run_form.cpp.
#include "ui/pages/run_form.h"

#include <algorithm>
#include <limits>

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "core/data/dataset_config.h"
#include "ui/logic/dataset_title.h"
#include "ui/logic/number_text.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

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

}  // namespace

void RunForm::addPresets(QVBoxLayout* layout)
{
    auto* button = new QPushButton(tr("Recipes"));
    button->setObjectName(QStringLiteral("presets"));
    button->setToolTip(tr("Fill in settings that are known to work"));
    auto* menu = new QMenu(button);
    menu->setToolTipsVisible(true);
    const auto add = [&](const char* name, const QString& text, const QString& tip, const std::function<RunConfig()>& preset) {
        QAction* action = menu->addAction(text, this, [this, preset] { showConfig(preset()); });
        action->setObjectName(QLatin1String(name));
        action->setToolTip(tip);
        presets_ << action;
    };
    add("quick", tr("Quick look: 300 steps"),
        tr("300 steps on MNIST-FSDD, or on synthetic digits where that is not there: digits can be told apart, no more"),
        [this] { return draft_.quickPreset(); });
    add("paper", tr("Paper: MNIST-FSDD"), tr("The paper's training on MNIST-FSDD: 100 epochs, batch 128, 64 dimensions, alpha 1"),
        &RunDraft::paperPreset);
    add("paperScd", tr("Paper: MNIST-SCD"), tr("The paper's training on MNIST and Speech Commands, one-to-one: 100 epochs"),
        &RunDraft::paperScdPreset);
    add("microphone", tr("Microphone model"),
        tr("Many voices in changing rooms, a tenth of them held out: for what you say yourself. The built-in aivae-voice was trained so"),
        &RunDraft::microphonePreset);
    button->setMenu(menu);
    layout->addWidget(button, 0, Qt::AlignLeft);
}

void RunForm::addBasics()
{
    dataSet_ = choiceOf({});
    for (const std::string& name : builtInDatasets()) dataSet_->addItem(datasetTitle(name), QString::fromStdString(name));
    dataSet_->addItem(tr("The paper's two, a run each"), QStringLiteral("fsdd+scd"));
    dataSet_->addItem(tr("All four, a run each"), QStringLiteral("fsdd+fsdd6+scd+mixed"));
    builtInSets_ = dataSet_->count();
    addChoices(
        QStringLiteral("data.name"), tr("Data set"), tr("Which sounds are paired with which images. Several: a run for each"), dataSet_,
        [](const RunDraft::Choices& choices) {
            QStringList names;
            for (const std::string& name : choices.dataSets) names << QString::fromStdString(name);
            return names;
        },
        [](RunDraft::Choices& choices, const QStringList& names) {
            choices.dataSets.clear();
            for (const QString& name : names) choices.dataSets.push_back(name.toStdString());
        });
    model_ = choiceOf({});
    addChoices(
        QStringLiteral("model"), tr("Model"),
        tr("AIVAE: a variational autoencoder (paper, table 1). AIVAEGAN: with a discriminator (table 2). Both: a run for each"), model_,
        [](const RunDraft::Choices& choices) {
            QStringList names;
            for (const ModelKind kind : choices.models) names << QString::fromStdString(nameOf(kind));
            return names;
        },
        [](RunDraft::Choices& choices, const QStringList& names) {
            choices.models.clear();
            for (const QString& name : names)
                if (const auto kind = modelKind(name.toStdString())) choices.models.push_back(*kind);
        });
    setModels({ModelKind::Aivae});
    addNumbers(QStringLiteral("alpha"), tr("Alpha"),
               tr("Weight of the reconstruction term (paper, objective 4). Several, as in 0.2, 0.5, 1, 2: a run for each"),
               {false,
                [](const RunDraft::Choices& c) {
                    QStringList texts;
                    for (const double alpha : c.alphas) texts << realText(alpha);
                    return texts;
                },
                [](RunDraft::Choices& c, const std::vector<double>& v) { c.alphas = v; }});
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
    addNumbers(QStringLiteral("seed"), tr("Seed"),
               tr("Of initialisation, noise and order: equal seeds give equal runs, from the first weights on. Several: a run for each"),
               {true,
                [](const RunDraft::Choices& c) {
                    QStringList texts;
                    for (const std::uint64_t seed : c.seeds) texts << QString::number(seed);
                    return texts;
                },
                [](RunDraft::Choices& c, const std::vector<double>& v) { c.seeds.assign(v.begin(), v.end()); }});

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
              {false, tr("the paper's"), [](const RunConfig& c) { return c.learningRate != 0 ? realText(c.learningRate) : QString(); },
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
    if (models.size() > 1) model_->addItem(tr("Both, a run each"), QStringLiteral("aivae+aivaegan"));
    QStringList names;
    for (const ModelKind kind : draft_.choices().models) names << QString::fromStdString(nameOf(kind));
    model_->setCurrentIndex(model_->findData(names.join(u'+')));
    model_->setEnabled(models.size() > 1);
}

void RunForm::setOwnDataSets(const std::vector<RecordingSurvey>& sets)
{
    const QSignalBlocker quiet(dataSet_);
    while (dataSet_->count() > builtInSets_) dataSet_->removeItem(builtInSets_);
    for (const RecordingSurvey& set : sets) dataSet_->addItem(datasetTitle(set), QString::fromStdString(set.name));
    QStringList names;
    for (const std::string& name : draft_.choices().dataSets) names << QString::fromStdString(name);
    dataSet_->setCurrentIndex(dataSet_->findData(names.join(u'+')));
}

void RunForm::setSpeakers(const std::vector<std::string>& speakers)
{
    const QSignalBlocker quiet(split_);
    split_->clear();
    split_->addItems({QStringLiteral("random"), QStringLiteral("official"), QStringLiteral("speakers")});
    for (const std::string& speaker : speakers) split_->addItem(QStringLiteral("speaker:") + QString::fromStdString(speaker));
    split_->setEditText(QString::fromStdString(draft_.config().data.split));
}

}  // namespace sonoglyph
