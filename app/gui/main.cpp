#include <cstdio>

#include <QApplication>

#include "app/gui/arguments.h"
#include "app/gui/bench.h"
#include "app/gui/language.h"
#include "app/gui/program.h"
#include "core/session/engine_library.h"

int main(int argc, char** argv)
{
    using namespace sonoglyph;
    keepLargeBlocks();
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("sonoglyph"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SONOGLYPH_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Sonoglyph"));
    QGuiApplication::setDesktopFileName(QStringLiteral("sonoglyph"));

    const ParsedArguments parsed = [] {
        Language language;  // the settings, and the language chosen there, are not known yet
        language.use(QStringLiteral("system"));
        return parseArguments(QCoreApplication::arguments());
    }();
    if (!parsed.arguments) {
        std::fputs(qUtf8Printable(parsed.output), parsed.exitCode == 0 ? stdout : stderr);
        return parsed.exitCode;
    }
    Program program(*parsed.arguments);
    if (!parsed.arguments->bench.isEmpty()) benchStartup(program, parsed.arguments->json);
    program.start();
    return QApplication::exec();
}
