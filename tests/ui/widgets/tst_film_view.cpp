// Rows of images: where frames are, what mouse and keys choose, that every image and map shows, what is exported.
#include <QSignalSpy>
#include <QTest>

#include "ui/widgets/film_view.h"

using namespace sonoglyph;

namespace {

FilmFrame frame(int grey, int read)
{
    QImage image(28, 28, QImage::Format_Grayscale8);
    image.fill(QColor(grey, grey, grey));
    return {image, read < 0 ? QString() : QString::number(read), 0.75};
}

}  // namespace

class tst_FilmView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        film_ = std::make_unique<FilmView>();
        film_->resize(700, 300);
        film_->setPositions({QStringLiteral("-1"), QStringLiteral("0"), QStringLiteral("1")});
        QImage map(28, 28, QImage::Format_RGB32);
        map.fill(Qt::red);
        film_->setRows({{QStringLiteral("Feature 5"), QStringLiteral("2 nats"), {frame(10, 1), frame(60, 2), frame(110, 3)}, map, false},
                        {QStringLiteral("Feature 9"), {}, {frame(160, 4), frame(210, 5), frame(250, 6)}, {}, false}});
        film_->show();
        QVERIFY(QTest::qWaitForWindowExposed(film_.get()));
    }

    void everyImageIsShownInItsPlace()
    {
        const QImage picture = film_->grab().toImage();
        for (int row = 0; row < 2; ++row)
            for (int column = 0; column < 3; ++column) {
                const QRectF place = film_->frameRect(row, column);
                QCOMPARE(place.width(), place.height());
                QVERIFY(QRectF(film_->rect()).contains(place));
                QCOMPARE(qGray(picture.pixel(place.center().toPoint())), 10 + 50 * (3 * row + column) - (row == 1 && column == 2 ? 10 : 0));
                if (column > 0) QVERIFY(place.left() > film_->frameRect(row, column - 1).right());
            }
        QVERIFY(film_->effectRect(0).left() > film_->frameRect(0, 2).right());
        QCOMPARE(QColor(picture.pixel(film_->effectRect(0).center().toPoint())), QColor(Qt::red));
    }

    void smallPlacesStillFit_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("frames");
        QTest::newRow("many frames") << QSize(500, 200) << 25;
        QTest::newRow("low") << QSize(700, 96) << 9;
        QTest::newRow("large") << QSize(1800, 900) << 3;
    }

    void smallPlacesStillFit()
    {
        QFETCH(QSize, size);
        QFETCH(int, frames);
        film_->resize(size);
        FilmRow row;
        for (int i = 0; i < frames; ++i) row.frames << frame(100, 1);
        film_->setRows({row});
        QVERIFY(QRectF(film_->rect()).adjusted(0, 0, 1, 1).contains(film_->frameRect(0, frames - 1)));
    }

    void waitingImagesStepBack()
    {
        const QPoint middle = film_->frameRect(1, 2).center().toPoint();
        QList<FilmRow> rows = film_->rows();
        const int before = qGray(film_->grab().toImage().pixel(middle));
        rows[1].waiting = true;
        film_->setRows(rows);
        QVERIFY(qGray(film_->grab().toImage().pixel(middle)) != before);
    }

    void aClickChooses()
    {
        QSignalSpy chosen(film_.get(), &FilmView::chosen);
        QTest::mouseClick(film_.get(), Qt::LeftButton, {}, film_->frameRect(1, 2).center().toPoint());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0], (QVariantList{1, 2}));
        QCOMPARE(film_->currentFrame(), QPoint(2, 1));
        QTest::mouseClick(film_.get(), Qt::LeftButton, {}, QPoint(5, 5));
        QCOMPARE(chosen.size(), 1);
        QVERIFY(film_->accessibleDescription().contains(QStringLiteral("Feature 9")));
        QVERIFY(film_->accessibleDescription().contains(u'6'));
    }

    void keysWalk()
    {
        film_->setCurrentFrame({1, 0});
        QSignalSpy chosen(film_.get(), &FilmView::chosen);
        QTest::keyClick(film_.get(), Qt::Key_Right);
        QTest::keyClick(film_.get(), Qt::Key_Right);  // there is none
        QTest::keyClick(film_.get(), Qt::Key_Down);
        QTest::keyClick(film_.get(), Qt::Key_Home);
        QTest::keyClick(film_.get(), Qt::Key_End);
        QCOMPARE(chosen.size(), 4);
        QCOMPARE(film_->currentFrame(), QPoint(2, 1));
    }

    void fewerRowsForgetWhatWasMarked()
    {
        film_->setCurrentFrame({1, 1});
        film_->setRows({film_->rows()[0]});
        QCOMPARE(film_->currentFrame(), QPoint(-1, -1));
        film_->setRows({});
        QTest::keyClick(film_.get(), Qt::Key_Right);
        QVERIFY(film_->figure()->csv().isEmpty());
    }

    void theNumbersAreExported()
    {
        const QString csv = film_->figure()->csv();
        QCOMPARE(csv.count(u'\n'), 7);
        QVERIFY(csv.startsWith(QStringLiteral("row,position,label,probability\n")));
        QVERIFY(csv.contains(QStringLiteral("\nFeature 9,1,6,0.75\n")));
    }

private:
    std::unique_ptr<FilmView> film_;
};

QTEST_MAIN(tst_FilmView)
#include "tst_film_view.moc"
