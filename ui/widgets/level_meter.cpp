#include "ui/widgets/level_meter.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

#include "ui/widgets/theme.h"
#include "ui/widgets/ticks.h"

namespace sonoglyph {

namespace {

constexpr double kSilence = -200;
constexpr double kClipping = -0.1;
constexpr int kHoldMilliseconds = 1500;
constexpr int kBar = 8;

}  // namespace

LevelMeter::LevelMeter(Qt::Orientation orientation, QWidget* parent) : QWidget(parent), orientation_(orientation)
{
    setSizePolicy(orientation == Qt::Horizontal ? QSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed)
                                                : QSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding));
    setAccessibleName(tr("Microphone level"));
    setToolTip(tr("Level of the microphone in decibels below full scale: the bar is the average (RMS), the line the peak. "
                  "The mark at the end lights once a sample was clipped; click to forget it."));
    hold_.setSingleShot(true);
    hold_.setInterval(kHoldMilliseconds);
    connect(&hold_, &QTimer::timeout, this, [this] {
        held_ = peak_;
        update();
    });
}

void LevelMeter::setLevels(double peak, double rms)
{
    peak_ = peak > kSilence ? std::min(peak, 0.0) : kSilence;
    rms_ = rms > kSilence ? std::min(rms, 0.0) : kSilence;
    if (peak_ >= held_) {
        held_ = peak_;
        hold_.start();
    } else if (!hold_.isActive()) {
        held_ = peak_;
    }
    if (peak_ >= kClipping && !clipped_) {
        clipped_ = true;
        Q_EMIT clippedChanged(true);
    }
    setAccessibleDescription(rms_ <= kFloor ? tr("Silence") : tr("%1 decibels").arg(numberText(rms_, 0)));
    update();
}

void LevelMeter::reset()
{
    peak_ = rms_ = held_ = kSilence;
    hold_.stop();
    if (clipped_) {
        clipped_ = false;
        Q_EMIT clippedChanged(false);
    }
    setAccessibleDescription(QString());
    update();
}

QSize LevelMeter::sizeHint() const
{
    const int thick = kBar + QFontMetrics(smallFont()).height() + 4;
    return orientation_ == Qt::Horizontal ? QSize(240, thick) : QSize(kBar + 40, 160);
}

QSize LevelMeter::minimumSizeHint() const
{
    return orientation_ == Qt::Horizontal ? QSize(120, sizeHint().height()) : QSize(sizeHint().width(), 80);
}

void LevelMeter::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors& c = colors();
    const bool across = orientation_ == Qt::Horizontal;
    const double clip = 10, length = (across ? width() : height()) - clip - 4;
    const auto share = [](double decibels) { return std::clamp((decibels - kFloor) / -kFloor, 0.0, 1.0); };
    // From `a` to `b` along the meter, whichever way it lies.
    const auto part = [&](double a, double b) { return across ? QRectF(a, 0, b - a, kBar) : QRectF(0, height() - b, kBar, b - a); };
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.hairline);
    painter.drawRoundedRect(part(0, length), 3, 3);
    if (const double rms = share(rms_) * length; rms > 0) {
        painter.setBrush(c.accent);
        painter.drawRoundedRect(part(0, std::max(rms, 4.0)), 3, 3);
    }
    if (share(peak_) > share(rms_)) {
        QColor faint = c.accent;
        faint.setAlphaF(0.4f);
        painter.setBrush(faint);
        painter.drawRect(part(std::max(share(rms_) * length, 3.0), share(peak_) * length));
    }
    if (share(held_) > 0) {
        const double at = share(held_) * length;
        painter.setBrush(held_ >= kClipping ? c.danger : c.text);
        painter.drawRect(part(std::max(0.0, at - 2), at));
    }
    painter.setBrush(clipped_ ? c.danger : c.hairline);
    painter.drawRoundedRect(part(length + 4, length + 4 + clip), 3, 3);

    painter.setFont(smallNumberFont());
    painter.setPen(c.secondaryText);
    const QFontMetricsF metrics(painter.font());
    const int step = length < 200 ? 20 : 10;
    for (int decibels = int(kFloor); decibels <= 0; decibels += step) {
        const double at = share(decibels) * length;
        QString text = numberText(decibels, 0);
        if (across) {
            if (decibels == 0) text = tr("0 dB");
            const double wide = metrics.horizontalAdvance(text);
            painter.drawText(QPointF(std::clamp(at - wide / 2, 0.0, width() - wide), kBar + 2 + metrics.ascent()), text);
        } else {
            painter.drawText(QPointF(kBar + 6, std::clamp(height() - at + metrics.ascent() / 2 - 1, metrics.ascent(), height() - 2.0)),
                             text);
        }
    }
}

void LevelMeter::mousePressEvent(QMouseEvent*)
{
    if (!clipped_) return;
    clipped_ = false;
    Q_EMIT clippedChanged(false);
    update();
}

}  // namespace sonoglyph
