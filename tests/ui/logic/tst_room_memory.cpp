#include <QTemporaryDir>
#include <QTest>

#include "ui/logic/room_memory.h"
#include "ui/logic/settings.h"

using namespace sonoglyph;

class tst_RoomMemory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void remembersEachDevice();
    void damagedIsForgotten_data();
    void damagedIsForgotten();
    void everyTroubleHasItsSentence();

private:
    QTemporaryDir folder_;
};

void tst_RoomMemory::remembersEachDevice()
{
    const QString file = folder_.filePath(QStringLiteral("settings"));
    RoomReport room;
    room.floor = {{-61.5F, -70.25F}, 4.5F};
    room.noiseDecibels = -60.125;
    room.humHertz = 50;
    room.humDecibels = -48;
    room.troubles = {RoomTrouble::Spoken, RoomTrouble::Hum};
    {
        Settings settings(file);
        RoomMemory rooms(settings);
        QVERIFY(!rooms.of("usb/0=[1]"));
        rooms.remember("usb/0=[1]", room);
        rooms.remember("other", {});
        rooms.remember({}, room);
    }
    Settings settings(file);
    RoomMemory rooms(settings);
    const auto kept = rooms.of("usb/0=[1]");
    QVERIFY(kept);
    QCOMPARE(kept->floor.level.voice, room.floor.level.voice);
    QCOMPARE(kept->floor.level.hiss, room.floor.level.hiss);
    QCOMPARE(kept->floor.soundAbove, room.floor.soundAbove);
    QCOMPARE(kept->noiseDecibels, room.noiseDecibels);
    QCOMPARE(kept->humHertz, room.humHertz);
    QVERIFY(kept->troubles == room.troubles);
    QVERIFY(!kept->usable());
    QVERIFY(rooms.of("other")->troubles.empty());
    QVERIFY(!rooms.of({}));
}

void tst_RoomMemory::damagedIsForgotten_data()
{
    QTest::addColumn<QVariant>("kept");
    const QVariantMap good{{QStringLiteral("voice"), -60.},        {QStringLiteral("hiss"), -60.},   {QStringLiteral("soundAbove"), 4.},
                           {QStringLiteral("noise"), -59.},        {QStringLiteral("humHertz"), 0.}, {QStringLiteral("hum"), 0.},
                           {QStringLiteral("troubles"), QString()}};
    const auto with = [&](const char* key, const QVariant& value) {
        QVariantMap map = good;
        map[QString::fromLatin1(key)] = value;
        return QVariant(map);
    };
    QTest::newRow("a text") << QVariant(QStringLiteral("quiet"));
    QTest::newRow("no floor") << with("voice", {});
    QTest::newRow("not a number") << with("hiss", QStringLiteral("nan"));
    QTest::newRow("a trouble nobody knows") << with("troubles", QStringLiteral("2,17"));
    QTest::newRow("troubles in words") << with("troubles", QStringLiteral("hum"));
}

void tst_RoomMemory::damagedIsForgotten()
{
    QFETCH(QVariant, kept);
    Settings settings(folder_.filePath(QStringLiteral("damaged")));
    RoomMemory rooms(settings);
    rooms.remember("device", {});
    QVERIFY(rooms.of("device"));
    // The only key there is.
    QSettings raw(settings.file(), QSettings::IniFormat);
    raw.sync();
    raw.beginGroup(QStringLiteral("listen/rooms"));
    const QStringList keys = raw.childKeys();
    QCOMPARE(keys.size(), 1);
    settings.setValue(QStringLiteral("listen/rooms/") + keys.front(), kept);
    QVERIFY(!rooms.of("device"));
}

void tst_RoomMemory::everyTroubleHasItsSentence()
{
    RoomReport room;
    room.noiseDecibels = -61;
    room.floor.level.voice = -62;
    QVERIFY(roomText(room).contains(QStringLiteral("-61")));
    QVERIFY(roomText(room).contains(QStringLiteral("-50")));
    QStringList sentences;
    for (int trouble = 0; trouble <= int(RoomTrouble::Noisy); ++trouble) {
        room.troubles = {RoomTrouble(trouble)};
        sentences << roomText(room);
        QVERIFY(sentences.back().endsWith(u'.') || sentences.back().endsWith(u'?'));
    }
    QCOMPARE(QSet<QString>(sentences.begin(), sentences.end()).size(), sentences.size());
    room.troubles = {RoomTrouble::Clipping, RoomTrouble::Hum};
    room.humHertz = 60;
    QVERIFY(roomText(room).contains(QStringLiteral("clips")) && roomText(room).contains(QStringLiteral("60 Hz")));
}

QTEST_GUILESS_MAIN(tst_RoomMemory)
#include "tst_room_memory.moc"
