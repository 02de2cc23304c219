// Evaluate, first view: the chosen models in one table and one chart, and what their splits say. GUI thread only.
#pragma once

#include <QWidget>

class QLabel;
class QStackedLayout;

namespace sonoglyph {

class AccuracyChart;
class EvaluationList;
class ResultsTable;

class ModelsView : public QWidget {
    Q_OBJECT
public:
    explicit ModelsView(EvaluationList& models, QWidget* parent = nullptr);

    ResultsTable& table() { return *table_; }
    AccuracyChart& chart() { return *chart_; }
    /// Of the row that is chosen; -1: none.
    int current() const;
    void setCurrent(int model);
    /// Stands beside every score of the random split of FSDD: what other splits gave.
    void setOtherSplits(const QString& sentence);

Q_SIGNALS:
    void currentChanged(int model);
    void addWanted();

private:
    void refresh();
    void showProgress();

    EvaluationList& models_;
    QStackedLayout* stack_;
    ResultsTable* table_;
    AccuracyChart* chart_;
    QLabel* note_;
    QString otherSplits_;
};

}  // namespace sonoglyph
