#include "ui/logic/coach.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QCoreApplication>
#include <QLocale>

#include "ui/logic/text.h"

namespace sonoglyph {

namespace {

constexpr std::int64_t leastSteps = 40;  // fewer say nothing yet
constexpr std::int64_t around = 150;     // steps shown before what has gone wrong
constexpr double settled = 0.01;         // of the reconstruction
constexpr double overfitted = 1.03;      // of the best held-out reconstruction
constexpr int epochsToSay = 3;           // since the best one
constexpr int epochsToRemember = 2;

struct Sign {
    const char* words;  // in the English sentence of core/train/health.cpp
    Quantity quantity;
};
// The first that is found counts.
constexpr std::array signs{
    Sign{"posterior has collapsed", Quantity::ActiveUnits}, Sign{"discriminator's gradients", Quantity::DiscriminatorGradientNorm},
    Sign{"gradients have been", Quantity::GradientNorm},    Sign{"discriminator has won", Quantity::RealProbability},
    Sign{"have become alike", Quantity::Diversity},
};

class Coach {
public:
    static QString percent(double share) { return QLocale().toString(std::abs(share) * 100, 'f', std::abs(share) < 0.1 ? 1 : 0); }
    static QString nats(double value) { return QLocale().toString(value, 'f', 1); }

    static std::int64_t beginOf(const TrainNotice& notice)
    {
        try {
            return std::clamp<std::int64_t>(std::stoll(notice.message.arguments.at(0)), 0, notice.step);
        } catch (const std::exception&) {
            return notice.step;
        }
    }

    static CoachWord ofNotice(const TrainNotice& notice, const MetricStore& metrics)
    {
        CoachWord word;
        word.mood = notice.severity == TrainNotice::Severity::Problem ? CoachWord::Mood::Problem : CoachWord::Mood::Warning;
        word.sentence = toText(notice.message);
        word.quantity = quantityOf(notice);
        word.rows = MetricStore::hasSteps(*word.quantity) ? RunRows::Steps : RunRows::Epochs;
        word.at = beginOf(notice);
        word.from = word.rows == RunRows::Steps ? std::max<std::int64_t>(1, word.at - around) : 0;
        word.to = std::min(std::max(metrics.lastStep(), notice.step), notice.step + around);
        return word;
    }

    static double mean(const QList<QPointF>& points, qsizetype from, qsizetype to)
    {
        double sum = 0;
        for (qsizetype i = from; i < to; ++i) sum += points[i].y();
        return sum / double(to - from);
    }

    /// The held-out reconstruction was better once, and has not been since.
    static std::optional<CoachWord> ofHeldOut(const MetricStore& metrics)
    {
        const auto& epochs = metrics.epochs();
        const auto best = std::min_element(epochs.begin(), epochs.end(),
                                           [](const auto& a, const auto& b) { return a.testReconstruction < b.testReconstruction; });
        if (best == epochs.end() || epochs.end() - best <= epochsToSay) return std::nullopt;
        const double rise = epochs.back().testReconstruction / best->testReconstruction;
        if (!(rise > overfitted)) return std::nullopt;
        CoachWord word;
        word.mood = CoachWord::Mood::Warning;
        word.sentence =
            QCoreApplication::translate(
                "Coach", "Held-out reconstruction was best after epoch %1 and has risen %2 % since: the run learns its training pairs by "
                         "heart. Stop it, and use the checkpoint of its best epoch.")
                .arg(QString::number(best->epoch), percent(rise - 1));
        word.quantity = Quantity::Reconstruction;
        word.rows = RunRows::Epochs;
        word.at = best->step;
        word.from = epochs.front().step;
        word.to = epochs.back().step;
        return word;
    }

    static CoachWord ofLearning(const MetricStore& metrics)
    {
        CoachWord word;
        const std::int64_t last = metrics.lastStep();
        word.to = last;
        const QList<QPointF> points = metrics.curve(Quantity::Reconstruction, RunRows::Steps);
        if (points.size() < leastSteps) {
            word.sentence = points.isEmpty() ? QString()
                                             : QCoreApplication::translate("Coach", "Too early to tell: %n step(s) so far.", nullptr,
                                                                           int(points.size()));
            return word;
        }
        // The last epoch against the one before, or half against half while there are no two.
        const auto length = qsizetype(metrics.stepsPerEpoch());
        const bool epochs = !metrics.epochs().empty() && points.size() >= 2 * length;
        const qsizetype part = epochs ? length : points.size() / 2;
        const double before = mean(points, points.size() - 2 * part, points.size() - part);
        const double now = mean(points, points.size() - part, points.size());
        const double change = before != 0 ? now / before - 1 : 0;
        const QString over = epochs ? QCoreApplication::translate("Coach", "over the last epoch")
                                    : QCoreApplication::translate("Coach", "over the last %n step(s)", nullptr, int(part));
        if (std::abs(change) < settled)
            word.sentence = QCoreApplication::translate("Coach", "Settled: reconstruction has changed by less than 1 % %1 and is %2 nats.")
                                .arg(over, nats(now));
        else if (change < 0)
            word.sentence = QCoreApplication::translate("Coach", "Learning: reconstruction fell %1 % %2, to %3 nats.")
                                .arg(percent(change), over, nats(now));
        else
            word.sentence =
                QCoreApplication::translate("Coach", "Reconstruction rose %1 % %2, to %3 nats: that is usual while the weight of KL rises.")
                    .arg(percent(change), over, nats(now));
        if (!metrics.epochs().empty()) {
            const auto& best = *std::max_element(metrics.epochs().begin(), metrics.epochs().end(),
                                                 [](const auto& a, const auto& b) { return a.accuracy < b.accuracy; });
            word.sentence += u' ' + QCoreApplication::translate("Coach", "Best accuracy so far: %1 % after epoch %2.")
                                        .arg(percent(best.accuracy), QString::number(best.epoch));
        }
        word.quantity = Quantity::Reconstruction;
        word.from = std::int64_t(points[points.size() - 2 * part].x());
        word.at = std::int64_t(points[points.size() - part].x());
        return word;
    }
};

}  // namespace

std::optional<Quantity> quantityOf(const TrainNotice& notice)
{
    if (notice.severity == TrainNotice::Severity::Info) return std::nullopt;
    for (const Sign& sign : signs) {
        if (notice.message.text.find(sign.words) != std::string::npos) return sign.quantity;
    }
    return std::nullopt;
}

CoachWord coachWord(const MetricStore& metrics, const QList<TrainNotice>& notices)
{
    const double remembered = double(metrics.lastStep()) - epochsToRemember * metrics.stepsPerEpoch();
    for (auto notice = notices.rbegin(); notice != notices.rend(); ++notice) {
        const bool lasts = notice->severity == TrainNotice::Severity::Problem;
        if (quantityOf(*notice) && (lasts || double(notice->step) >= remembered)) return Coach::ofNotice(*notice, metrics);
    }
    if (const auto word = Coach::ofHeldOut(metrics)) return *word;
    return Coach::ofLearning(metrics);
}

}  // namespace sonoglyph
