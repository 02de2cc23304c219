#include "ui/logic/reproduction_job.h"

#include <QJsonDocument>
#include <QJsonObject>

#include "core/base/child_process.h"
#include "ui/logic/cli_program.h"
#include "ui/logic/text.h"

namespace sonoglyph {

namespace fs = std::filesystem;

ReproductionJob::ReproductionJob(const fs::path& program, QObject* parent) : QObject(parent), program_(program)
{
    if (program_.empty()) program_ = cliProgram();
}

ReproductionJob::~ReproductionJob() = default;

void ReproductionJob::start(const QString& data, const QString& out, const QString& epochs)
{
    if (running_) return;
    running_ = true;
    state_ = {};
    out_ = out;
    thread_ = std::jthread([this, program = program_, data = data.toStdString(), out = out.toStdString(),
                            epochs = epochs.toStdString()](const std::stop_token& stop) {
        std::string last;
        const auto heard = [this](const std::string& line) {
            QMetaObject::invokeMethod(
                this, [this, line = QByteArray::fromStdString(line)] { hear(line); }, Qt::QueuedConnection);
        };
        const ChildCommand command{{program.string(), "reproduce", "--json", "--data", data, "--out", out, "--epochs", epochs},
                                   heard,
                                   [&](const std::string& line) { last = line; }};
        const auto end = runChild(command, stop);
        QString trouble;
        if (!end)
            trouble = toText(end.error());
        else if (end->signal != 0)
            trouble = tr("The reproduction was ended by signal %1.").arg(end->signal);
        else if (end->status != 0 && end->status != cliStopped)
            trouble = cliSentence(last);
        QMetaObject::invokeMethod(
            this,
            [this, trouble, out = QString::fromStdString(out)] {
                running_ = false;
                Q_EMIT changed();
                Q_EMIT ended(trouble);
                read(out);
            },
            Qt::QueuedConnection);
    });
    Q_EMIT changed();
}

void ReproductionJob::stop()
{
    thread_.request_stop();
    Q_EMIT changed();
}

void ReproductionJob::hear(const QByteArray& line)
{
    const QJsonObject event = QJsonDocument::fromJson(line).object();
    if (event[QLatin1String("event")].toString() != QLatin1String("progress")) return;
    state_.item = event[QLatin1String("item")].toString();
    state_.stage = event[QLatin1String("stage")].toString();
    state_.fraction = event[QLatin1String("fraction")].toDouble();
    state_.done = event[QLatin1String("done")].toInt();
    state_.items = event[QLatin1String("items")].toInt();
    const QJsonValue left = event[QLatin1String("seconds_left")];
    state_.secondsLeft = left.isDouble() ? std::optional(left.toDouble()) : std::nullopt;
    Q_EMIT changed();
    if (state_.stage == QLatin1String("done")) read(out_);
}

void ReproductionJob::read(const QString& out)
{
    reader_ = std::jthread([this, out = fs::path(out.toStdString())](const std::stop_token&) {
        auto read = readReproduction(out);
        std::shared_ptr<const Reproduction> results;
        if (read) results = std::make_shared<const Reproduction>(std::move(*read));
        auto tables = results ? tablesOf(*results) : std::vector<Table>();
        QMetaObject::invokeMethod(
            this,
            [this, results, tables = std::move(tables)] {
                results_ = results;
                tables_ = tables;
                Q_EMIT resultsChanged();
            },
            Qt::QueuedConnection);
    });
}

}  // namespace sonoglyph
