#include "ui/widgets/waveform_view.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr float kQuietest = 0.05f;  // a sound this faint or fainter is not drawn larger than a tall one

// Stroked as one path, a thousand zigzags take Qt seconds.
void drawLongLine(QPainter& painter, const QPolygonF& line)
{
    constexpr qsizetype piece = 16;
    for (qsizetype i = 0; i + 1 < line.size(); i += piece)
        painter.drawPolyline(line.constData() + i, int(std::min(piece + 1, line.size() - i)));
}

}  // namespace

WaveformView::WaveformView(QWidget* parent) : FigureView(parent), emptyText_(tr("The sound appears here."))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    describe();
}

QString WaveformView::kindOfFigure() const { return tr("Waveform"); }

void WaveformView::setSound(std::span<const float> samples, int rate)
{
    liveSeconds_ = 0;
    rate_ = std::max(1, rate);
    clear();
    appendSamples(samples);
}

void WaveformView::startLive(int rate, double seconds)
{
    rate_ = std::max(1, rate);
    liveSeconds_ = std::max(0.1, seconds);
    clear();
}

void WaveformView::appendSamples(std::span<const float> samples)
{
    extremes_.append(samples);
    for (const float sample : samples) {
        if (std::isfinite(sample)) peak_ = std::max(peak_, std::abs(sample));
    }
    if (isLive()) extremes_.trim(std::int64_t(liveSeconds_ * rate_) + 1);
    describe();
    update();
}

void WaveformView::clear()
{
    extremes_.clear();
    peak_ = 0;
    wordBegin_ = wordEnd_ = 0;
    playPosition_ = -1;
    shownBegin_ = shownEnd_ = 0;
    describe();
    update();
}

void WaveformView::setWord(std::int64_t begin, std::int64_t end)
{
    wordBegin_ = begin;
    wordEnd_ = std::max(begin, end);
    describe();
    update();
}

void WaveformView::setPlayPosition(double seconds)
{
    if (seconds == playPosition_) return;
    playPosition_ = seconds;
    update();
}

void WaveformView::setTimeRange(double begin, double end)
{
    shownBegin_ = begin;
    shownEnd_ = std::max(begin, end);
    update();
}

void WaveformView::setEmptyText(const QString& text)
{
    emptyText_ = text;
    describe();
    update();
}

void WaveformView::setAxisVisible(bool visible)
{
    axisVisible_ = visible;
    update();
}

WaveformView::Range WaveformView::visibleRange() const
{
    if (!isLive()) {
        const Range all{extremes_.first(), extremes_.size()};
        const Range part{std::clamp(std::int64_t(shownBegin_ * rate_), all.begin, all.end),
                         std::clamp(std::int64_t(shownEnd_ * rate_), all.begin, all.end)};
        return part.end > part.begin ? part : all;
    }
    const auto width = std::int64_t(liveSeconds_ * rate_);
    return {extremes_.size() - width, extremes_.size()};
}

QRectF WaveformView::plotArea(const QRectF& area, const QFontMetricsF& metrics) const
{
    return axisVisible_ ? area.adjusted(0, 0, 0, -(metrics.height() + 4)) : area;
}

void WaveformView::paintSound(QPainter& painter, const QRectF& area, const Colors& theme, double columnsPerUnit) const
{
    const QFontMetricsF metrics(painter.font());
    const QRectF plot = plotArea(area, metrics);
    const Range range = visibleRange();
    const double length = double(range.end - range.begin);
    if (length <= 0 || plot.width() < 2) return;
    const auto xOf = [&](double sample) { return plot.left() + (sample - double(range.begin)) / length * plot.width(); };
    const bool word = wordEnd_ > wordBegin_;
    QRectF wordArea;
    if (word) {
        wordArea = QRectF(QPointF(xOf(double(wordBegin_)), plot.top()), QPointF(xOf(double(wordEnd_)), plot.bottom())).intersected(plot);
        painter.fillRect(wordArea, theme.accentSoft);
    }

    const double middle = plot.center().y(), scale = plot.height() / 2 * 0.96 / std::max(peak_, kQuietest);
    painter.fillRect(QRectF(plot.left(), middle - 0.5, plot.width(), 1), theme.hairline);

    const std::int64_t begin = std::max(range.begin, extremes_.first());
    QPolygonF outline;
    const double perColumn = length / (plot.width() * columnsPerUnit);
    if (perColumn < 1.5) {
        QPolygonF line;
        for (std::int64_t i = begin; i < range.end; ++i)
            line << QPointF(xOf(double(i) + 0.5), middle - double(extremes_.sample(i)) * scale);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.real, 1.25));
        drawLongLine(painter, line);
        painter.setClipRect(wordArea);
        painter.setPen(QPen(theme.accent, 1.25));
        if (word) drawLongLine(painter, line);
        painter.restore();
    } else {
        // Columns stand at whole multiples of their width in samples, so that a scrolling sound does not flicker.
        const auto width = std::int64_t(std::max(1.0, std::floor(perColumn)));
        QPolygonF upper, lower;
        for (std::int64_t column = begin / width; column * width < range.end; ++column) {
            const auto [low, high] = extremes_.between(column * width, std::min((column + 1) * width, range.end));
            const double x = xOf((double(column) + 0.5) * double(width));
            upper << QPointF(x, std::min(middle - double(high) * scale, middle - 0.4));
            lower << QPointF(x, std::max(middle - double(low) * scale, middle + 0.4));
        }
        outline = upper;
        for (auto point = lower.crbegin(); point != lower.crend(); ++point) outline << *point;
        painter.save();
        painter.setClipRect(plot);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.real);
        painter.drawPolygon(outline);
        if (word) {
            painter.setClipRect(wordArea);
            painter.setBrush(theme.accent);
            painter.drawPolygon(outline);
        }
        painter.restore();
    }

    if (playPosition_ >= 0) {
        const double x = xOf(playPosition_ * rate_);
        if (x >= plot.left() && x <= plot.right()) painter.fillRect(QRectF(x - 0.75, plot.top(), 1.5, plot.height()), theme.text);
    }

    if (!axisVisible_) return;
    painter.fillRect(QRectF(plot.left(), plot.bottom(), plot.width(), 1), theme.hairline);
    painter.setPen(theme.secondaryText);
    // Live, time is told from now backwards: the marks stand still while the sound moves.
    const double right = isLive() ? 0 : double(range.end) / rate_, left = right - length / rate_;
    const int most = std::max(2, int(plot.width() / (metrics.horizontalAdvance(QStringLiteral("00.00 s")) * 1.6)));
    const double step = niceStep(right - left, most);
    for (const double tick : niceTicks(left, right, most)) {
        const double x = plot.left() + (tick - left) / (right - left) * plot.width();
        const QString text = tr("%1 s").arg(tickText(tick, step));
        const double wide = metrics.horizontalAdvance(text);
        const double at = std::clamp(x - wide / 2, plot.left(), plot.right() - wide);
        painter.fillRect(QRectF(std::clamp(x, plot.left(), plot.right() - 1), plot.bottom(), 1, 4), theme.hairline);
        painter.drawText(QRectF(at, plot.bottom() + 4, wide + 1, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter, text);
    }
}

void WaveformView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(smallNumberFont());
    if (extremes_.size() == 0 && !isLive())
        paintEmpty(painter, rect(), emptyText_, colors());
    else
        paintSound(painter, rect(), colors(), devicePixelRatioF());
    paintFocus(painter, rect());
}

void WaveformView::paintFigure(QPainter& painter, const QRectF& area) const
{
    paintSound(painter, area.adjusted(4, 4, -4, -2), printColors(), 4.0);
}

QString WaveformView::figureCsv() const
{
    if (extremes_.size() == 0) return {};
    QString csv = QStringLiteral("seconds,amplitude\n");
    for (std::int64_t i = extremes_.first(); i < extremes_.size(); ++i)
        csv += QStringLiteral("%1,%2\n").arg(double(i) / rate_, 0, 'f', 6).arg(double(extremes_.sample(i)), 0, 'g', 7);
    return csv;
}

void WaveformView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) seek(event->position().x());
}

void WaveformView::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton) seek(event->position().x());
}

void WaveformView::seek(double x)
{
    const Range range = visibleRange();
    if (isLive() || range.end <= range.begin) return;
    const double share = std::clamp(x / std::max(1, width()), 0.0, 1.0);
    Q_EMIT seekWanted((double(range.begin) + share * double(range.end - range.begin)) / rate_);
}

void WaveformView::describe()
{
    setAccessibleName(tr("Waveform"));
    if (extremes_.size() == 0) {
        setAccessibleDescription(emptyText_);
        return;
    }
    QString text = tr("%1 seconds of sound.").arg(double(extremes_.size()) / rate_, 0, 'f', 2);
    if (wordEnd_ > wordBegin_)
        text += tr(" A word from %1 to %2 seconds.").arg(double(wordBegin_) / rate_, 0, 'f', 2).arg(double(wordEnd_) / rate_, 0, 'f', 2);
    setAccessibleDescription(text);
}

}  // namespace sonoglyph
