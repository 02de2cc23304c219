// The Compare page: the alpha wall (the same sounds through every model, one epoch slider for all) and the plane of consistency and
// diversity. Nothing is drawn while the page is hidden.
#pragma once

#include <QPoint>

#include "ui/logic/compare_controller.h"
#include "ui/logic/model_catalog.h"
#include "ui/logic/sound_player.h"
#include "ui/pages/page.h"

class QComboBox;
class QSplitter;
class QStackedLayout;
class QToolButton;

namespace sonoglyph {

class CloserLook;
class EpochBar;
class ChoicePopup;
class PlaneView;
class RunTablePanel;
class Segments;
class SlowMotionPanel;
class SoundChoices;
class WallChoices;
class WallView;

class ComparePage : public Page {
    Q_OBJECT
public:
    /// Needs settings and decoder; library and training may be null (tests).
    explicit ComparePage(const AppContext& context, QWidget* parent = nullptr);
    ~ComparePage() override;

    QList<QAction*> commands() const override;
    /// Takes run folders and folders of sweeps while it is shown: they become columns.
    bool openFiles(const QStringList& files) override;
    /// The columns, the place in their epochs, the sounds, and what is shown of them.
    QJsonObject figureState() const override;
    QString restoreFigure(const QJsonObject& state) override;

    CompareController& controller() { return controller_; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Actions {
        QAction *models, *sounds, *others, *noise, *play, *pin, *remove, *left, *right, *use, *slow;
    };
    void makeActions();
    QWidget* makeTools();
    QWidget* makeHeading();
    QWidget* makeSide();
    void connectParts();

    void showHeads();
    void showCell(int sound, int column);
    void showCells();
    void showPlane();
    void look(QPoint cell);
    void showCloserLook();
    void openModels();
    void openSounds();
    void fillLabels();
    void showSoundControls();
    void openColumnMenu(int column, const QPoint& place);
    void playRow(int row);
    void openSlowMotion();
    void setSamples();
    void restoreSounds(const QJsonObject& state);
    void findWanted();
    QString currentColumn() const;
    QString caption(QPoint cell) const;

    CompareController controller_;
    ModelCatalog catalog_;
    SoundPlayer player_;
    Actions actions_{};
    WallView* wall_;
    PlaneView* plane_;
    CloserLook* closer_;
    EpochBar* epochs_;
    Segments *view_, *source_, *samples_;
    QComboBox *label_, *order_;
    WallChoices* choices_;
    SoundChoices* soundChoices_;
    ChoicePopup *models_, *sounds_;
    QToolButton *modelsButton_, *soundsButton_;
    QSplitter *main_, *side_;
    RunTablePanel* runs_;
    SlowMotionPanel* slow_;
    QWidget* wallArea_;
    QStackedLayout* stack_;
    QPoint looked_{-1, -1};
    std::uint64_t noise_ = 1;
    QStringList wantedSounds_;  ///< of a restored figure, until the sounds are read; as WallSounds::portableOf()
    int wantedEpoch_ = 0;       ///< likewise, until the columns are known; 0: none
};

}  // namespace sonoglyph
