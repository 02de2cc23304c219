#include "ui/pages/evaluate/evaluate_page.h"

#include <algorithm>

#include <QAction>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "core/train/run_folder.h"
#include "ui/logic/choice_role.h"
#include "ui/logic/engine_loader.h"
#include "ui/logic/portable_key.h"
#include "ui/logic/settings.h"
#include "ui/logic/wall_choices.h"
#include "ui/pages/action_button.h"
#include "ui/pages/actions.h"
#include "ui/pages/choice_popup.h"
#include "ui/pages/evaluate/confusion_panel.h"
#include "ui/pages/evaluate/models_view.h"
#include "ui/pages/evaluate/paper_view.h"
#include "ui/pages/evaluate/pictures_view.h"
#include "ui/pages/evaluate/zeroing_view.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/results_table.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr const char *viewKey = "evaluate/view", *modelsKey = "evaluate/models";

QString key(const char* name) { return QString::fromLatin1(name); }

}  // namespace

EvaluatePage::EvaluatePage(const AppContext& context, QWidget* parent) : Page(context, parent), models_(*context.engine)
{
    models_.setFolder(context_.settings->dataFolder());
    add_ = makeAction(this, icon(QStringLiteral("plus")), tr("Add models…"), tr("Choose built-in models and runs to evaluate"),
                      QKeySequence::New, [this] { openChoices(); });
    refresh_ =
        makeAction(this, icon(QStringLiteral("reset")), tr("Measure again"), tr("Evaluate the chosen models anew, after a run has gone on"),
                   QKeySequence::Refresh, [this] { models_.refresh(); });
    for (QAction* action : {add_, refresh_}) action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    banner_ = new Banner(this);
    makeViews();
    choices_ = new WallChoices(catalog_, this);
    popup_ = new ChoicePopup(*choices_, true, ChoicePopup::modelWords(), this);
    connect(popup_, &ChoicePopup::chosen, this, &EvaluatePage::toggle);
    connect(&catalog_, &ModelCatalog::refreshed, popup_, [this] { popup_->setReading(false); });
    connect(modelsView_, &ModelsView::addWanted, this, &EvaluatePage::openChoices);
    connect(modelsView_, &ModelsView::currentChanged, this, &EvaluatePage::showModel);
    connect(&models_, &EvaluationList::modelsChanged, this, &EvaluatePage::showModel);
    connect(zeroing_, &ZeroingView::failed, this,
            [this](const QString& text, const QString& details) { banner_->showMessage(Banner::Trouble, text, details); });
    connect(paper_, &PaperView::failed, this, [this](const QString& text) { banner_->showMessage(Banner::Trouble, text); });
    connect(paper_, &PaperView::statusChanged, this, &Page::statusChanged);
    connect(&paper_->job(), &ReproductionJob::resultsChanged, this, [this] { modelsView_->setReproduction(paper_->job().results()); });
    connect(modelsView_, &ModelsView::reproductionWanted, this, [this] { view_->setCurrent(views_->indexOf(paper_)); });
    connect(modelsView_, &ModelsView::trainingWanted, this, [this] { Q_EMIT pageWanted(QStringLiteral("train")); });
    connect(&modelsView_->table(), &ResultsTable::failed, banner_, [this](const Error& error) { banner_->showError(error); });
    connect(context_.settings, &Settings::dataFolderChanged, this, [this](const QString& folder) {
        models_.setFolder(folder);
        zeroing_->setFolder(folder);
        models_.refresh();
    });
    connect(context_.engine, &EngineLoader::ready, this, &EvaluatePage::fillBuiltin);
    fillBuiltin();
    view_->setCurrent(std::clamp(context_.settings->value(key(viewKey)).toInt(), 0, views_->count() - 1));
    showModel();
}

EvaluatePage::~EvaluatePage()
{
    // The views use members of the page, also while they are hidden: they go first.
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
}

void EvaluatePage::makeViews()
{
    view_ = new Segments({tr("Models"), tr("Confusion"), tr("Zeroing"), tr("Images"), tr("Paper")},
                         {tr("Accuracy and diversity, model beside model"), tr("Which digits are taken for which"),
                          tr("Accuracy with ever more features set to zero"), tr("Archetypes, held-out and learned pairs"),
                          tr("The paper's tables and figures, reproduced")});
    modelsView_ = new ModelsView(models_);
    confusion_ = new ConfusionPanel;
    zeroing_ = new ZeroingView(models_, *context_.engine);
    zeroing_->setFolder(context_.settings->dataFolder());
    pictures_ = new PicturesView;
    paper_ = new PaperView(*context_.settings);
    views_ = new QStackedLayout;
    for (QWidget* view : {static_cast<QWidget*>(modelsView_), static_cast<QWidget*>(confusion_), static_cast<QWidget*>(zeroing_),
                          static_cast<QWidget*>(pictures_), static_cast<QWidget*>(paper_)})
        views_->addWidget(view);
    connect(view_, &Segments::currentChanged, this, [this](int index) {
        views_->setCurrentIndex(index);
        context_.settings->setValue(key(viewKey), index);
        showModel();
    });
    current_ = new QLabel;
    current_->setForegroundRole(QPalette::PlaceholderText);
    addButton_ = new ActionButton(*add_);
    auto* top = new QHBoxLayout;
    top->setSpacing(kGrid);
    top->addWidget(view_);
    top->addStretch(1);
    top->addWidget(current_);
    top->addWidget(iconButton(refresh_));
    top->addWidget(addButton_);
    auto* work = new QVBoxLayout;
    work->setContentsMargins(kMargin, kGrid, kMargin, kMargin);
    work->setSpacing(kMargin);
    work->addLayout(top);
    work->addLayout(views_, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(banner_);
    layout->addLayout(work, 1);
}

QList<QAction*> EvaluatePage::commands() const
{
    return QList<QAction*>{add_, refresh_, zeroing_->measureAction()} + modelsView_->table().commands() + paper_->commands();
}

void EvaluatePage::fillBuiltin()
{
    Engine* engine = context_.engine->engine();
    if (!engine) return;
    catalog_.setBuiltin(engine->builtinModels());
    if (!models_.models().empty()) return;
    for (const QString& model : context_.settings->value(key(modelsKey)).toStringList()) models_.toggle(model, catalog_.titleOf(model));
}

void EvaluatePage::openChoices()
{
    popup_->setReading(!catalog_.loaded());
    catalog_.refresh(context_.settings->runsFolder());
    popup_->setTicked(models_.keys());
    popup_->openBelow(*addButton_);
}

void EvaluatePage::toggle(const QString& model)
{
    QString title = catalog_.titleOf(model);
    for (int row = 0; row < choices_->rowCount(); ++row) {
        const QModelIndex at = choices_->index(row, 0);
        if (at.data(ChoiceRole::Key).toString() == model && !at.data(ChoiceRole::Group).toString().isEmpty())
            title = at.data(ChoiceRole::Group).toString();
    }
    models_.toggle(model, title);
    popup_->setTicked(models_.keys());
    context_.settings->setValue(key(modelsKey), QStringList(models_.keys().values()));
    if (modelsView_->current() < 0 && !models_.models().empty()) modelsView_->setCurrent(0);
}

void EvaluatePage::showModel()
{
    const auto& models = models_.models();
    int at = modelsView_->current();
    if (at < 0 || at >= int(models.size())) at = models.empty() ? -1 : 0;
    const bool ofOne = view_->current() == 1 || view_->current() == 3;
    current_->setVisible(ofOne && at >= 0);
    if (at < 0) {
        const QString reason = tr("Choose models with “Add models…” first.");
        confusion_->show({}, nullptr, reason);
        return pictures_->show({}, nullptr, reason);
    }
    const EvaluatedModel& model = models[std::size_t(at)];
    current_->setText(model.title);
    const QString reason = model.state == EvaluatedModel::State::Failed ? model.trouble : tr("Its images are being read …");
    confusion_->show(model.title, model.result, reason);
    pictures_->show(model.title, model.result, reason);
}

void EvaluatePage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    fillBuiltin();
}

QJsonObject EvaluatePage::figureState() const
{
    const auto keyOf = [this](const QString& model) { return portableKey(model, context_.settings->runsFolder()); };
    const auto& all = models_.models();
    QJsonArray models, unfolded;
    for (const EvaluatedModel& model : all) {
        QJsonObject one{{QStringLiteral("key"), keyOf(model.key)}};
        if (model.result && model.result->details) {
            const EvaluationDetails& d = *model.result->details;
            one[QStringLiteral("fingerprint")] = QString::fromStdString(d.fingerprint);
            one[QStringLiteral("dataset")] = QString::fromStdString(d.dataset);
            one[QStringLiteral("split")] = QString::fromStdString(d.split);
            one[QStringLiteral("seed")] = double(d.seed);
        }
        models << one;
        if (modelsView_->unfolded().contains(model.key)) unfolded << keyOf(model.key);
    }
    QJsonObject state{
        {QStringLiteral("view"), view_->current()}, {QStringLiteral("models"), models}, {QStringLiteral("unfolded"), unfolded}};
    if (const int current = modelsView_->current(); current >= 0) state[QStringLiteral("current")] = keyOf(all[std::size_t(current)].key);
    return state;
}

QString EvaluatePage::restoreFigure(const QJsonObject& state)
{
    view_->setCurrent(state[QStringLiteral("view")].toInt());
    const auto keyFrom = [this](const QJsonValue& key) { return keyFromPortable(key.toString(), context_.settings->runsFolder()); };
    const QSet<QString> there = models_.keys();
    QStringList missing;
    for (const QJsonValue& value : state[QStringLiteral("models")].toArray()) {
        const QJsonValue portable = value[QLatin1String("key")];
        const QString model = keyFrom(portable);
        if (there.contains(model)) continue;
        if (!model.isEmpty() && (catalog_.rowOf(model) >= 0 || isRunFolder(model.toStdString())))
            toggle(model);
        else
            missing << tr("The model %1 is not here.").arg(portable.toString().section(u':', -1));
    }
    QSet<QString> unfolded;
    for (const QJsonValue& key : state[QStringLiteral("unfolded")].toArray()) unfolded << keyFrom(key);
    modelsView_->setUnfolded(unfolded);
    const auto& models = models_.models();
    const QString current = keyFrom(state[QStringLiteral("current")]);
    const auto at = std::find_if(models.begin(), models.end(), [&](const EvaluatedModel& model) { return model.key == current; });
    modelsView_->setCurrent(at == models.end() ? -1 : int(at - models.begin()));
    return missing.join(u'\n');
}

void EvaluatePage::closeDown()
{
    QStringList keys;
    for (const EvaluatedModel& model : models_.models()) keys << model.key;
    context_.settings->setValue(key(modelsKey), keys);
}

}  // namespace sonoglyph
