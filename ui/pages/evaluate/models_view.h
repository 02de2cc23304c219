// Evaluate, first view: the chosen models in one table and one chart, and what their splits say. Those that differ by their seed only are
// one row with mean and deviation, which can be unfolded. GUI thread only.
#pragma once

#include <memory>
#include <vector>

#include <QSet>
#include <QWidget>

#include "ui/pages/evaluate/model_rows.h"

class QLabel;
class QStackedLayout;

namespace sonoglyph {

class AccuracyChart;
class ResultsTable;

class ModelsView : public QWidget {
    Q_OBJECT
public:
    explicit ModelsView(EvaluationList& models, QWidget* parent = nullptr);

    ResultsTable& table() { return *table_; }
    AccuracyChart& chart() { return *chart_; }
    /// Of the row that is chosen, of several seeds the first; -1: none.
    int current() const;
    /// Unfolds the seeds that it is one of, where it is not the first.
    void setCurrent(int model);
    /// Beside every score of FSDD whose voices were heard stands what it holds of other splits; null: nothing.
    void setReproduction(std::shared_ptr<const Reproduction> reproduction);
    /// The keys of the first models of those groups whose seeds are shown.
    const QSet<QString>& unfolded() const { return unfolded_; }
    void setUnfolded(const QSet<QString>& keys);

Q_SIGNALS:
    void currentChanged(int model);
    void addWanted();
    /// A split is missing: a reproduction measures it, or it has to be trained.
    void reproductionWanted();
    void trainingWanted();

private:
    void refresh();
    void showProgress();
    QStringList notes() const;
    /// -1: in no row.
    int rowOf(int model) const;

    EvaluationList& models_;
    QStackedLayout* stack_;
    ResultsTable* table_;
    AccuracyChart* chart_;
    QLabel* note_;
    std::shared_ptr<const Reproduction> reproduction_;
    QSet<QString> unfolded_;
    std::vector<ModelRow> rows_;
};

}  // namespace sonoglyph
