// What the program remembers between two starts: a QSettings file behind named values with defaults.
//
// Trouble never hurts: where the file cannot be read, defaults are used; where it cannot be written, values live until the program ends and
// writable() says so. GUI thread only. Pages keep their own values with value() and setValue() under "PAGE/NAME".
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSettings>
#include <QString>
#include <QVariant>

namespace sonoglyph {

enum class ThemeChoice { System, Light, Dark };

class Settings : public QObject {
    Q_OBJECT
public:
    /// `file`: an INI file (--settings); empty: the user's own, ~/.config/sonoglyph/sonoglyph.conf.
    explicit Settings(const QString& file = {}, QObject* parent = nullptr);

    ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);

    /// "system", "en" or "pl".
    QString language() const;
    void setLanguage(const QString& language);

    /// Holds mnist/, fsdd/recordings/ and scd/. Default: defaultDataFolder() of the core. overrideDataFolder() (--data) wins over what is
    /// remembered and is not remembered itself.
    QString dataFolder() const;
    void setDataFolder(const QString& folder);
    void overrideDataFolder(const QString& folder);

    /// New runs are made here. Default: the core's defaultRunsFolder(), which the command line's users know too.
    QString runsFolder() const;
    void setRunsFolder(const QString& folder);

    /// The sounds that were heard are kept here: in the user's data folder, or beside a settings file of one's own.
    QString historyFolder() const;
    /// Where saved states of the features are kept.
    QString statesFolder() const;

    /// Built-in name, file or run folder; empty: the first built-in model. overrideModel() (--model) as overrideDataFolder().
    QString model() const;
    void setModel(const QString& model);
    void overrideModel(const QString& model);
    /// Model files that were opened, the newest first, at most a dozen.
    QStringList openedModels() const;
    void rememberModel(const QString& file);

    /// "listen", "train", "compare", "latent", "data".
    QString lastPage() const;
    void setLastPage(const QString& page);

    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);

    /// The state of a splitter (QSplitter::saveState()), remembered under `name`, e.g. "listen/main"; empty where nothing is remembered.
    QByteArray splitter(const QString& name) const;
    void setSplitter(const QString& name, const QByteArray& state);

    QVariant value(const QString& key, const QVariant& fallback = {}) const;
    void setValue(const QString& key, const QVariant& value);

    /// False where the file cannot be written: what is changed is forgotten at the end.
    bool writable() const;
    QString file() const;

Q_SIGNALS:
    void themeChanged(sonoglyph::ThemeChoice theme);
    void languageChanged(const QString& language);
    void dataFolderChanged(const QString& folder);
    void runsFolderChanged(const QString& folder);
    void modelChanged(const QString& model);

private:
    QString ownFolder(const char* name) const;
    /// Sets and says whether the value is another one than before.
    bool store(const QString& key, const QVariant& value);

    QSettings settings_;
    bool ofUser_;  ///< not a file of one's own
    QString dataOverride_;
    QString modelOverride_;
};

}  // namespace sonoglyph
