// Models named without this machine's paths, and found again on another.
#include <QTest>

#include "ui/logic/portable_key.h"

using namespace sonoglyph;
using namespace Qt::StringLiterals;

class tst_PortableKey : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thereAndBack_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("portable");
        QTest::addColumn<QString>("there");
        QTest::newRow("built in") << u"aivae-fsdd"_s << u"aivae-fsdd"_s << u"aivae-fsdd"_s;
        QTest::newRow("a run") << u"/here/runs/first"_s << u"run:first"_s << u"/other/place/first"_s;
        QTest::newRow("of a sweep") << u"/here/runs/alphas/alpha-1"_s << u"run:alphas/alpha-1"_s << u"/other/place/alphas/alpha-1"_s;
        QTest::newRow("elsewhere") << u"/tmp/model.safetensors"_s << u"model.safetensors"_s << u"model.safetensors"_s;
    }

    void thereAndBack()
    {
        QFETCH(QString, key);
        const QString portable = portableKey(key, u"/here/runs"_s);
        QTEST(portable, "portable");
        QTEST(keyFromPortable(portable, u"/other/place"_s), "there");
    }

    void aFileCannotLeadElsewhere()
    {
        for (const QString& bad : {u"run:../../etc"_s, u"run:/etc"_s, u"run:a/../../b"_s})
            QCOMPARE(keyFromPortable(bad, u"/runs"_s), QString());
    }
};

QTEST_GUILESS_MAIN(tst_PortableKey)
#include "tst_portable_key.moc"
