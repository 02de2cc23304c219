// Latent: the audio-visual features of the current sound, taken apart: moved and zeroed one by one, as film strips, on the way to another
// code, as states with a name. The image on the right follows whatever is done on the left.
#pragma once

#include <QThreadPool>

#include "ui/logic/code_mapper.h"
#include "ui/logic/feature_measures.h"
#include "ui/logic/latent_controller.h"
#include "ui/logic/latent_states.h"
#include "ui/logic/named_codes.h"
#include "ui/logic/zeroing_meter.h"
#include "ui/pages/page.h"

class QLabel;
class QSplitter;
class QStackedLayout;

namespace sonoglyph {

class ArithmeticView;
class Banner;
class DigitView;
class FeaturesView;
class MapView;
class MorphView;
class ReadingBars;
class Segments;
class StatesView;
class TraversalsView;

class LatentPage : public Page {
    Q_OBJECT
public:
    explicit LatentPage(const AppContext& context, QWidget* parent = nullptr);
    ~LatentPage() override;

    QList<QAction*> commands() const override;
    /// Takes saved states: they are added, and the last one is put back.
    bool openFiles(const QStringList& files) override;
    /// The view and a LatentState, without the path of its model.
    QJsonObject figureState() const override;
    QString restoreFigure(const QJsonObject& state) override;
    void closeDown() override;

    LatentController& controller() { return controller_; }
    LatentStates& states() { return states_; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void makeActions();
    QWidget* makeLeftSide();
    QWidget* makeImageSide();
    void connectParts();
    void showPlace();
    void showValues();
    void showImages();
    void askOriginal();
    void keepState();
    void restore(const LatentState& state);
    void takeModel();
    /// `again`: although there is one.
    void wantMap(bool again);
    void showMapping();
    /// Nothing where the core or a model is missing.
    std::optional<MapRequest> modelsData() const;
    void measureZeroing(ZeroOrder order, bool samples);

    LatentController controller_;
    FeatureMeasures measures_;
    CodeMapper mapper_;
    ZeroingMeter meter_;
    LatentStates states_;
    NamedCodes codes_;
    std::shared_ptr<const LatentMap> shownMap_;
    bool meterFailed_ = false;            ///< it is not tried again by itself
    std::optional<LatentState> awaited_;  ///< its model is being loaded, and its sound heard by it
    std::uint64_t original_ = 0;          ///< film of the untouched image; 0: none is awaited
    Banner* banner_ = nullptr;
    QStackedLayout* stack_ = nullptr;
    QSplitter* splitter_ = nullptr;
    Segments* view_ = nullptr;
    QStackedLayout* views_ = nullptr;
    FeaturesView* features_ = nullptr;
    TraversalsView* traversals_ = nullptr;
    MorphView* morph_ = nullptr;
    MapView* map_ = nullptr;
    ArithmeticView* arithmetic_ = nullptr;
    StatesView* statesView_ = nullptr;
    QLabel* caption_ = nullptr;
    DigitView* image_ = nullptr;
    DigitView* originalView_ = nullptr;
    ReadingBars* reading_ = nullptr;
    QAction *keep_ = nullptr, *reset_ = nullptr, *undo_ = nullptr, *redo_ = nullptr;
    QThreadPool worker_;  ///< last member: waits for its jobs first
};

}  // namespace sonoglyph
