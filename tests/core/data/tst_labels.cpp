#include <QTest>

#include "core/data/labels.h"

using namespace sonoglyph;

class tst_Labels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void named_data();
    void named();
    void found_data();
    void found();
};

void tst_Labels::named_data()
{
    QTest::addColumn<bool>("digits");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("label");
    const auto row = [](bool digits, const char* text, int label) {
        QTest::addRow("%s %s", digits ? "digits" : "fruit", text) << digits << text << label;
    };
    row(true, "7", 7);
    row(true, "seven", 7);
    row(true, "Zero", 0);
    row(true, "NINE", 9);
    row(true, "10", -1);
    row(true, "07", -1);
    row(true, "", -1);
    row(true, "apple", -1);
    row(false, "apple", 0);
    row(false, "Pear", 1);
    row(false, "one", -1);
    row(false, "1", -1);
}

void tst_Labels::named()
{
    QFETCH(bool, digits);
    QFETCH(QString, text);
    QFETCH(int, label);
    const Labels fruit{"Apple", "pear"};
    QCOMPARE(labelNamed(digits ? digitLabels() : fruit, text.toStdString()).value_or(-1), label);
}

void tst_Labels::found_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QStringList>("labels");
    const QStringList digits{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
    QTest::newRow("digits") << QStringList{"3", "7"} << digits;
    QTest::newRow("English words") << QStringList{"seven", "One"} << digits;
    QTest::newRow("mixed spelling") << QStringList{"seven", "1"} << digits;
    QTest::newRow("other words, in order, once each") << QStringList{"pear", "apple", "pear"} << QStringList{"apple", "pear"};
    QTest::newRow("digits and others") << QStringList{"one", "apple"} << QStringList{"apple", "one"};
}

void tst_Labels::found()
{
    QFETCH(QStringList, names);
    QFETCH(QStringList, labels);
    std::vector<std::string> given;
    for (const QString& name : names) given.push_back(name.toStdString());
    QStringList found;
    for (const std::string& label : labelsOf(given)) found << QString::fromStdString(label);
    QCOMPARE(found, labels);
}

QTEST_GUILESS_MAIN(tst_Labels)
#include "tst_labels.moc"
