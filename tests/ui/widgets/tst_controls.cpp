// Record button, level meter, banner, empty state, toast and navigation rail, driven by mouse and keys.
#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

#include <cmath>

#include "ui/widgets/banner_queue.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/level_meter.h"
#include "ui/widgets/navigation_rail.h"
#include "ui/widgets/record_button.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/toast.h"

using namespace sonoglyph;

class tst_Controls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeMode::Light); }

    void recordButtonSaysItsState()
    {
        RecordButton button;
        QStringList said;
        for (const auto state : {RecordButton::Idle, RecordButton::Waiting, RecordButton::Recording, RecordButton::Busy}) {
            button.setState(state);
            button.setLevel(0.5);
            QVERIFY(!said.contains(button.accessibleName()));
            said << button.accessibleName();
            QVERIFY(!button.accessibleDescription().isEmpty());
            QVERIFY(!button.toolTip().isEmpty());
            QVERIFY(!button.grab().isNull());
        }
        button.setLevel(std::nan(""));
    }

    void recordButtonIsRound()
    {
        RecordButton button;
        button.resize(104, 104);
        button.show();
        QSignalSpy clicked(&button, &RecordButton::clicked);
        QTest::mouseClick(&button, Qt::LeftButton, {}, {52, 52});
        QCOMPARE(clicked.size(), 1);
        QTest::mouseClick(&button, Qt::LeftButton, {}, {2, 2});
        QCOMPARE(clicked.size(), 1);
        QTest::keyClick(&button, Qt::Key_Return);
        QCOMPARE(clicked.size(), 2);
        button.setState(RecordButton::Busy);
        QTest::mouseClick(&button, Qt::LeftButton, {}, {52, 52});
        QTest::keyClick(&button, Qt::Key_Return);
        QCOMPARE(clicked.size(), 2);
        // The space bar is the page's.
        QKeyEvent space(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "));
        QApplication::sendEvent(&button, &space);
        QVERIFY(!space.isAccepted());
    }

    void meterHoldsThePeak()
    {
        LevelMeter meter;
        meter.resize(240, 32);
        meter.setLevels(-6, -12);
        meter.setLevels(-30, -40);
        QCOMPARE(meter.heldPeak(), -6.0);
        QVERIFY(!meter.isClipped());
        QSignalSpy clipped(&meter, &LevelMeter::clippedChanged);
        meter.setLevels(0.5, -3);
        QVERIFY(meter.isClipped());
        meter.setLevels(-50, -60);
        QVERIFY(meter.isClipped());
        QTest::mouseClick(&meter, Qt::LeftButton);
        QVERIFY(!meter.isClipped());
        QCOMPARE(clipped.size(), 2);
        meter.setLevels(-INFINITY, -INFINITY);
        meter.setLevels(std::nan(""), std::nan(""));
        QVERIFY(!meter.grab().isNull());
        meter.reset();
        QVERIFY(meter.heldPeak() < -100);
        LevelMeter upright(Qt::Vertical);
        upright.setLevels(-10, -20);
        QVERIFY(!upright.grab().isNull());
    }

    void meterLetsThePeakGo()
    {
        LevelMeter meter;
        meter.setLevels(-6, -12);
        meter.setLevels(-30, -40);
        QTRY_COMPARE_WITH_TIMEOUT(meter.heldPeak(), -30.0, 5000);
    }

    void bannerShowsAndCloses()
    {
        QWidget page;
        page.resize(700, 300);
        Banner banner(&page);
        banner.resize(700, 60);
        page.show();
        QVERIFY(!banner.isVisible());
        QSignalSpy action(&banner, &Banner::actionTriggered), closed(&banner, &Banner::closed);
        banner.showError(Error{Errc::NotFound, {"%1 is not there.", {"a.wav"}}, "errno 2"}, QStringLiteral("Open another"));
        QVERIFY(banner.isVisible());
        QCOMPARE(banner.text(), QStringLiteral("a.wav is not there."));
        QCOMPARE(banner.severity(), Banner::Trouble);
        QVERIFY(banner.accessibleName().contains(banner.text()));
        QTest::mouseClick(banner.findChild<QPushButton*>(), Qt::LeftButton);
        QCOMPARE(action.size(), 1);
        QLabel* details = nullptr;
        for (QLabel* label : banner.findChildren<QLabel*>()) {
            if (label->text() == QStringLiteral("errno 2")) details = label;
        }
        QVERIFY(details && !details->isVisible());
        for (QToolButton* button : banner.findChildren<QToolButton*>()) {
            if (button->isCheckable()) button->click();
        }
        QVERIFY(details->isVisible());
        QTest::keyClick(&banner, Qt::Key_Escape);
        QVERIFY(!banner.isVisible());
        QCOMPARE(closed.size(), 1);
        banner.showMessage(Banner::Info, QStringLiteral("<b>plain</b>"));
        QVERIFY(!banner.findChild<QPushButton*>()->isVisible());
        banner.showError(Error{Errc::Cancelled, {"Stopped.", {}}, {}});
        QVERIFY(!banner.isVisible());
    }

    void messagesWaitBehindTheGravest()
    {
        QWidget page;
        page.resize(700, 300);
        Banner banner(&page);
        BannerQueue queue(banner);
        page.show();
        const auto waiting = [&banner] {
            for (const QLabel* label : banner.findChildren<QLabel*>())
                if (label->isVisible() && label->text().contains(QStringLiteral("more"))) return label->text().section(u' ', 0, 0).toInt();
            return 0;
        };
        enum { Microphone, Model, Sound };
        QSignalSpy action(&queue, &BannerQueue::actionTriggered);
        queue.over(Model);
        QVERIFY(!banner.isVisible());
        queue.tell({Model, Banner::Warning, QStringLiteral("The model is damaged."), QStringLiteral("checksum")});
        queue.tell({Microphone, Banner::Info, QStringLiteral("There is no microphone."), {}, QStringLiteral("Open sound")});
        QCOMPARE(banner.text(), QStringLiteral("The model is damaged."));
        QCOMPARE(waiting(), 1);
        queue.tell({Sound, Banner::Warning, QStringLiteral("a.wav is damaged.")});
        QCOMPARE(banner.text(), QStringLiteral("a.wav is damaged."));
        QCOMPARE(waiting(), 2);
        // Of one topic only the newest.
        queue.tell({Sound, Banner::Warning, QStringLiteral("b.wav is damaged.")});
        QCOMPARE(banner.text(), QStringLiteral("b.wav is damaged."));
        QCOMPARE(waiting(), 2);
        queue.over(Sound);
        QCOMPARE(banner.text(), QStringLiteral("The model is damaged."));
        // What is told again stays as a person has left it.
        for (QToolButton* button : banner.findChildren<QToolButton*>())
            if (button->isCheckable()) button->setChecked(true);
        queue.tell({Model, Banner::Warning, QStringLiteral("The model is damaged."), QStringLiteral("checksum")});
        for (const QLabel* label : banner.findChildren<QLabel*>())
            if (label->text() == QStringLiteral("checksum")) QVERIFY(label->isVisible());
        QTest::keyClick(&banner, Qt::Key_Escape);
        QVERIFY(banner.isVisible());
        QCOMPARE(banner.text(), QStringLiteral("There is no microphone."));
        QCOMPARE(waiting(), 0);
        QTest::mouseClick(banner.findChild<QPushButton*>(), Qt::LeftButton);
        QCOMPARE(action.size(), 1);
        QCOMPARE(action[0][0].toInt(), int(Microphone));
        QTest::keyClick(&banner, Qt::Key_Escape);
        QVERIFY(!banner.isVisible());
        queue.tell({Microphone, Banner::Info, QStringLiteral("There is no microphone."), {}, QStringLiteral("Open sound")});
        QVERIFY(banner.isVisible());
    }

    void emptyStateOffersOneAction()
    {
        EmptyState state(QStringLiteral("train"), QStringLiteral("No runs yet. Train a quick look: about 2 minutes."),
                         QStringLiteral("Train"));
        state.resize(300, 300);
        state.show();
        QSignalSpy action(&state, &EmptyState::actionTriggered);
        auto* button = state.findChild<QPushButton*>();
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(action.size(), 1);
        state.setAction({});
        QVERIFY(!button->isVisible());
        // The sentence is never cut.
        for (const int width : {200, 300, 900}) {
            state.resize(width, 300);
            for (QLabel* label : state.findChildren<QLabel*>()) {
                if (!label->text().isEmpty()) QVERIFY(label->height() >= label->heightForWidth(label->width()));
            }
        }
    }

    void toastLeavesByItself()
    {
        QWidget page;
        page.resize(600, 400);
        Toast toast(&page);
        page.show();
        QSignalSpy undo(&toast, &Toast::actionTriggered);
        toast.showText(QStringLiteral("Ten features set to zero"), QStringLiteral("Undo"), 50);
        QVERIFY(toast.isVisible());
        QVERIFY(page.rect().contains(toast.geometry()));
        QTRY_VERIFY(!toast.isVisible());
        toast.showText(QStringLiteral("Reset"), QStringLiteral("Undo"), 60000);
        page.resize(500, 300);
        QVERIFY(page.rect().contains(toast.geometry()));
        QTest::mouseClick(toast.findChild<QPushButton*>(), Qt::LeftButton);
        QCOMPARE(undo.size(), 1);
        QVERIFY(!toast.isVisible());
    }

    void railChoosesOnePage()
    {
        NavigationRail rail;
        for (const char* name : {"listen", "train", "latent"})
            rail.addPage(QLatin1String(name), QLatin1String(name), QLatin1String(name), QStringLiteral("tip"));
        rail.resize(rail.sizeHint().width(), 500);
        rail.show();
        QCOMPARE(rail.current(), QStringLiteral("listen"));
        QSignalSpy chosen(&rail, &NavigationRail::pageChosen);
        rail.setCurrent(QStringLiteral("latent"));
        QCOMPARE(chosen.size(), 0);
        const auto buttons = rail.findChildren<QToolButton*>();
        QTest::mouseClick(buttons[1], Qt::LeftButton);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(rail.current(), QStringLiteral("train"));
        QVERIFY(buttons[1]->isChecked() && !buttons[2]->isChecked());
        QVERIFY(QTest::qWaitForWindowActive(&rail));
        buttons[1]->setFocus();
        QTest::keyClick(buttons[1], Qt::Key_Down);
        QCOMPARE(rail.current(), QStringLiteral("latent"));
        QTest::keyClick(buttons[2], Qt::Key_Down);
        QCOMPARE(rail.current(), QStringLiteral("latent"));
        rail.setCurrent(QStringLiteral("nowhere"));
        QCOMPARE(rail.current(), QStringLiteral("latent"));
        QAction settings(QStringLiteral("Settings"));
        rail.addFooterAction(&settings, QStringLiteral("settings"));
        QSignalSpy triggered(&settings, &QAction::triggered);
        QTest::mouseClick(rail.findChildren<QToolButton*>().last(), Qt::LeftButton);
        QCOMPARE(triggered.size(), 1);
        rail.setPageText(QStringLiteral("train"), QStringLiteral("Trenuj"));
        QCOMPARE(buttons[1]->accessibleName(), QStringLiteral("Trenuj"));
        rail.setBusy(QStringLiteral("train"), true);
        QVERIFY(!rail.grab().isNull());
    }
};

QTEST_MAIN(tst_Controls)
#include "tst_controls.moc"
