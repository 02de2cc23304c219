// Evaluate, fourth view: what one model draws, beside what it should: archetypes, pairs it learned, pairs it never saw. GUI thread only.
#pragma once

#include <memory>

#include <QWidget>

#include "core/session/evaluation_details.h"

class QLabel;
class QStackedLayout;

namespace sonoglyph {

class EmptyState;
class ImageGrid;

class PicturesView : public QWidget {
    Q_OBJECT
public:
    explicit PicturesView(QWidget* parent = nullptr);

    /// Null: no model is chosen, it is not measured yet, or it draws nothing; `reason` says so.
    void show(const QString& model, const std::shared_ptr<const Evaluation>& evaluation, const QString& reason);

    ImageGrid& archetypes() { return *archetypes_; }
    ImageGrid& heldOut() { return *heldOut_; }
    ImageGrid& learned() { return *learned_; }

private:
    std::shared_ptr<const Evaluation> evaluation_;
    QStackedLayout* stack_;
    EmptyState* empty_;
    QLabel* note_;
    ImageGrid *archetypes_, *heldOut_, *learned_;
};

}  // namespace sonoglyph
