#include "app/gui/bench.h"

#include <cstdio>
#include <ctime>
#include <optional>

#include <QApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <unistd.h>

#include "app/gui/program.h"

namespace sonoglyph {

namespace {

/// Since the kernel made this process: loading of shared libraries before main() counts. Resolution 10 ms.
double millisecondsSinceStart()
{
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly)) return 0;
    const QByteArray line = stat.readAll();
    // Field 22, counted behind the name in brackets, which may hold spaces (proc(5)).
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return 1e3 * (double(now.tv_sec) + 1e-9 * double(now.tv_nsec) - fields.value(19).toDouble() / double(sysconf(_SC_CLK_TCK)));
}

struct Startup {
    std::optional<double> window, engine, model;
    QString problem;
};

void print(const Startup& startup, bool json)
{
    const std::pair<const char*, std::optional<double>> values[] = {
        {"first_window_ms", startup.window}, {"engine_ready_ms", startup.engine}, {"model_ready_ms", startup.model}};
    QJsonObject object;
    for (const auto& [name, value] : values) {
        if (!json && value) std::printf("%-16s %6.0f\n", name, *value);
        object.insert(QLatin1String(name), value ? QJsonValue(*value) : QJsonValue());
    }
    if (json) std::printf("%s\n", QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
    if (!startup.problem.isEmpty()) std::fprintf(stderr, "%s\n", qUtf8Printable(startup.problem));
    std::fflush(stdout);
}

}  // namespace

void benchStartup(Program& program, bool json)
{
    const auto startup = std::make_shared<Startup>();
    const auto end = [startup, json, &program](const QString& problem) {
        startup->problem = problem;
        print(*startup, json);
        program.disconnect();
        QApplication::exit(problem.isEmpty() ? 0 : 1);
    };
    QObject::connect(&program, &Program::windowPainted, &program, [startup] { startup->window = millisecondsSinceStart(); });
    QObject::connect(&program.engine(), &EngineLoader::ready, &program, [startup] { startup->engine = millisecondsSinceStart(); });
    QObject::connect(&program.engine(), &EngineLoader::failed, &program, end);
    QObject::connect(&program.decoder(), &DecoderController::modelChanged, &program, [startup, end] {
        startup->model = millisecondsSinceStart();
        end({});
    });
    QObject::connect(&program.decoder(), &DecoderController::modelFailed, &program, end);
    QTimer::singleShot(60'000, &program, [end] { end(QStringLiteral("The model was not ready after 60 s.")); });
}

}  // namespace sonoglyph
