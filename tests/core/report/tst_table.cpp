// One table in four formats: what would be taken for a command there is escaped.
#include <QTest>

#include "core/report/table.h"

using namespace sonoglyph;

class tst_Table : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void csv() { QCOMPARE(QByteArray(toCsv(table()).c_str()), QByteArray("Name,\"A, %\"\n\"a \"\"b\"\"\",1.5\nx_y|<z>,–\n")); }

    void latex()
    {
        const QByteArray text(toLatex(table()).c_str());
        QVERIFY2(text.contains("\\caption{100\\% of a\\_b}"), text);
        QVERIFY2(text.contains("\\begin{tabular}{lr}"), text);
        QVERIFY2(text.contains("Name & A, \\% \\\\"), text);
        QVERIFY2(text.contains("x\\_y|<z> & – \\\\"), text);
        QVERIFY2(text.contains("\\textbackslash{}note\\#\\{\\}"), text);
        QVERIFY(text.contains("\\toprule") && text.contains("\\midrule") && text.contains("\\bottomrule"));
    }

    void markdown()
    {
        const QByteArray text(toMarkdown(table()).c_str());
        QVERIFY2(text.contains("| Name | A, % |\n|---|---:|\n"), text);
        QVERIFY2(text.contains("| x\\_y\\|<z> | – |"), text);
    }

    void csvIsReadBack()
    {
        const Table back = tableFromCsv("t", "x", toCsv(table()));
        QCOMPARE(back.columns, table().columns);
        QCOMPARE(back.rows, table().rows);
        const Table odd = tableFromCsv("t", "x", "a,b\n\"1\n2\"\n");
        QCOMPARE(odd.rows, (std::vector<std::vector<std::string>>{{"1\n2", ""}}));
        QVERIFY(tableFromCsv("t", "x", "").columns.empty());
    }

    void jsonKnowsNumbers()
    {
        const QByteArray text(toJson(tableFromCsv("t", "x", "n,word,odd\n1.5,abc,nan\n-2e3,,1 2\n")).c_str());
        QVERIFY2(text.contains("\"n\": 1.5") && text.contains("\"n\": -2000.0"), text);
        QVERIFY2(text.contains("\"odd\": \"nan\"") && text.contains("\"odd\": \"1 2\""), text);
    }

    void html()
    {
        const QByteArray text(toHtml(table()).c_str());
        QVERIFY2(text.contains("<td>a &quot;b&quot;</td><td class=\"number\">1.5</td>"), text);
        QVERIFY2(text.contains("x_y|&lt;z&gt;"), text);
        QVERIFY2(text.contains("<caption>100% of a_b</caption>"), text);
    }

    void rowsThatBelongToAnother()
    {
        Table t{"t", "T", {}, {"Name", "A"}, {{"model", "1"}, {"seed", "2"}, {"epoch", "3"}, {"split", "4"}, {"other", "5"}}};
        t.depths = {0, 1, 2, 1};
        QCOMPARE(depthOf(t, 2), 2);
        QCOMPARE(depthOf(t, 4), 0);
        QCOMPARE(fullName(t, 2), std::string("model, seed, epoch"));
        QCOMPARE(QByteArray(toCsv(t).c_str()),
                 QByteArray("Name,A\nmodel,1\n\"model, seed\",2\n\"model, seed, epoch\",3\n\"model, split\",4\nother,5\n"));
        const QByteArray latex(toLatex(t).c_str()), markdown(toMarkdown(t).c_str()), html(toHtml(t).c_str()), json(toJson(t).c_str());
        QVERIFY2(latex.contains("\nmodel & 1") && latex.contains("\n\\quad seed & 2") && latex.contains("\n\\quad \\quad epoch & 3"),
                 latex);
        QVERIFY2(markdown.contains("| &emsp;split | 4 |") && markdown.contains("\n| other | 5 |"), markdown);
        QVERIFY2(html.contains("<td>&emsp;split</td>") && html.contains("<td>other</td>"), html);
        QVERIFY2(json.contains("\"Name\": \"model, split\""), json);
    }

private:
    static Table table() { return {"t", "100% of a_b", "\\note#{}", {"Name", "A, %"}, {{"a \"b\"", "1.5"}, {"x_y|<z>", "–"}}}; }
};

QTEST_GUILESS_MAIN(tst_Table)
#include "tst_table.moc"
