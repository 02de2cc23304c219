// What a figure may hold in place of what its page wrote: every value of its state, one after the other, gone or of another kind.
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace sonoglyph::test {

inline QList<QJsonValue> damagedValues(const QJsonValue& good)
{
    QList<QJsonValue> out{QJsonValue(),
                          -1,
                          1e300,
                          QStringLiteral("../../x"),
                          QJsonArray{QJsonArray{1}, QJsonObject{{QStringLiteral("k"), 2}}, QJsonValue(), -7, QStringLiteral("run:../y")},
                          QJsonObject{{QStringLiteral("k"), true}}};
    if (good.isObject()) {
        const QJsonObject object = good.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            QJsonObject without = object;
            without.remove(it.key());
            out << without;
            for (const QJsonValue& damaged : damagedValues(it.value())) {
                QJsonObject with = object;
                with[it.key()] = damaged;
                out << with;
            }
        }
    }
    return out;
}

/// A data row "state" for each of them, and for what no page wrote.
inline void addDamagedStates(const QJsonObject& good)
{
    QTest::addColumn<QJsonObject>("state");
    QTest::newRow("nothing") << QJsonObject();
    QTest::newRow("foreign") << QJsonObject{{QStringLiteral("a"), 1}, {QStringLiteral("state"), QJsonObject{}}};
    for (const QJsonValue& damaged : damagedValues(good))
        if (damaged.isObject())
            QTest::addRow("%s", QJsonDocument(damaged.toObject()).toJson(QJsonDocument::Compact).left(240).constData())
                << damaged.toObject();
}

/// Whether a state can be given away: no value is a path of this machine.
inline bool holdsNoPath(const QJsonObject& state) { return !QJsonDocument(state).toJson(QJsonDocument::Compact).contains("\"/"); }

}  // namespace sonoglyph::test
