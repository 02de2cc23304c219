#include "app/gui/arguments.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace sonoglyph {

namespace {

const QStringList pages{QStringLiteral("listen"), QStringLiteral("train"),    QStringLiteral("compare"),
                        QStringLiteral("latent"), QStringLiteral("evaluate"), QStringLiteral("data")};
const QStringList benchmarks{QStringLiteral("startup"), QStringLiteral("listen"), QStringLiteral("soak"),  QStringLiteral("charts"),
                             QStringLiteral("figures"), QStringLiteral("frames"), QStringLiteral("latent")};
constexpr int mostMinutes = 24 * 60;

ParsedArguments wrong(const QString& text)
{
    return {std::nullopt, QCoreApplication::translate("Arguments", "%1 See sonoglyph --help.").arg(text) + u'\n', 2};
}

}  // namespace

ParsedArguments parseArguments(const QStringList& given)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("Arguments", "Hear a spoken digit, see it drawn."));
    const QCommandLineOption help = parser.addHelpOption(), version = parser.addVersionOption();
    const QCommandLineOption page(QStringLiteral("page"),
                                  QCoreApplication::translate("Arguments", "Page to open: %1.").arg(pages.join(QStringLiteral(", "))),
                                  QStringLiteral("NAME"));
    const QCommandLineOption model(QStringLiteral("model"),
                                   QCoreApplication::translate("Arguments", "Model or checkpoint file, run folder or built-in name."),
                                   QStringLiteral("MODEL"));
    const QCommandLineOption data(QStringLiteral("data"),
                                  QCoreApplication::translate("Arguments", "Data folder (holds mnist, fsdd and scd)."),
                                  QStringLiteral("DIR"));
    const QCommandLineOption run(QStringLiteral("run"), QCoreApplication::translate("Arguments", "Run folder to show on the Train page."),
                                 QStringLiteral("RUN"));
    const QCommandLineOption settings(QStringLiteral("settings"),
                                      QCoreApplication::translate("Arguments", "Settings file instead of the user's own."),
                                      QStringLiteral("FILE"));
    const QCommandLineOption bench(
        QStringLiteral("bench"),
        QCoreApplication::translate("Arguments", "Measure and quit: %1.").arg(benchmarks.join(QStringLiteral(", "))),
        QStringLiteral("WHAT"));
    const QCommandLineOption json(QStringLiteral("json"), QCoreApplication::translate("Arguments", "With --bench: print one JSON object."));
    const QCommandLineOption training(
        QStringLiteral("training"),
        QCoreApplication::translate("Arguments", "With --bench listen or latent: measure while a training runs."));
    const QCommandLineOption minutes(QStringLiteral("minutes"),
                                     QCoreApplication::translate("Arguments", "With --bench soak: minutes of sound, 60 where not given."),
                                     QStringLiteral("N"), QStringLiteral("60"));
    const QCommandLineOption report(
        QStringLiteral("draw-report"),
        QCoreApplication::translate("Arguments",
                                    "Draw the figures of a reproduction (sonoglyph-cli reproduce) and quit; needs no display."),
        QStringLiteral("DIR"));
    parser.addOptions({page, model, data, run, settings, bench, json, training, minutes, report});
    parser.addPositionalArgument(QStringLiteral("files"),
                                 QCoreApplication::translate("Arguments", "Sound files, a model or a run folder to open."),
                                 QStringLiteral("[FILES...]"));

    if (!parser.parse(given)) return wrong(parser.errorText() + (parser.errorText().endsWith(u'.') ? QString() : QStringLiteral(".")));
    if (parser.isSet(help)) return {std::nullopt, parser.helpText(), 0};
    if (parser.isSet(version))
        return {std::nullopt, QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion() + u'\n', 0};

    bool isNumber = false;
    const int length = parser.value(minutes).toInt(&isNumber);
    if (!isNumber || length < 1 || length > mostMinutes)
        return wrong(QCoreApplication::translate("Arguments", "--minutes must be 1 to %1.").arg(mostMinutes));
    Arguments arguments{parser.value(page),   parser.value(model),         parser.value(data),
                        parser.value(run),    parser.value(settings),      parser.value(bench),
                        parser.isSet(json),   parser.isSet(training),      length,
                        parser.value(report), parser.positionalArguments()};
    if (parser.isSet(page) && !pages.contains(arguments.page))
        return wrong(QCoreApplication::translate("Arguments", "There is no page \"%1\". Pages: %2.")
                         .arg(arguments.page, pages.join(QStringLiteral(", "))));
    if (parser.isSet(bench) && !benchmarks.contains(arguments.bench))
        return wrong(QCoreApplication::translate("Arguments", "There is no benchmark \"%1\". Benchmarks: %2.")
                         .arg(arguments.bench, benchmarks.join(QStringLiteral(", "))));
    return {arguments, {}, 0};
}

}  // namespace sonoglyph
