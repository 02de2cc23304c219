// Evaluate: how well images can be read, model beside model; which digits are taken for which; features zeroed; archetypes; and the paper
// reproduced.
#pragma once

#include "ui/logic/evaluation_list.h"
#include "ui/logic/model_catalog.h"
#include "ui/pages/page.h"

class QLabel;
class QPushButton;
class QStackedLayout;

namespace sonoglyph {

class Banner;
class ChoicePopup;
class ConfusionPanel;
class ModelsView;
class PaperView;
class PicturesView;
class Segments;
class WallChoices;
class ZeroingView;

class EvaluatePage : public Page {
    Q_OBJECT
public:
    /// Needs the context's settings and engine.
    explicit EvaluatePage(const AppContext& context, QWidget* parent = nullptr);
    ~EvaluatePage() override;

    QList<QAction*> commands() const override;
    void closeDown() override;
    QJsonObject figureState() const override;
    QString restoreFigure(const QJsonObject& state) override;

    EvaluationList& models() { return models_; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void makeViews();
    void openChoices();
    void toggle(const QString& key);
    void showModel();
    void fillBuiltin();

    EvaluationList models_;
    ModelCatalog catalog_;
    Banner* banner_;
    Segments* view_;
    QStackedLayout* views_;
    QAction *add_, *refresh_;
    QPushButton* addButton_;
    QLabel* current_;
    WallChoices* choices_;
    ChoicePopup* popup_;
    ModelsView* modelsView_;
    ConfusionPanel* confusion_;
    ZeroingView* zeroing_;
    PicturesView* pictures_;
    PaperView* paper_;
};

}  // namespace sonoglyph
