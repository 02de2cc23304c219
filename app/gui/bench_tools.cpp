#include "app/gui/bench_tools.h"

#include <algorithm>
#include <cstdio>
#include <ctime>

#include <QAbstractEventDispatcher>
#include <QJsonArray>
#include <QJsonDocument>

namespace sonoglyph {

double Times::at(double share)
{
    std::sort(values.begin(), values.end());
    return values[std::size_t(share * double(values.size() - 1))];
}

QJsonValue Times::json()
{
    if (values.empty()) return {};
    return QJsonObject{{QStringLiteral("median"), at(0.5)},
                       {QStringLiteral("p95"), at(0.95)},
                       {QStringLiteral("p99"), at(0.99)},
                       {QStringLiteral("max"), at(1)}};
}

BusyTimes::BusyTimes(QObject* parent) : QObject(parent)
{
    auto* dispatcher = QAbstractEventDispatcher::instance();
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] { since_.start(); });
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] {
        if (!since_.isValid()) return;
        times.values.push_back(double(since_.nsecsElapsed()) / 1e6);
        since_.invalidate();
    });
}

double threadMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return 1e3 * double(now.tv_sec) + 1e-6 * double(now.tv_nsec);
}

void printResult(const QJsonObject& result, bool json)
{
    if (json) {
        std::printf("%s\n", QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    } else {
        for (auto value = result.begin(); value != result.end(); ++value) {
            const QByteArray text = value->isDouble()   ? QByteArray::number(value->toDouble(), 'f', 1)
                                    : value->isObject() ? QJsonDocument(value->toObject()).toJson(QJsonDocument::Compact)
                                    : value->isArray()  ? QJsonDocument(value->toArray()).toJson(QJsonDocument::Compact)
                                                        : value->toVariant().toByteArray();
            std::printf("%-24s %s\n", qUtf8Printable(value.key()), text.constData());
        }
    }
    std::fflush(stdout);
}

}  // namespace sonoglyph
