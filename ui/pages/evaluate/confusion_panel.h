// Evaluate, second view: which digits one model's images are taken for, what they look like, and how each digit and voice fares. GUI thread
// only.
#pragma once

#include <memory>

#include <QWidget>

#include "core/session/evaluation_details.h"

class QStackedLayout;

namespace sonoglyph {

class ConfusionView;
class EmptyState;
class ImageGrid;
class ResultsTable;
class Segments;

class ConfusionPanel : public QWidget {
    Q_OBJECT
public:
    explicit ConfusionPanel(QWidget* parent = nullptr);

    /// Null: no model is chosen, or it is not measured yet; `reason` says so.
    void show(const QString& model, const std::shared_ptr<const Evaluation>& evaluation, const QString& reason);

    ConfusionView& matrix() { return *matrix_; }
    ImageGrid& examples() { return *examples_; }
    ResultsTable& labels() { return *labels_; }
    ResultsTable& speakers() { return *speakers_; }

private:
    void showCell(int spoken, int read);
    void showTables();

    std::shared_ptr<const Evaluation> evaluation_;
    QString model_;
    QStackedLayout* stack_;
    EmptyState* empty_;
    ConfusionView* matrix_;
    Segments* numbers_;
    ImageGrid* examples_;
    ResultsTable *labels_, *speakers_;
};

}  // namespace sonoglyph
