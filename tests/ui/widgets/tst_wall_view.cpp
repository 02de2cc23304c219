// The alpha wall as a picture: where cells are, what mouse and keyboard ask for, that every image shows, and what is exported.
#include <QApplication>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

#include "ui/widgets/wall_view.h"

using namespace sonoglyph;

namespace {

QImage grey(int value)
{
    QImage image(28, 28, QImage::Format_Grayscale8);
    image.fill(QColor(value, value, value));
    return image;
}

WallHead head(const QString& title)
{
    WallHead h;
    h.title = title;
    return h;
}

WallCell cell(const QList<QImage>& images, int read, double sure)
{
    WallCell c;
    c.images = images;
    c.read = read < 0 ? QString() : QString::number(read);
    c.sure = sure;
    return c;
}

}  // namespace

class tst_WallView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        wall_ = std::make_unique<WallView>();
        wall_->resize(700, 500);
        wall_->setHeads({head(QStringLiteral("3")), head(QStringLiteral("7"))},
                        {head(QStringLiteral("a")), head(QStringLiteral("b")), head(QStringLiteral("c"))});
        for (int row = 0; row < 2; ++row)
            for (int column = 0; column < 3; ++column) wall_->setCell(row, column, cell({grey(40 * (3 * row + column))}, row, 0.5));
        wall_->show();
        QVERIFY(QTest::qWaitForWindowExposed(wall_.get()));
    }

    void cellsAreSquareAndApart()
    {
        for (int row = 0; row < 2; ++row)
            for (int column = 0; column < 3; ++column) {
                const QRectF place = wall_->cellRect(row, column);
                QCOMPARE(place.width(), place.height());
                QVERIFY(QRectF(wall_->rect()).contains(place));
                if (column > 0) QVERIFY(place.left() > wall_->cellRect(row, column - 1).right());
                if (row > 0) QVERIFY(place.top() > wall_->cellRect(row - 1, column).bottom());
            }
    }

    void everyImageIsShown()
    {
        const QImage picture = wall_->grab().toImage();
        for (int row = 0; row < 2; ++row)
            for (int column = 0; column < 3; ++column)
                QCOMPARE(qGray(picture.pixel(wall_->cellRect(row, column).center().toPoint())), 40 * (3 * row + column));
    }

    void aDraggedHeadingMovesItsColumn_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("over");
        QTest::addColumn<bool>("right");  // half of the heading that it is let go over
        QTest::addColumn<int>("to");      // -1: stays
        QTest::newRow("to the end") << 0 << 2 << true << 2;
        QTest::newRow("to the right") << 0 << 1 << true << 1;
        QTest::newRow("to the left") << 2 << 0 << false << 0;
        QTest::newRow("before its neighbour") << 0 << 1 << false << -1;
        QTest::newRow("after its neighbour") << 2 << 1 << true << -1;
    }

    void aDraggedHeadingMovesItsColumn()
    {
        QFETCH(int, from);
        QFETCH(int, over);
        QFETCH(bool, right);
        QFETCH(int, to);
        QSignalSpy moved(wall_.get(), &WallView::columnMoved), chosen(wall_.get(), &WallView::columnChosen);
        const QRectF target = wall_->columnHeadRect(over);
        drag(wall_->columnHeadRect(from).center().toPoint(), QPointF(target.center() + QPointF((right ? 1 : -1) * target.width() / 3, 0)));
        release();
        QCOMPARE(moved.size(), to >= 0 ? 1 : 0);
        if (to >= 0) QCOMPARE(moved[0], (QVariantList{from, to}));
        QCOMPARE(chosen.size(), 0);
    }

    void aDragCanBeGivenUp()
    {
        QSignalSpy moved(wall_.get(), &WallView::columnMoved), chosen(wall_.get(), &WallView::columnChosen);
        drag(wall_->columnHeadRect(0).center().toPoint(), wall_->columnHeadRect(2).center());
        QTest::keyClick(wall_.get(), Qt::Key_Escape);
        release();
        // A hand that shakes while it clicks does not drag.
        const QPoint head = wall_->columnHeadRect(1).center().toPoint();
        drag(head, head + QPoint(1, 0));
        release();
        QCOMPARE(moved.size(), 0);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toInt(), 1);
    }

    void samplesShareACell_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("side");
        QTest::newRow("four") << 4 << 2;
        QTest::newRow("five") << 5 << 3;
        QTest::newRow("sixteen") << 16 << 4;
    }

    void samplesShareACell()
    {
        QFETCH(int, count);
        QFETCH(int, side);
        QList<QImage> images;
        for (int i = 0; i < count; ++i) images << grey(100 + 8 * i);
        wall_->setCell(0, 0, cell(images, -1, 0));
        const QImage picture = wall_->grab().toImage();
        const QRectF place = wall_->cellRect(0, 0);
        for (int i = 0; i < count; ++i) {
            const QPointF at = place.topLeft() + QPointF((i % side + 0.5) * place.width() / side, (i / side + 0.5) * place.height() / side);
            QCOMPARE(qGray(picture.pixel(at.toPoint())), 100 + 8 * i);
        }
    }

    void theMouseLooksPinsAndPlays()
    {
        QSignalSpy looked(wall_.get(), &WallView::looked), columns(wall_.get(), &WallView::columnChosen),
            rows(wall_.get(), &WallView::rowChosen);
        QTest::mouseMove(wall_.get(), wall_->cellRect(1, 2).center().toPoint());
        QCOMPARE(looked.last()[0].toPoint(), QPoint(2, 1));
        QTest::mouseClick(wall_.get(), Qt::LeftButton, {}, wall_->cellRect(1, 2).center().toPoint());
        QCOMPARE(wall_->currentCell(), QPoint(2, 1));
        QTest::mouseClick(wall_.get(), Qt::LeftButton, {}, wall_->columnHeadRect(1).center().toPoint());
        QCOMPARE(columns.size(), 1);
        QCOMPARE(columns[0][0].toInt(), 1);
        QTest::mouseClick(wall_.get(), Qt::LeftButton, {}, wall_->rowHeadRect(1).center().toPoint());
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0][0].toInt(), 1);
        QTest::mouseMove(wall_.get(), {1, 1});
        QCOMPARE(looked.last()[0].toPoint(), QPoint(-1, -1));
    }

    void theKeyboardWalks()
    {
        QSignalSpy columns(wall_.get(), &WallView::columnChosen), rows(wall_.get(), &WallView::rowChosen);
        QTest::keyClick(wall_.get(), Qt::Key_Return);  // nothing is marked
        QCOMPARE(columns.size(), 0);
        QTest::keyClick(wall_.get(), Qt::Key_Right);
        QCOMPARE(wall_->currentCell(), QPoint(0, 0));
        QTest::keyClick(wall_.get(), Qt::Key_Right);
        QTest::keyClick(wall_.get(), Qt::Key_Down);
        QTest::keyClick(wall_.get(), Qt::Key_Down);  // stays at the edge
        QCOMPARE(wall_->currentCell(), QPoint(1, 1));
        QVERIFY(wall_->accessibleDescription().contains(QStringLiteral("LeNet-5 reads 1")));
        QTest::keyClick(wall_.get(), Qt::Key_Return);
        QCOMPARE(columns.last()[0].toInt(), 1);
        QTest::keyClick(wall_.get(), Qt::Key_Space);
        QCOMPARE(rows.last()[0].toInt(), 1);
    }

    void otherHeadsKeepNoWrongImage()
    {
        wall_->setCurrentCell({2, 1});
        wall_->setHeads({head(QStringLiteral("3"))}, {head(QStringLiteral("a"))});
        QCOMPARE(wall_->currentCell(), QPoint(-1, -1));
        QVERIFY(wall_->cell(0, 0).images.isEmpty());
        wall_->setHeads({}, {});
        wall_->setEmptyText(QStringLiteral("Nothing yet."));
        QCOMPARE(wall_->accessibleDescription(), QStringLiteral("Nothing yet."));
        QVERIFY(wall_->figure()->csv().isEmpty());
    }

    void theNumbersAreExported()
    {
        const QStringList lines = wall_->figure()->csv().trimmed().split(u'\n');
        QCOMPARE(lines.size(), 7);
        QCOMPARE(lines[0], QStringLiteral("sound,model,label,probability"));
        QCOMPARE(lines[6], QStringLiteral("7,c,1,0.5"));
    }

private:
    void drag(QPoint from, QPointF to)
    {
        QTest::mousePress(wall_.get(), Qt::LeftButton, {}, from);
        QMouseEvent move(QEvent::MouseMove, to, wall_->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(wall_.get(), &move);
        at_ = to.toPoint();
    }
    void release() { QTest::mouseRelease(wall_.get(), Qt::LeftButton, {}, at_); }

    QPoint at_;
    std::unique_ptr<WallView> wall_;
};

QTEST_MAIN(tst_WallView)
#include "tst_wall_view.moc"
