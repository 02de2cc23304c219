// Accuracy against zeroed dimensions: what is read off at the cursor, how it is moved and chosen, what is exported.
#include <limits>

#include <QSignalSpy>
#include <QTest>

#include "ui/widgets/theme.h"
#include "ui/widgets/zeroing_chart.h"

using namespace sonoglyph;

namespace {

ZeroingCurve falling(int latent, int repeats = 5)
{
    ZeroingCurve curve{"m", "fsdd", ZeroOrder::Random, false, latent, repeats, 1010, {}, 0, 0};
    curve.points = {{0, 0.98, 0.97, 0.99, 0.01}, {latent / 2, 0.5, 0.3, 0.7, 0.1}, {latent, 0.1, 0.1, 0.1, 0}};
    return curve;
}

}  // namespace

class tst_ZeroingChart : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void init()
    {
        chart_ = std::make_unique<ZeroingChart>();
        chart_->resize(500, 320);
        chart_->setCurves({{QStringLiteral("large"), falling(64)}, {QStringLiteral("small, once"), falling(32, 1)}});
        chart_->show();
        QVERIFY(QTest::qWaitForWindowExposed(chart_.get()));
    }

    void everyCurveIsReadOff_data()
    {
        QTest::addColumn<int>("zeroed");
        QTest::addColumn<QString>("large");
        QTest::addColumn<QString>("small");
        QTest::newRow("none") << 0 << "98.0 ± 1.0 %"
                              << "98.0 %";
        QTest::newRow("between points") << 16 << "74.0 ± 5.5 %"
                                        << "50.0 %";
        QTest::newRow("all of the small one") << 32 << "50.0 ± 10.0 %"
                                              << "10.0 %";
        QTest::newRow("more than the small one has") << 48 << "30.0 ± 5.0 %"
                                                     << "–";
        QTest::newRow("beyond the end") << 99 << "10.0 ± 0.0 %"
                                        << "–";
        QTest::newRow("before the start") << -1 << "98.0 ± 1.0 %"
                                          << "98.0 %";
    }

    void everyCurveIsReadOff()
    {
        QFETCH(int, zeroed);
        QFETCH(QString, large);
        QFETCH(QString, small);
        chart_->moveCursor(zeroed);
        QCOMPARE(chart_->readout(0), large);
        QCOMPARE(chart_->readout(1), small);
        QVERIFY(chart_->accessibleDescription().contains(QStringLiteral("large: ") + large));
    }

    void theCursorFollowsTheMouseAndAClickChooses()
    {
        QSignalSpy chosen(chart_.get(), &ZeroingChart::positionChosen);
        QTest::mouseMove(chart_.get(), chart_->placeOf(20, 0.5).toPoint());
        QTRY_COMPARE(chart_->cursorAt(), 20);
        QCOMPARE(chosen.size(), 0);
        QTest::mouseClick(chart_.get(), Qt::LeftButton, {}, chart_->placeOf(40, 0.9).toPoint());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toInt(), 40);
        QTest::mouseClick(chart_.get(), Qt::LeftButton, {}, QPoint(499, 200));
        QCOMPARE(chosen[1][0].toInt(), 64);
    }

    void keysMoveAndReturnChooses()
    {
        QSignalSpy chosen(chart_.get(), &ZeroingChart::positionChosen);
        for (const int key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_PageUp, Qt::Key_Right, Qt::Key_Left})
            QTest::keyClick(chart_.get(), Qt::Key(key));
        QCOMPARE(chart_->cursorAt(), 11);
        QTest::keyClick(chart_.get(), Qt::Key_End);
        QCOMPARE(chart_->cursorAt(), 64);
        QTest::keyClick(chart_.get(), Qt::Key_PageDown);
        QCOMPARE(chosen.size(), 0);
        QTest::keyClick(chart_.get(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toInt(), 54);
    }

    void curvesAreDrawnWhereTheyAre()
    {
        chart_->setCurves({{QStringLiteral("one"), falling(64)}});
        const QImage picture = chart_->grab().toImage();
        const auto near = [&](int zeroed, double accuracy) { return picture.pixelColor(chart_->placeOf(zeroed, accuracy).toPoint()); };
        // Line, inner band, outer band and ground, from strong to nothing.
        const QColor ground = near(40, 0.9), line = near(32, 0.5), inner = near(32, 0.57), outer = near(32, 0.67);
        QVERIFY(contrast(line, ground) > contrast(inner, ground));
        QVERIFY(contrast(inner, ground) > contrast(outer, ground));
        QVERIFY(outer != ground);
    }

    void nothingIsCutOff_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize& size : {QSize(260, 260), QSize(300, 300), QSize(1200, 400)})
            QTest::addRow("%dx%d", size.width(), size.height()) << size;
    }

    void nothingIsCutOff()
    {
        QFETCH(QSize, size);
        ZeroingChart chart;
        std::vector<NamedZeroingCurve> many;
        for (int i = 0; i < 5; ++i) many.push_back({QStringLiteral("a model with a rather long name, number %1").arg(i), falling(64)});
        chart.setCurves(many);
        chart.resize(size);
        const QPointF top = chart.placeOf(0, 1), corner = chart.placeOf(64, 0);
        QVERIFY(top.x() > 0 && top.y() > 5 * QFontMetricsF(smallNumberFont()).height() / (size.width() > 1000 ? 5 : 1));
        QVERIFY(corner.x() < size.width() && corner.y() < size.height());
        QVERIFY(corner.y() - top.y() > 50);
    }

    void exportsEveryPoint()
    {
        QCOMPARE(chart_->figure()->csv().count(u'\n'), 7);
        QVERIFY(chart_->figure()->csv().startsWith(
            QStringLiteral("name,zeroed,accuracy,lowest,highest,deviation\nlarge,0,0.98,0.97,0.99,0.01\n")));
        QVERIFY(chart_->figure()->csv().contains(QStringLiteral("\n\"small, once\",32,0.1,0.1,0.1,0\n")));
    }

    void withoutPointsItIsEmpty()
    {
        ZeroingCurve broken = falling(64);
        for (ZeroingPoint& p : broken.points) p.accuracy = std::numeric_limits<double>::quiet_NaN();
        chart_->setCurves({{QStringLiteral("broken"), broken}});
        chart_->setEmptyText(QStringLiteral("Nothing yet."));
        QCOMPARE(chart_->accessibleDescription(), QStringLiteral("Nothing yet."));
        QCOMPARE(chart_->figure()->csv(), QString());
        QSignalSpy chosen(chart_.get(), &ZeroingChart::positionChosen);
        QTest::keyClick(chart_.get(), Qt::Key_Return);
        QTest::mouseClick(chart_.get(), Qt::LeftButton, {}, QPoint(200, 200));
        QCOMPARE(chosen.size(), 0);
        QVERIFY(!chart_->grab().isNull());
    }

private:
    std::unique_ptr<ZeroingChart> chart_;
};

QTEST_MAIN(tst_ZeroingChart)
#include "tst_zeroing_chart.moc"
