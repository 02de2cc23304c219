#include "ui/logic/quantity.h"

#include <QCoreApplication>

namespace sonoglyph {

namespace {

QString text(const char* source) { return QCoreApplication::translate("Quantity", source); }

template <class Get>
std::optional<double> ofDiscriminator(const StepMetrics& step, Get get)
{
    return step.discriminator ? std::optional(get(*step.discriminator)) : std::nullopt;
}

}  // namespace

QString nameOf(Quantity quantity)
{
    switch (quantity) {
    case Quantity::Total:
        return text(QT_TRANSLATE_NOOP("Quantity", "Total"));
    case Quantity::Reconstruction:
        return text(QT_TRANSLATE_NOOP("Quantity", "Reconstruction"));
    case Quantity::Kl:
        return text(QT_TRANSLATE_NOOP("Quantity", "KL"));
    case Quantity::Adversarial:
        return text(QT_TRANSLATE_NOOP("Quantity", "Adversarial"));
    case Quantity::DiscriminatorLoss:
        return text(QT_TRANSLATE_NOOP("Quantity", "Discriminator"));
    case Quantity::RealProbability:
        return text(QT_TRANSLATE_NOOP("Quantity", "D(real)"));
    case Quantity::DrawnProbability:
        return text(QT_TRANSLATE_NOOP("Quantity", "D(drawn)"));
    case Quantity::GradientNorm:
        return text(QT_TRANSLATE_NOOP("Quantity", "Gradient"));
    case Quantity::DiscriminatorGradientNorm:
        return text(QT_TRANSLATE_NOOP("Quantity", "Discriminator's gradient"));
    case Quantity::Accuracy:
        return text(QT_TRANSLATE_NOOP("Quantity", "Accuracy"));
    case Quantity::AccuracyMean:
        return text(QT_TRANSLATE_NOOP("Quantity", "Accuracy of the mean"));
    case Quantity::Diversity:
        return text(QT_TRANSLATE_NOOP("Quantity", "Diversity"));
    case Quantity::ActiveUnits:
        return text(QT_TRANSLATE_NOOP("Quantity", "Active units"));
    case Quantity::Speed:
        return text(QT_TRANSLATE_NOOP("Quantity", "Speed"));
    }
    return {};
}

std::optional<double> valueOf(Quantity quantity, const StepMetrics& step)
{
    switch (quantity) {
    case Quantity::Total:
        return step.total;
    case Quantity::Reconstruction:
        return step.reconstruction;
    case Quantity::Kl:
        return step.kl;
    case Quantity::Adversarial:
        return ofDiscriminator(step, [](const auto& d) { return d.adversarial; });
    case Quantity::DiscriminatorLoss:
        return ofDiscriminator(step, [](const auto& d) { return d.loss; });
    case Quantity::RealProbability:
        return ofDiscriminator(step, [](const auto& d) { return d.real; });
    case Quantity::DrawnProbability:
        return ofDiscriminator(step, [](const auto& d) { return d.drawn; });
    case Quantity::GradientNorm:
        return step.gradientNorm;
    case Quantity::DiscriminatorGradientNorm:
        return ofDiscriminator(step, [](const auto& d) { return d.gradientNorm; });
    case Quantity::ActiveUnits:
        return step.activeUnits ? std::optional<double>(*step.activeUnits) : std::nullopt;
    case Quantity::Speed:
        return step.samplesPerSecond > 0 ? std::optional(step.samplesPerSecond) : std::nullopt;
    case Quantity::Accuracy:
    case Quantity::AccuracyMean:
    case Quantity::Diversity:
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<double> valueOf(Quantity quantity, const EpochMetrics& epoch)
{
    switch (quantity) {
    case Quantity::Total:
        return epoch.testTotal;
    case Quantity::Reconstruction:
        return epoch.testReconstruction;
    case Quantity::Kl:
        return epoch.testKl;
    case Quantity::Accuracy:
        return epoch.accuracy;
    case Quantity::AccuracyMean:
        return epoch.accuracyMean;
    case Quantity::Diversity:
        return epoch.diversity;
    case Quantity::ActiveUnits:
        return epoch.activeUnits;
    default:
        return std::nullopt;
    }
}

QList<QuantityGroup> quantityGroups()
{
    using Q = Quantity;
    const QString nats = text(QT_TRANSLATE_NOOP("Quantity", "nats per pair"));
    return {
        {QStringLiteral("total"),
         text(QT_TRANSLATE_NOOP("Quantity", "Total")),
         nats,
         text(QT_TRANSLATE_NOOP("Quantity", "What is minimised; hold the pointer over the run's facts for its formula")),
         {Q::Total},
         true},
        {QStringLiteral("reconstruction"),
         text(QT_TRANSLATE_NOOP("Quantity", "Reconstruction")),
         nats,
         text(QT_TRANSLATE_NOOP("Quantity", "How well the image is drawn, in nats a pair")),
         {Q::Reconstruction},
         true},
        {QStringLiteral("kl"),
         text(QT_TRANSLATE_NOOP("Quantity", "KL")),
         nats,
         text(QT_TRANSLATE_NOOP("Quantity", "How much the code says beyond the prior, in nats a pair")),
         {Q::Kl},
         true},
        {QStringLiteral("accuracy"),
         text(QT_TRANSLATE_NOOP("Quantity", "Accuracy")),
         {},
         text(QT_TRANSLATE_NOOP("Quantity", "How many held-out images LeNet-5 reads as the digit that was said")),
         {Q::Accuracy, Q::AccuracyMean},
         true},
        {QStringLiteral("judgement"),
         text(QT_TRANSLATE_NOOP("Quantity", "Discriminator's judgement")),
         text(QT_TRANSLATE_NOOP("Quantity", "probability")),
         text(QT_TRANSLATE_NOOP("Quantity", "How sure the discriminator is that an image is real: of real ones and of drawn ones")),
         {Q::RealProbability, Q::DrawnProbability},
         false},
        {QStringLiteral("adversarial"),
         text(QT_TRANSLATE_NOOP("Quantity", "Adversarial losses")),
         nats,
         text(QT_TRANSLATE_NOOP("Quantity", "The generator's adversarial term and the discriminator's loss, in nats a pair")),
         {Q::Adversarial, Q::DiscriminatorLoss},
         false},
        {QStringLiteral("gradients"),
         text(QT_TRANSLATE_NOOP("Quantity", "Gradient norms")),
         {},
         text(QT_TRANSLATE_NOOP("Quantity", "The length of the gradient over all weights")),
         {Q::GradientNorm, Q::DiscriminatorGradientNorm},
         false},
        {QStringLiteral("diversity"),
         text(QT_TRANSLATE_NOOP("Quantity", "Diversity")),
         {},
         text(QT_TRANSLATE_NOOP("Quantity", "How much the images of one digit differ, as the deviation of a pixel")),
         {Q::Diversity},
         false},
        {QStringLiteral("active"),
         text(QT_TRANSLATE_NOOP("Quantity", "Active units")),
         {},
         text(QT_TRANSLATE_NOOP("Quantity", "Dimensions of the code that say more than 0.01 nat")),
         {Q::ActiveUnits},
         false},
        {QStringLiteral("speed"),
         text(QT_TRANSLATE_NOOP("Quantity", "Speed")),
         text(QT_TRANSLATE_NOOP("Quantity", "samples/s")),
         text(QT_TRANSLATE_NOOP("Quantity", "Pairs that are learnt from in a second")),
         {Q::Speed},
         false},
    };
}

}  // namespace sonoglyph
