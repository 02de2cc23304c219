#include "app/gui/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace sonoglyph {

namespace {

/// The first language of the system's list that we have.
QString systemLanguage()
{
    for (const QString& name : QLocale::system().uiLanguages()) {
        const QString language = name.section(u'-', 0, 0).section(u'_', 0, 0);
        if (language == QLatin1String("pl") || language == QLatin1String("en")) return language;
    }
    return QStringLiteral("en");
}

}  // namespace

void Language::use(const QString& choice)
{
    QCoreApplication::removeTranslator(&ours_);
    QCoreApplication::removeTranslator(&qt_);
    current_ = choice == QLatin1String("system") ? systemLanguage() : choice;

    // Where the system speaks the language too, its country decides how numbers look.
    const QLocale system = QLocale::system();
    const QLocale locale(current_);
    QLocale::setDefault(system.language() == locale.language() ? system : locale);

    if (qt_.load(QStringLiteral("qtbase_") + current_, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qt_);
    // English too: its plural forms are in a translation.
    if (ours_.load(QStringLiteral("sonoglyph_") + current_, folder_)) QCoreApplication::installTranslator(&ours_);
}

}  // namespace sonoglyph
