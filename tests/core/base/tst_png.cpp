#include <QImage>
#include <QTest>

#include <QTemporaryDir>

#include <random>
#include <vector>

#include "core/base/image_grid.h"
#include "core/base/png.h"

using namespace sonoglyph;

namespace {

ByteImage image(int width, int height, std::vector<std::uint8_t> pixels)
{
    const auto owner = std::make_shared<std::vector<std::uint8_t>>(std::move(pixels));
    return {width, height, {owner, owner->data()}};
}

ByteImage randomImage(int width, int height, unsigned seed)
{
    std::mt19937 random(seed);
    std::vector<std::uint8_t> pixels(std::size_t(width) * std::size_t(height));
    for (auto& pixel : pixels) pixel = std::uint8_t(random());
    return image(width, height, std::move(pixels));
}

QImage read(const std::string& png) { return QImage::fromData(QByteArray::fromStdString(png), "PNG"); }

/// The pixels as rows of letters: '.' for the background, the others as they are.
QString letters(const ByteImage& grid)
{
    QString out;
    for (int y = 0; y < grid.height; ++y) {
        for (int x = 0; x < grid.width; ++x) {
            const std::uint8_t pixel = grid.pixels.get()[y * grid.width + x];
            out += QLatin1Char(pixel == 255 ? '.' : char(pixel));
        }
        out += QLatin1Char(' ');
    }
    return out.trimmed();
}

}  // namespace

class tst_Png : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readBackByQt_data();
    void readBackByQt();
    void textIsKept();
    void refuses_data();
    void refuses();
    void equalImagesGiveEqualBytes();
    void writesTheFile();
    void grids_data();
    void grids();
};

void tst_Png::readBackByQt_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::newRow("1x1") << 1 << 1;
    QTest::newRow("digit") << 28 << 28;
    QTest::newRow("odd") << 3 << 17;
    QTest::newRow("wide") << 2000 << 48;
}

void tst_Png::readBackByQt()
{
    QFETCH(int, width);
    QFETCH(int, height);
    const ByteImage original = randomImage(width, height, 1);
    const auto png = encodePng(original);
    QVERIFY(png.ok());
    const QImage back = read(*png);
    QCOMPARE(back.size(), QSize(width, height));
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) QCOMPARE(qGray(back.pixel(x, y)), int(original.pixels.get()[y * width + x]));
}

void tst_Png::textIsKept()
{
    const auto png =
        encodePng(randomImage(4, 4, 2), {{"Software", "Sonoglyph 0.1"}, {"Description", "gesprochen: f\xC3\xBCnf"}, {"Empty", ""}});
    QVERIFY(png.ok());
    const QImage back = read(*png);
    QCOMPARE(back.text(QStringLiteral("Software")), QStringLiteral("Sonoglyph 0.1"));
    QCOMPARE(back.text(QStringLiteral("Description")), QString::fromUtf8("gesprochen: f\xC3\xBCnf"));
}

void tst_Png::refuses_data()
{
    QTest::addColumn<QString>("keyword");
    QTest::addColumn<bool>("empty");
    QTest::newRow("empty image") << QStringLiteral("Title") << true;
    QTest::newRow("empty keyword") << QString() << false;
    QTest::newRow("80 characters") << QString(80, QLatin1Char('k')) << false;
    QTest::newRow("not ASCII") << QStringLiteral("\u00fc") << false;
    QTest::newRow("space at the end") << QStringLiteral("Title ") << false;
}

void tst_Png::refuses()
{
    QFETCH(QString, keyword);
    QFETCH(bool, empty);
    const auto png = encodePng(empty ? ByteImage{} : randomImage(2, 2, 3), {{keyword.toStdString(), "text"}});
    QVERIFY(!png.ok());
    QCOMPARE(png.error().code, Errc::BadOption);
}

void tst_Png::equalImagesGiveEqualBytes()
{
    QCOMPARE(*encodePng(randomImage(28, 28, 4), {{"a", "b"}}), *encodePng(randomImage(28, 28, 4), {{"a", "b"}}));
    QVERIFY(*encodePng(randomImage(28, 28, 4)) != *encodePng(randomImage(28, 28, 5)));
}

void tst_Png::writesTheFile()
{
    const QTemporaryDir folder;
    const std::filesystem::path file = std::filesystem::path(folder.path().toStdString()) / "digit.png";
    QVERIFY(writePng(file, randomImage(28, 28, 6)).ok());
    QCOMPARE(QImage(QString::fromStdString(file.string())).size(), QSize(28, 28));
    const auto missing = writePng(file.parent_path() / "no such folder" / "digit.png", randomImage(28, 28, 6));
    QVERIFY(!missing.ok());
    QVERIFY(english(missing.error()).find("no such folder") != std::string::npos);
}

void tst_Png::grids_data()
{
    QTest::addColumn<std::vector<std::vector<ByteImage>>>("rows");
    QTest::addColumn<int>("gap");
    QTest::addColumn<QString>("expected");
    using Rows = std::vector<std::vector<ByteImage>>;
    const ByteImage a = image(2, 2, {'a', 'b', 'c', 'd'});
    const ByteImage e = image(1, 1, {'e'});
    QTest::newRow("nothing") << Rows{} << 1 << QString();
    QTest::newRow("empty rows") << Rows{{}, {}} << 1 << QString();
    QTest::newRow("empty picture") << Rows{{ByteImage{}}} << 1 << QString();
    QTest::newRow("one") << Rows{{a}} << 3 << QStringLiteral("ab cd");
    QTest::newRow("row") << Rows{{a, a}} << 1 << QStringLiteral("ab.ab cd.cd");
    QTest::newRow("no gap") << Rows{{a, a}} << 0 << QStringLiteral("abab cdcd");
    QTest::newRow("column") << Rows{{a}, {a}} << 1 << QStringLiteral("ab cd .. ab cd");
    QTest::newRow("smaller and missing") << Rows{{e, a}, {ByteImage{}}, {a}} << 0 << QStringLiteral("e.ab ..cd .... .... ab.. cd..");
}

void tst_Png::grids()
{
    using Rows = std::vector<std::vector<ByteImage>>;
    QFETCH(Rows, rows);
    QFETCH(int, gap);
    QFETCH(QString, expected);
    QCOMPARE(letters(grid(rows, gap)), expected);
}

QTEST_GUILESS_MAIN(tst_Png)
#include "tst_png.moc"
