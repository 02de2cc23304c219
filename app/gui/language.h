// The language of the program: our translation, Qt's own, and how numbers are written.
#pragma once

#include <QString>
#include <QTranslator>

namespace sonoglyph {

/// Lives as long as the program. GUI thread only.
class Language {
public:
    /// `folder` holds sonoglyph_LANGUAGE.qm.
    explicit Language(const QString& folder = QStringLiteral(":/i18n")) : folder_(folder) {}

    /// "system", "en" or "pl". Texts that exist already stay as they are: what shows them must be built anew.
    void use(const QString& choice);
    /// "en" or "pl".
    QString current() const { return current_; }

private:
    QString folder_;
    QTranslator ours_, qt_;
    QString current_;
};

}  // namespace sonoglyph
