#include <QTest>

#include "core/base/message.h"

using namespace sonoglyph;

class tst_Message : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void english_data();
    void english();
};

void tst_Message::english_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << "Nothing" << QStringList{} << "Nothing";
    QTest::newRow("two") << "%1 of %2" << QStringList{"a", "b"} << "a of b";
    QTest::newRow("swapped and twice") << "%2%1%2" << QStringList{"a", "b"} << "bab";
    QTest::newRow("no value") << "%1 %2" << QStringList{"a"} << "a %2";
    QTest::newRow("not a placeholder") << "100 % and %0 %x %" << QStringList{"a"} << "100 % and %0 %x %";
    QTest::newRow("value with a placeholder") << "%1 %2" << QStringList{"%2", "b"} << "%2 b";
    QTest::newRow("empty") << "" << QStringList{} << "";
}

void tst_Message::english()
{
    QFETCH(QString, text);
    QFETCH(QStringList, arguments);
    QFETCH(QString, expected);
    Message message{text.toStdString(), {}};
    for (const QString& argument : arguments) message.arguments.push_back(argument.toStdString());
    QCOMPARE(sonoglyph::english(message), expected.toStdString());
}

QTEST_GUILESS_MAIN(tst_Message)
#include "tst_message.moc"
