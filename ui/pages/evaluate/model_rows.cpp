#include "ui/pages/evaluate/model_rows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <QLocale>

#include "ui/logic/seed_band.h"
#include "ui/pages/evaluate/models_view.h"

namespace sonoglyph {

namespace {

std::string text(const QString& s) { return s.toStdString(); }

QString percent(double share) { return QLocale().toString(100 * share, 'f', 1); }
QString points(double difference) { return (difference >= 0 ? QStringLiteral("+") : QStringLiteral("−")) + percent(std::abs(difference)); }

QString spreadText(const Spread& spread, bool several, double scale, int digits)
{
    const auto number = [&](double value) { return QLocale().toString(scale * value, 'f', digits); };
    return several ? QStringLiteral("%1 ± %2").arg(number(spread.mean), number(spread.deviation)) : number(spread.mean);
}

std::vector<KnownEvaluation> knownOf(const Reproduction* reproduction)
{
    std::vector<KnownEvaluation> known;
    if (!reproduction) return known;
    for (const RunResults& run : reproduction->runs) {
        const std::string& split = run.config.data.split;
        if (split == "random") continue;
        known.push_back({run.config, measuresOf(run.evaluation),
                         split.starts_with("speaker:") ? QString::fromStdString(split.substr(8)) : QString(),
                         ModelsView::tr("reproduced, %n epoch(s)", nullptr, run.epoch)});
    }
    return known;
}

const EvaluationDetails* detailsOf(const EvaluatedModel& model) { return model.result ? model.result->details.get() : nullptr; }

std::vector<KnownEvaluation> knownOf(const std::vector<EvaluatedModel>& models)
{
    std::vector<KnownEvaluation> known;
    for (const EvaluatedModel& model : models) {
        const EvaluationDetails* details = detailsOf(model);
        if (!details || !details->config) continue;
        const bool alone = details->split.starts_with("speaker") && details->speakers.size() == 1;
        known.push_back({*details->config, measuresOf(*model.result),
                         alone ? QString::fromStdString(details->speakers.front().speaker) : QString(), model.title});
    }
    return known;
}

class Rows {
public:
    Rows(EvaluationList& list, const Reproduction* reproduction, const QSet<QString>& unfolded)
        : list_(list), models_(list.models()), unfolded_(unfolded), known_{knownOf(models_), knownOf(reproduction)}
    {
    }

    std::vector<ModelRow> make()
    {
        const auto groups = seedGroups();
        firstIsMean_ = !groups.empty() && groups.front().size() > 1;
        for (const auto& group : groups) {
            if (group.size() > 1)
                addSeeds(group);
            else
                add(ModelRow::Kind::Model, group.front());
            addOtherSplits(group.front());
        }
        return std::move(rows_);
    }

private:
    /// Models that are not measured, or of which nobody knows how they were trained, stand alone.
    std::vector<std::vector<std::size_t>> seedGroups() const
    {
        std::vector<RunConfig> configs;
        std::vector<std::size_t> at;
        std::vector<std::vector<std::size_t>> groups;
        for (std::size_t i = 0; i < models_.size(); ++i) {
            const EvaluationDetails* details = detailsOf(models_[i]);
            if (details && details->config) {
                configs.push_back(*details->config);
                at.push_back(i);
            } else {
                groups.push_back({i});
            }
        }
        for (auto& group : groupsOf(configs, endsDifferBySeedOnly)) {
            for (std::size_t& place : group) place = at[place];
            groups.push_back(std::move(group));
        }
        std::sort(groups.begin(), groups.end());
        return groups;
    }

    void add(ModelRow::Kind kind, std::size_t i)
    {
        const EvaluatedModel& model = models_[i];
        ModelRow row;
        row.kind = kind;
        row.model = i;
        row.name = model.title;
        if (const EvaluationDetails* details = detailsOf(model)) {
            row.set = QString::fromStdString(details->dataset);
            row.from = ModelsView::tr("%1, %2").arg(row.set, splitTitle(QString::fromStdString(details->split)));
            if (kind == ModelRow::Kind::Seed) row.from = ModelsView::tr("seed %1").arg(details->config->seed);
            row.measures = measuresOf(*model.result);
            if (firstIsMean_)
                row.whyNoTest = ModelsView::tr("Not tested: the first row is a mean of several seeds.");
            else
                row.toFirst = list_.differenceToFirst(i);
        } else {
            row.from = model.state == EvaluatedModel::State::Failed    ? model.trouble
                       : model.state == EvaluatedModel::State::Running ? progressText(list_.progress())
                                                                       : ModelsView::tr("waiting");
        }
        rows_.push_back(std::move(row));
    }

    void addSeeds(const std::vector<std::size_t>& group)
    {
        std::vector<Measures> seeds;
        for (const std::size_t i : group) seeds.push_back(measuresOf(*models_[i].result));
        const EvaluationDetails& details = *detailsOf(models_[group.front()]);
        ModelRow row;
        row.kind = ModelRow::Kind::Seeds;
        row.model = group.front();
        row.name = ModelsView::tr("%1, mean of %n seed(s)", nullptr, int(group.size())).arg(models_[group.front()].title);
        row.set = QString::fromStdString(details.dataset);
        row.from = ModelsView::tr("%1, %2").arg(row.set, splitTitle(QString::fromStdString(details.split)));
        row.measures = meanOf(seeds);
        row.over = ModelsView::tr("%n seed(s)", nullptr, int(group.size()));
        row.open = unfolded_.contains(models_[group.front()].key);
        row.whyNoTest =
            ModelsView::tr("Not tested: every seed holds out other recordings, and the test compares two models on the same ones.");
        const bool open = *row.open;
        rows_.push_back(std::move(row));
        if (!open) return;
        for (const std::size_t i : group) add(ModelRow::Kind::Seed, i);
    }

    void addOtherSplits(std::size_t i)
    {
        const EvaluationDetails* details = detailsOf(models_[i]);
        if (!details || !details->config || models_[i].result->heard) return;
        for (const SplitScore& score : otherSplits(*details->config, known_)) {
            ModelRow row;
            row.kind = ModelRow::Kind::OtherSplit;
            row.model = i;
            row.set = QString::fromStdString(details->dataset);
            row.measures = score.measures;
            const bool several = score.measures && score.measures->several();
            if (score.kind == SplitScore::Kind::Official) {
                row.name = ModelsView::tr("official split");
                if (several) row.over = ModelsView::tr("%n seed(s)", nullptr, int(score.measures->each.size()));
            } else {
                row.name = leftOutName(score);
                if (several) row.over = ModelsView::tr("%n speaker(s)", nullptr, int(score.speakers.size()));
            }
            row.canReproduce = isReproduced(*details->config);
            row.from = score.measures     ? score.sources.join(QStringLiteral("; "))
                       : row.canReproduce ? ModelsView::tr("not reproduced yet: Reproduce…")
                                          : ModelsView::tr("not trained yet: Train…");
            rows_.push_back(std::move(row));
        }
    }

    static QString leftOutName(const SplitScore& score)
    {
        const int known = int(score.speakers.size());
        if (known == 0) return ModelsView::tr("speakers left out");
        if (known == 1) return ModelsView::tr("speaker left out: %1 (1 of %2)").arg(score.speakers.front()).arg(score.of);
        return known == score.of ? ModelsView::tr("speakers left out, mean of %1").arg(known)
                                 : ModelsView::tr("speakers left out, mean of %1 of %2").arg(known).arg(score.of);
    }

    EvaluationList& list_;
    const std::vector<EvaluatedModel>& models_;
    const QSet<QString>& unfolded_;
    const std::array<std::vector<KnownEvaluation>, 2> known_;  ///< what a person evaluated comes first
    bool firstIsMean_ = false;
    std::vector<ModelRow> rows_;
};

}  // namespace

QString splitTitle(const QString& split)
{
    if (split == QLatin1String("random")) return ModelsView::tr("random");
    if (split == QLatin1String("official")) return ModelsView::tr("official");
    if (split == QLatin1String("speakers")) return ModelsView::tr("speakers held out");
    return ModelsView::tr("%1 left out").arg(split.section(u':', 1));
}

QString progressText(double progress) { return ModelsView::tr("being read, %1 %").arg(int(100 * progress)); }

std::vector<ModelRow> modelRows(EvaluationList& models, const Reproduction* reproduction, const QSet<QString>& unfolded)
{
    return Rows(models, reproduction, unfolded).make();
}

Table tableOf(const std::vector<ModelRow>& rows)
{
    Table table{"models", text(ModelsView::tr("Accuracy of the models")), {}, {}, {}};
    for (const QString& column :
         {ModelsView::tr("Model"), ModelsView::tr("Data, split"), ModelsView::tr("Accuracy"), ModelsView::tr("95 % interval"),
          ModelsView::tr("From means"), ModelsView::tr("Diversity"), ModelsView::tr("Feature diversity"), ModelsView::tr("To archetype"),
          ModelsView::tr("To the first"), ModelsView::tr("p")})
        table.columns.push_back(text(column));
    for (const ModelRow& row : rows) {
        std::vector<std::string> cells(table.columns.size(), "–");
        cells[0] = text(row.name);
        cells[1] = text(row.from);
        if (row.measures) {
            const Measures& m = *row.measures;
            const bool several = m.several();
            cells[2] = text(spreadText(m.accuracy, several, 100, 1));
            cells[3] = text(several ? ModelsView::tr("± over %1").arg(row.over)
                                    : QStringLiteral("%1 – %2").arg(percent(m.interval[0]), percent(m.interval[1])));
            cells[4] = text(spreadText(m.accuracyMean, several, 100, 1));
            cells[5] = text(spreadText(m.diversity, several, 1, 4));
            cells[6] = text(spreadText(m.featureDiversity, several, 1, 3));
            cells[7] = text(spreadText(m.archetypeDistance, several, 1, 3));
        }
        if (row.toFirst) {
            cells[8] = text(points(-row.toFirst->difference));
            cells[9] = text(row.toFirst->p < 0.001 ? QStringLiteral("<%1").arg(QLocale().toString(0.001))
                                                   : QLocale().toString(row.toFirst->p, 'f', 3));
        }
        table.rows.push_back(std::move(cells));
        table.depths.push_back(row.kind == ModelRow::Kind::Seed || row.kind == ModelRow::Kind::OtherSplit ? 1 : 0);
    }
    return table;
}

std::vector<ResultsTable::Row> looksOf(const std::vector<ModelRow>& rows)
{
    std::vector<ResultsTable::Row> looks;
    for (const ModelRow& row : rows) {
        ResultsTable::Row look;
        look.quiet = row.missing();
        look.open = row.open;
        if (row.missing()) {
            look.link = 1;
            look.tip =
                row.canReproduce
                    ? ModelsView::tr(
                          "“Reproduce” under Paper trains AIVAE with the official split and with every speaker left out in turn.")
                    : ModelsView::tr("Train the same model with the split “official”, or with a speaker left out, and add the run here.");
        } else if (row.kind == ModelRow::Kind::OtherSplit) {
            look.tip = ModelsView::tr("The same model and settings, trained with another split. From: %1").arg(row.from);
        } else {
            look.tip = row.whyNoTest;
        }
        looks.push_back(look);
    }
    return looks;
}

QList<AccuracyRow> chartRowsOf(const std::vector<ModelRow>& rows)
{
    constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
    QList<AccuracyRow> charted;
    for (const ModelRow& row : rows) {
        if (!row.isCharted()) continue;
        AccuracyRow out{{}, row.name, nothing, nothing, nothing, {}, {}};
        out.below = row.kind == ModelRow::Kind::OtherSplit;
        if (!out.below) out.name = QStringLiteral("%1 (%2)").arg(row.name, row.set);
        if (row.measures) {
            out.accuracy = row.measures->accuracy.mean;
            out.low = row.measures->interval[0];
            out.high = row.measures->interval[1];
            out.mean = row.measures->accuracyMean.mean;
            out.over = row.over;
            if (row.measures->several()) out.each = QList<double>(row.measures->each.begin(), row.measures->each.end());
        }
        charted << out;
    }
    return charted;
}

}  // namespace sonoglyph
