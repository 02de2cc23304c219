#include "ui/logic/run_cost.h"

#include <algorithm>

#include <QCoreApplication>
#include <QLocale>

#include "core/base/priority.h"
#include "core/session/engine.h"
#include "ui/logic/duration_text.h"
#include "ui/logic/engine_loader.h"
#include "ui/logic/run_draft.h"
#include "ui/logic/settings.h"
#include "ui/logic/text.h"
#include "ui/logic/training_controller.h"

namespace sonoglyph {

namespace {

constexpr int measuredSteps = 3;

/// Small batches run slower, so each has a speed of its own.
QString speedKey(const RunConfig& config)
{
    return QStringLiteral("train/speed/%1-%2").arg(QString::fromStdString(nameOf(config.model))).arg(config.batch);
}

QString measuredKey(const RunConfig& config)
{
    return QStringLiteral("train/measured/%1-%2-%3-%4-%5")
        .arg(QString::fromStdString(nameOf(config.model)), QString::fromStdString(config.device))
        .arg(config.batch)
        .arg(config.latent)
        .arg(config.threads);
}

QString translated(const char* text, int n = -1) { return QCoreApplication::translate("sonoglyph::estimateText", text, nullptr, n); }

}  // namespace

RunCost::RunCost(EngineLoader& engine, Settings& settings, TrainingController& training, QObject* parent)
    : QObject(parent), engine_(engine), settings_(settings), training_(training)
{
    worker_.setMaxThreadCount(1);
    connect(&training_, &TrainingController::stateChanged, this, [this] {
        if (!training_.active()) return;
        waiting_.clear();
        stop_.request_stop();
    });
    connect(&engine_, &EngineLoader::ready, this, [this] {
        if (measuring_) begin();
    });
    connect(&engine_, &EngineLoader::failed, this, [this](const QString& text) {
        if (measuring_) take({}, text);
    });
}

RunCost::~RunCost()
{
    stop_.request_stop();
    worker_.waitForDone();
}

std::optional<RunCost::Known> RunCost::known(const RunConfig& config) const
{
    Known known;
    known.samplesPerSecond = settings_.value(speedKey(config)).toDouble();
    known.ofARun = known.samplesPerSecond > 0;
    const QVariantList measured = settings_.value(measuredKey(config)).toList();
    if (measured.size() == 3) {
        if (!known.ofARun) known.samplesPerSecond = measured[0].toDouble();
        known.memory = measured[1].toLongLong();
        known.checkpoint = measured[2].toLongLong();
    }
    return known.samplesPerSecond > 0 ? std::optional(known) : std::nullopt;
}

void RunCost::remember(const RunConfig& config, double samplesPerSecond)
{
    settings_.setValue(speedKey(config), samplesPerSecond);
    Q_EMIT changed();
}

void RunCost::measure(const std::vector<RunConfig>& configs)
{
    if (measuring_ || training_.active()) return;
    for (const RunConfig& config : configs) {
        const auto same = [&](const RunConfig& other) { return measuredKey(other) == measuredKey(config); };
        if (std::ranges::none_of(waiting_, same)) waiting_.push_back(config);
    }
    if (waiting_.empty()) return;
    measuring_ = true;
    stop_ = {};
    Q_EMIT changed();
    if (engine_.engine())
        begin();
    else
        engine_.start();
}

void RunCost::measureUnknown(const std::vector<RunConfig>& configs)
{
    if (measuring_ || training_.active()) return;
    std::vector<RunConfig> unknown;
    for (const RunConfig& config : configs) {
        const QString key = measuredKey(config);
        if (settings_.value(key).toList().size() == 3 || tried_.contains(key)) continue;
        tried_ << key;
        unknown.push_back(config);
    }
    measure(unknown);
}

void RunCost::begin()
{
    const RunConfig config = waiting_.back();
    waiting_.pop_back();
    worker_.start([this, config, engine = engine_.engine(), stop = stop_.get_token()] {
        workInBackground();
        const auto measured = engine->benchTrain(config, measuredSteps, {}, stop);
        QMetaObject::invokeMethod(
            this,
            [this, config, measured] {
                if (measured) {
                    // A run keeps a second copy of its state, for the disk.
                    settings_.setValue(measuredKey(config), QVariantList{measured->samplesPerSecond,
                                                                         qlonglong(measured->residentBytes + measured->checkpointBytes),
                                                                         qlonglong(measured->checkpointBytes)});
                    take(config, {});
                } else {
                    take(config, measured.error().code == Errc::Cancelled ? QString() : toText(measured.error()));
                }
            },
            Qt::QueuedConnection);
    });
}

void RunCost::take(const RunConfig&, const QString& trouble)
{
    if (!trouble.isEmpty()) {
        waiting_.clear();
        Q_EMIT failed(trouble);
    }
    if (waiting_.empty())
        measuring_ = false;
    else
        begin();
    Q_EMIT changed();
}

QString estimateText(const RunDraft& draft, const RunCost& cost)
{
    const auto steps = draft.valid() ? draft.steps() : std::nullopt;
    if (!steps) return {};
    const QLocale locale;
    double seconds = 0;
    qint64 memory = 0, disk = 0;
    bool timed = true, weighed = true, ofARun = false;
    const auto runs = draft.runs();
    for (const QueuedRun& run : runs) {
        const auto known = cost.known(run.config);
        timed = timed && known;
        weighed = weighed && known && known->memory;
        if (timed) seconds += double(*draft.stepsOf(run.config)) * run.config.batch / known->samplesPerSecond;
        if (known) ofARun = ofARun || known->ofARun;
        if (!weighed) continue;
        memory = std::max(memory, *known->memory);
        disk += draft.checkpointsOf(run.config) * *known->checkpoint;
    }
    const int count = int(runs.size());
    QString text = translated(QT_TRANSLATE_NOOP("sonoglyph::estimateText", "%1 steps")).arg(locale.toString(qlonglong(*steps)));
    if (count > 1) text = translated(QT_TRANSLATE_N_NOOP("sonoglyph::estimateText", "%n run(s), %1"), count).arg(text);
    QStringList facts;
    if (timed) facts << translated(QT_TRANSLATE_NOOP("sonoglyph::estimateText", "about %1")).arg(durationText(seconds));
    if (weighed) {
        const auto size = [&](qint64 bytes) { return locale.formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat); };
        facts << translated(QT_TRANSLATE_NOOP("sonoglyph::estimateText", "%1 memory")).arg(size(memory))
              << translated(QT_TRANSLATE_NOOP("sonoglyph::estimateText", "%1 disk")).arg(size(disk));
    }
    if (facts.isEmpty()) return text;
    const QString source = ofARun ? translated(QT_TRANSLATE_NOOP("sonoglyph::estimateText", "at the speed of the last run"))
                                  : translated(QT_TRANSLATE_NOOP("sonoglyph::estimateText", "measured on this machine"));
    return translated(QT_TRANSLATE_NOOP("sonoglyph::estimateText", "%1: %2 (%3)")).arg(text, facts.join(QStringLiteral(", ")), source);
}

}  // namespace sonoglyph
