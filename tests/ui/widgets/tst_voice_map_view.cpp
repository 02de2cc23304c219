// The map of recordings: where points are, what is asked of them, zooming and moving, surrounding, what is exported.
#include <QApplication>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include "ui/widgets/dot_raster.h"
#include "ui/widgets/voice_map_view.h"

using namespace sonoglyph;

class tst_VoiceMapView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        map_ = std::make_unique<VoiceMapView>();
        map_->resize(500, 400);
        // A cross: left, right, below, above, and the middle.
        map_->setDots(std::make_shared<std::vector<MapDot>>(
            std::vector<MapDot>{{-2, 0, 0, '0'}, {2, 0, 1, '1'}, {0, -1, 0, '0'}, {0, 1, 1, '1'}, {0, 0, 0, '0'}}));
        map_->setGroups({QStringLiteral("zero"), QStringLiteral("one")});
        map_->setNaming([](int dot) { return QStringLiteral("dot %1").arg(dot); });
        map_->show();
        QVERIFY(QTest::qWaitForWindowExposed(map_.get()));
        map_->showAll();
    }

    void everythingIsInSight()
    {
        for (const QPointF& dot : {QPointF(-2, 0), QPointF(2, 0), QPointF(0, -1), QPointF(0, 1)})
            QVERIFY(QRectF(map_->rect()).contains(map_->toWidget(dot)));
        QVERIFY(map_->toWidget({0, 1}).y() < map_->toWidget({0, -1}).y());
        const QPointF back = map_->toPlane(map_->toWidget({0.3, -0.7}));
        QVERIFY(std::abs(back.x() - 0.3) < 1e-9 && std::abs(back.y() + 0.7) < 1e-9);
    }

    void thePointerNamesAndChooses()
    {
        QSignalSpy hovered(map_.get(), &VoiceMapView::hovered), chosen(map_.get(), &VoiceMapView::chosen);
        QSignalSpy ground(map_.get(), &VoiceMapView::groundChosen);
        const QPoint right = map_->toWidget({2, 0}).toPoint();
        move(right + QPoint(3, 2), Qt::NoButton);
        QCOMPARE(hovered.last()[0].toInt(), 1);
        QCOMPARE(map_->toolTip(), QStringLiteral("dot 1"));
        QTest::mouseClick(map_.get(), Qt::LeftButton, {}, right);
        QCOMPARE(chosen.last()[0].toInt(), 1);
        const QPointF empty(1, 0.6);
        QTest::mouseClick(map_.get(), Qt::LeftButton, {}, map_->toWidget(empty).toPoint());
        QCOMPARE(ground.size(), 1);
        QVERIFY((ground[0][0].toPointF() - empty).manhattanLength() < 0.05);
        move(map_->toWidget(empty).toPoint(), Qt::NoButton);
        QCOMPARE(hovered.last()[0].toInt(), -1);
    }

    void theWheelZoomsAroundThePointer()
    {
        const QPointF at = map_->toWidget({2, 0});
        const double before = map_->toWidget({2, 0}).x() - map_->toWidget({0, 0}).x();
        wheel(at, 360);
        QVERIFY((map_->toWidget({2, 0}) - at).manhattanLength() < 1e-6);
        QVERIFY(std::abs(map_->toWidget({2, 0}).x() - map_->toWidget({0, 0}).x() - 2 * before) < 1e-6);
        for (int i = 0; i < 100; ++i) wheel(at, 3600);  // there is an end
        QVERIFY(map_->toWidget({2, 0}).x() - map_->toWidget({0, 0}).x() < 500 * before);
        QTest::mouseDClick(map_.get(), Qt::LeftButton, {}, at.toPoint());
        QVERIFY(std::abs(map_->toWidget({2, 0}).x() - map_->toWidget({0, 0}).x() - before) < 1e-6);
    }

    void aDragMovesThePlane()
    {
        QSignalSpy chosen(map_.get(), &VoiceMapView::chosen);
        const QPointF before = map_->toWidget({0, 0});
        const QPoint from = map_->toWidget({2, 0}).toPoint();
        QTest::mousePress(map_.get(), Qt::LeftButton, {}, from);
        move(from + QPoint(30, -20), Qt::LeftButton);
        QTest::mouseRelease(map_.get(), Qt::LeftButton, {}, from + QPoint(30, -20));
        QVERIFY((map_->toWidget({0, 0}) - before - QPointF(30, -20)).manhattanLength() < 1e-6);
        QCOMPARE(chosen.size(), 0);  // it was no click
    }

    void shiftSurroundsAndCtrlAdds()
    {
        QSignalSpy changed(map_.get(), &VoiceMapView::selectionChanged);
        surround({-2.5, -0.5}, {-1.5, 0.5});
        QCOMPARE(map_->selection(), QVector<int>{0});
        surround({-0.5, -0.5}, {2.5, 0.5}, Qt::ControlModifier);
        QCOMPARE(map_->selection(), (QVector<int>{0, 1, 4}));
        surround({-0.5, 0.5}, {0.5, 1.5});
        QCOMPARE(map_->selection(), QVector<int>{3});
        QCOMPARE(changed.size(), 3);
        QTest::keyClick(map_.get(), Qt::Key_Escape);
        QVERIFY(map_->selection().isEmpty());
    }

    void keysGoThroughWhatIsSurrounded()
    {
        map_->setSelection({1, 3, 4});
        QSignalSpy chosen(map_.get(), &VoiceMapView::chosen);
        for (const int key : {Qt::Key_N, Qt::Key_N, Qt::Key_P, Qt::Key_P}) QTest::keyClick(map_.get(), Qt::Key(key));
        QList<int> dots;
        for (const auto& one : chosen) dots << one[0].toInt();
        QCOMPARE(dots, (QList<int>{1, 3, 1, 4}));
        QVERIFY(map_->accessibleDescription().contains(QStringLiteral("dot 4")));
    }

    void aGroupAlone()
    {
        QTest::mouseClick(map_.get(), Qt::LeftButton, {}, map_->legendRect(1).center().toPoint());
        QCOMPARE(map_->soloGroup(), 1);
        QSignalSpy chosen(map_.get(), &VoiceMapView::chosen), ground(map_.get(), &VoiceMapView::groundChosen);
        QTest::mouseClick(map_.get(), Qt::LeftButton, {}, map_->toWidget({-2, 0}).toPoint());
        QCOMPARE(chosen.size(), 0);
        QCOMPARE(ground.size(), 1);
        surround({-3, -2}, {3, 2});
        QCOMPARE(map_->selection(), (QVector<int>{1, 3}));
        QCOMPARE(map_->figure()->csv().count(u'\n'), 3);
        QTest::mouseClick(map_.get(), Qt::LeftButton, {}, map_->legendRect(1).center().toPoint());
        QCOMPARE(map_->soloGroup(), -1);
        QCOMPARE(map_->figure()->csv().count(u'\n'), 6);
        QVERIFY(map_->figure()->csv().contains(QStringLiteral("\n2,0,one\n")));
    }

    void otherDotsForgetWhatWasSurrounded()
    {
        map_->setSelection({1, 3});
        QSignalSpy changed(map_.get(), &VoiceMapView::selectionChanged);
        map_->setDots(nullptr);
        QCOMPARE(changed.size(), 1);
        QVERIFY(map_->selection().isEmpty() && map_->figure()->csv().isEmpty());
        QTest::mouseClick(map_.get(), Qt::LeftButton, {}, QPoint(200, 200));
        QTest::keyClick(map_.get(), Qt::Key_Plus);
    }

    void dotsAreDrawn()
    {
        std::vector<MapDot> many(1000, MapDot{0, 0, 0, 0});
        many.push_back({1, 1, 1, 0});
        map_->setDots(std::make_shared<std::vector<MapDot>>(many));
        const QImage picture = map_->grab().toImage();
        const QRgb there = picture.pixel(map_->toWidget({0, 0}).toPoint()), nothing = picture.pixel(map_->toWidget({0.5, 0}).toPoint());
        QVERIFY(there != nothing);
        QVERIFY(picture.pixel(map_->toWidget({1, 1}).toPoint()) != there);
    }

    void aDotIsBlendedOverWhatIsThere()
    {
        QImage image(9, 9, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        const DotRaster raster(5);
        raster.blend(image, {4, 4}, qRgba(255, 0, 0, 255));
        QCOMPARE(image.pixel(4, 4), qRgba(255, 0, 0, 255));
        QCOMPARE(qAlpha(image.pixel(0, 0)), 0);
        raster.blend(image, {4, 4}, qRgba(0, 0, 255, 128));
        QVERIFY(qBlue(image.pixel(4, 4)) > 120 && qRed(image.pixel(4, 4)) > 120 && qAlpha(image.pixel(4, 4)) >= 254);
        raster.blend(image, {-1, 8}, qRgba(0, 255, 0, 255));  // half of it is outside
        QVERIFY(qGreen(image.pixel(0, 8)) > 200);
        raster.blend(image, {-50, 400}, qRgba(0, 255, 0, 255));
    }

private:
    void move(QPoint to, Qt::MouseButtons buttons, Qt::KeyboardModifiers modifiers = {})
    {
        QMouseEvent event(QEvent::MouseMove, to, map_->mapToGlobal(to), Qt::NoButton, buttons, modifiers);
        QApplication::sendEvent(map_.get(), &event);
    }
    void wheel(const QPointF& at, int by)
    {
        QWheelEvent event(at, map_->mapToGlobal(at), {}, {0, by}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QApplication::sendEvent(map_.get(), &event);
    }
    void surround(const QPointF& corner, const QPointF& other, Qt::KeyboardModifiers modifiers = {})
    {
        const QList<QPointF> corners{corner, {other.x(), corner.y()}, other, {corner.x(), other.y()}};
        QTest::mousePress(map_.get(), Qt::LeftButton, Qt::ShiftModifier, map_->toWidget(corners[0]).toPoint());
        for (const QPointF& at : corners) move(map_->toWidget(at).toPoint(), Qt::LeftButton, Qt::ShiftModifier);
        QTest::mouseRelease(map_.get(), Qt::LeftButton, Qt::ShiftModifier | modifiers, map_->toWidget(corners[3]).toPoint());
    }

    std::unique_ptr<VoiceMapView> map_;
};

QTEST_MAIN(tst_VoiceMapView)
#include "tst_voice_map_view.moc"
