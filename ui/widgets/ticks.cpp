#include "ui/widgets/ticks.h"

#include <algorithm>
#include <cmath>

namespace sonoglyph {

namespace {

QString withTrueMinus(QString text)
{
    if (text.startsWith(QLatin1Char('-'))) text[0] = QChar(0x2212);
    return text;
}

}  // namespace

double niceStep(double range, int most)
{
    if (!std::isfinite(range) || range <= 0 || most < 1) return 1;
    const double raw = range / most;
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= raw * (1 - 1e-9)) return factor * power;
    }
    return 10 * power;
}

QList<double> niceTicks(double low, double high, int most)
{
    QList<double> ticks;
    const double step = niceStep(high - low, most);
    if (!(high > low) || !std::isfinite(high - low)) return ticks;
    const double first = std::ceil(low / step - 1e-6);
    const double last = std::floor(high / step + 1e-6);
    for (double i = first; i <= last; ++i) ticks.append(i * step);
    return ticks;
}

QList<double> logTicks(double low, double high, int most)
{
    if (!(low > 0) || !(high > low)) return {};
    QList<double> all, decades;
    for (double exponent = std::floor(std::log10(low)); exponent <= std::ceil(std::log10(high)); ++exponent) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double value = factor * std::pow(10.0, exponent);
            if (value < low * (1 - 1e-9) || value > high * (1 + 1e-9)) continue;
            all.append(value);
            if (factor == 1.0) decades.append(value);
        }
    }
    return all.size() <= most || decades.size() < 2 ? all : decades;
}

QString tickText(double value, double step)
{
    const int decimals = step > 0 ? std::clamp(int(std::ceil(-std::log10(step) - 1e-9)), 0, 9) : 0;
    return numberText(value, decimals);
}

QString numberText(double value, int decimals)
{
    const double unit = std::pow(10.0, -decimals);
    if (std::abs(value) < unit / 2) value = 0;
    return withTrueMinus(QString::number(value, 'f', decimals));
}

QString significantText(double value, int digits)
{
    const double size = std::abs(value);
    if (size == 0) return QStringLiteral("0");
    if (!std::isfinite(value)) return QString::number(value);
    if (size >= 1e7 || size < 1e-4) return withTrueMinus(QString::number(value, 'g', digits));
    const int decimals = std::clamp(digits - 1 - int(std::floor(std::log10(size))), 0, 8);
    return numberText(value, decimals);
}

QString hertzText(double hertz)
{
    if (hertz < 1000) return QString::number(std::lround(hertz));
    return QString::number(hertz / 1000, 'g', 3) + QLatin1Char('k');
}

QString csvField(const QString& text)
{
    if (!text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('"')) && !text.contains(QLatin1Char('\n'))) return text;
    return QLatin1Char('"') + QString(text).replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

}  // namespace sonoglyph
