// The plane of consistency and diversity, and the wipe between two images.
#include <QSignalSpy>
#include <QTest>

#include "ui/widgets/alpha_color.h"
#include "ui/widgets/plane_view.h"
#include "ui/widgets/wipe_view.h"

using namespace sonoglyph;

namespace {

PlaneTrail trail(const QString& name, const QList<PlanePoint>& points, int current) { return {name, 1, points, current}; }

QImage grey(int value)
{
    QImage image(28, 28, QImage::Format_Grayscale8);
    image.fill(QColor(value, value, value));
    return image;
}

}  // namespace

class tst_PlaneView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void consistentIsAboveDiverseIsRight()
    {
        PlaneView plane;
        plane.resize(400, 300);
        plane.setTrails(
            {trail(QStringLiteral("low"), {{1, 0.5, 0.01}, {2, 0.8, 0.04}}, 1), trail(QStringLiteral("high"), {{1, 0.97, 0.02}}, 0)});
        QVERIFY(plane.dotOf(0).x() > plane.dotOf(1).x());
        QVERIFY(plane.dotOf(0).y() > plane.dotOf(1).y());
        for (int i = 0; i < 2; ++i) QVERIFY(plane.rect().contains(plane.dotOf(i).toPoint()));
    }

    void theEpochMovesTheDotAndNothingElse()
    {
        PlaneView plane;
        plane.resize(400, 300);
        const QList<PlanePoint> points{{1, 0.5, 0.01}, {2, 0.8, 0.04}};
        plane.setTrails({trail(QStringLiteral("a"), points, 0), trail(QStringLiteral("b"), {{1, 0.9, 0.02}}, 0)});
        const QPointF moving = plane.dotOf(0), other = plane.dotOf(1);
        plane.setTrails({trail(QStringLiteral("a"), points, 1), trail(QStringLiteral("b"), {{1, 0.9, 0.02}}, 0)});
        QVERIFY(plane.dotOf(0) != moving);
        QCOMPARE(plane.dotOf(1), other);
    }

    void aPointIsADoor()
    {
        PlaneView plane;
        plane.resize(400, 300);
        plane.setTrails({trail(QStringLiteral("a"), {{1, 0.5, 0.01}, {7, 0.8, 0.04}}, 1)});
        plane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plane));
        QSignalSpy chosen(&plane, &PlaneView::chosen), hovered(&plane, &PlaneView::hovered);
        const QPointF dot = plane.dotOf(0);
        QTest::mouseMove(&plane, dot.toPoint());
        QVERIFY(hovered.last()[0].toString().contains(QStringLiteral("a, epoch 7")));
        QTest::mouseClick(&plane, Qt::LeftButton, {}, dot.toPoint());
        QCOMPARE(chosen.last()[0].toInt(), 0);
        QCOMPARE(chosen.last()[1].toInt(), 7);
        const auto before = chosen.size();
        QTest::mouseClick(&plane, Qt::LeftButton, {}, QPoint(2, 2));
        QCOMPARE(chosen.size(), before);
        QTest::keyClick(&plane, Qt::Key_Return);
        QCOMPARE(chosen.size(), before + 1);
    }

    void strangeValuesAreLeftOut_data()
    {
        QTest::addColumn<double>("accuracy");
        QTest::addColumn<double>("diversity");
        QTest::newRow("not a number") << std::nan("") << 0.02;
        QTest::newRow("infinite") << 0.5 << double(INFINITY);
    }

    void strangeValuesAreLeftOut()
    {
        QFETCH(double, accuracy);
        QFETCH(double, diversity);
        PlaneView plane;
        plane.resize(300, 200);
        plane.setTrails({trail(QStringLiteral("a"), {{1, accuracy, diversity}}, 0), trail(QStringLiteral("b"), {{1, 0.9, 0.02}}, 5)});
        QVERIFY(plane.dotOf(0).isNull());
        QVERIFY(plane.rect().contains(plane.dotOf(1).toPoint()));  // a place behind the end is the end
        (void)plane.grab();
    }

    void nothingMeasured()
    {
        PlaneView plane;
        plane.setEmptyText(QStringLiteral("Nothing yet."));
        plane.setTrails({trail(QStringLiteral("a"), {}, -1)});
        QCOMPARE(plane.accessibleDescription(), QStringLiteral("Nothing yet."));
        QVERIFY(plane.figure()->csv().isEmpty());
        (void)plane.grab();
    }

    void theNumbersAreExported()
    {
        PlaneView plane;
        plane.setTrails({trail(QStringLiteral("a, b"), {{1, 0.5, 0.01}}, 0)});
        QCOMPARE(plane.figure()->csv(), QStringLiteral("model,epoch,accuracy,diversity\n\"a, b\",1,0.5,0.01\n"));
    }

    /// The figure may be drawn for another background than the window has.
    void dotsHaveTheColourOfTheirAlphaOnWhateverTheyAreDrawn()
    {
        PlaneView plane;
        plane.setTrails({trail(QStringLiteral("a"), {{1, 0.5, 0.01}, {7, 0.8, 0.04}}, 1)});
        for (const Colors* theme : {&lightColors(), &darkColors()}) {
            QImage image(400, 300, QImage::Format_RGB32);
            image.fill(theme->surface);
            QPainter painter(&image);
            plane.figure()->paint(painter, QRectF(image.rect()), *theme);
            painter.end();
            int dots = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x) dots += image.pixelColor(x, y) == alphaColor(1, *theme);
            QVERIFY(dots > 20);
        }
    }

    void theEdgeIsWiped()
    {
        WipeView wipe;
        wipe.resize(240, 260);
        wipe.setImages(grey(40), grey(200));
        wipe.show();
        QVERIFY(QTest::qWaitForWindowExposed(&wipe));
        const QRectF place = wipe.imageArea();
        const auto at = [&](double share) {
            return qGray(wipe.grab().toImage().pixel(QPointF(place.left() + share * place.width(), place.center().y()).toPoint()));
        };
        QCOMPARE(at(0.25), 40);
        QCOMPARE(at(0.75), 200);
        QTest::mousePress(&wipe, Qt::LeftButton, {}, QPointF(place.left() + 0.9 * place.width(), place.center().y()).toPoint());
        QVERIFY(std::abs(wipe.edge() - 0.9) < 0.01);
        QCOMPARE(at(0.75), 40);
        QTest::keyClick(&wipe, Qt::Key_Home);
        QCOMPARE(wipe.edge(), 0.5);
        QTest::keyClick(&wipe, Qt::Key_Left);
        QVERIFY(wipe.edge() < 0.5);
        for (int i = 0; i < 40; ++i) QTest::keyClick(&wipe, Qt::Key_Left);
        QCOMPARE(wipe.edge(), 0.0);
        QCOMPARE(at(0.1), 200);
        wipe.setImages({}, grey(200));
        (void)wipe.grab();
        QVERIFY(wipe.figure()->csv().isEmpty());
    }
};

QTEST_MAIN(tst_PlaneView)
#include "tst_plane_view.moc"
