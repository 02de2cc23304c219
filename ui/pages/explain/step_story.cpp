#include "ui/pages/explain/step_story.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include "core/audio/spectrogram_image.h"
#include "core/train/metrics.h"
#include "ui/logic/text.h"
#include "ui/widgets/color_map.h"

namespace sonoglyph {

namespace {

struct StepStory {
    Q_DECLARE_TR_FUNCTIONS(StepStory)
};

QString number(double value, int decimals = 2) { return QLocale().toString(value, 'f', decimals); }

QString nats(double value) { return StepStory::tr("%1 nats").arg(number(value, 1)); }

QString percent(double share) { return StepStory::tr("%1 %").arg(number(100 * share, 1)); }

template <class Values>
std::vector<double> doubles(const Values& values)
{
    return {values.begin(), values.end()};
}

/// `values` of a square picture through a colour map, from `low` to `high`.
QImage inColor(const std::vector<float>& values, ColorMap map, float low, float high)
{
    const int side = int(std::lround(std::sqrt(double(values.size()))));
    return mapped(map, side, side, [&](int x, int y) { return (values[std::size_t(y * side + x)] - low) / (high - low); });
}

QImage inColor(const QImage& grey, ColorMap map)
{
    return mapped(map, grey.width(), grey.height(), [&](int x, int y) { return float(grey.constScanLine(y)[x]) / 255; });
}

/// Two pictures of one height with a gap.
QImage beside(const QImage& left, const QImage& right)
{
    QImage both(left.width() + 2 + right.width(), std::max(left.height(), right.height()), QImage::Format_RGB32);
    both.fill(Qt::darkGray);
    QPainter painter(&both);
    painter.drawImage(0, 0, left);
    painter.drawImage(left.width() + 2, 0, right);
    return both;
}

float largest(const std::vector<float>& values)
{
    float most = 1e-6F;
    for (const float v : values) most = std::max(most, std::abs(v));
    return most;
}

StoryStage ofDiscriminator(const StepTrace& t)
{
    const QString title = StepStory::tr("7. Discriminator");
    if (!t.discriminator)
        return {{title, StepStory::tr("none"), toQImage(t.drawn), {}, {}},
                t.kind == ModelKind::Aivae
                    ? StepStory::tr("AIVAE has no discriminator: the image is compared with the real one only, pixel by pixel.")
                    : StepStory::tr("This file holds no discriminator, as an exported or built-in model does not. Choose a run of AIVAEGAN "
                                    "to see it at work.")};
    const DiscriminatorTrace& d = *t.discriminator;
    const float most = largest(d.drawnWishes);
    return {
        {title,
         StepStory::tr("D(real) %1 · D(drawn) %2").arg(percent(d.real), percent(d.drawn)),
         inColor(d.drawnWishes, ColorMap::Difference, -most, most),
         {},
         {}},
        StepStory::tr("The discriminator takes the real image to be real with %1, the drawn one with %2; its own loss is %3. The picture "
                      "shows what it would have changed: orange wants more ink, blue less. For the generator this is worth %4.")
            .arg(percent(d.real), percent(d.drawn), nats(d.loss), nats(d.adversarial))};
}

StoryStage ofUpdate(const StepTrace& t)
{
    QString sum = StepStory::tr("%1 × %2 + %3 × %4")
                      .arg(QLocale().toString(t.reconstructionWeight, 'g', 4), number(t.reconstruction, 1),
                           QLocale().toString(t.klWeight, 'g', 3), number(t.kl, 1));
    if (t.discriminator) sum = StepStory::tr("%1 + %2").arg(number(t.discriminator->adversarial), sum);
    return {
        {StepStory::tr("8. Gradient"), StepStory::tr("total %1").arg(number(t.total, 1)), {}, {t.encoderGradient, t.decoderGradient}, {}},
        StepStory::tr("What is minimised, %1, is here %2 = %3. Its gradient has the length %4 in the encoder and %5 in the decoder; Adam "
                      "moves every weight a little against it. Here nothing is moved: the model stays as it is.")
            .arg(QString::fromStdString(t.objective), sum, number(t.total, 1), number(t.encoderGradient), number(t.decoderGradient))};
}

}  // namespace

QList<StoryStage> stepStory(const StepTrace& t)
{
    std::vector<double> deviation;
    for (const float v : t.code.logVariance) deviation.push_back(std::exp(double(v) / 2));
    const auto active = std::count_if(t.dimensionKl.begin(), t.dimensionKl.end(), [](double v) { return v > activeUnitNats; });
    const QString size = QStringLiteral("%1 × %2").arg(t.input.bands).arg(t.input.frames);
    const float worst = largest(t.pixelNats);
    return {
        {{StepStory::tr("1. Sound"), QString::fromStdString(t.recording), inColor(toQImage(toByteImage(t.input)), ColorMap::Magma), {}, {}},
         StepStory::tr("A recording of the digit %1 becomes %2 values: time to the right, low pitch below.").arg(t.digit).arg(size)},
        {{StepStory::tr("2. Mean and deviation"),
          StepStory::tr("%n dimension(s)", nullptr, int(t.code.mean.size())),
          {},
          doubles(t.code.mean),
          deviation},
         StepStory::tr("The encoder does not give one code but a distribution: for each of %1 dimensions a mean (bar) and a deviation "
                       "(whisker).")
             .arg(t.code.mean.size())},
        {{StepStory::tr("3. Noise"), StepStory::tr("z = mean + deviation × noise"), {}, doubles(t.z), {}},
         StepStory::tr(
             "Noise is drawn and added: z = mean + deviation × noise. So the decoder must cope with all that the sound leaves open.")},
        {{StepStory::tr("4. Image"), StepStory::tr("decoded from z"), toQImage(t.drawn), {}, {}},
         StepStory::tr("The decoder turns z into 28 × 28 pixels.")},
        {{StepStory::tr("5. Reconstruction"),
          nats(t.reconstruction),
          beside(toQImage(t.real), inColor(t.pixelNats, ColorMap::Magma, 0, worst)),
          {},
          {}},
         StepStory::tr("Every pixel is compared with the real image of the pair, on the left (binary cross-entropy). On the right, bright "
                       "pixels cost most; together they cost %1.")
             .arg(nats(t.reconstruction))},
        {{StepStory::tr("6. KL"), nats(t.kl), {}, t.dimensionKl, {}},
         StepStory::tr("How much the code says beyond the prior: %1, in %2 active dimensions of %3. The others are as good as silent.")
             .arg(nats(t.kl), QString::number(active), QString::number(t.dimensionKl.size()))},
        ofDiscriminator(t),
        ofUpdate(t),
    };
}

}  // namespace sonoglyph
