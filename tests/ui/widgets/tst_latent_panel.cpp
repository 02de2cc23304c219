// The features of a sound: mouse, wheel, keys and typing; what is shown as dead, zeroed, moved.
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
        panel_->setZeroed(3, true);
        panel_->setValue(4, 2);
        const std::vector<float> mean(8, 1), sigma(8, 1);
        panel_->setCode(mean, sigma);
        QCOMPARE(panel_->count(), 8);
        QVERIFY(!panel_->isZeroed(3));
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
        QSignalSpy changed(panel_.get(), &LatentPanel::valueChanged);
        QSignalSpy finished(panel_.get(), &LatentPanel::editingFinished);
        const QRectF track = panel_->trackRect(20);
        const double before = panel_->value(20);
        QTest::mousePress(panel_.get(), Qt::LeftButton, {}, at(track, before));
        QCOMPARE(changed.size(), 0);  // held by the knob it does not jump
        QTest::mouseMove(panel_.get(), at(track, 2));
        QTest::mouseRelease(panel_.get(), Qt::LeftButton, {}, at(track, 2));
        QVERIFY(changed.size() >= 1);
        QCOMPARE(changed.last().at(0).toInt(), 20);
        QVERIFY(std::abs(panel_->value(20) - 2) < 0.15);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished.last().at(1).toDouble(), before);
        QCOMPARE(finished.last().at(2).toDouble(), panel_->value(20));
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
        panel_->setValue(7, 3);
        QTest::mouseDClick(panel_.get(), Qt::LeftButton, {}, at(panel_->trackRect(7), 3));
        QCOMPARE(panel_->value(7), panel_->mean(7));
    }

    void theNumberSwitchesToZero()
    {
        QSignalSpy zeroed(panel_.get(), &LatentPanel::zeroToggled);
        const float before = float(panel_->value(9));
        QTest::mouseClick(panel_.get(), Qt::LeftButton, {}, panel_->switchRect(9).center().toPoint());
        QCOMPARE(zeroed.size(), 1);
        QVERIFY(panel_->isZeroed(9));
        QCOMPARE(panel_->effectiveValues()[9], 0.0f);
        QCOMPARE(panel_->values()[9], before);
        QTest::mouseClick(panel_.get(), Qt::LeftButton, {}, panel_->switchRect(9).center().toPoint());
        QVERIFY(!panel_->isZeroed(9));
        QCOMPARE(zeroed.size(), 2);
    }

    void movingSwitchesOnAgain()
    {
        panel_->setZeroed(6, true);
        QSignalSpy zeroed(panel_.get(), &LatentPanel::zeroToggled);
        QTest::mouseClick(panel_.get(), Qt::LeftButton, {}, at(panel_->trackRect(6), 3));
        QCOMPARE(zeroed.size(), 1);
        QCOMPARE(zeroed.last().at(1).toBool(), false);
        QVERIFY(std::abs(panel_->value(6) - 3) < 0.15);
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
        QSignalSpy changed(panel_.get(), &LatentPanel::valueChanged);
        panel_->setValue(1, 2);
        panel_->setValue(-1, 2);
        panel_->setValue(64, 2);
        panel_->setValue(1, std::nan(""));
        QCOMPARE(panel_->value(1), 2.0);
        const std::vector<float> wrong(3);
        panel_->setValues(wrong);
        panel_->setZeroed(QVector<bool>(3));
        panel_->setZeroed(99, true);
        QCOMPARE(panel_->count(), 64);
        QCOMPARE(changed.size(), 0);
    }
};

QTEST_MAIN(tst_LatentPanel)
#include "tst_latent_panel.moc"
