#include "ui/pages/listen/image_panel.h"

#include <QHBoxLayout>
#include <QLabel>

#include "ui/logic/decoder_controller.h"
#include "ui/logic/listen_controller.h"
#include "ui/logic/settings.h"
#include "ui/logic/text.h"
#include "ui/pages/model_button.h"
#include "ui/widgets/digit_view.h"
#include "ui/widgets/quiet.h"
#include "ui/widgets/reading_bars.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr int lowestReading = 120;
const QString smoothKey = QStringLiteral("listen/smooth");

}  // namespace

ImagePanel::ImagePanel(const AppContext& context, ListenController& listen, QWidget* parent)
    : QWidget(parent), context_(context), model_(new ModelButton(*context.decoder, *context.settings, this)), image_(new DigitView(this)),
      reading_(new ReadingBars(this))
{
    image_->setFigureTitle(tr("Image of the sound"));
    image_->setEmptyText(tr("The image appears here."));
    image_->setClickText(tr("See its features on Latent"));
    image_->setSmooth(context_.settings->value(smoothKey, false).toBool());
    connect(image_, &DigitView::smoothChanged, this, [this](bool smooth) { context_.settings->setValue(smoothKey, smooth); });
    connect(image_, &DigitView::clicked, this, [this] { Q_EMIT pageWanted(QStringLiteral("latent")); });
    connect(image_, &DigitView::hovered, this, &ImagePanel::statusChanged);
    reading_->setFigureTitle(tr("LeNet-5's reading"));
    reading_->setMinimumHeight(lowestReading);
    auto* readingLabel = quietLabel(tr("LeNet-5 reads the image as"), this);
    readingLabel->setToolTip(tr("LeNet-5 is a network that reads written digits; here it judges how well the image can be read."));
    model_->setFocusPolicy(Qt::TabFocus);

    auto* modelRow = new QHBoxLayout;
    modelRow->addWidget(quietLabel(tr("Model"), this));
    modelRow->addStretch(1);
    modelRow->addWidget(model_);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addLayout(modelRow);
    layout->addWidget(image_, 1);
    layout->addWidget(readingLabel);
    layout->addWidget(reading_);

    connect(&listen.listener(), &Listener::quietChanged, this, [this, &listen](bool quiet) {
        // Between words the last one stays; before the first one the image waits.
        if (quiet) showStory();
        image_->setDimmed(quiet && !listen.listener().heardWord());
    });
    connect(&listen, &ListenController::liveDrawing, this, &ImagePanel::show);
}

QList<QAction*> ImagePanel::commands() const { return model_->commands(); }

void ImagePanel::showStory()
{
    if (const auto& drawing = context_.decoder->story().drawing())
        show(*drawing);
    else
        clear();
}

void ImagePanel::paintNow() { image_->repaint(); }

void ImagePanel::show(const Drawing& drawing)
{
    image_->setImage(toQImage(drawing.image));
    reading_->setProbabilities(drawing.reading.probabilities);
}

void ImagePanel::clear()
{
    image_->clear();
    reading_->clear();
}

}  // namespace sonoglyph
