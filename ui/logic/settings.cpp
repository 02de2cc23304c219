#include "ui/logic/settings.h"

#include <QFileInfo>
#include <QStandardPaths>

#include "core/base/user_folders.h"
#include "core/data/dataset_config.h"
#include "core/train/run_folder.h"

namespace sonoglyph {

namespace {

QString defaultFile()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return folder + QStringLiteral("/sonoglyph/sonoglyph.conf");
}

const QStringList themeNames{QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")};

}  // namespace

Settings::Settings(const QString& file, QObject* parent)
    : QObject(parent), settings_(file.isEmpty() ? defaultFile() : file, QSettings::IniFormat), ofUser_(file.isEmpty())
{
}

bool Settings::store(const QString& key, const QVariant& value)
{
    if (settings_.contains(key) && settings_.value(key) == value) return false;
    settings_.setValue(key, value);
    return true;
}

QVariant Settings::value(const QString& key, const QVariant& fallback) const { return settings_.value(key, fallback); }

void Settings::setValue(const QString& key, const QVariant& value) { store(key, value); }

ThemeChoice Settings::theme() const
{
    const auto index = themeNames.indexOf(value(QStringLiteral("view/theme")).toString());
    return index < 0 ? ThemeChoice::System : ThemeChoice(index);
}

void Settings::setTheme(ThemeChoice theme)
{
    if (theme == this->theme()) return;
    store(QStringLiteral("view/theme"), themeNames.at(int(theme)));
    Q_EMIT themeChanged(theme);
}

QString Settings::language() const
{
    const QString language = value(QStringLiteral("view/language")).toString();
    return language == QLatin1String("en") || language == QLatin1String("pl") ? language : QStringLiteral("system");
}

void Settings::setLanguage(const QString& language)
{
    if (language == this->language()) return;
    store(QStringLiteral("view/language"), language);
    Q_EMIT languageChanged(this->language());
}

QString Settings::dataFolder() const
{
    if (!dataOverride_.isEmpty()) return dataOverride_;
    const QString remembered = value(QStringLiteral("data/folder")).toString();
    return remembered.isEmpty() ? QString::fromStdString(defaultDataFolder().string()) : remembered;
}

void Settings::setDataFolder(const QString& folder)
{
    const QString before = dataFolder();
    dataOverride_.clear();
    store(QStringLiteral("data/folder"), folder);
    if (dataFolder() != before) Q_EMIT dataFolderChanged(dataFolder());
}

void Settings::overrideDataFolder(const QString& folder)
{
    const QString before = dataFolder();
    dataOverride_ = folder.isEmpty() ? QString() : QFileInfo(folder).absoluteFilePath();
    if (dataFolder() != before) Q_EMIT dataFolderChanged(dataFolder());
}

QString Settings::runsFolder() const
{
    const QString remembered = value(QStringLiteral("train/runsFolder")).toString();
    if (!remembered.isEmpty()) return remembered;
    return QString::fromStdString(defaultRunsFolder().string());
}

void Settings::setRunsFolder(const QString& folder)
{
    if (folder == runsFolder()) return;
    store(QStringLiteral("train/runsFolder"), folder);
    Q_EMIT runsFolderChanged(runsFolder());
}

QString Settings::ownFolder(const char* name) const
{
    if (ofUser_) return QString::fromStdString((userDataFolder() / name).string());
    const QFileInfo own(settings_.fileName());
    return own.absolutePath() + u'/' + own.completeBaseName() + u'-' + QString::fromLatin1(name);
}

QString Settings::historyFolder() const { return ownFolder("history"); }

QString Settings::statesFolder() const { return ownFolder("states"); }

QString Settings::model() const { return modelOverride_.isEmpty() ? value(QStringLiteral("decoder/model")).toString() : modelOverride_; }

void Settings::setModel(const QString& model)
{
    const QString before = this->model();
    modelOverride_.clear();
    store(QStringLiteral("decoder/model"), model);
    if (model != before) Q_EMIT modelChanged(model);
}

void Settings::overrideModel(const QString& model)
{
    const QString before = this->model();
    modelOverride_ = model;
    if (this->model() != before) Q_EMIT modelChanged(this->model());
}

QStringList Settings::openedModels() const { return value(QStringLiteral("decoder/opened")).toStringList(); }

void Settings::rememberModel(const QString& file)
{
    constexpr qsizetype most = 12;
    QStringList files = openedModels();
    files.removeAll(file);
    files.prepend(file);
    store(QStringLiteral("decoder/opened"), QStringList(files.mid(0, most)));
}

QString Settings::lastPage() const { return value(QStringLiteral("window/page"), QStringLiteral("listen")).toString(); }

void Settings::setLastPage(const QString& page) { store(QStringLiteral("window/page"), page); }

QByteArray Settings::windowGeometry() const { return value(QStringLiteral("window/geometry")).toByteArray(); }

void Settings::setWindowGeometry(const QByteArray& geometry) { store(QStringLiteral("window/geometry"), geometry); }

QByteArray Settings::splitter(const QString& name) const { return value(QStringLiteral("splitter/") + name).toByteArray(); }

void Settings::setSplitter(const QString& name, const QByteArray& state) { store(QStringLiteral("splitter/") + name, state); }

bool Settings::writable() const { return settings_.isWritable() && settings_.status() == QSettings::NoError; }

QString Settings::file() const { return settings_.fileName(); }

}  // namespace sonoglyph
