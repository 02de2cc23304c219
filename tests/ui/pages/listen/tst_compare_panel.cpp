#include <QSignalSpy>

#include "tests/ui/pages/listen/listen_desk.h"
#include "ui/pages/listen/compare_panel.h"
#include "ui/widgets/difference_view.h"

using namespace sonoglyph;

class tst_ComparePanel : public QObject, private ListenDesk {
    Q_OBJECT
private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void comparesTwo();
};

void tst_ComparePanel::comparesTwo()
{
    makeReady();
    open({QStringLiteral("one.wav"), QStringLiteral("two.wav")});
    QVERIFY(!action(QStringLiteral("Compare"))->isEnabled());
    QSignalSpy shown(&page_->controller(), &ListenController::shown);
    select({0, 1});
    QTRY_COMPARE(shown.size(), 1);  // the click's; an old sound that is shown ends a comparison
    QVERIFY(action(QStringLiteral("Compare"))->isEnabled());
    action(QStringLiteral("Compare"))->trigger();
    auto* panel = widget<ComparePanel>();
    QVERIFY(panel->isVisible());
    for (const DifferenceView* view : panel->findChildren<DifferenceView*>()) QTRY_VERIFY2(!view->empty(), qPrintable(view->figureTitle()));
    QVERIFY(says(QStringLiteral("two.wav, drawn by aivae-fsdd")));
    QTest::keyClick(panel, Qt::Key_Escape);
    QVERIFY(!panel->isVisible());
    action(QStringLiteral("Compare"))->trigger();
    QVERIFY(panel->isVisible());
    select({1});
    QTRY_VERIFY(!panel->isVisible());
}

QTEST_MAIN(tst_ComparePanel)
#include "tst_compare_panel.moc"
