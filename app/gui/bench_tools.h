// What the benchmarks through the real window share: sorted times, how long the GUI thread works, and their printing. GUI thread only.
#pragma once

#include <vector>

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>

namespace sonoglyph {

/// Milliseconds.
struct Times {
    std::vector<double> values;

    /// The value below which `share` of all lie; not to be asked while empty.
    double at(double share);
    /// {"median", "p95", "p99", "max"}, or null while empty.
    QJsonValue json();
};

/// For how long the GUI thread worked without waiting for events. Needs a dispatcher that works outside its waiting: not GLib's.
class BusyTimes : public QObject {
public:
    explicit BusyTimes(QObject* parent);
    Times times;

private:
    QElapsedTimer since_;
};

/// What the calling thread has computed so far, in milliseconds: what its work costs on a machine that has something else to do as well.
double threadMilliseconds();

/// One line of JSON, or a line a value.
void printResult(const QJsonObject& result, bool json);

}  // namespace sonoglyph
