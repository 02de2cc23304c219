// Waveform, spectrogram, image, grid and bars: what they show and what they emit.
#include <QSignalSpy>
#include <QtTest>

#include <cmath>

#include "ui/widgets/digit_view.h"
#include "ui/widgets/image_grid.h"
#include "ui/widgets/reading_bars.h"
#include "ui/widgets/spectrogram_view.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/waveform_view.h"

using namespace sonoglyph;

namespace {

QImage square(int value, int side = 28)
{
    QImage image(side, side, QImage::Format_Grayscale8);
    image.fill(value);
    return image;
}

int count(const QImage& image, const QColor& color)
{
    int n = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) n += image.pixelColor(x, y) == color;
    }
    return n;
}

void show(QWidget& widget, QSize size)
{
    widget.resize(size);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
}

}  // namespace

class tst_Views : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeMode::Light); }

    void waveformMarksTheWord()
    {
        WaveformView view;
        show(view, {400, 120});
        std::vector<float> samples(16000);
        for (std::size_t i = 0; i < samples.size(); ++i) samples[i] = std::sin(float(i) * 0.3f);
        view.setSound(samples, 16000);
        QCOMPARE(view.sampleCount(), 16000);
        QCOMPARE(count(view.grab().toImage(), colors().accent), 0);
        view.setWord(4000, 8000);
        const int marked = count(view.grab().toImage(), colors().accent);
        QVERIFY(marked > 1000);
        view.clearWord();
        QCOMPARE(count(view.grab().toImage(), colors().accent), 0);
    }

    void waveformOfAnyLength_data()
    {
        QTest::addColumn<int>("samples");
        for (const int n : {0, 1, 2, 50, 5000, 2000000}) QTest::addRow("%d", n) << n;
    }
    void waveformOfAnyLength()
    {
        QFETCH(int, samples);
        WaveformView view;
        show(view, {300, 100});
        const std::vector<float> sound(std::size_t(samples), 0.5f);
        view.setSound(sound, 16000);
        QVERIFY(!view.grab().isNull());
        QCOMPARE(view.sampleCount(), samples);
    }

    void waveformLiveKeepsTheLastSeconds()
    {
        WaveformView view;
        show(view, {300, 100});
        view.startLive(16000, 2);
        QVERIFY(view.isLive());
        const std::vector<float> chunk(1600, 0.3f);
        for (int i = 0; i < 300; ++i) view.appendSamples(chunk);
        QCOMPARE(view.sampleCount(), 480000);
        QVERIFY(!view.grab().isNull());
        QVERIFY(view.figure()->csv().count(QLatin1Char('\n')) < 480000 / 2);
        view.setSound(chunk, 16000);
        QVERIFY(!view.isLive());
    }

    void waveformEmitsWhereAPersonClicks()
    {
        WaveformView view;
        show(view, {400, 100});
        const std::vector<float> sound(8000, 0.1f);
        view.setSound(sound, 8000);
        QSignalSpy seek(&view, &WaveformView::seekWanted);
        QTest::mouseClick(&view, Qt::LeftButton, {}, {100, 40});
        QCOMPARE(seek.size(), 1);
        QVERIFY(std::abs(seek.last().at(0).toDouble() - 0.25) < 0.01);
    }

    void spectrogramReadsOut()
    {
        SpectrogramView view;
        show(view, {500, 300});
        Spectrogram s{48, 100, std::vector<float>(4800, 0.5f)};
        SpectrogramParams params;
        view.setParams(params, 8000);
        view.setSpectrogram(s);
        QSignalSpy hovered(&view, &SpectrogramView::hovered);
        QTest::mouseMove(&view, {300, 100});
        QTRY_VERIFY(!hovered.isEmpty());
        const QString text = hovered.last().at(0).toString();
        QVERIFY2(text.contains(QStringLiteral("Hz")) && text.contains(QStringLiteral("−40 dB")), qPrintable(text));
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(&view, &leave);
        QCOMPARE(hovered.last().at(0).toString(), QString());
    }

    void spectrogramColumnByColumn()
    {
        SpectrogramView view;
        show(view, {500, 300});
        view.setParams({}, 8000);
        for (int i = 0; i < 70; ++i) view.appendColumn(std::vector<float>(48, float(i) / 70));
        QCOMPARE(view.frames(), 70);
        const QStringList row = view.figure()->csv().section(QLatin1Char('\n'), 1, 1).split(QLatin1Char(','));
        QCOMPARE(row.size(), 71);
        QVERIFY(std::abs(row.last().toDouble() - 69.0 / 70) < 0.003);
    }

    void spectrogramLiveIsARing()
    {
        SpectrogramView view;
        show(view, {500, 300});
        view.setParams({}, 8000);
        view.startLive(50);
        QVERIFY(view.isLive());
        for (int i = 0; i < 120; ++i) {
            view.appendColumn(std::vector<float>(48, float(i) / 120));
            if (i % 40 == 0) QVERIFY(!view.grab().isNull());
        }
        QCOMPARE(view.frames(), 50);
        const QStringList row = view.figure()->csv().section(QLatin1Char('\n'), 1, 1).split(QLatin1Char(','));
        QVERIFY(std::abs(row[1].toDouble() - 70.0 / 120) < 0.003);
        QVERIFY(std::abs(row.last().toDouble() - 119.0 / 120) < 0.003);
        view.appendColumn(std::vector<float>(40, 1));  // other parameters: begins anew
        QCOMPARE(view.frames(), 1);
    }

    void spectrogramTakesBadValues()
    {
        SpectrogramView view;
        show(view, {300, 200});
        view.appendColumn({});
        QCOMPARE(view.frames(), 0);
        view.appendColumn(std::vector<float>{-1, 2, std::nanf(""), INFINITY});
        QCOMPARE(view.frames(), 1);
        QVERIFY(view.figure()->csv().contains(QStringLiteral("1.0000")));
        view.clear();
        QCOMPARE(view.frames(), 0);
    }

    void exactInputHasSquareCells()
    {
        SpectrogramView view;
        view.setExact(true);
        view.setAxesVisible(false);
        view.setColorMap(ColorMap::Grey);
        show(view, {300, 200});
        Spectrogram s{48, 48, std::vector<float>(48 * 48, 1.0f)};
        view.setSpectrogram(s, 0.5);
        QCOMPARE(count(view.grab().toImage(), Qt::white), 192 * 192);
        QVERIFY(view.hasHeightForWidth());
    }

    void digitIsNeverOutOfSquare()
    {
        DigitView view;
        view.setImage(square(255));
        show(view, {400, 300});
        const int white = count(view.grab().toImage(), Qt::white);
        const int side = int(std::lround(std::sqrt(white)));
        QCOMPARE(side * side, white);
        QCOMPARE(side % 28, 0);
        view.setSmooth(true);
        const int smooth = count(view.grab().toImage(), Qt::white);
        QVERIFY(smooth >= white);
    }

    void digitTellsItsValues()
    {
        DigitView view;
        QImage image = square(0);
        image.scanLine(14)[14] = 255;
        view.setImage(image);
        show(view, {300, 300});
        QSignalSpy hovered(&view, &DigitView::hovered);
        QTest::mouseMove(&view, {154, 154});
        QTRY_VERIFY(!hovered.isEmpty());
        QCOMPARE(hovered.last().at(0).toString(), QStringLiteral("row 14, column 14: 1.000"));
    }

    void digitIsClicked()
    {
        DigitView view;
        show(view, {300, 300});
        QSignalSpy clicked(&view, &DigitView::clicked);
        QTest::mouseClick(&view, Qt::LeftButton, {}, {150, 150});
        QCOMPARE(clicked.size(), 0);  // nothing there yet
        view.setImage(square(9).convertToFormat(QImage::Format_RGB32));
        QCOMPARE(view.image().format(), QImage::Format_Grayscale8);
        QTest::mouseClick(&view, Qt::LeftButton, {}, {150, 150});
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(clicked.size(), 2);
    }

    void gridEmitsTheCell()
    {
        ImageGrid grid;
        ImageRow real{QStringLiteral("Real"), ImageRow::Real, {}}, ours{QStringLiteral("Generated"), ImageRow::Ours, {}};
        for (int i = 0; i < 10; ++i) {
            real.images.append(square(i * 20));
            ours.images.append(i == 4 ? QImage() : square(255 - i * 20));
        }
        grid.setRows({real, ours});
        grid.setCaptions({QStringLiteral("0"), QStringLiteral("1")});
        show(grid, {800, 240});
        QCOMPARE(grid.columnCount(), 10);
        QSignalSpy clicked(&grid, &ImageGrid::cellClicked);
        QTest::mouseClick(&grid, Qt::LeftButton, {}, grid.cellRect(1, 3).center().toPoint());
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(clicked.last(), (QVariantList{1, 3}));
        QCOMPARE(grid.currentCell(), QPoint(3, 1));
        QTest::mouseClick(&grid, Qt::LeftButton, {}, grid.cellRect(1, 4).center().toPoint());  // an empty cell
        QTest::mouseClick(&grid, Qt::LeftButton, {}, {2, 2});
        QCOMPARE(clicked.size(), 1);
        QTest::keyClick(&grid, Qt::Key_Up);
        QTest::keyClick(&grid, Qt::Key_Right);
        QTest::keyClick(&grid, Qt::Key_Return);
        QCOMPARE(clicked.last(), (QVariantList{0, 4}));
        QVERIFY(grid.accessibleDescription().contains(QStringLiteral("Real")));
    }

    void gridCellsAreSquareAndInside_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(500, 100), QSize(800, 300), QSize(1600, 400), QSize(700, 90)})
            QTest::addRow("%dx%d", size.width(), size.height()) << size;
    }
    void gridCellsAreSquareAndInside()
    {
        QFETCH(QSize, size);
        ImageGrid grid;
        QList<QImage> images(10, square(200));
        grid.setRows({{QStringLiteral("Real"), ImageRow::Real, images}, {QString(), ImageRow::Plain, images}});
        show(grid, size);
        for (int row = 0; row < 2; ++row) {
            for (int column = 0; column < 10; ++column) {
                const QRectF cell = grid.cellRect(row, column);
                QCOMPARE(cell.width(), cell.height());
                QVERIFY(QRectF(grid.rect()).adjusted(-1, -1, 1, 1).contains(cell));
            }
        }
        QVERIFY(grid.heightForWidth(800) > grid.heightForWidth(400));
    }

    void barsNameTheWinner()
    {
        ReadingBars bars;
        show(bars, {360, 140});
        QCOMPARE(bars.winner(), -1);
        const std::vector<float> p{0, 0, 0, 0, 0, 0, 0, 0.9f, 0.1f, 0};
        bars.setReading({p, {}});
        QCOMPARE(bars.winner(), 7);
        QVERIFY(bars.accessibleDescription().contains(QStringLiteral("7")));
        QVERIFY(bars.accessibleDescription().contains(QStringLiteral("90.0")));
        const int accent = count(bars.grab().toImage(), colors().accent);
        QVERIFY(accent > 500);
        bars.setExpected(8);
        QVERIFY(bars.accessibleDescription().contains(QStringLiteral("8")));
        const std::vector<float> strange{std::nanf(""), -3, 7, 0, 0, 0, 0, 0, 0, 0};
        bars.setReading({strange, {}});
        QCOMPARE(bars.winner(), 2);
        QVERIFY(!bars.grab().isNull());
        bars.setReading({std::vector<float>(3), {}});  // of which labels?
        QCOMPARE(bars.winner(), -1);
        bars.setReading({{0.1f, 0.7f, 0.2f}, std::make_shared<const Labels>(Labels{"apple", "pear", "plum"})});
        QCOMPARE(bars.winner(), 1);
        QVERIFY(bars.accessibleDescription().contains(QStringLiteral("pear")));
        QVERIFY(bars.figure()->csv().startsWith(QStringLiteral("label,probability\napple,0.1")));
        QVERIFY(!bars.grab().isNull());
        bars.clear();
        QCOMPARE(bars.winner(), -1);
    }
};

QTEST_MAIN(tst_Views)
#include "tst_views.moc"
