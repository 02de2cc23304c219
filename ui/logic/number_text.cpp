#include "ui/logic/number_text.h"

#include <cmath>

#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

namespace sonoglyph {

namespace {

constexpr double largestWhole = 9e15;  // every whole number up to it is a double

}  // namespace

std::optional<double> readReal(QString text)
{
    bool ok = false;
    const double value = QLocale::c().toDouble(text.trimmed().replace(u',', u'.'), &ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<double> readWhole(const QString& text)
{
    bool ok = false;
    const qlonglong value = text.trimmed().toLongLong(&ok);
    return ok && std::abs(double(value)) <= largestWhole ? std::optional(double(value)) : std::nullopt;
}

QString realText(double value)
{
    QString text = QString::number(value, 'g', 10);
    return text.replace(u'.', QLocale().decimalPoint());
}

QStringList listItems(const QString& text)
{
    static const QRegularExpression separators(QStringLiteral("[;\\s]+|,\\s+|,$")), all(QStringLiteral("[;,\\s]+"));
    const QString typed = text.trimmed();
    const bool commaSeparates = typed.contains(u'.') || typed.count(u',') > 1;
    const bool other = typed.contains(QRegularExpression(QStringLiteral("[;\\s]")));
    return typed.split(commaSeparates && !other ? all : separators, Qt::SkipEmptyParts);
}

QString listText(const QStringList& items)
{
    const bool commas = std::any_of(items.begin(), items.end(), [](const QString& item) { return item.contains(u','); });
    return items.join(commas ? QStringLiteral("; ") : QStringLiteral(", "));
}

}  // namespace sonoglyph
