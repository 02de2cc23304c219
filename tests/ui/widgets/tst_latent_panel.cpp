// The features of a sound: mouse, wheel, keys and typing; what is shown as dead, zeroed, moved.
#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QtTest>

#include "ui/widgets/latent_panel.h"
#include "ui/widgets/theme.h"

using namespace sonoglyph;

class tst_LatentPanel : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<LatentPanel> panel_;

    void zero(QVector<int> dimensions)
    {
        QVector<bool> all = panel_->zeroed();
        for (const int i : dimensions) all[i] = true;
        panel_->setZeroed(all);
    }
    void lock(QVector<int> dimensions)
    {
        QVector<bool> all(panel_->count(), false);
        for (const int i : dimensions) all[i] = true;
        panel_->setLocked(all);
    }
    void set(int dimension, float value)
    {
        QVector<float> all = panel_->values();
        all[dimension] = value;
        panel_->setValues({all.constData(), std::size_t(all.size())});
    }
    QPoint number(int dimension) const { return panel_->switchRect(dimension).center().toPoint(); }
    void sweep(int from, int to, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(panel_.get(), Qt::LeftButton, modifiers, number(from));
        const int step = from < to ? 1 : -1;
        for (int i = from + step; i != to + step; i += step) {
            const QPointF where = number(i);
            QMouseEvent move(QEvent::MouseMove, where, panel_->mapToGlobal(where), Qt::NoButton, Qt::LeftButton, modifiers);
            QApplication::sendEvent(panel_.get(), &move);
        }
        QTest::mouseRelease(panel_.get(), Qt::LeftButton, modifiers, number(to));
    }
    QVector<int> which(const QVector<bool>& flags) const
    {
        QVector<int> all;
        for (int i = 0; i < flags.size(); ++i)
            if (flags[i]) all << i;
        return all;
    }
    QVector<int> selection() const
    {
        QVector<int> all;
        for (int i = 0; i < panel_->count(); ++i)
            if (panel_->isSelected(i)) all << i;
        return all;
    }

    static QPoint at(const QRectF& track, double value)
    {
        return QPointF(track.left() + (value + 4) / 8 * track.width(), track.center().y()).toPoint();
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeMode::Light); }

    void init()
    {
        panel_ = std::make_unique<LatentPanel>();
        panel_->resize(620, 560);
        std::vector<float> mean(64), sigma(64, 0.5f);
        for (std::size_t i = 0; i < 64; ++i) mean[i] = float(i % 7) * 0.25f - 0.75f;
        mean[10] = 0.01f;
        sigma[10] = 0.99f;
        panel_->setCode(mean, sigma);
        panel_->show();
        QVERIFY(QTest::qWaitForWindowExposed(panel_.get()));
        panel_->setFocus();
    }
    void cleanup() { panel_.reset(); }

    void aNewCodeSetsEverything()
    {
        QCOMPARE(panel_->count(), 64);
        QCOMPARE(panel_->value(3), panel_->mean(3));
        QVERIFY(panel_->isDead(10));
        QVERIFY(!panel_->isDead(11));
        zero({3});
        set(4, 2);
        lock({5});
        const std::vector<float> mean(8, 1), sigma(8, 1);
        panel_->setCode(mean, sigma);
        QCOMPARE(panel_->count(), 8);
        QVERIFY(!panel_->isZeroed(3) && !panel_->isLocked(5));
        QCOMPARE(panel_->value(4), 1.0);
        panel_->clear();
        QCOMPARE(panel_->count(), 0);
    }

    void cellsDoNotOverlapAndFit_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<QSize>("size");
        for (const int count : {1, 8, 64, 128}) {
            for (const QSize size : {QSize(400, 320), QSize(620, 560), QSize(1400, 900)})
                QTest::addRow("%d in %dx%d", count, size.width(), size.height()) << count << size;
        }
    }
    void cellsDoNotOverlapAndFit()
    {
        QFETCH(int, count);
        QFETCH(QSize, size);
        panel_->resize(size);
        const std::vector<float> mean(std::size_t(count), 0.5f), sigma(std::size_t(count), 0.5f);
        panel_->setCode(mean, sigma);
        for (int i = 0; i < count; ++i) {
            QVERIFY(QRectF(panel_->rect()).adjusted(-0.5, -0.5, 0.5, 0.5).contains(panel_->cellRect(i)));
            QVERIFY(panel_->trackRect(i).width() > 20);
            for (int j = 0; j < i; ++j)
                QVERIFY(!panel_->cellRect(i).adjusted(0.1, 0.1, -0.1, -0.1).intersects(panel_->cellRect(j).adjusted(0.1, 0.1, -0.1, -0.1)));
        }
    }

    void dragging()
    {
        QSignalSpy changed(panel_.get(), &LatentPanel::valuesMoved);
        QSignalSpy finished(panel_.get(), &LatentPanel::editingFinished);
        const QRectF track = panel_->trackRect(20);
        const double before = panel_->value(20);
        QTest::mousePress(panel_.get(), Qt::LeftButton, {}, at(track, before));
        QCOMPARE(changed.size(), 0);  // held by the knob it does not jump
        QTest::mouseMove(panel_.get(), at(track, 2));
        QTest::mouseRelease(panel_.get(), Qt::LeftButton, {}, at(track, 2));
        QVERIFY(changed.size() >= 1);
        QVERIFY(std::abs(panel_->value(20) - 2) < 0.15);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(panel_->currentDimension(), 20);
    }

    void pressingBesideTheKnobMovesItThere()
    {
        const QRectF track = panel_->trackRect(5);
        QTest::mouseClick(panel_.get(), Qt::LeftButton, {}, at(track, -3));
        QVERIFY(std::abs(panel_->value(5) + 3) < 0.15);
    }

    void draggingBeyondTheEndsStays()
    {
        const QRectF track = panel_->trackRect(5);
        QTest::mousePress(panel_.get(), Qt::LeftButton, {}, at(track, 3));
        QTest::mouseMove(panel_.get(), at(track, 3) + QPoint(400, 0));
        QTest::mouseRelease(panel_.get(), Qt::LeftButton);
        QCOMPARE(panel_->value(5), 4.0);
    }

    void doubleClickResets()
    {
        set(7, 3);
        QTest::mouseDClick(panel_.get(), Qt::LeftButton, {}, at(panel_->trackRect(7), 3));
        QCOMPARE(panel_->value(7), panel_->mean(7));
    }

    void theNumberSwitchesToZero()
    {
        QSignalSpy zeroed(panel_.get(), &LatentPanel::zeroedChanged);
        const float before = float(panel_->value(9));
        QTest::mouseClick(panel_.get(), Qt::LeftButton, {}, panel_->switchRect(9).center().toPoint());
        QCOMPARE(zeroed.size(), 1);
        QVERIFY(panel_->isZeroed(9));
        QCOMPARE(panel_->values()[9], before);
        QTest::mouseClick(panel_.get(), Qt::LeftButton, {}, panel_->switchRect(9).center().toPoint());
        QVERIFY(!panel_->isZeroed(9));
        QCOMPARE(zeroed.size(), 2);
    }

    void movingSwitchesOnAgain()
    {
        zero({6});
        QSignalSpy zeroed(panel_.get(), &LatentPanel::zeroedChanged);
        QTest::mouseClick(panel_.get(), Qt::LeftButton, {}, at(panel_->trackRect(6), 3));
        QCOMPARE(zeroed.size(), 1);
        QVERIFY(!panel_->isZeroed(6));
        QVERIFY(std::abs(panel_->value(6) - 3) < 0.15);
    }

    void aDragOverNumbersZeroesThem()
    {
        QSignalSpy zeroed(panel_.get(), &LatentPanel::zeroedChanged);
        sweep(3, 6);
        QCOMPARE(which(panel_->zeroed()), (QVector<int>{3, 4, 5, 6}));
        QCOMPARE(zeroed.size(), 4);
        sweep(4, 5);
        QCOMPARE(which(panel_->zeroed()), (QVector<int>{3, 6}));
    }

    void aSelectionIsHandledAsOne()
    {
        sweep(2, 4, Qt::ShiftModifier);
        QCOMPARE(selection(), (QVector<int>{2, 3, 4}));
        QTest::mouseClick(panel_.get(), Qt::LeftButton, Qt::ControlModifier, number(9));
        QTest::mouseClick(panel_.get(), Qt::LeftButton, Qt::ControlModifier, number(3));
        QCOMPARE(selection(), (QVector<int>{2, 4, 9}));
        const QVector<float> before = panel_->values();
        panel_->setCurrentDimension(4);
        QSignalSpy moved(panel_.get(), &LatentPanel::valuesMoved);
        QTest::keyClick(panel_.get(), Qt::Key_Right);
        QCOMPARE(moved.size(), 1);
        for (const int i : {2, 4, 9}) QVERIFY(std::abs(panel_->value(i) - double(before[i]) - 0.1) < 1e-6);
        QCOMPARE(panel_->values()[3], before[3]);
        QTest::keyClick(panel_.get(), Qt::Key_Z);
        QCOMPARE(which(panel_->zeroed()), (QVector<int>{2, 4, 9}));
        QTest::keyClick(panel_.get(), Qt::Key_R);
        QVERIFY(which(panel_->zeroed()).isEmpty());
        QCOMPARE(panel_->values(), before);
        // Elsewhere it is a slider of its own, and the selection is let go.
        QTest::mouseClick(panel_.get(), Qt::LeftButton, {}, at(panel_->trackRect(5), -3));
        QVERIFY(selection().isEmpty());
        QCOMPARE(panel_->values()[4], before[4]);
    }

    void keysSelect()
    {
        panel_->setCurrentDimension(5);
        QTest::keyClick(panel_.get(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(panel_.get(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(selection(), (QVector<int>{5, 6, 7}));
        QTest::keyClick(panel_.get(), Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(selection(), (QVector<int>{5, 6}));
        QTest::keyClick(panel_.get(), Qt::Key_Escape);
        QVERIFY(selection().isEmpty());
        QTest::keyClick(panel_.get(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(selection().size(), 64);
        QTest::keyClick(panel_.get(), Qt::Key_Down);
        QVERIFY(selection().isEmpty());
    }

    void aLockedFeatureStays()
    {
        panel_->setCurrentDimension(5);
        QSignalSpy locked(panel_.get(), &LatentPanel::lockedChanged), moved(panel_.get(), &LatentPanel::valuesMoved);
        QTest::keyClick(panel_.get(), Qt::Key_L);
        QCOMPARE(locked.size(), 1);
        QCOMPARE(which(panel_->locked()), (QVector<int>{5}));
        QTest::keyClick(panel_.get(), Qt::Key_Right);
        QTest::keyClick(panel_.get(), Qt::Key_Z);
        QTest::keyClick(panel_.get(), Qt::Key_3);
        QVERIFY(!panel_->findChild<QLineEdit*>());
        QTest::mouseClick(panel_.get(), Qt::LeftButton, {}, at(panel_->trackRect(5), -3));
        sweep(4, 6);
        QCOMPARE(moved.size(), 0);
        QCOMPARE(which(panel_->zeroed()), (QVector<int>{4, 6}));
        QTest::keyClick(panel_.get(), Qt::Key_L);
        QVERIFY(panel_->isLocked(5) == (panel_->currentDimension() != 5));
    }

    void theOrderMovesTheCells()
    {
        QVector<int> order(64);
        for (int i = 0; i < 64; ++i) order[i] = 63 - i;
        const QRectF first = panel_->cellRect(0);
        panel_->setOrder(order);
        QCOMPARE(panel_->cellRect(63), first);
        panel_->setCurrentDimension(63);
        QTest::keyClick(panel_.get(), Qt::Key_Down);
        QCOMPARE(panel_->currentDimension(), 62);
        QTest::keyClick(panel_.get(), Qt::Key_End);
        QCOMPARE(panel_->currentDimension(), 0);
        sweep(62, 60, Qt::ShiftModifier);
        QCOMPARE(selection(), (QVector<int>{60, 61, 62}));
    }

    void theMeasureIsABar()
    {
        const QImage before = panel_->grab().toImage();
        QVector<double> measure(64, 0.0);
        measure[8] = 2;
        panel_->setMeasure(measure, QStringLiteral("%1 nats"));
        const QImage after = panel_->grab().toImage();
        const QRectF track = panel_->trackRect(8), other = panel_->trackRect(9);
        const auto differs = [&](const QRectF& where) {
            for (int x = int(where.left()) + 2; x < int(where.right()) - 2; ++x)
                for (int y = int(where.bottom()) - 4; y < int(where.bottom()); ++y)
                    if (before.pixel(x, y) != after.pixel(x, y)) return true;
            return false;
        };
        QVERIFY(differs(track));
        QVERIFY(!differs(other));
        panel_->setMeasure({}, {});
        QCOMPARE(panel_->grab().toImage(), before);
    }

    void wheel()
    {
        const double before = panel_->value(30);
        const QPointF where = panel_->trackRect(30).center();
        const auto turn = [&](int by, Qt::KeyboardModifiers modifiers) {
            QWheelEvent event(where, panel_->mapToGlobal(where), {}, {0, by}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
            QApplication::sendEvent(panel_.get(), &event);
        };
        turn(120, {});
        QVERIFY(std::abs(panel_->value(30) - before - 0.1) < 1e-6);
        turn(-120, Qt::ShiftModifier);
        QVERIFY(std::abs(panel_->value(30) - before - 0.09) < 1e-6);
    }

    void keys()
    {
        panel_->setCurrentDimension(0);
        const double before = panel_->value(0);
        QSignalSpy finished(panel_.get(), &LatentPanel::editingFinished);
        QTest::keyClick(panel_.get(), Qt::Key_Right);
        QVERIFY(std::abs(panel_->value(0) - before - 0.1) < 1e-6);
        QTest::keyClick(panel_.get(), Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(std::abs(panel_->value(0) - before - 0.09) < 1e-6);
        QCOMPARE(finished.size(), 2);
        QTest::keyClick(panel_.get(), Qt::Key_R);
        QCOMPARE(panel_->value(0), panel_->mean(0));
        QTest::keyClick(panel_.get(), Qt::Key_Z);
        QVERIFY(panel_->isZeroed(0));
        QTest::keyClick(panel_.get(), Qt::Key_Down);
        QCOMPARE(panel_->currentDimension(), 1);
        QTest::keyClick(panel_.get(), Qt::Key_End);
        QCOMPARE(panel_->currentDimension(), 63);
        QTest::keyClick(panel_.get(), Qt::Key_Down);
        QCOMPARE(panel_->currentDimension(), 63);
        QTest::keyClick(panel_.get(), Qt::Key_Home);
        QCOMPARE(panel_->currentDimension(), 0);
        QVERIFY(panel_->accessibleDescription().contains(QStringLiteral("0")));
    }

    void typing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("value");
        QTest::newRow("point") << QStringLiteral("1.25") << 1.25;
        QTest::newRow("comma") << QStringLiteral("-0,5") << -0.5;
        QTest::newRow("beyond the scale") << QStringLiteral("6") << 6.0;
        QTest::newRow("nonsense") << QStringLiteral("1.2.3") << -0.25;
        QTest::newRow("not finite") << QStringLiteral("-inf") << -0.25;
    }
    void typing()
    {
        QFETCH(QString, text);
        QFETCH(double, value);
        panel_->setCurrentDimension(2);
        QCOMPARE(panel_->value(2), -0.25);
        QTest::keyClick(panel_.get(), text[0].toLatin1());
        auto* field = panel_->findChild<QLineEdit*>();
        QVERIFY(field);
        QVERIFY(!field->accessibleName().isEmpty());
        QTest::keyClicks(field, text.mid(1));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(panel_->value(2), value);
        QTRY_VERIFY(!panel_->findChild<QLineEdit*>());
    }

    void escapeLeavesTheValue()
    {
        panel_->setCurrentDimension(2);
        QTest::keyClick(panel_.get(), Qt::Key_Return);
        auto* field = panel_->findChild<QLineEdit*>();
        QVERIFY(field);
        QTest::keyClicks(field, QStringLiteral("3"));
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(panel_->value(2), -0.25);
        QTRY_VERIFY(!panel_->findChild<QLineEdit*>());
    }

    void settersAreSilentAndChecked()
    {
        QSignalSpy changed(panel_.get(), &LatentPanel::valuesMoved);
        set(1, 2);
        QCOMPARE(panel_->value(1), 2.0);
        const std::vector<float> wrong(3);
        panel_->setValues(wrong);
        panel_->setZeroed(QVector<bool>(3));
        panel_->setLocked(QVector<bool>(3));
        panel_->setOrder({1, 1, 1});
        QCOMPARE(panel_->order()[2], 2);
        QCOMPARE(panel_->count(), 64);
        QCOMPARE(changed.size(), 0);
    }
};

QTEST_MAIN(tst_LatentPanel)
#include "tst_latent_panel.moc"
