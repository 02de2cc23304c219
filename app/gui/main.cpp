#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include <QApplication>
#include <QIcon>

#include "app/gui/arguments.h"
#include "app/gui/bench.h"
#include "app/gui/bench_charts.h"
#include "app/gui/bench_figures.h"
#include "app/gui/bench_frames.h"
#include "app/gui/bench_latent.h"
#include "app/gui/bench_listen.h"
#include "app/gui/language.h"
#include "app/gui/program.h"
#include "core/session/engine_library.h"
#include "core/session/matrix_kernels.h"
#include "ui/pages/evaluate/report_figures.h"
#include "ui/widgets/theme.h"

namespace {

using namespace sonoglyph;

/// Help and version need no display.
bool onlyTells(int argc, char** argv)
{
    return std::any_of(argv + 1, argv + argc, [](std::string_view argument) {
        return argument == "--help" || argument == "-h" || argument == "--version" || argument == "-v";
    });
}

/// Needs a QCoreApplication.
ParsedArguments parsedArguments()
{
    QCoreApplication::setApplicationName(QStringLiteral("sonoglyph"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SONOGLYPH_VERSION));
    Language language;  // the settings, and the language chosen there, are not known yet
    language.use(QStringLiteral("system"));
    return parseArguments(QCoreApplication::arguments());
}

int tell(const ParsedArguments& parsed)
{
    std::fputs(qUtf8Printable(parsed.output), parsed.exitCode == 0 ? stdout : stderr);
    return parsed.exitCode;
}

int drawReport(const QString& folder)
{
    applyTheme(ThemeMode::Light);
    const auto drawn = drawReportFigures(folder.toStdString());
    if (drawn) return 0;
    std::fprintf(stderr, "sonoglyph: %s\n", english(drawn.error()).c_str());
    return 1;
}

}  // namespace

int main(int argc, char** argv)
{
    keepLargeBlocks();
    sleepWhileWaiting();
    preferFastMatrixKernels();
    if (onlyTells(argc, argv)) {
        QCoreApplication application(argc, argv);
        return tell(parsedArguments());
    }
    // GLib's dispatcher calls it waiting when it works.
    if (std::any_of(argv + 1, argv + argc, [](std::string_view argument) { return argument.starts_with("--bench"); }))
        qputenv("QT_NO_GLIB", "1");
    if (std::any_of(argv + 1, argv + argc, [](std::string_view argument) { return argument.starts_with("--draw-report"); }))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const ParsedArguments parsed = parsedArguments();
    if (!parsed.arguments) return tell(parsed);

    QGuiApplication::setApplicationDisplayName(QStringLiteral("Sonoglyph"));
    QGuiApplication::setDesktopFileName(QStringLiteral("sonoglyph"));
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/app/sonoglyph.svg")));
    if (!parsed.arguments->report.isEmpty()) return drawReport(parsed.arguments->report);
    if (parsed.arguments->bench == QLatin1String("listen") || parsed.arguments->bench == QLatin1String("soak"))
        return benchListen(*parsed.arguments);
    if (parsed.arguments->bench == QLatin1String("charts")) return benchCharts(parsed.arguments->json);
    if (parsed.arguments->bench == QLatin1String("figures")) return benchFigures(parsed.arguments->json);
    if (parsed.arguments->bench == QLatin1String("frames")) return benchFrames(*parsed.arguments);
    if (parsed.arguments->bench == QLatin1String("latent")) return benchLatent(*parsed.arguments);
    Program program(*parsed.arguments);
    if (!parsed.arguments->bench.isEmpty()) benchStartup(program, parsed.arguments->json);
    program.start();
    return QApplication::exec();
}
