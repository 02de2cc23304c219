// What the program was called with.
#pragma once

#include <optional>

#include <QString>
#include <QStringList>

namespace sonoglyph {

struct Arguments {
    QString page;      ///< listen, train, compare, latent, evaluate or data; empty: the page shown last
    QString model;     ///< file, run folder or built-in name; empty: the remembered one
    QString data;      ///< data folder; empty: the remembered one
    QString run;       ///< a run folder to show on the Train page
    QString settings;  ///< settings file; empty: the user's own
    QString bench;     ///< startup, listen, soak, charts, figures, frames or latent; empty: no benchmark
    bool json = false;
    bool training = false;  ///< with bench listen or latent: while a training runs
    int minutes = 60;       ///< of sound, with bench soak
    QString report;         ///< the folder of a reproduction whose figures are drawn; empty: none
    QStringList files;
};

/// Either what to do, or what to print and with which exit code to leave (--help, --version: 0, wrong usage: 2).
struct ParsedArguments {
    std::optional<Arguments> arguments;
    QString output;
    int exitCode = 0;
};

/// `arguments` with the program's name first, as QCoreApplication::arguments().
ParsedArguments parseArguments(const QStringList& arguments);

}  // namespace sonoglyph
