// A curve with a cursor: where it is, how it is moved, what lies between points, what is exported.
#include <QSignalSpy>
#include <QTest>

#include "ui/widgets/cursor_curve.h"

using namespace sonoglyph;

class tst_CursorCurve : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        curve_ = std::make_unique<CursorCurve>();
        curve_->resize(400, 120);
        curve_->setPoints({{0, 0.9, 0.8, 1}, {10, 0.5, 0.4, 0.6}, {20, 0.1, 0.1, 0.1}});
        curve_->show();
        QVERIFY(QTest::qWaitForWindowExposed(curve_.get()));
    }

    void valuesBetweenPoints_data()
    {
        QTest::addColumn<int>("x");
        QTest::addColumn<double>("y");
        QTest::newRow("a point") << 10 << 0.5;
        QTest::newRow("between") << 5 << 0.7;
        QTest::newRow("before") << -3 << 0.9;
        QTest::newRow("behind") << 30 << 0.1;
    }

    void valuesBetweenPoints()
    {
        QFETCH(int, x);
        QFETCH(double, y);
        QVERIFY(std::abs(curve_->valueAt(x) - y) < 1e-9);
        QCOMPARE(CursorCurve().valueAt(x), 0.0);
    }

    void theMouseMovesTheCursor()
    {
        QSignalSpy moved(curve_.get(), &CursorCurve::cursorMoved), released(curve_.get(), &CursorCurve::cursorReleased);
        QTest::mousePress(curve_.get(), Qt::LeftButton, {}, curve_->placeOf(15).toPoint());
        QCOMPARE(curve_->cursor(), 15);
        QCOMPARE(moved.last()[0].toInt(), 15);
        QCOMPARE(released.size(), 0);
        QTest::mouseRelease(curve_.get(), Qt::LeftButton, {}, curve_->placeOf(15).toPoint());
        QCOMPARE(released.size(), 1);
        QTest::mouseClick(curve_.get(), Qt::LeftButton, {}, QPoint(399, 10));
        QCOMPARE(curve_->cursor(), 20);
    }

    void keysMoveTheCursor()
    {
        QSignalSpy moved(curve_.get(), &CursorCurve::cursorMoved);
        for (const int key : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Left, Qt::Key_End, Qt::Key_Right})
            QTest::keyClick(curve_.get(), Qt::Key(key));
        QCOMPARE(curve_->cursor(), 20);
        QCOMPARE(moved.size(), 4);
        QVERIFY(curve_->accessibleDescription().startsWith(QStringLiteral("20: 10")));
    }

    void settingIsSilentAndClamped()
    {
        QSignalSpy moved(curve_.get(), &CursorCurve::cursorMoved);
        curve_->setCursor(99);
        QCOMPARE(curve_->cursor(), 20);
        curve_->setPoints({{0, 1, 1, 1}, {4, 0, 0, 0}});
        QCOMPARE(curve_->cursor(), 4);
        QCOMPARE(moved.size(), 0);
    }

    void theCurveIsDrawnWhereItIs()
    {
        curve_->setCursor(0);
        const QImage picture = curve_->grab().toImage();
        const QPoint at = curve_->placeOf(10).toPoint();
        QVERIFY(picture.pixel(at) != picture.pixel(at - QPoint(0, 25)));
        QCOMPARE(curve_->figure()->csv().count(u'\n'), 4);
        QVERIFY(curve_->figure()->csv().contains(QStringLiteral("\n10,0.5,0.4,0.6\n")));
    }

private:
    std::unique_ptr<CursorCurve> curve_;
};

QTEST_MAIN(tst_CursorCurve)
#include "tst_cursor_curve.moc"
