// The table of spoken and read digits: what it tells, how a cell is chosen, that nothing is cut off, what is exported.
#include <QSignalSpy>
#include <QTest>

#include "ui/logic/label_text.h"
#include "ui/widgets/confusion_view.h"
#include "ui/widgets/theme.h"

using namespace sonoglyph;

namespace {

ConfusionCounts noCounts() { return ConfusionCounts(10, std::vector<std::int64_t>(10)); }

ConfusionCounts someCounts()
{
    ConfusionCounts counts = noCounts();
    for (std::size_t digit = 0; digit < 10; ++digit) counts[digit][digit] = 998;
    counts[5][3] = 12;
    counts[0][0] = 0;
    return counts;
}

}  // namespace

class tst_ConfusionView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void init()
    {
        view_ = std::make_unique<ConfusionView>();
        view_->resize(420, 420);
        view_->setCounts(someCounts(), labelTexts(digitLabels()));
        view_->show();
        QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
    }

    void tellsCountAndShare()
    {
        QCOMPARE(view_->readout(5, 3), QStringLiteral("a spoken 5 is read as 3: 12 of 1,010 (1.2\u00a0%)"));
        QCOMPARE(view_->readout(0, 0), QStringLiteral("a spoken 0 is read as 0: 0 of 0 (0.0\u00a0%)"));
        QCOMPARE(view_->accessibleDescription(), QStringLiteral("read right: 8,982 of 8,994 (99.9\u00a0%)"));
        QTest::mouseMove(view_.get(), view_->cellRect(5, 3).center().toPoint());
        QTRY_COMPARE(view_->accessibleDescription(), view_->readout(5, 3));
    }

    void aClickChooses()
    {
        QSignalSpy chosen(view_.get(), &ConfusionView::cellChosen);
        QTest::mouseClick(view_.get(), Qt::LeftButton, {}, view_->cellRect(5, 3).center().toPoint());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0], QVariantList({5, 3}));
        QTest::mouseClick(view_.get(), Qt::LeftButton, {}, QPoint(1, 419));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(view_->spoken(), 5);
        QCOMPARE(view_->read(), 3);
    }

    void keysChoose()
    {
        QSignalSpy chosen(view_.get(), &ConfusionView::cellChosen);
        for (const int key : {Qt::Key_Down, Qt::Key_Up, Qt::Key_Down, Qt::Key_Down, Qt::Key_End, Qt::Key_Right, Qt::Key_Left})
            QTest::keyClick(view_.get(), Qt::Key(key));
        // The first shows the corner; Up and Right go nowhere at the edge.
        QCOMPARE(chosen.size(), 5);
        QCOMPARE(chosen.last(), QVariantList({2, 8}));
        QCOMPARE(view_->accessibleDescription(), view_->readout(2, 8));
    }

    void choosingByProgramIsSilent()
    {
        QSignalSpy chosen(view_.get(), &ConfusionView::cellChosen);
        view_->choose(9, 9);
        QCOMPARE(view_->spoken(), 9);
        view_->choose(10, 0);
        QCOMPARE(view_->spoken(), -1);
        QCOMPARE(chosen.size(), 0);
    }

    void cellsAreSquareAndInside_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize& size : {QSize(260, 260), QSize(300, 300), QSize(300, 700), QSize(1200, 400)})
            QTest::addRow("%dx%d", size.width(), size.height()) << size;
    }

    void cellsAreSquareAndInside()
    {
        QFETCH(QSize, size);
        ConfusionView view;
        view.setCounts(someCounts(), labelTexts(digitLabels()));
        view.resize(size);
        const QRectF first = view.cellRect(0, 0), last = view.cellRect(9, 9);
        QCOMPARE(first.width(), first.height());
        QVERIFY(first.width() >= 16);
        QVERIFY(first.left() > 0 && first.top() > 0 && last.bottom() <= size.height());
        // The sums stand right of the cells.
        QVERIFY(last.right() + QFontMetricsF(smallNumberFont()).horizontalAdvance(QStringLiteral("1,010")) <= size.width());
    }

    void errorsStandOut()
    {
        const auto colorIn = [this](int spoken, int read) {
            return view_->grab().toImage().pixelColor((view_->cellRect(spoken, read).topLeft() + QPointF(4, 4)).toPoint());
        };
        const QColor right = colorIn(5, 5), error = colorIn(5, 3), nothing = colorIn(5, 4);
        QVERIFY(contrast(right, nothing) > 3);
        QVERIFY(error != nothing);
        QVERIFY(error.red() > error.blue());
        QVERIFY(right.blue() > right.red());
    }

    void numbersAreCountsOrShares()
    {
        QCOMPARE(view_->numbers(), ConfusionView::Numbers::Shares);
        const QImage shares = view_->grab().toImage();
        view_->setNumbers(ConfusionView::Numbers::Counts);
        QVERIFY(view_->grab().toImage() != shares);
    }

    void exportsEveryCell()
    {
        QCOMPARE(view_->figure()->csv().count(u'\n'), 101);
        QVERIFY(view_->figure()->csv().startsWith(QStringLiteral("spoken,read,count,share\n0,0,0,0\n")));
        QVERIFY(view_->figure()->csv().contains(QStringLiteral("\n5,3,12,0.01188119\n")));
    }

    void anyLabels()
    {
        view_->setCounts({{3, 1, 0}, {0, 4, 0}, {0, 2, 2}},
                         {QStringLiteral("apple"), QStringLiteral("a very long name"), QStringLiteral("plum")});
        QCOMPARE(view_->readout(2, 1), QStringLiteral("a spoken plum is read as a very long name: 2 of 4 (50.0\u00a0%)"));
        QCOMPARE(view_->figure()->csv().count(u'\n'), 10);
        QVERIFY(view_->cellRect(2, 2).right() <= view_->width());
        QVERIFY(view_->cellRect(0, 0).width() > 60);
        view_->choose(3, 0);
        QCOMPARE(view_->spoken(), -1);
        view_->choose(0, 0);
        QTest::keyClick(view_.get(), Qt::Key_End);
        QCOMPARE(view_->read(), 2);
        view_->setCounts({{1, 0}, {0, 1}}, {QStringLiteral("yes"), QStringLiteral("no")});  // the chosen cell is none any more
        QCOMPARE(view_->read(), -1);
        QVERIFY(!view_->grab().isNull());
    }

    void withoutCountsItIsEmpty()
    {
        ConfusionCounts broken = noCounts();
        broken[1][1] = -5;
        view_->setCounts(broken, labelTexts(digitLabels()));
        view_->setEmptyText(QStringLiteral("Nothing yet."));
        QCOMPARE(view_->figure()->csv(), QString());
        QCOMPARE(view_->accessibleDescription(), QStringLiteral("Nothing yet."));
        QSignalSpy chosen(view_.get(), &ConfusionView::cellChosen);
        QTest::keyClick(view_.get(), Qt::Key_Down);
        QTest::mouseClick(view_.get(), Qt::LeftButton, {}, view_->cellRect(5, 3).center().toPoint());
        QCOMPARE(chosen.size(), 0);
        QVERIFY(!view_->grab().isNull());
    }

private:
    std::unique_ptr<ConfusionView> view_;
};

QTEST_MAIN(tst_ConfusionView)
#include "tst_confusion_view.moc"
