#include "ui/widgets/spectrogram_figure.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "ui/widgets/pixel_scale.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr float faintest = 0.01f;  // brightness: a map that is fainter all over is not drawn stronger
constexpr float strongest = 0.9f;  // opacity of the largest effect

/// Drawn with a source rectangle, SVG files would show all of the image.
QImage cutOut(const QImage& image, const QRectF& part)
{
    if (part == QRectF(image.rect())) return image;
    QImage cut(part.size().toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    QPainter painter(&cut);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(cut.rect(), image, part);
    return cut;
}

}  // namespace

QSizeF SpectrogramFigure::size() const { return exact ? QSizeF(200, 200) : QSizeF(340, 160); }

double SpectrogramFigure::maxHertz() const { return params.maxFrequency > 0 ? params.maxFrequency : rate / 2.0; }

FrequencyAxis SpectrogramFigure::melAxis() const { return FrequencyAxis::mel(mel.bands(), maxHertz()); }

FrequencyAxis SpectrogramFigure::axis() const
{
    if (look.scale == FrequencyScale::Mel || exact) return melAxis();
    const double binHertz = double(rate) / params.fftSize;
    const int bins = fourier.empty() ? 1 + int(maxHertz() / binHertz + 1e-6) : fourier.bands();
    return FrequencyAxis::linear(bins, binHertz);
}

double SpectrogramFigure::secondsPerColumn() const
{
    return seconds > 0 && !grid().empty() ? seconds / grid().frames() : params.hopSeconds;
}

// Live, time is told from now backwards.
double SpectrogramFigure::firstSecond() const { return isLive() ? -secondsPerColumn() * frames() : 0; }

double SpectrogramFigure::decibels(double value) const { return (value - 1) * -params.floorDecibels; }

std::pair<double, double> SpectrogramFigure::timeRange() const
{
    const double total = secondsPerColumn() * grid().frames();
    return {firstSecond() + window.left * total, firstSecond() + window.right * total};
}

std::pair<double, double> SpectrogramFigure::hertzRange() const { return {axis().hertzAt(window.bottom), axis().hertzAt(window.top)}; }

int SpectrogramFigure::bandOf(const Cell& cell) const
{
    if (showsFourier() || exact || look.scale == FrequencyScale::Mel) return cell.row;
    const double share = melAxis().shareOf(axis().hertzOfRow(cell.row));
    return std::clamp(int(std::floor(share * mel.bands())), 0, mel.bands() - 1);
}

QImage SpectrogramFigure::makePicture(const Colors& theme) const
{
    const SpectrogramGrid& values = grid();
    const int rows = axis().rows();
    if (values.empty()) return {};
    std::vector<int> bands(std::size_t(rows), 0);
    for (int row = 0; row < rows; ++row) bands[std::size_t(row)] = bandOf({0, row});
    const double lowest = std::max(look.lowest, params.floorDecibels);
    const auto scale = float(-params.floorDecibels / (look.highest - lowest)),
               shift = float((decibels(0) - lowest) / (look.highest - lowest));
    const auto& colors = colorTable(withoutHue(shownEffects() ? ColorMap::Grey : look.map, theme));
    QImage image(values.frames(), rows, QImage::Format_RGB32);
    for (int row = 0; row < rows; ++row) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(rows - 1 - row));
        for (int frame = 0; frame < values.frames(); ++frame)
            line[frame] = colors[indexOf(values.at(bands[std::size_t(row)], frame) * scale + shift)];
    }
    return image;
}

SpectrogramFigure::Layout SpectrogramFigure::layoutFor(const QRectF& area, const QFontMetricsF& metrics, double screen) const
{
    Layout layout;
    layout.plot = area;
    if (axesVisible) {
        const double left = metrics.horizontalAdvance(QStringLiteral("0.5k")) + kGrid;
        layout.plot.adjust(left, metrics.height() / 2, -1, -(metrics.height() + 4));
    }
    if (exact && frames() > 0) layout.plot = fitted({frames(), mel.bands()}, layout.plot, screen > 0, screen > 0 ? screen : 1.0);
    layout.picture = layout.plot;
    if (isLive()) layout.picture.setLeft(layout.plot.right() - layout.plot.width() * frames() / mel.ring());
    return layout;
}

void SpectrogramFigure::paintSpectrogram(QPainter& painter, const QRectF& area, const Colors& theme, const QImage& picture,
                                         double screen) const
{
    const auto [plot, where] = layoutFor(area, QFontMetricsF(painter.font()), screen);
    if (plot.width() < 2 || plot.height() < 2) return;
    if (isLive()) painter.fillRect(plot, theme.mat);
    if (frames() > 0) {
        painter.save();
        painter.setRenderHint(QPainter::SmoothPixmapTransform, !exact);
        const int factor = screen > 0 ? 1 : exact ? 12 : 4;
        const QImage image = factor == 1 ? picture
                             : exact     ? enlarged(picture, factor)
                                         : picture.scaled(picture.size() * factor, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        const QSizeF size = image.size();
        const QRectF seen(window.left * size.width(), (1 - window.top) * size.height(), (window.right - window.left) * size.width(),
                          (window.top - window.bottom) * size.height());
        if (screen > 0)
            painter.drawImage(where, image, seen);
        else
            painter.drawImage(where, cutOut(image, seen));
        painter.restore();
        if (const EffectMap* map = shownEffects()) paintEffects(painter, where, *map, theme);
    }
    if (axesVisible && mel.bands() > 0) paintAxes(painter, area, plot, theme);
}

// Okabe & Ito: they can be told apart by everybody, and stand out on grey.
QColor SpectrogramFigure::lossColor() { return {0xe6, 0x9f, 0x00}; }
QColor SpectrogramFigure::gainColor() { return {0x56, 0xb4, 0xe9}; }

void SpectrogramFigure::paintEffects(QPainter& painter, const QRectF& where, const EffectMap& map, const Colors& theme) const
{
    QImage cover(map.size, map.size, QImage::Format_ARGB32);
    for (int band = 0; band < map.size; ++band) {
        auto* line = reinterpret_cast<QRgb*>(cover.scanLine(map.size - 1 - band));
        for (int frame = 0; frame < map.size; ++frame) {
            const float value = map.cells[std::size_t(band * map.size + frame)] / std::max(faintest, map.largest);
            if (theme.grey) {
                line[frame] = colorAt(ColorMap::Grey, (1 - value) / 2);
                continue;
            }
            QColor color = value < 0 ? gainColor() : lossColor();
            color.setAlphaF(std::min(1.0f, std::abs(value)) * strongest);
            line[frame] = color.rgba();
        }
    }
    painter.drawImage(where, cover);
}

void SpectrogramFigure::paintAxes(QPainter& painter, const QRectF& area, const QRectF& plot, const Colors& theme) const
{
    const QFontMetricsF metrics(painter.font());
    painter.setPen(theme.secondaryText);
    const FrequencyAxis frequencies = axis();
    double lastY = plot.bottom() + metrics.height();
    for (const double hertz : frequencies.ticks(window.bottom, window.top, int(plot.height() / (metrics.height() * 1.8)))) {
        const double share = (frequencies.shareOf(hertz) - window.bottom) / (window.top - window.bottom);
        const double y = plot.bottom() - share * plot.height();
        if (y < plot.top() || y > plot.bottom() || lastY - y < metrics.height() * 1.15) continue;
        lastY = y;
        painter.fillRect(QRectF(plot.left() - 4, y - 0.5, 4, 1), theme.hairline);
        painter.drawText(QRectF(area.left(), y - metrics.height() / 2, plot.left() - 6 - area.left(), metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, hertzText(hertz));
    }
    if (lastY - plot.top() > metrics.height() * 1.4)
        painter.drawText(QRectF(area.left(), plot.top() - metrics.height() / 4, plot.left() - 6 - area.left(), metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, tr("Hz"));

    auto [left, right] = timeRange();
    if (isLive()) left = right - secondsPerColumn() * mel.ring();
    const int most = std::max(1, int(plot.width() / (metrics.horizontalAdvance(QStringLiteral("00.00 s")) * 1.6)));
    const double step = niceStep(right - left, most);
    for (const double tick : niceTicks(left, right, most)) {
        const double x = plot.left() + (tick - left) / (right - left) * plot.width();
        const QString text = tr("%1 s").arg(tickText(tick, step));
        const double wide = metrics.horizontalAdvance(text);
        painter.fillRect(QRectF(std::clamp(x, plot.left(), plot.right() - 1), plot.bottom(), 1, 4), theme.hairline);
        painter.drawText(QRectF(std::clamp(x - wide / 2, area.left(), std::max(area.left(), plot.right() - wide)), plot.bottom() + 4,
                                wide + 1, metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, text);
    }
}

void SpectrogramFigure::paint(QPainter& painter, const QRectF& area, const Colors& theme) const
{
    if (frames() > 0) paintSpectrogram(painter, area.adjusted(2, 2, -4, -2), theme, makePicture(theme), 0);
}

/// What is shown: the scale's own rows, and of a zoomed view those that can be seen; then the effects.
QString SpectrogramFigure::csv() const
{
    if (frames() == 0) return {};
    const FrequencyAxis frequencies = axis();
    const auto part = [](double low, double high, int count) {
        return std::pair(std::clamp(int(std::floor(low * count + 1e-6)), 0, count),
                         std::clamp(int(std::ceil(high * count - 1e-6)), 0, count));
    };
    const auto [first, end] = part(window.left, window.right, grid().frames());
    const auto [lowest, top] = part(window.bottom, window.top, frequencies.rows());
    QString csv = QStringLiteral("hertz");
    for (int frame = first; frame < end; ++frame) csv += QStringLiteral(",%1").arg(frame * secondsPerColumn(), 0, 'f', 4);
    csv += QLatin1Char('\n');
    for (int row = lowest; row < top; ++row) {
        csv += QString::number(frequencies.hertzOfRow(row), 'f', 1);
        const int band = bandOf({0, row});
        for (int frame = first; frame < end; ++frame) csv += QStringLiteral(",%1").arg(double(grid().at(band, frame)), 0, 'f', 4);
        csv += QLatin1Char('\n');
    }
    const EffectMap* map = shownEffects();
    if (!map) return csv;
    csv += QStringLiteral("band,frame,effect\n");
    for (int band = 0; band < map->size; ++band)
        for (int frame = 0; frame < map->size; ++frame)
            csv +=
                QStringLiteral("%1,%2,%3\n").arg(band).arg(frame).arg(double(map->cells[std::size_t(band * map->size + frame)]), 0, 'f', 5);
    return csv;
}

}  // namespace sonoglyph
