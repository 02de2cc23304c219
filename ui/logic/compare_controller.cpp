#include "ui/logic/compare_controller.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

#include "ui/logic/decoder_controller.h"
#include "ui/logic/settings.h"
#include "ui/logic/training_controller.h"

namespace sonoglyph {

namespace {

constexpr const char* chosenKey = "compare/columns";
constexpr std::chrono::seconds pollEvery{3};

double lastOf(const WallColumn& column, double ModelMeasure::*value)
{
    return column.trail.empty() ? 0 : column.trail.back().measure.*value;
}

/// Those that know the same recordings as most others do: the wall is whole from the start.
QStringList firstChoice(const std::vector<BuiltinModel>& models)
{
    QHash<QString, QStringList> groups;
    QStringList best;
    for (const BuiltinModel& model : models) {
        QString known;
        for (const ExampleCode& example : model.info.examples) known += QString::fromStdString(example.recording) + u'\n';
        QStringList& group = groups[known];
        group << QString::fromStdString(model.name);
        if (!known.isEmpty() && group.size() > best.size()) best = group;
    }
    return best;
}

}  // namespace

CompareController::CompareController(Settings& settings, DecoderController& decoder, SoundLibrary* library, TrainingController* training,
                                     QObject* parent)
    : QObject(parent), settings_(settings), decoder_(decoder), training_(training), sounds_(library)
{
    worker_.setMaxThreadCount(1);
    poll_.setInterval(pollEvery);
    chosen_ = settings_.value(QString::fromLatin1(chosenKey)).toStringList();
    byPerson_ = !chosen_.isEmpty();
    connect(&sounds_, &WallSounds::changed, this, [this] { wall_.setSounds(sounds_.sounds()); });
    connect(&decoder_, &DecoderController::stateChanged, this, &CompareController::takeBuiltin);
    connect(&settings_, &Settings::dataFolderChanged, this, &CompareController::arrange);
    connect(&poll_, &QTimer::timeout, this, [this] {
        QStringList running;
        for (const WallColumn& column : wall_.columns())
            if (column.running) running << column.key;
        if (!running.isEmpty()) read(running);
    });
    if (training_) {
        live_ = std::make_unique<LiveModel>(decoder_, *training_);
        connect(live_.get(), &LiveModel::runChanged, this, &CompareController::followTraining);
        connect(live_.get(), &LiveModel::renewed, &wall_, &AlphaWall::renewLive);
        connect(training_, &TrainingController::stateChanged, this, &CompareController::refresh);
    }
    takeBuiltin();
    followTraining();
    refresh();
}

CompareController::~CompareController() { worker_.waitForDone(); }

void CompareController::takeBuiltin()
{
    if (!decoder_.engine() || decoder_.builtinModels().empty()) return;
    disconnect(&decoder_, &DecoderController::stateChanged, this, &CompareController::takeBuiltin);
    for (const BuiltinModel& model : decoder_.builtinModels()) {
        WallColumn column = wallColumn(model);
        known_.insert(column.key, std::move(column));
    }
    if (!byPerson_) chosen_ = firstChoice(decoder_.builtinModels());
    wall_.setEngine(*decoder_.engine());
    arrange();
}

void CompareController::followTraining()
{
    const std::filesystem::path run = live_ ? live_->run() : std::filesystem::path();
    const QString key = QString::fromStdString(run.string());
    wall_.setLive(key);
    // What trains here is what somebody wants to see.
    if (!key.isEmpty() && !chosen_.contains(key)) setChosen(chosen_ + QStringList(key));
}

void CompareController::setChosen(const QStringList& keys)
{
    if (keys == chosen_) return;
    chosen_ = keys;
    byPerson_ = true;
    settings_.setValue(QString::fromLatin1(chosenKey), chosen_);
    QStringList unknown;
    for (const QString& key : chosen_)
        if (!known_.contains(key)) unknown << key;
    arrange();
    if (!unknown.isEmpty()) read(unknown);
}

void CompareController::toggle(const QString& key)
{
    QStringList keys = chosen_;
    if (!keys.removeOne(key)) keys << key;
    setChosen(keys);
}

void CompareController::move(const QString& key, int by)
{
    QStringList shown;
    for (const WallColumn& column : wall_.columns()) shown << column.key;
    const qsizetype from = shown.indexOf(key), to = std::clamp<qsizetype>(from + by, 0, shown.size() - 1);
    if (from < 0 || from == to) return;
    shown.move(from, to);
    order_ = Order::AsChosen;
    for (const QString& hidden : std::as_const(chosen_))
        if (!shown.contains(hidden)) shown << hidden;
    if (shown == chosen_) arrange();  // it stood otherwise by another order
    setChosen(shown);
}

void CompareController::setOrder(Order order)
{
    if (order == order_) return;
    order_ = order;
    arrange();
}

void CompareController::togglePin(const QString& key)
{
    if (!pinned_.removeOne(key)) pinned_ << key;
    if (pinned_.size() > 2) pinned_.removeFirst();
    Q_EMIT columnsChanged();
}

void CompareController::setPlace(int place)
{
    place = std::clamp(place, 0, int(epochs_.size()));
    newest_ = place == int(epochs_.size());
    if (std::exchange(place_, place) == place) return;
    wall_.setEpoch(newest_ ? AlphaWall::newestEpoch : epochs_[std::size_t(place)]);
    Q_EMIT epochsChanged();
}

void CompareController::setWatched(bool watched)
{
    wall_.setWatched(watched);
    if (watched) {
        refresh();
        poll_.start();
    } else {
        poll_.stop();
    }
}

void CompareController::refresh() { read(chosen_); }

void CompareController::read(const QStringList& keys)
{
    QStringList runs;
    for (const QString& key : keys)
        if (std::filesystem::path(key.toStdString()).has_parent_path()) runs << key;
    if (runs.isEmpty()) return;
    worker_.start([this, runs] {
        QHash<QString, WallColumn> columns;
        for (const QString& run : runs)
            if (auto column = readWallColumn(run.toStdString())) columns.insert(run, std::move(*column));
        QMetaObject::invokeMethod(
            this,
            [this, runs, columns] {
                for (const QString& run : runs) {
                    known_.remove(run);  // a run that has gone leaves the wall, and comes back with its folder
                    if (const auto column = columns.find(run); column != columns.end()) known_.insert(run, *column);
                }
                arrange();
            },
            Qt::QueuedConnection);
    });
}

void CompareController::arrange()
{
    std::vector<WallColumn> columns;
    for (const QString& key : std::as_const(chosen_))
        if (const auto column = known_.constFind(key); column != known_.constEnd()) columns.push_back(*column);
    const auto by = [&](auto value) {
        std::stable_sort(columns.begin(), columns.end(), [&](const WallColumn& a, const WallColumn& b) { return value(a) < value(b); });
    };
    switch (order_) {
    case Order::AsChosen:
        break;
    case Order::Alpha:
        by([](const WallColumn& c) { return std::pair(c.alpha, c.title); });
        break;
    case Order::Accuracy:
        by([](const WallColumn& c) { return -lastOf(c, &ModelMeasure::accuracy); });
        break;
    case Order::Diversity:
        by([](const WallColumn& c) { return -lastOf(c, &ModelMeasure::diversity); });
        break;
    case Order::Name:
        by([](const WallColumn& c) { return c.title; });
        break;
    }
    pinned_.removeIf([&](const QString& key) {
        return std::none_of(columns.begin(), columns.end(), [&](const WallColumn& c) { return c.key == key; });
    });
    sounds_.setExamples(examplesFor(columns), settings_.dataFolder());
    if (!columns.empty()) {
        DatasetConfig data = columns.front().data;
        data.folder = settings_.dataFolder().toStdString();
        sounds_.setData(data);
    }
    wall_.setColumns(std::move(columns));
    findEpochs();
    Q_EMIT columnsChanged();
}

/// Those that a column knows, else any: with a data set their recordings can be heard by every model.
std::vector<ExampleCode> CompareController::examplesFor(const std::vector<WallColumn>& columns) const
{
    const auto knows = [](const WallColumn& column) { return !column.examples.empty(); };
    const auto column = std::find_if(columns.begin(), columns.end(), knows);
    if (column != columns.end()) return column->examples;
    for (const BuiltinModel& model : decoder_.builtinModels())
        if (!model.info.examples.empty()) return model.info.examples;
    return {};
}

void CompareController::findEpochs()
{
    std::set<int> found;
    for (const WallColumn& column : wall_.columns()) {
        for (const WallModel& model : column.models) found.insert(model.epoch);
        for (const WallPoint& point : column.trail) found.insert(point.epoch);
    }
    std::vector<int> epochs(found.begin(), found.end());
    if (epochs == epochs_) return;
    const int shown = newest_ || epochs_.empty() ? AlphaWall::newestEpoch : epochs_[std::size_t(place_)];
    epochs_ = std::move(epochs);
    place_ = newest_ ? int(epochs_.size()) : int(std::lower_bound(epochs_.begin(), epochs_.end(), shown) - epochs_.begin());
    newest_ = place_ == int(epochs_.size());
    wall_.setEpoch(newest_ ? AlphaWall::newestEpoch : epochs_[std::size_t(place_)]);
    Q_EMIT epochsChanged();
}

}  // namespace sonoglyph
