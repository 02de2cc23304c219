#include "ui/pages/listen/image_panel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QShowEvent>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/logic/decoder_controller.h"
#include "ui/logic/listen_controller.h"
#include "ui/logic/live_model.h"
#include "ui/logic/model_catalog.h"
#include "ui/logic/settings.h"
#include "ui/logic/text.h"
#include "ui/pages/listen/models_area.h"
#include "ui/pages/listen/posterior_area.h"
#include "ui/pages/listen/reading_area.h"
#include "ui/pages/model_button.h"
#include "ui/widgets/quiet.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/stroke_view.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

const QString smoothKey = QStringLiteral("listen/smooth");
const QString areaKey = QStringLiteral("listen/area");
constexpr int imageShare = 3, areaShare = 2;

/// The stories below the image. What words need in one of them for its width takes no height from the image.
class Areas : public QStackedWidget {
public:
    using QStackedWidget::QStackedWidget;
    bool hasHeightForWidth() const override { return false; }
};

}  // namespace

ImagePanel::ImagePanel(const AppContext& context, ListenController& listen, QWidget* parent)
    : QWidget(parent), context_(context), listen_(listen), catalog_(std::make_unique<ModelCatalog>()),
      model_(new ModelButton(*context.decoder, *catalog_, *context.settings, this)), image_(new StrokeView(this)),
      segments_(
          new Segments({tr("Reading"), tr("Posterior"), tr("Models")},
                       {tr("What LeNet-5 reads in the image, and how usual the sound is"),
                        tr("What the sound leaves open: images drawn around the mean of z"), tr("The same word through other models")},
                       this)),
      areas_(new Areas(this)), reading_(new ReadingArea(areas_)),
      posterior_(new PosteriorArea(*context.decoder, *context.settings, areas_)),
      models_(new ModelsArea(*context.decoder, *catalog_, *context.settings, areas_))
{
    const auto takeBuiltin = [this] { catalog_->setBuiltin(context_.decoder->builtinModels()); };
    connect(context_.decoder, &DecoderController::stateChanged, this, takeBuiltin);
    takeBuiltin();
    image_->setFigureTitle(tr("Image of the sound"));
    image_->setEmptyText(tr("The image appears here."));
    image_->setSmooth(context_.settings->value(smoothKey, false).toBool());
    connect(image_, &DigitView::smoothChanged, this, [this](bool smooth) { context_.settings->setValue(smoothKey, smooth); });
    connect(image_, &DigitView::clicked, this, [this] { Q_EMIT pageWanted(QStringLiteral("latent")); });
    connect(image_, &DigitView::hovered, this, &ImagePanel::statusChanged);
    connect(image_, &StrokeView::selected, this, &ImagePanel::selected);
    setSelecting(false);
    model_->setFocusPolicy(Qt::TabFocus);
    areas_->addWidget(reading_);
    areas_->addWidget(posterior_);
    areas_->addWidget(models_);
    connect(segments_, &Segments::currentChanged, this, &ImagePanel::switchTo);
    connect(posterior_, &PosteriorArea::drawChosen, this, &ImagePanel::showDraw);
    connect(posterior_, &PosteriorArea::statusChanged, this, &ImagePanel::statusChanged);

    auto* modelRow = new QHBoxLayout;
    modelRow->addWidget(quietLabel(tr("Model"), this));
    modelRow->addStretch(1);
    modelRow->addWidget(model_);
    auto* segmentRow = new QHBoxLayout;
    segmentRow->addWidget(segments_, 1);
    segmentRow->addWidget(models_->addButton());
    // Its height is what the panel leaves; the image in it is square all the same.
    image_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid / 2);
    layout->addLayout(modelRow);
    layout->addWidget(image_, imageShare);
    layout->addLayout(segmentRow);
    layout->addWidget(areas_, areaShare);

    connect(&listen.listener(), &Listener::quietChanged, this, [this, &listen](bool quiet) {
        // Between words the last one stays; before the first one the image waits.
        if (quiet) showStory();
        image_->setDimmed(quiet && listen.live() && !listen.listener().heardWord());
    });
    connect(&listen, &ListenController::shown, this, [this] { image_->setDimmed(false); });
    connect(&listen, &ListenController::liveDrawing, this, [this](const Drawing& drawing) { show(drawing, true); });
    if (context_.training) followTraining();
    segments_->setCurrent(context_.settings->value(areaKey, int(Reading)).toInt());
    switchTo(segments_->current());
}

ImagePanel::~ImagePanel() = default;

QList<QAction*> ImagePanel::commands() const { return model_->commands() + posterior_->commands() + models_->commands(); }

void ImagePanel::showStory()
{
    const SoundStory& story = context_.decoder->story();
    const std::uint64_t sound = story.sound() ? story.sound()->number : 0;
    if (edited_)
        show(*edited_, false);
    else if (story.drawing())
        show(*story.drawing(), false);
    else if (sound == 0 || (sound != shownSound_ && !goesOn_))  // else a better image of the same sound comes at once
        clear();
    shownSound_ = sound;
}

void ImagePanel::setEdited(const std::optional<Drawing>& drawing)
{
    edited_ = drawing;
    image_->setNote(drawing ? tr("Image of the edited input") : QString());
    showStory();
}

void ImagePanel::setSelecting(bool selecting)
{
    image_->setClickText(selecting ? tr("Drag over a part of the image, or click a stroke; a double click takes the mark away")
                                   : tr("See its features on Latent"));
    image_->setSelecting(selecting);
}

QJsonObject ImagePanel::state() const
{
    return {{QStringLiteral("area"), segments_->current()}, {QStringLiteral("posterior"), posterior_->state()}};
}

void ImagePanel::restore(const QJsonObject& state)
{
    segments_->setCurrent(state[QStringLiteral("area")].toInt());
    posterior_->restore(state[QStringLiteral("posterior")].toObject());
}

void ImagePanel::paintNow() { image_->repaint(); }

void ImagePanel::show(const Drawing& drawing, bool live)
{
    goesOn_ = live;
    image_->setImage(toQImage(drawing.image));
    reading_->setDrawing(drawing, context_.decoder->model() ? context_.decoder->model()->reference : 0, live);
    posterior_->setCode(drawing.code, live);
}

/// The image of the chosen draw takes the place of the mean's, and back.
void ImagePanel::showDraw()
{
    if (const auto draw = posterior_->chosenDraw())
        image_->setImage(toQImage(draw->image));
    else if (const auto& drawing = edited_ ? edited_ : context_.decoder->story().drawing())
        image_->setImage(toQImage(drawing->image));
}

void ImagePanel::clear()
{
    shownSound_ = 0;
    goesOn_ = false;
    image_->clear();
    reading_->clear();
    posterior_->clear();
}

void ImagePanel::switchTo(int area)
{
    context_.settings->setValue(areaKey, area);
    areas_->setCurrentIndex(area);
    posterior_->setWatched(area == Posterior);
    models_->setWatched(area == Models);
    models_->addButton()->setVisible(area == Models);
}

void ImagePanel::followTraining()
{
    live_ = new LiveModel(*context_.decoder, *context_.training, this);
    const auto takeRun = [this] { catalog_->setLive(live_->run()); };
    connect(live_, &LiveModel::runChanged, this, takeRun);
    connect(live_, &LiveModel::renewed, this, [this] { models_->renew(catalog_->liveKey()); });
    // While somebody speaks, the image is of one model.
    connect(&listen_, &ListenController::stateChanged, this, &ImagePanel::watch);
    takeRun();
}

void ImagePanel::watch()
{
    if (live_) live_->setWatched(isVisible() && !window()->isMinimized() && !listen_.recording());
}

void ImagePanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous()) catalog_->refresh(context_.settings->runsFolder());
    watch();
}

void ImagePanel::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    watch();
}

}  // namespace sonoglyph
