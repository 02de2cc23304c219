// What stands in the rows of Evaluate > Models: the models, those that differ by their seed only as one, and below each of FSDD what other
// splits gave. GUI thread.
#pragma once

#include <optional>
#include <vector>

#include <QSet>
#include <QString>

#include "core/report/reproduction_files.h"
#include "core/report/table.h"
#include "ui/logic/evaluation_list.h"
#include "ui/logic/other_splits.h"
#include "ui/widgets/accuracy_chart.h"
#include "ui/widgets/results_table.h"

namespace sonoglyph {

struct ModelRow {
    enum class Kind { Model, Seeds, Seed, OtherSplit };
    Kind kind = Kind::Model;
    std::size_t model = 0;             ///< into the list: of Seeds the first of them, of OtherSplit the one that it is below
    QString name;                      ///< within the row that it is below
    QString set;                       ///< of the data, where it is measured
    QString from;                      ///< what it was measured on or by; else why it is not measured
    std::optional<Measures> measures;  ///< none: not measured
    QString over;                      ///< what a mean is over: "3 seeds"; empty: one evaluation
    std::optional<bool> open;          ///< of Seeds: whether its Seed rows follow
    bool canReproduce = false;         ///< of OtherSplit: a reproduction of the paper measures it; else it has to be trained
    std::optional<PairedDifference> toFirst;
    QString whyNoTest;  ///< where a reader might expect one

    bool missing() const { return kind == Kind::OtherSplit && !measures; }
    /// Of the chart: seeds are marks in the row of their mean there.
    bool isCharted() const { return kind != Kind::Seed && (measures || kind == Kind::OtherSplit); }
};

/// `reproduction` may be null. `unfolded`: keys of the first models of groups whose seeds are to be shown.
std::vector<ModelRow> modelRows(EvaluationList& models, const Reproduction* reproduction, const QSet<QString>& unfolded);

QString splitTitle(const QString& split);
/// What stands instead of a measure while a model is read.
QString progressText(double progress);

/// Column 1 says where a measure comes from, or why there is none.
Table tableOf(const std::vector<ModelRow>& rows);
std::vector<ResultsTable::Row> looksOf(const std::vector<ModelRow>& rows);
/// Of those that are charted, in their order.
QList<AccuracyRow> chartRowsOf(const std::vector<ModelRow>& rows);

}  // namespace sonoglyph
