#include "ui/pages/latent/features_view.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/logic/feature_measures.h"
#include "ui/logic/latent_controller.h"
#include "ui/logic/zeroing_meter.h"
#include "ui/pages/actions.h"
#include "ui/pages/latent/zero_bar.h"
#include "ui/widgets/cursor_curve.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/latent_panel.h"
#include "ui/widgets/quiet.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

using Kind = FeatureMeasures::Kind;

std::vector<bool> flags(const QVector<bool>& all)
{
    std::vector<bool> out;
    for (const bool one : all) out.push_back(one);
    return out;
}

QVector<bool> flags(const std::vector<bool>& all)
{
    QVector<bool> out;
    for (const bool one : all) out << one;
    return out;
}

/// How a feature's tooltip says the measure; empty where it says it anyway.
QString sentence(Kind kind)
{
    switch (kind) {
    case Kind::Importance:
        return FeaturesView::tr("Says %1 nats over the data set (mean KL to the prior).");
    case Kind::Effect:
        return FeaturesView::tr("Changes a pixel by %1 on average when it moves by 1.");
    default:
        return {};
    }
}

}  // namespace

FeaturesView::FeaturesView(LatentController& latent, FeatureMeasures& measures, ZeroingMeter& meter, QWidget* parent)
    : QWidget(parent), latent_(latent), measures_(measures), order_(new QComboBox), note_(quietLabel({}, this)), panel_(new LatentPanel),
      zero_(new ZeroBar(latent, measures)), meter_(meter), curve_(new CursorCurve)
{
    accuracy_ = makeAction(this, icon(QStringLiteral("chart")), tr("Accuracy"),
                           tr("How many images of held-out sounds are read right while so many features are zero: figure 8 of the paper"),
                           {}, [this] { wantCurve(); });
    accuracy_->setCheckable(true);
    curve_->setFigureTitle(tr("Accuracy while features are zero"));
    curve_->setAxes(tr("features that are zero"), tr("read right by LeNet-5, held-out sounds"));
    curve_->hide();

    panel_->setFigureTitle(tr("Features of the sound"));
    panel_->setEmptyText(tr("The features appear as soon as a model has heard the sound."));
    order_->setAccessibleName(tr("Order of the features"));
    order_->setToolTip(tr("How the features are sorted; the bars below them show the same"));
    order_->setFont(smallFont());
    order_->addItem(tr("By number"), int(Kind::Number));
    order_->addItem(tr("By mean"), int(Kind::Mean));
    order_->addItem(tr("By spread"), int(Kind::Spread));
    order_->addItem(tr("By KL of this sound"), int(Kind::Kl));
    order_->addItem(tr("By KL over the data set"), int(Kind::Importance));
    order_->addItem(tr("By effect on the image"), int(Kind::Effect));

    auto* top = new QHBoxLayout;
    top->setSpacing(kGrid);
    top->addWidget(order_);
    top->addWidget(note_, 1);
    top->addWidget(quietButton(accuracy_, this));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addLayout(top);
    layout->addWidget(panel_, 1);
    layout->addWidget(new Hairline(Qt::Horizontal, this));
    layout->addWidget(curve_);
    layout->addWidget(zero_);

    connect(zero_, &ZeroBar::changed, this, &FeaturesView::showCurve);
    connect(&meter_, &ZeroingMeter::changed, this, &FeaturesView::showCurve);
    connect(curve_, &CursorCurve::cursorMoved, this, [this](int count) { zero_->setCount(count, false); });
    connect(curve_, &CursorCurve::cursorReleased, &latent_, &LatentController::commit);
    connect(order_, &QComboBox::currentIndexChanged, this, [this] {
        if (Kind(order_->currentData().toInt()) == Kind::Importance) Q_EMIT mapWanted();
        showOrder();
    });
    connect(&measures_, &FeatureMeasures::changed, this, &FeaturesView::showOrder);
    connect(panel_, &LatentPanel::valuesMoved, this, [this] {
        latent_.setValues({panel_->values().constData(), std::size_t(panel_->count())});
    });
    connect(panel_, &LatentPanel::zeroedChanged, this, [this] { latent_.setZeroed(flags(panel_->zeroed())); });
    connect(panel_, &LatentPanel::lockedChanged, this, [this] { latent_.setLocked(flags(panel_->locked())); });
    connect(panel_, &LatentPanel::editingFinished, &latent_, &LatentController::commit);
    connect(panel_, &LatentPanel::editingFinished, this, &FeaturesView::showValues);
    connect(&latent_, &LatentController::codeChanged, this, &FeaturesView::showCode);
    connect(&latent_, &LatentController::valuesChanged, this, &FeaturesView::showValues);
    showCode();
}

QList<QAction*> FeaturesView::commands() const { return QList<QAction*>{accuracy_} + zero_->commands(); }

void FeaturesView::wantCurve()
{
    curve_->setVisible(accuracy_->isChecked());
    showCurve();
}

void FeaturesView::showCurve()
{
    if (!accuracy_->isChecked()) return;
    curve_->setCursor(latent_.zeroedCount());
    const auto measured = meter_.curve(zero_->order(), zero_->samples());
    QList<CursorCurvePoint> points;
    if (measured)
        for (const ZeroingPoint& p : measured->points) points << CursorCurvePoint{p.zeroed, p.accuracy, p.lowest, p.highest};
    curve_->setPoints(points);
    curve_->setCursor(latent_.zeroedCount());
    if (measured) return;
    curve_->setEmptyText(meter_.busy() ? tr("Reading the images of held-out sounds: %1 %").arg(int(100 * meter_.progress()))
                                       : tr("The accuracy is measured on the model's data set."));
    if (!meter_.busy() && latent_.hasCode()) Q_EMIT curveWanted(zero_->order(), zero_->samples());
}

void FeaturesView::setNote(const QString& note) { note_->setText(note); }

void FeaturesView::showCode()
{
    if (latent_.hasCode())
        panel_->setCode(latent_.mean(), latent_.deviation());
    else
        panel_->clear();
    showOrder();
    showValues();
}

void FeaturesView::showValues()
{
    if (!latent_.hasCode()) return;
    panel_->setValues(latent_.values());
    panel_->setZeroed(flags(latent_.zeroed()));
    panel_->setLocked(flags(latent_.locked()));
}

void FeaturesView::showOrder()
{
    const auto kind = Kind(order_->currentData().toInt());
    const std::vector<int> order = measures_.order(kind);
    const std::vector<double>& values = measures_.values(kind);
    panel_->setOrder({order.begin(), order.end()});
    panel_->setMeasure({values.begin(), values.end()}, sentence(kind));
}

}  // namespace sonoglyph
