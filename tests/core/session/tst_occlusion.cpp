// Where patches lie, and how much of an image each of them makes.
#include <QtTest>

#include <cmath>

#include "core/session/occlusion.h"

using namespace sonoglyph;

class tst_Occlusion : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void patchesCoverTheInput_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("patch");
        QTest::addColumn<int>("stride");
        QTest::addColumn<int>("side");
        QTest::newRow("as the program does") << 48 << 8 << 4 << 11;
        QTest::newRow("side by side") << 48 << 8 << 8 << 6;
        QTest::newRow("one more at the edge") << 48 << 10 << 9 << 6;
        QTest::newRow("single cells") << 5 << 1 << 1 << 5;
        QTest::newRow("all at once") << 48 << 48 << 4 << 1;
    }

    void patchesCoverTheInput()
    {
        QFETCH(int, size);
        QFETCH(int, patch);
        QFETCH(int, stride);
        QFETCH(int, side);
        const PatchGrid grid{size, patch, stride};
        QVERIFY(validate(grid).ok());
        QCOMPARE(grid.count(), side * side);
        Spectrogram input{size, size, std::vector<float>(std::size_t(size * size), 1.0F)};
        for (int i = 0; i < grid.count(); ++i) {
            const CellRect cells = grid.cells(i);
            QCOMPARE(within(cells, size, size), cells);
            hide(input, cells);
        }
        QCOMPARE(std::count(input.values.begin(), input.values.end(), 0.0F), size * size);
    }

    void badGridsAreRefused_data()
    {
        QTest::addColumn<int>("patch");
        QTest::addColumn<int>("stride");
        QTest::newRow("no patch") << 0 << 4;
        QTest::newRow("below nothing") << -3 << 4;
        QTest::newRow("larger than the input") << 49 << 4;
        QTest::newRow("no stride") << 8 << 0;
        QTest::newRow("a stride over the input") << 8 << 49;
    }

    void badGridsAreRefused()
    {
        QFETCH(int, patch);
        QFETCH(int, stride);
        QCOMPARE(int(validate(PatchGrid{48, patch, stride}).error().code), int(Errc::BadOption));
    }

    void hidingKeepsToTheSpectrogram_data()
    {
        QTest::addColumn<QList<int>>("rect");  // band, frame, bands, frames
        QTest::addColumn<int>("hidden");
        QTest::newRow("inside") << QList<int>{1, 2, 2, 3} << 6;
        QTest::newRow("over the corner") << QList<int>{-1, -1, 2, 3} << 2;
        QTest::newRow("over the far corner") << QList<int>{3, 5, 9, 9} << 1;
        QTest::newRow("outside") << QList<int>{9, 9, 2, 2} << 0;
        QTest::newRow("nothing") << QList<int>{1, 1, 0, 3} << 0;
        QTest::newRow("less than nothing") << QList<int>{1, 1, -2, -3} << 0;
        QTest::newRow("all") << QList<int>{0, 0, 4, 6} << 24;
    }

    void hidingKeepsToTheSpectrogram()
    {
        QFETCH(QList<int>, rect);
        QFETCH(int, hidden);
        Spectrogram s{4, 6, std::vector<float>(24, 1.0F)};
        const CellRect cells{rect[0], rect[1], rect[2], rect[3]};
        hide(s, cells);
        QCOMPARE(std::count(s.values.begin(), s.values.end(), 0.0F), hidden);
        for (int band = 0; band < 4; ++band)
            for (int frame = 0; frame < 6; ++frame) QCOMPARE(s.at(band, frame) == 0, cells.contains(band, frame));
    }

    void effectsOfASelection()
    {
        // Four pixels; hiding the first patch takes the first pixel away, hiding the second moves it to the last.
        const std::vector<std::vector<float>> images{{1, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 1}};
        const std::vector<std::uint8_t> first{1, 0, 0, 0}, last{0, 0, 0, 1}, ends{1, 0, 0, 1};
        QCOMPARE(patchEffects(images, first, Effect::Loss), (std::vector<float>{1, 1}));
        QCOMPARE(patchEffects(images, last, Effect::Loss), (std::vector<float>{0, -1}));
        QCOMPARE(patchEffects(images, ends, Effect::Loss), (std::vector<float>{0.5F, 0}));
        QCOMPARE(patchEffects(images, ends, Effect::Change), (std::vector<float>{0.5F, 1}));
        QCOMPARE(patchEffects(images, {}, Effect::Change), (std::vector<float>{0.25F, 0.5F}));
        const std::vector<std::uint8_t> none(4), three(3, 1);
        QCOMPARE(patchEffects(images, none, Effect::Change), patchEffects(images, {}, Effect::Change));
        QVERIFY(patchEffects(images, three, Effect::Loss).empty());
        QVERIFY(patchEffects({images.front()}, {}, Effect::Loss).empty());
        QVERIFY(patchEffects({{1, 0}, {1}}, {}, Effect::Loss).empty());
    }

    void cellsHaveTheMeanOfTheirPatches()
    {
        const PatchGrid grid{4, 2, 1};
        std::vector<float> effects(9);
        effects[0] = 1;  // the lowest, leftmost patch
        const auto cells = cellEffects(grid, effects);
        QCOMPARE(cells.size(), std::size_t(16));
        QCOMPARE(cells[0], 1.0F);       // under it alone
        QCOMPARE(cells[1], 0.5F);       // under two patches
        QCOMPARE(cells[4 + 1], 0.25F);  // under four
        QCOMPARE(cells[8], 0.0F);
        const auto even = cellEffects({48, 8, 4}, std::vector<float>(121, 0.25F));
        QVERIFY(std::all_of(even.begin(), even.end(), [](float e) { return std::abs(e - 0.25F) < 1e-6F; }));
        const auto wrong = cellEffects(grid, std::vector<float>(3, 1.0F));
        QVERIFY(std::all_of(wrong.begin(), wrong.end(), [](float e) { return e == 0; }));
    }
};

QTEST_GUILESS_MAIN(tst_Occlusion)
#include "tst_occlusion.moc"
