// Light and dark follow the desktop: a portal of our own on a bus of our own says what the desktop wants.
#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QStandardPaths>
#include <QtTest>

#include "ui/widgets/desktop_scheme.h"
#include "ui/widgets/theme.h"

using namespace sonoglyph;

namespace {

// org.freedesktop.portal.Settings with one setting in it. Read wraps its answer in a second variant, as the real one does.
class Portal : public QDBusVirtualObject {
public:
    uint scheme = 1;

    QString introspect(const QString&) const override { return {}; }
    bool handleMessage(const QDBusMessage& message, const QDBusConnection& connection) override
    {
        if (message.member() != QLatin1String("Read")) return false;
        const QVariant inner = QVariant::fromValue(QDBusVariant(scheme));
        return connection.send(message.createReply(QVariant::fromValue(QDBusVariant(inner))));
    }
};

}  // namespace

class tst_DesktopScheme : public QObject {
    Q_OBJECT

    QProcess bus_;
    Portal portal_;

private Q_SLOTS:
    void initTestCase()
    {
        const QString daemon = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        if (daemon.isEmpty()) QSKIP("dbus-daemon is not installed.");
        bus_.start(daemon, {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        QVERIFY(bus_.waitForReadyRead());
        const QString address = QString::fromLatin1(bus_.readLine()).trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", address.toLatin1());
        QDBusConnection service = QDBusConnection::connectToBus(address, QStringLiteral("portal"));
        QVERIFY(service.isConnected());
        QVERIFY(service.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
        QVERIFY(service.registerVirtualObject(QStringLiteral("/org/freedesktop/portal/desktop"), &portal_));
    }
    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(QStringLiteral("portal"));
        bus_.kill();
        bus_.waitForFinished();
    }

    void followsThePortal()
    {
        applyTheme(ThemeMode::System);
        QTRY_VERIFY(isDark());
        QCOMPARE(QApplication::palette().color(QPalette::Window), darkColors().window);
        tell(2);
        QTRY_VERIFY(!isDark());
        tell(1);
        QTRY_VERIFY(isDark());
        tell(0);  // no preference: the platform's palette, which is light
        QTRY_VERIFY(!isDark());
    }

    void aChoiceOfThePersonStands()
    {
        applyTheme(ThemeMode::Light);
        tell(1);
        QTRY_VERIFY(DesktopScheme::instance().isDark());
        QVERIFY(!isDark());
        applyTheme(ThemeMode::System);
        QVERIFY(isDark());
    }

private:
    static void tell(uint scheme)
    {
        QDBusMessage signal =
            QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/portal/desktop"), QStringLiteral("org.freedesktop.portal.Settings"),
                                       QStringLiteral("SettingChanged"));
        signal << QStringLiteral("org.freedesktop.appearance") << QStringLiteral("color-scheme")
               << QVariant::fromValue(QDBusVariant(scheme));
        QDBusConnection(QStringLiteral("portal")).send(signal);
    }
};

QTEST_MAIN(tst_DesktopScheme)
#include "tst_desktop_scheme.moc"
