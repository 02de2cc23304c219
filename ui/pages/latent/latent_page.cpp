#include "ui/pages/latent/latent_page.h"

#include <algorithm>
#include <utility>

#include <QAction>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/logic/decoder_controller.h"
#include "ui/logic/film_lane.h"
#include "ui/logic/settings.h"
#include "ui/logic/text.h"
#include "ui/pages/actions.h"
#include "ui/pages/latent/arithmetic_view.h"
#include "ui/pages/latent/features_view.h"
#include "ui/pages/latent/map_view.h"
#include "ui/pages/latent/morph_view.h"
#include "ui/pages/latent/states_view.h"
#include "ui/pages/latent/traversals_view.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/digit_view.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/quiet.h"
#include "ui/widgets/reading_bars.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr const char *splitterName = "latent/main", *viewKey = "latent/view";
constexpr const char* smoothKey = "listen/smooth";  // the same images as on Listen
constexpr int originalSize = 112;

QString key(const char* name) { return QString::fromLatin1(name); }

}  // namespace

LatentPage::LatentPage(const AppContext& context, QWidget* parent)
    : Page(context, parent), controller_(*context.decoder), measures_(controller_, *context.decoder),
      states_(context.settings->statesFolder()), codes_(controller_, *context.decoder, context.library, &states_)
{
    worker_.setMaxThreadCount(1);
    makeActions();
    banner_ = new Banner(this);
    auto* empty =
        new EmptyState(QStringLiteral("latent"), tr("The features of a sound appear here. Say a digit on Listen, or open a sound file."),
                       tr("Go to Listen"), this);
    connect(empty, &EmptyState::actionTriggered, this, [this] { Q_EMIT pageWanted(QStringLiteral("listen")); });
    splitter_ = new QSplitter(Qt::Horizontal, this);
    splitter_->setChildrenCollapsible(false);
    splitter_->setHandleWidth(2 * kGrid);
    splitter_->addWidget(makeLeftSide());
    splitter_->addWidget(makeImageSide());
    splitter_->setStretchFactor(0, 3);
    splitter_->setStretchFactor(1, 2);
    splitter_->setSizes({640, 360});  // a share
    splitter_->restoreState(context_.settings->splitter(key(splitterName)));
    auto* work = new QWidget(this);
    auto* workLayout = new QVBoxLayout(work);
    workLayout->setContentsMargins(kMargin, kGrid, kMargin, kMargin);
    workLayout->addWidget(splitter_);

    stack_ = new QStackedLayout;
    stack_->addWidget(empty);
    stack_->addWidget(work);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(banner_);
    layout->addLayout(stack_, 1);
    connectParts();
    states_.load();
    view_->setCurrent(std::clamp(context_.settings->value(key(viewKey)).toInt(), 0, views_->count() - 1));
    showPlace();
    showValues();
    showImages();
}

LatentPage::~LatentPage()
{
    // The views use members of the page, also while they are hidden: they go first.
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
}

void LatentPage::makeActions()
{
    const auto make = [this](const char* name, const QString& text, const QString& tip, const QKeySequence& shortcut,
                             std::function<void()> slot) {
        QAction* action = makeAction(this, icon(QString::fromLatin1(name)), text, tip, shortcut, std::move(slot));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        return action;
    };
    keep_ = make("snapshot", tr("Keep this state"), tr("Keep where the features stand, with the image, under States"), QKeySequence::Save,
                 [this] { keepState(); });
    reset_ = make("reset", tr("Reset"), tr("Every feature at its mean, nothing zeroed; what is locked stays"), Qt::CTRL | Qt::Key_Backspace,
                  [this] { controller_.reset(); });
    undo_ = make("undo", tr("Undo"), tr("Take the last change back"), QKeySequence::Undo, [this] { controller_.undo(); });
    redo_ = make("redo", tr("Redo"), tr("Make the change again"), QKeySequence::Redo, [this] { controller_.redo(); });
    redo_->setShortcuts({QKeySequence(QKeySequence::Redo), Qt::CTRL | Qt::Key_Y});
}

QWidget* LatentPage::makeLeftSide()
{
    auto* side = new QWidget(splitter_);
    view_ = new Segments({tr("Features"), tr("Traversals"), tr("Morph"), tr("Map"), tr("Arithmetic"), tr("States")},
                         {tr("Every feature as a slider; k of them zeroed"), tr("The image along features or principal axes"),
                          tr("From one code to another"), tr("Every recording of the data set in a plane"),
                          tr("A less B plus C, and noise"), tr("Named states of the features")});
    features_ = new FeaturesView(controller_, measures_, meter_);
    traversals_ = new TraversalsView(controller_, measures_, *context_.decoder);
    morph_ = new MorphView(controller_, *context_.decoder, codes_);
    map_ = new MapView(controller_, *context_.decoder);
    arithmetic_ = new ArithmeticView(controller_, *context_.decoder, codes_);
    statesView_ = new StatesView(states_, *keep_);
    views_ = new QStackedLayout;
    for (QWidget* view : {static_cast<QWidget*>(features_), static_cast<QWidget*>(traversals_), static_cast<QWidget*>(morph_),
                          static_cast<QWidget*>(map_), static_cast<QWidget*>(arithmetic_), static_cast<QWidget*>(statesView_)})
        views_->addWidget(view);

    auto* top = new QHBoxLayout;
    top->setSpacing(kGrid / 2);
    top->addWidget(view_);
    top->addStretch(1);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addLayout(top);
    layout->addLayout(views_, 1);
    return side;
}

QWidget* LatentPage::makeImageSide()
{
    auto* side = new QWidget(splitter_);
    caption_ = quietLabel({}, side);
    caption_->setWordWrap(true);
    image_ = new DigitView(side);
    image_->setFigureTitle(tr("Image of the moved features"));
    image_->setSmooth(context_.settings->value(key(smoothKey), false).toBool());
    originalView_ = new DigitView(side);
    originalView_->setFigureTitle(tr("Image of the sound"));
    originalView_->setFixedSize(originalSize, originalSize);
    originalView_->setEmptyText(QStringLiteral("–"));
    originalView_->setToolTip(tr("The image of the untouched features, to compare"));
    connect(image_, &DigitView::smoothChanged, this, [this](bool smooth) {
        originalView_->setSmooth(smooth);
        context_.settings->setValue(key(smoothKey), smooth);
    });
    originalView_->setSmooth(image_->isSmooth());
    connect(image_, &DigitView::hovered, this, &Page::statusChanged);
    reading_ = new ReadingBars(side);
    reading_->setFigureTitle(tr("LeNet-5's reading"));

    auto* top = new QHBoxLayout;
    top->setSpacing(kGrid / 2);
    top->addWidget(caption_, 1);
    for (QAction* action : {undo_, redo_, reset_, keep_}) top->addWidget(iconButton(action), 0, Qt::AlignTop);
    auto* originalColumn = new QVBoxLayout;
    originalColumn->setSpacing(kGrid / 2);
    originalColumn->addWidget(quietLabel(tr("As it was heard"), side));
    originalColumn->addWidget(originalView_);
    originalColumn->addStretch(1);
    auto* readingColumn = new QVBoxLayout;
    readingColumn->setSpacing(kGrid / 2);
    readingColumn->addWidget(quietLabel(tr("LeNet-5 reads the image as"), side));
    readingColumn->addWidget(reading_, 1);
    auto* lower = new QHBoxLayout;
    lower->setSpacing(kMargin);
    lower->addLayout(originalColumn);
    lower->addLayout(readingColumn, 1);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addLayout(top);
    layout->addWidget(image_, 1);
    layout->addLayout(lower);
    return side;
}

void LatentPage::connectParts()
{
    DecoderController& decoder = *context_.decoder;
    connect(view_, &Segments::currentChanged, this, [this](int view) {
        views_->setCurrentIndex(view);
        context_.settings->setValue(key(viewKey), view);
    });
    connect(&controller_, &LatentController::codeChanged, this, [this] {
        showPlace();
        showValues();
        askOriginal();
        if (awaited_ && controller_.hasCode()) controller_.restore(std::exchange(awaited_, std::nullopt)->placement);
    });
    connect(&controller_, &LatentController::valuesChanged, this, &LatentPage::showValues);
    connect(&controller_, &LatentController::historyChanged, this, &LatentPage::showValues);
    connect(&controller_, &LatentController::drawingChanged, this, &LatentPage::showImages);
    connect(&decoder.story(), &SoundStory::soundChanged, this, &LatentPage::showPlace);
    connect(&decoder, &DecoderController::modelChanged, this, &LatentPage::takeModel);
    connect(&decoder, &DecoderController::modelFailed, this, [this] { awaited_.reset(); });
    connect(&decoder, &DecoderController::filmDrawn, this, [this](const Film& film) {
        if (original_ == 0 || film.request != original_) return;
        original_ = 0;
        originalView_->setImage(toQImage(film.frames.front().image));
    });
    connect(&decoder, &DecoderController::failed, this,
            [this](const QString& text, const QString& details) { banner_->showMessage(Banner::Warning, text, details); });
    connect(&mapper_, &CodeMapper::changed, this, &LatentPage::showMapping);
    connect(&mapper_, &CodeMapper::failed, this,
            [this](const QString& text, const QString& details) { banner_->showMessage(Banner::Warning, text, details); });
    connect(features_, &FeaturesView::mapWanted, this, [this] { wantMap(false); });
    connect(traversals_, &TraversalsView::mapWanted, this, [this] { wantMap(false); });
    connect(map_, &MapView::mapWanted, this, &LatentPage::wantMap);
    connect(features_, &FeaturesView::curveWanted, this, &LatentPage::measureZeroing);
    connect(&meter_, &ZeroingMeter::failed, this, [this](const QString& text, const QString& details) {
        meterFailed_ = true;
        banner_->showMessage(Banner::Warning, text, details);
    });
    connect(map_, &MapView::morphEndWanted, this, [this](int end, const NamedCode& code) {
        morph_->setEnd(end, code);
        Q_EMIT statusChanged(end == 0 ? tr("The morph begins at %1").arg(code.name) : tr("The morph ends at %1").arg(code.name));
    });
    connect(map_, &MapView::statusChanged, this, &Page::statusChanged);
    connect(traversals_, &TraversalsView::statusChanged, this, &Page::statusChanged);
    connect(morph_, &MorphView::statusChanged, this, &Page::statusChanged);
    connect(arithmetic_, &ArithmeticView::statusChanged, this, &Page::statusChanged);
    connect(statesView_, &StatesView::statusChanged, this, &Page::statusChanged);
    connect(statesView_, &StatesView::restoreWanted, this, [this](int row) { restore(states_.state(row)); });
    connect(&states_, &LatentStates::failed, this, [this](const QString& text) { banner_->showMessage(Banner::Warning, text); });
}

void LatentPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    measures_.setWatched(true);
}

void LatentPage::hideEvent(QHideEvent* event)
{
    measures_.setWatched(false);
    Page::hideEvent(event);
}

void LatentPage::showPlace() { stack_->setCurrentIndex(controller_.hasCode() || context_.decoder->story().sound() ? 1 : 0); }

void LatentPage::showValues()
{
    const bool any = controller_.hasCode();
    caption_->setText(
        any ? tr("%1: %2 of %3 features zeroed").arg(controller_.placement().sound).arg(controller_.zeroedCount()).arg(controller_.size())
            : QString());
    reset_->setEnabled(any && !controller_.untouched());
    keep_->setEnabled(any);
    undo_->setEnabled(controller_.canUndo());
    redo_->setEnabled(controller_.canRedo());
}

void LatentPage::showImages()
{
    const auto& drawing = controller_.drawing();
    image_->setImage(drawing ? toQImage(drawing->image) : QImage());
    if (drawing)
        reading_->setReading(drawing->reading);
    else
        reading_->clear();
    const auto& heard = context_.decoder->story().drawing();
    if (heard && heard->code.mean == controller_.mean()) originalView_->setImage(toQImage(heard->image));
}

/// Of a state that was put back nobody has heard the sound here.
void LatentPage::askOriginal()
{
    const auto& heard = context_.decoder->story().drawing();
    original_ = 0;
    if (!controller_.hasCode()) return originalView_->setImage({});
    if (heard && heard->code.mean == controller_.mean()) return showImages();
    original_ = context_.decoder->drawFilm({int(FilmLane::Original), {controller_.mean()}});
}

void LatentPage::keepState()
{
    if (!controller_.hasCode() || !context_.decoder->model()) return;
    states_.add(latentStateOf(controller_, *context_.decoder->model(), {}));
    Q_EMIT statusChanged(tr("Kept as “%1”").arg(states_.state(0).name));
}

QJsonObject LatentPage::figureState() const
{
    QJsonObject state{{QStringLiteral("view"), view_->current()}};
    if (!controller_.hasCode() || !context_.decoder->model()) return state;
    LatentState placed = latentStateOf(controller_, *context_.decoder->model(), tr("Figure"));
    placed.modelFile.clear();
    state[QStringLiteral("features")] = QString::fromStdString(latentStateText(placed));
    return state;
}

QString LatentPage::restoreFigure(const QJsonObject& state)
{
    view_->setCurrent(state[QStringLiteral("view")].toInt());
    const QString features = state[QStringLiteral("features")].toString();
    if (features.isEmpty()) return {};
    const auto placed = latentStateFromText(features.toStdString(), tr("Figure").toStdString());
    if (!placed) return toText(placed.error());
    banner_->hide();
    // The window looks for its model.
    if (const auto& model = context_.decoder->model(); !model || stampOf(*model) != placed->model)
        awaited_ = *placed;
    else
        restore(*placed);
    return {};
}

/// With its own model: where another one draws now, that is loaded first, and the state waits for it.
void LatentPage::restore(const LatentState& state)
{
    const auto& model = context_.decoder->model();
    banner_->hide();
    if (model && stampOf(*model) == state.model) {
        if (!controller_.restore(state.placement))
            banner_->showMessage(Banner::Warning, tr("“%1” has not as many features as the model.").arg(state.name));
        return;
    }
    const QString name = QString::fromStdString(state.model.name);
    const auto& builtin = context_.decoder->builtinModels();
    const bool known = std::any_of(builtin.begin(), builtin.end(), [&](const BuiltinModel& b) { return b.name == state.model.name; });
    if (!known && !QFileInfo::exists(state.modelFile))
        return banner_->showMessage(
            Banner::Warning, tr("“%1” needs the model %2 (%3, trained on %4 for %5 steps), which is not here. Open that model, then put "
                                "the state back.")
                                 .arg(state.name, name, QString::fromStdString(state.model.kind).toUpper(),
                                      QString::fromStdString(state.model.dataset), QLocale().toString(qlonglong(state.model.steps))));
    awaited_ = state;
    context_.decoder->loadModel(known ? name : state.modelFile);
}

void LatentPage::takeModel()
{
    mapper_.forget();
    meter_.forget();
    meterFailed_ = false;
    if (!awaited_) return;
    if (stampOf(*context_.decoder->model()) != awaited_->model) {
        const LatentState state = *std::exchange(awaited_, std::nullopt);
        return banner_->showMessage(
            Banner::Warning,
            tr("“%1” was made with another model of the name %2.").arg(state.name, QString::fromStdString(state.model.name)));
    }
    // The present sound is heard anew by the model that has come; the state is put back after that.
    if (!context_.decoder->story().sound()) controller_.restore(std::exchange(awaited_, std::nullopt)->placement);
}

void LatentPage::wantMap(bool again)
{
    const auto request = modelsData();
    if (request && !mapper_.busy() && (!mapper_.result() || again)) mapper_.map(*context_.decoder->engine(), *request);
}

std::optional<MapRequest> LatentPage::modelsData() const
{
    const auto& model = context_.decoder->model();
    if (!context_.decoder->engine() || !model) return std::nullopt;
    MapRequest request;
    request.model = model->file.empty() ? model->name : model->file.string();
    request.folder = context_.settings->dataFolder().toStdString();
    return request;
}

void LatentPage::measureZeroing(ZeroOrder order, bool samples)
{
    const auto request = modelsData();
    if (request && !meterFailed_) meter_.measure(*context_.decoder->engine(), *request, order, samples);
}

void LatentPage::showMapping()
{
    const QString note = mapper_.busy() ? tr("Hearing the data set: %1 %").arg(int(100 * mapper_.progress())) : QString();
    features_->setNote(note);
    traversals_->setNote(note);
    map_->setNote(note);
    if (mapper_.busy()) return;
    if (std::exchange(shownMap_, mapper_.result()) == mapper_.result()) return;
    measures_.setMap(mapper_.result());
    traversals_->setMap(mapper_.result());
    map_->setMap(mapper_.result());
}

bool LatentPage::openFiles(const QStringList& files)
{
    if (files.isEmpty()) return true;
    const auto isState = [](const QString& file) { return file.endsWith(QLatin1String(LatentStates::suffix), Qt::CaseInsensitive); };
    if (!std::all_of(files.begin(), files.end(), isState)) return false;
    worker_.start([this, files] {
        std::vector<LatentState> read;
        QString trouble;
        for (const QString& file : files) {
            auto state = readLatentState(file.toStdString());
            if (state)
                read.push_back(std::move(*state));
            else
                trouble = toText(state.error());
        }
        QMetaObject::invokeMethod(
            this,
            [this, read, trouble] {
                for (const LatentState& state : read) states_.add(state);
                if (!read.empty()) restore(read.back());
                if (!trouble.isEmpty()) banner_->showMessage(Banner::Warning, trouble);
            },
            Qt::QueuedConnection);
    });
    return true;
}

QList<QAction*> LatentPage::commands() const
{
    return QList<QAction*>{keep_, reset_, undo_, redo_} + features_->commands() + traversals_->commands() + morph_->commands() +
           map_->commands() + arithmetic_->commands() + statesView_->commands();
}

void LatentPage::closeDown() { context_.settings->setSplitter(key(splitterName), splitter_->saveState()); }

}  // namespace sonoglyph
