#include <QTest>

#include "core/base/csv.h"

using namespace sonoglyph;
using Rows = std::vector<std::vector<std::string>>;

class tst_Csv : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rows_data();
    void rows();
};

void tst_Csv::rows_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<QStringList>>("expected");
    const auto row = [](const char* name, const char* text, const QList<QStringList>& expected) {
        QTest::newRow(name) << text << expected;
    };
    row("nothing", "", {});
    row("plain", "file,label\na.wav,7\n", {{"file", "label"}, {"a.wav", "7"}});
    row("no newline at the end", "a,b\nc,d", {{"a", "b"}, {"c", "d"}});
    row("Windows", "a,b\r\nc,d\r\n", {{"a", "b"}, {"c", "d"}});
    row("byte order mark",
        "\xef\xbb\xbf"
        "a,b\n",
        {{"a", "b"}});
    row("semicolons", "a;b\nc;d,e\n", {{"a", "b"}, {"c", "d,e"}});
    row("quotes", "\"a, b\",\"say \"\"ten\"\"\"\n", {{"a, b", "say \"ten\""}});
    row("a line break inside quotes", "\"a\nb\",c\n", {{"a\nb", "c"}});
    row("empty fields", "a,,c\n,,\n", {{"a", "", "c"}, {"", "", ""}});
    row("empty lines are no rows", "a\n\n\nb\n", {{"a"}, {"b"}});
    row("a quote inside a field", "5\" disc,b\n", {{"5\" disc", "b"}});
}

void tst_Csv::rows()
{
    QFETCH(QString, text);
    QFETCH(QList<QStringList>, expected);
    QList<QStringList> found;
    for (const auto& row : csvRows(text.toStdString())) {
        QStringList& fields = found.emplace_back();
        for (const std::string& field : row) fields << QString::fromStdString(field);
    }
    QCOMPARE(found, expected);
}

QTEST_GUILESS_MAIN(tst_Csv)
#include "tst_csv.moc"
