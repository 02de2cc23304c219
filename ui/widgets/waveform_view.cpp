#include "ui/widgets/waveform_view.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sonoglyph {

WaveformView::WaveformView(QWidget* parent) : FigureView(parent), emptyText_(tr("The sound appears here."))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    describe();
}

QString WaveformView::kindOfFigure() const { return tr("Waveform"); }

void WaveformView::setSound(std::span<const float> samples, int rate)
{
    figure_.liveSeconds = 0;
    figure_.rate = std::max(1, rate);
    clear();
    appendSamples(samples);
}

void WaveformView::startLive(int rate, double seconds)
{
    figure_.rate = std::max(1, rate);
    figure_.liveSeconds = std::max(0.1, seconds);
    clear();
}

void WaveformView::appendSamples(std::span<const float> samples)
{
    figure_.extremes.append(samples);
    for (const float sample : samples) {
        if (std::isfinite(sample)) figure_.peak = std::max(figure_.peak, std::abs(sample));
    }
    if (figure_.isLive()) figure_.extremes.trim(std::int64_t(figure_.liveSeconds * figure_.rate) + 1);
    describe();
    update();
}

void WaveformView::clear()
{
    figure_.extremes.clear();
    figure_.peak = 0;
    figure_.wordBegin = figure_.wordEnd = 0;
    figure_.playPosition = -1;
    figure_.shownBegin = figure_.shownEnd = 0;
    describe();
    update();
}

void WaveformView::setWord(std::int64_t begin, std::int64_t end)
{
    figure_.wordBegin = begin;
    figure_.wordEnd = std::max(begin, end);
    describe();
    update();
}

void WaveformView::setPlayPosition(double seconds)
{
    if (seconds == figure_.playPosition) return;
    figure_.playPosition = seconds;
    update();
}

void WaveformView::setTimeRange(double begin, double end)
{
    figure_.shownBegin = begin;
    figure_.shownEnd = std::max(begin, end);
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
    figure_.axisVisible = visible;
    update();
}

void WaveformView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(smallNumberFont());
    if (figure_.extremes.size() == 0 && !figure_.isLive())
        paintEmpty(painter, rect(), emptyText_, colors());
    else
        figure_.paintSound(painter, rect(), colors(), devicePixelRatioF());
    paintFocus(painter, rect());
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
    const WaveFigure::Range range = figure_.visibleRange();
    if (figure_.isLive() || range.end <= range.begin) return;
    const double share = std::clamp(x / std::max(1, width()), 0.0, 1.0);
    Q_EMIT seekWanted((double(range.begin) + share * double(range.end - range.begin)) / figure_.rate);
}

void WaveformView::describe()
{
    setAccessibleName(tr("Waveform"));
    if (figure_.extremes.size() == 0) {
        setAccessibleDescription(emptyText_);
        return;
    }
    QString text = tr("%1 seconds of sound.").arg(double(figure_.extremes.size()) / figure_.rate, 0, 'f', 2);
    if (figure_.wordEnd > figure_.wordBegin)
        text += tr(" A word from %1 to %2 seconds.")
                    .arg(double(figure_.wordBegin) / figure_.rate, 0, 'f', 2)
                    .arg(double(figure_.wordEnd) / figure_.rate, 0, 'f', 2);
    setAccessibleDescription(text);
}

}  // namespace sonoglyph
