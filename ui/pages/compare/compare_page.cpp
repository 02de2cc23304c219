#include "ui/pages/compare/compare_page.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/train/run_folder.h"
#include "core/train/sweep.h"
#include "ui/logic/decoder_controller.h"
#include "ui/logic/label_text.h"
#include "ui/logic/settings.h"
#include "ui/logic/sound_choices.h"
#include "ui/logic/text.h"
#include "ui/logic/wall_choices.h"
#include "ui/pages/actions.h"
#include "ui/pages/choice_popup.h"
#include "ui/pages/compare/closer_look.h"
#include "ui/pages/compare/epoch_bar.h"
#include "ui/pages/compare/run_table_panel.h"
#include "ui/pages/explain/slow_motion_panel.h"
#include "ui/widgets/plane_view.h"
#include "ui/widgets/quiet.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wall_view.h"

namespace sonoglyph {

namespace {

constexpr std::array samplesShown{0, 4, 9, 16};

QString columnTip(const WallColumn& column, const QString& shown)
{
    return ComparePage::tr("%1\nMinimised: %2\nTrained on %3, seed %4\nShown: %5\nA click pins the column to compare it with another one.")
        .arg(column.title, column.objective, column.dataset, QString::number(column.seed), shown);
}

}  // namespace

ComparePage::ComparePage(const AppContext& context, QWidget* parent)
    : Page(context, parent), controller_(*context.settings, *context.decoder, context.library, context.training), wall_(new WallView),
      plane_(new PlaneView), closer_(new CloserLook), epochs_(new EpochBar), choices_(new WallChoices(catalog_, this)),
      soundChoices_(new SoundChoices(controller_.sounds(), this)),
      models_(new ChoicePopup(*choices_, true, ChoicePopup::modelWords(), this)),
      sounds_(new ChoicePopup(
          *soundChoices_, true,
          {tr("Search sounds"), tr("Sounds"), tr("The recordings are being read…"), tr("No sound has these words in its name.")}, this))
{
    makeActions();
    wall_->setEmptyText(tr("The same sounds through several models appear here. Choose models to compare."));
    plane_->setEmptyText(tr("A dot appears here for every model whose accuracy and diversity were measured."));
    closer_->clear(tr("Point at an image to see it large. Click the heads of two columns to compare them."));

    auto* left = new QWidget;
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid);
    column->addWidget(wall_, 1);
    column->addWidget(epochs_);
    main_ = new QSplitter(Qt::Horizontal);
    main_->setObjectName(QStringLiteral("compare/main"));
    main_->addWidget(left);
    main_->addWidget(makeSide());
    main_->setStretchFactor(0, 1);
    main_->setSizes({680, 320});
    for (QSplitter* splitter : {main_, side_}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(2 * kGrid);
        splitter->restoreState(context_.settings->splitter(splitter->objectName()));
        connect(splitter, &QSplitter::splitterMoved, this,
                [this, splitter] { context_.settings->setSplitter(splitter->objectName(), splitter->saveState()); });
    }
    wallArea_ = new QWidget;
    auto* area = new QVBoxLayout(wallArea_);
    area->setContentsMargins(0, 0, 0, 0);
    area->setSpacing(kGrid);
    area->addWidget(makeTools());
    area->addWidget(main_, 1);
    runs_ = new RunTablePanel(context_, controller_);
    slow_ = new SlowMotionPanel(context_);
    stack_ = new QStackedLayout;
    for (QWidget* widget : {wallArea_, static_cast<QWidget*>(runs_), static_cast<QWidget*>(slow_)}) stack_->addWidget(widget);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kGrid, kMargin, kMargin);
    layout->setSpacing(kGrid / 2);
    layout->addWidget(makeHeading());
    layout->addLayout(stack_, 1);
    connectParts();
    epochs_->setEpochs(controller_.epochs(), controller_.place());
    showHeads();
}

ComparePage::~ComparePage() = default;

void ComparePage::makeActions()
{
    const auto make = [this](const char* iconName, const QString& text, const QString& tip, const QKeySequence& shortcut,
                             std::function<void()> slot) {
        QAction* action = makeAction(this, icon(QString::fromLatin1(iconName)), text, tip, shortcut, std::move(slot));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        return action;
    };
    actions_.models = make("plus", tr("Models…"), tr("Choose the models and runs that are compared"), {}, [this] { openModels(); });
    actions_.sounds = make("plus", tr("Sounds…"), tr("Choose the sounds that are compared, up to ten"), {}, [this] { openSounds(); });
    actions_.others =
        make("dice", tr("Other sounds"), tr("Draw recordings of the same kind, other ones each time"), Qt::CTRL | Qt::Key_D, [this] {
            controller_.sounds().clearPicked();
            controller_.sounds().setSeed(controller_.sounds().seed() + 1);
        });
    actions_.noise =
        make("dice", tr("Other noise"), tr("Draw other samples, with the same noise in every column"), Qt::CTRL | Qt::Key_M, [this] {
            ++noise_;
            setSamples();
        });
    actions_.play =
        make("sound", tr("Play the sound"), tr("Play the sound of this row"), {}, [this] { playRow(wall_->currentCell().y()); });
    actions_.pin = make("keep", tr("Pin the column"), tr("Compare this column closely with another pinned one"), {},
                        [this] { controller_.togglePin(currentColumn()); });
    actions_.remove = make("close", tr("Take the column away"), tr("The model stays, and can be chosen again"), {},
                           [this] { controller_.toggle(currentColumn()); });
    actions_.left = make("previous", tr("Column to the left"), tr("Move this column one place to the left"), Qt::CTRL | Qt::Key_Left,
                         [this] { controller_.move(currentColumn(), -1); });
    actions_.right = make("next", tr("Column to the right"), tr("Move this column one place to the right"), Qt::CTRL | Qt::Key_Right,
                          [this] { controller_.move(currentColumn(), 1); });
    actions_.use = make("listen", tr("Use this model"), tr("Hear and draw with this column's model"), Qt::CTRL | Qt::Key_U, [this] {
        if (currentColumn().isEmpty()) return;
        context_.decoder->loadModel(currentColumn());
        Q_EMIT pageWanted(QStringLiteral("listen"));
    });
    actions_.slow = make("step", tr("Slow motion"), tr("Walk through one training step of this column's model with its real numbers"), {},
                         [this] { openSlowMotion(); });
}

QWidget* ComparePage::makeTools()
{
    source_ = new Segments({tr("Examples"), tr("Held out"), tr("My words")},
                           {tr("Held-out recordings that the built-in models know: there without any data set"),
                            tr("Recordings of the data set that the first column was not trained on"),
                            tr("The newest words of Listen's history")});
    samples_ =
        new Segments({tr("Mean"), QStringLiteral("4"), QStringLiteral("9"), QStringLiteral("16")},
                     {tr("One image a cell, from the mean of z"), tr("Four samples of z a cell, with the same noise in every column"),
                      tr("Nine samples of z a cell, with the same noise in every column"),
                      tr("Sixteen samples of z a cell, with the same noise in every column")});
    label_ = new QComboBox;
    label_->setAccessibleName(tr("Label that is said"));
    label_->setToolTip(tr("One recording of each label, or ten of one: do all images of it look alike?"));
    fillLabels();
    label_->setFont(smallFont());
    order_ = new QComboBox;
    order_->setAccessibleName(tr("Order of the columns"));
    order_->setToolTip(tr("How the columns are sorted"));
    order_->setFont(smallFont());
    order_->addItem(tr("As chosen"), int(CompareController::Order::AsChosen));
    order_->addItem(tr("By alpha"), int(CompareController::Order::Alpha));
    order_->addItem(tr("By accuracy"), int(CompareController::Order::Accuracy));
    order_->addItem(tr("By diversity"), int(CompareController::Order::Diversity));
    order_->addItem(tr("By name"), int(CompareController::Order::Name));
    auto* tools = new QWidget;
    soundsButton_ = quietButton(actions_.sounds, tools);
    auto* others = quietButton(actions_.others, tools);
    auto* noise = quietButton(actions_.noise, tools);
    for (QToolButton* button : {others, noise}) button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    auto* layout = new QHBoxLayout(tools);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(source_);
    layout->addWidget(label_);
    layout->addWidget(others);
    layout->addWidget(soundsButton_);
    layout->addStretch(1);
    layout->addWidget(quietLabel(tr("Images"), tools));
    layout->addWidget(samples_);
    layout->addWidget(noise);
    return tools;
}

QWidget* ComparePage::makeHeading()
{
    view_ = new Segments({tr("Wall"), tr("Runs")},
                         {tr("The same sounds through several models"), tr("All runs as a table: sort, tag, delete, put on the wall")});
    auto* heading = new QWidget;
    modelsButton_ = quietButton(actions_.models, heading);
    auto* layout = new QHBoxLayout(heading);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(view_);
    layout->addStretch(1);
    layout->addWidget(order_);
    layout->addWidget(quietButton(actions_.slow, heading));
    layout->addWidget(modelsButton_);
    return heading;
}

QWidget* ComparePage::makeSide()
{
    side_ = new QSplitter(Qt::Vertical);
    side_->setObjectName(QStringLiteral("compare/side"));
    side_->addWidget(plane_);
    side_->addWidget(closer_);
    side_->setSizes({280, 360});
    return side_;
}

void ComparePage::connectParts()
{
    connect(&controller_.wall(), &AlphaWall::rearranged, this, &ComparePage::showHeads);
    connect(&controller_.wall(), &AlphaWall::cellChanged, this, &ComparePage::showCell);
    connect(&controller_, &CompareController::columnsChanged, this, &ComparePage::showHeads);
    connect(&controller_, &CompareController::columnsChanged, this, &ComparePage::findWanted);
    connect(&controller_, &CompareController::epochsChanged, this, [this] {
        epochs_->setEpochs(controller_.epochs(), controller_.place());
        showPlane();
        findWanted();
    });
    connect(epochs_, &EpochBar::placeChanged, this, [this](int place) {
        wantedEpoch_ = 0;
        controller_.setPlace(place);
    });
    connect(source_, &Segments::currentChanged, this, [this](int index) {
        wantedSounds_.clear();
        controller_.sounds().setSource(WallSounds::Source(index));
        showSoundControls();
    });
    connect(&controller_.sounds(), &WallSounds::changed, this, &ComparePage::showSoundControls);
    connect(&controller_.sounds(), &WallSounds::changed, this, &ComparePage::findWanted);
    connect(label_, &QComboBox::currentIndexChanged, this, [this] { controller_.sounds().setDigit(label_->currentData().toInt()); });
    connect(order_, &QComboBox::currentIndexChanged, this,
            [this] { controller_.setOrder(CompareController::Order(order_->currentData().toInt())); });
    connect(samples_, &Segments::currentChanged, this, &ComparePage::setSamples);
    connect(wall_, &WallView::looked, this, &ComparePage::look);
    connect(wall_, &WallView::columnChosen, this,
            [this](int column) { controller_.togglePin(controller_.wall().columns()[std::size_t(column)].key); });
    connect(wall_, &WallView::rowChosen, this, &ComparePage::playRow);
    connect(wall_, &WallView::columnMoved, this,
            [this](int from, int to) { controller_.move(controller_.wall().columns()[std::size_t(from)].key, to - from); });
    connect(wall_, &WallView::columnMenuWanted, this, &ComparePage::openColumnMenu);
    connect(plane_, &PlaneView::hovered, this, &ComparePage::statusChanged);
    connect(plane_, &PlaneView::chosen, this, [this](int, int epoch) {
        const auto& all = controller_.epochs();
        controller_.setPlace(int(std::lower_bound(all.begin(), all.end(), epoch) - all.begin()));
    });
    connect(closer_, &CloserLook::hovered, this, &ComparePage::statusChanged);
    connect(models_, &ChoicePopup::chosen, this, [this](const QString& key) {
        controller_.toggle(key);
        models_->setTicked({controller_.chosen().begin(), controller_.chosen().end()});
    });
    connect(sounds_, &ChoicePopup::chosen, this, [this](const QString& id) { controller_.sounds().togglePicked(id); });
    connect(&catalog_, &ModelCatalog::refreshed, this, [this] { models_->setReading(false); });
    connect(context_.decoder, &DecoderController::stateChanged, this, [this] { catalog_.setBuiltin(context_.decoder->builtinModels()); });
    catalog_.setBuiltin(context_.decoder->builtinModels());
    connect(view_, &Segments::currentChanged, this, [this](int view) {
        if (slow_->isVisible()) slow_->leave();
        stack_->setCurrentIndex(view);
        order_->setVisible(view == 0);
    });
    connect(slow_, &SlowMotionPanel::closed, this, [this] {
        stack_->setCurrentIndex(view_->current());
        wall_->setFocus();
    });
    connect(runs_, &RunTablePanel::runWanted, this, &ComparePage::runWanted);
    connect(runs_, &RunTablePanel::trainPageWanted, this, [this] { Q_EMIT pageWanted(QStringLiteral("train")); });
    connect(slow_, &SlowMotionPanel::dataPageWanted, this, [this] { Q_EMIT pageWanted(QStringLiteral("data")); });
    connect(&player_, &SoundPlayer::failed, this, &ComparePage::statusChanged);
    setSamples();
}

QList<QAction*> ComparePage::commands() const
{
    return QList<QAction*>{actions_.models, actions_.sounds, actions_.others, actions_.noise, epochs_->playAction(), actions_.play,
                           actions_.pin,    actions_.remove, actions_.left,   actions_.right, actions_.use,          actions_.slow} +
           runs_->commands();
}

bool ComparePage::openFiles(const QStringList& files)
{
    if (!isVisible() || files.isEmpty()) return files.isEmpty();
    QStringList keys = controller_.chosen();
    for (const QString& file : files) {
        const auto folder = std::filesystem::absolute(file.toStdString()).lexically_normal();
        if (isRunFolder(folder)) {
            keys << QString::fromStdString(folder.string());
        } else if (const auto sweep = readSweep(folder); sweep) {
            for (const SweepRun& run : sweep->runs) keys << QString::fromStdString((folder / run.name).string());
        } else {
            return false;
        }
    }
    keys.removeDuplicates();
    controller_.setChosen(keys);
    return true;
}

void ComparePage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    controller_.setWatched(true);
}

void ComparePage::hideEvent(QHideEvent* event)
{
    controller_.setWatched(false);
    player_.stop();
    Page::hideEvent(event);
}

void ComparePage::setSamples()
{
    const int samples = samplesShown[std::size_t(samples_->current())];
    actions_.noise->setEnabled(samples > 0);
    controller_.wall().setSamples(samples, noise_);
}

void ComparePage::showHeads()
{
    const AlphaWall& wall = controller_.wall();
    order_->setCurrentIndex(order_->findData(int(controller_.order())));
    QList<WallHead> rows, columns;
    for (const WallSound& sound : wall.sounds()) {
        WallHead head;
        head.title = sound.digit >= 0 ? sound.said : sound.title;
        head.detail = sound.digit >= 0 ? sound.title : QString();
        head.toolTip = sound.sound ? tr("A click plays the sound.")
                                   : tr("%1 is not at hand: the models know only how they hear it, so it cannot be played.")
                                         .arg(QString::fromStdString(sound.recording));
        rows << head;
    }
    for (std::size_t c = 0; c < wall.columns().size(); ++c) {
        const WallColumn& column = wall.columns()[c];
        const int epoch = wall.shownEpoch(int(c));
        WallHead head;
        head.title = column.title;
        head.live = wall.isLive(int(c));
        const QString shown = head.live ? tr("live, as it trains") : epoch > 0 ? tr("epoch %1").arg(epoch) : tr("within epoch 1");
        head.detail = tr("α %1 · %2").arg(QLocale().toString(column.alpha, 'g', 4), head.live ? tr("live") : shown);
        head.toolTip = columnTip(column, shown);
        head.alpha = column.alpha;
        head.pinned = controller_.pinned().contains(column.key);
        columns << head;
    }
    const QString trouble = controller_.sounds().trouble();
    wall_->setEmptyText(controller_.sounds().reading() ? tr("Reading recordings…")
                        : !trouble.isEmpty()           ? trouble
                                             : tr("The same sounds through several models appear here. Choose models to compare."));
    wall_->setHeads(rows, columns);
    if (wall_->currentCell().x() < 0 && !rows.isEmpty() && !columns.isEmpty()) wall_->setCurrentCell({0, 0});
    showCells();
    showPlane();
    showCloserLook();
}

void ComparePage::showCells()
{
    const AlphaWall& wall = controller_.wall();
    for (int s = 0; s < int(wall.sounds().size()); ++s)
        for (int c = 0; c < int(wall.columns().size()); ++c) showCell(s, c);
    epochs_->setWaiting(wall.awaited() > 0);
}

void ComparePage::showCell(int sound, int column)
{
    const AlphaWall& wall = controller_.wall();
    const AlphaWall::Cell& cell = wall.cell(sound, column);
    WallCell shown;
    shown.waiting = cell.awaited;
    shown.trouble = cell.trouble;
    if (cell.drawing) {
        const auto images = [&shown](const Drawing& drawing) { shown.images << toQImage(drawing.image); };
        if (cell.drawing->samples.empty())
            images(cell.drawing->mean);
        else
            std::for_each(cell.drawing->samples.begin(), cell.drawing->samples.end(), images);
        const Reading& reading = cell.drawing->mean.reading;
        shown.sure = reading.sure();
        shown.read = QString::fromStdString(reading.name());
        const int said = wall.sounds()[std::size_t(sound)].digit;
        shown.wrong = said >= 0 && reading.label() >= 0 && reading.label() != said;
    }
    wall_->setCell(sound, column, shown);
    epochs_->setWaiting(wall.awaited() > 0);
    const QPoint at = looked_.x() >= 0 ? looked_ : wall_->currentCell();
    if (at.y() == sound) showCloserLook();
}

void ComparePage::showPlane()
{
    const AlphaWall& wall = controller_.wall();
    QList<PlaneTrail> trails;
    for (const WallColumn& column : wall.columns()) {
        PlaneTrail trail{column.title, column.alpha, {}, -1};
        const WallPoint* current = column.pointAt(wall.epoch());
        for (const WallPoint& point : column.trail) {
            if (&point == current) trail.current = int(trail.points.size());
            trail.points << PlanePoint{point.epoch, point.measure.accuracy, point.measure.diversity};
        }
        trails << trail;
    }
    plane_->setTrails(trails);
}

QString ComparePage::currentColumn() const
{
    const int column = wall_->currentCell().x();
    const auto& columns = controller_.wall().columns();
    return column >= 0 && column < int(columns.size()) ? columns[std::size_t(column)].key : QString();
}

void ComparePage::look(QPoint cell)
{
    looked_ = cell;
    plane_->setCurrent(cell.x() >= 0 ? cell.x() : wall_->currentCell().x());
    showCloserLook();
}

QString ComparePage::caption(QPoint cell) const
{
    const AlphaWall& wall = controller_.wall();
    const WallSound& sound = wall.sounds()[std::size_t(cell.y())];
    const QString name = sound.digit >= 0 ? tr("“%1” by %2").arg(sound.said, sound.title) : sound.title;
    const AlphaWall::Cell& shown = wall.cell(cell.y(), cell.x());
    const QString column = wall.columns()[std::size_t(cell.x())].title;
    return shown.trouble.isEmpty() ? tr("%1, drawn by %2").arg(name, column) : shown.trouble;
}

void ComparePage::showCloserLook()
{
    const AlphaWall& wall = controller_.wall();
    const QPoint at = looked_.x() >= 0 ? looked_ : wall_->currentCell();
    if (at.x() < 0 || at.y() >= int(wall.sounds().size()) || at.x() >= int(wall.columns().size()))
        return closer_->clear(tr("Point at an image to see it large. Click the heads of two columns to compare them."));
    const WallSound& sound = wall.sounds()[std::size_t(at.y())];
    QList<int> pinned;
    for (int c = 0; c < int(wall.columns().size()); ++c)
        if (controller_.pinned().contains(wall.columns()[std::size_t(c)].key)) pinned << c;
    if (pinned.size() < 2) return closer_->showOne(caption(at), wall.cell(at.y(), at.x()).drawing.get(), sound.digit);
    const auto title = [&](int c) { return wall.columns()[std::size_t(c)].title; };
    closer_->showTwo(sound.digit >= 0 ? tr("“%1” by %2").arg(sound.said, sound.title) : sound.title, title(pinned[0]),
                     wall.cell(at.y(), pinned[0]).drawing.get(), title(pinned[1]), wall.cell(at.y(), pinned[1]).drawing.get());
}

void ComparePage::openModels()
{
    catalog_.refresh(context_.settings->runsFolder());
    models_->setReading(!catalog_.loaded());
    models_->setTicked({controller_.chosen().begin(), controller_.chosen().end()});
    models_->openBelow(*modelsButton_);
}

void ComparePage::openSounds()
{
    showSoundControls();
    sounds_->openBelow(*soundsButton_);
}

void ComparePage::fillLabels()
{
    // Those that the sounds have; before they are known, the digits.
    std::map<int, QString> said;
    for (const WallSoundChoice& choice : controller_.sounds().choices())
        if (choice.digit >= 0) said.emplace(choice.digit, choice.said);
    if (said.empty())
        for (int label = 0; label < int(digitLabels().size()); ++label) said.emplace(label, labelText(digitLabels(), label));
    QStringList texts{tr("Every label")};
    for (const auto& [label, text] : said) texts << tr("Only %1").arg(text);
    bool same = label_->count() == texts.size();
    for (int i = 0; same && i < texts.size(); ++i) same = label_->itemText(i) == texts[i];
    if (same) return;
    const QSignalBlocker quiet(label_);
    const QVariant before = label_->currentData();
    label_->clear();
    label_->addItem(texts[0], -1);
    int at = 1;
    for (const auto& [label, text] : said) label_->addItem(texts[at++], label);
    label_->setCurrentIndex(std::max(0, before.isValid() ? label_->findData(before) : 0));
    controller_.sounds().setDigit(label_->currentData().toInt());
}

void ComparePage::showSoundControls()
{
    if (!controller_.sounds().reading()) fillLabels();
    const WallSounds& sounds = controller_.sounds();
    const QStringList picked = sounds.picked();
    const bool words = sounds.source() == WallSounds::Source::Words;
    label_->setEnabled(!words && picked.isEmpty());
    actions_.others->setEnabled(!words || !picked.isEmpty());
    sounds_->setReading(sounds.reading());
    sounds_->setTicked({picked.begin(), picked.end()});
}

void ComparePage::openColumnMenu(int column, const QPoint& place)
{
    wall_->setCurrentCell({column, std::max(0, wall_->currentCell().y())});
    QMenu menu(this);
    menu.addActions({actions_.pin, actions_.left, actions_.right, actions_.slow, actions_.use, actions_.remove});
    menu.exec(place);
}

void ComparePage::playRow(int row)
{
    const auto& sounds = controller_.wall().sounds();
    if (row < 0 || row >= int(sounds.size())) return;
    const WallSound& sound = sounds[std::size_t(row)];
    if (sound.sound)
        player_.play(*sound.sound);
    else
        Q_EMIT statusChanged(tr("%1 is not at hand: the models know only how they hear it.").arg(QString::fromStdString(sound.recording)));
}

void ComparePage::openSlowMotion()
{
    const auto& columns = controller_.wall().columns();
    if (columns.empty()) return;
    const int current = std::max(0, wall_->currentCell().x());
    const WallColumn& column = columns[std::size_t(current)];
    const WallModel* model = column.at(controller_.wall().epoch());
    if (!model) return;
    stack_->setCurrentWidget(slow_);
    slow_->start(model->key, column.title);
}

}  // namespace sonoglyph
