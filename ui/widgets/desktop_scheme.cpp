#include "ui/widgets/desktop_scheme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QEvent>
#include <QFileInfo>
#include <QPalette>

namespace sonoglyph {

namespace {

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString kSpace = QStringLiteral("org.freedesktop.appearance");
const QString kKey = QStringLiteral("color-scheme");

bool isDarkPalette(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

// Without this look, libdbus would try to start a bus of its own, which takes long and helps nobody.
bool hasSessionBus()
{
    if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")) return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo::exists(runtime + QStringLiteral("/bus"));
}

}  // namespace

DesktopScheme& DesktopScheme::instance()
{
    static auto* scheme = new DesktopScheme;  // a child of the application, which ends it
    return *scheme;
}

DesktopScheme::DesktopScheme() : QObject(qApp), paletteIsDark_(isDarkPalette(QApplication::palette()))
{
    qApp->installEventFilter(this);
    if (hasSessionBus()) askPortal();
}

void DesktopScheme::askPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return;
    qRegisterMetaType<QDBusVariant>();  // QtDBus finds the slot by the names of its types
    bus.connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
                SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
    call << kSpace << kKey;
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isError()) return;
        QVariant value = reply.value().variant();
        if (value.canConvert<QDBusVariant>()) value = value.value<QDBusVariant>().variant();  // "Read" wraps it twice
        setPortal(value.toUInt());
    });
}

void DesktopScheme::onSettingChanged(const QString& space, const QString& key, const QDBusVariant& value)
{
    if (space == kSpace && key == kKey) setPortal(value.variant().toUInt());
}

void DesktopScheme::setPortal(uint value)
{
    const bool before = isDark();
    // 0: no preference, 1: dark, 2: light.
    portal_ = value == 1 ? std::optional(true) : value == 2 ? std::optional(false) : std::nullopt;
    if (isDark() != before) Q_EMIT changed();
}

bool DesktopScheme::eventFilter(QObject* watched, QEvent* event)
{
    // The platform's palette changed. Ours lies over it, so it is put aside for a moment to see the platform's.
    if (event->type() == QEvent::ThemeChange && watched == qApp) {
        const QPalette ours = QApplication::palette();
        QApplication::setPalette(QPalette());
        const bool dark = isDarkPalette(QApplication::palette());
        QApplication::setPalette(ours);
        if (dark != paletteIsDark_) {
            paletteIsDark_ = dark;
            if (!portal_) Q_EMIT changed();
        }
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace sonoglyph
