// The posterior's pictures, the row of models and what stands beside them: everything has its place at every size, clicks and keys choose.
#include <QAbstractButton>
#include <QDoubleSpinBox>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

#include "ui/widgets/color_map.h"
#include "ui/widgets/fine_slider.h"
#include "ui/widgets/model_strip.h"
#include "ui/widgets/posterior_view.h"
#include "ui/widgets/segments.h"

using namespace sonoglyph;

namespace {

ByteImage filled(int value)
{
    const auto pixels = std::make_shared<std::vector<std::uint8_t>>(28 * 28, std::uint8_t(value));
    return {28, 28, {pixels, pixels->data()}};
}

/// Draw i is filled with 10 i and read as a 7, every fifth as a 1.
PosteriorPicture cloud(int draws = 16)
{
    PosteriorPicture picture;
    picture.mean = filled(200);
    picture.width = picture.height = 28;
    picture.deviation.assign(784, 0.25F);
    for (int i = 0; i < draws; ++i) {
        Drawing draw;
        draw.image = filled(10 * i);
        draw.reading.probabilities.resize(10);
        draw.reading.probabilities[i % 5 == 0 ? 1 : 7] = 0.9F;
        picture.draws.push_back(draw);
    }
    picture.spread = 1;
    return picture;
}

QPoint middle(const QRectF& rect) { return rect.center().toPoint(); }

QImage grey(int value)
{
    QImage image(28, 28, QImage::Format_Grayscale8);
    image.fill(value);
    return image;
}

}  // namespace

class tst_PosteriorView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyPictureHasItsPlace_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("least") << QSize(240, 120);
        QTest::newRow("at 1024 x 700") << QSize(360, 160);
        QTest::newRow("wide") << QSize(900, 160);
        QTest::newRow("at 1920 x 1080") << QSize(640, 300);
        QTest::newRow("tall") << QSize(300, 500);
    }

    void everyPictureHasItsPlace()
    {
        QFETCH(QSize, size);
        PosteriorView view;
        view.resize(size);
        view.setPicture(cloud());
        QList<QRectF> all{view.meanRect(), view.deviationRect()};
        for (int i = 0; i < 16; ++i) all << view.drawRect(i);
        for (int i = 0; i < all.size(); ++i) {
            QVERIFY2(QRectF(view.rect()).contains(all[i]), qPrintable(QString::number(i)));
            QCOMPARE(all[i].width(), all[i].height());
            QVERIFY(all[i].width() >= 16);
            for (int j = i + 1; j < all.size(); ++j) QVERIFY(!all[i].intersects(all[j]));
        }
        QVERIFY(all[0].width() >= all[2].width());
        const QImage shot = view.grab().toImage();
        QCOMPARE(shot.pixelColor(middle(view.meanRect())).red(), 200);
        QCOMPARE(shot.pixelColor(middle(view.deviationRect())).rgb(), colorAt(ColorMap::Magma, 0.5F));
        QCOMPARE(shot.pixelColor(middle(view.drawRect(7))).red(), 70);
    }

    void aClickShowsADrawAndAnotherTheMean()
    {
        PosteriorView view;
        view.resize(400, 180);
        view.setPicture(cloud());
        QSignalSpy chosen(&view, &PosteriorView::chosen);
        QTest::mouseClick(&view, Qt::LeftButton, {}, middle(view.drawRect(5)));
        QCOMPARE(view.current(), 5);
        view.setPicture(cloud());  // the sound goes on: the same draw stays
        QCOMPARE(view.current(), 5);
        QTest::mouseClick(&view, Qt::LeftButton, {}, middle(view.drawRect(5)));
        QCOMPARE(view.current(), -1);
        QTest::mouseClick(&view, Qt::LeftButton, {}, middle(view.drawRect(2)));
        QTest::mouseClick(&view, Qt::LeftButton, {}, middle(view.meanRect()));
        QCOMPARE(view.current(), -1);
        QTest::mouseClick(&view, Qt::LeftButton, {}, middle(view.deviationRect()));
        QCOMPARE(chosen.size(), 4);
        QCOMPARE(chosen[0][0].toInt(), 5);
        QCOMPARE(chosen[3][0].toInt(), -1);
    }

    void keysWalkThroughTheDraws()
    {
        PosteriorView view;
        view.resize(400, 180);
        view.setPicture(cloud());
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.current(), -1);
        for (int i = 0; i < 3; ++i) QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.current(), 2);
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.current(), -1);
        for (int i = 0; i < 30; ++i) QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.current(), 15);
        view.clear();
        QCOMPARE(view.current(), -1);
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.current(), -1);
    }

    void readsOut()
    {
        PosteriorView view;
        view.resize(400, 180);
        view.setPicture(cloud());
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QSignalSpy hovered(&view, &PosteriorView::hovered);
        QTest::mouseMove(&view, middle(view.drawRect(5)));
        QVERIFY(hovered.last()[0].toString().contains(QStringLiteral("Draw 6 of 16")));
        QVERIFY(hovered.last()[0].toString().contains(QStringLiteral("reads 1")));
        QTest::mouseMove(&view, middle(view.deviationRect()));
        QVERIFY(hovered.last()[0].toString().contains(QStringLiteral("0.250")));
        QVERIFY(view.accessibleDescription().contains(QStringLiteral("12 of 16 read as 7")));
    }

    void segmentsSwitch()
    {
        Segments segments({QStringLiteral("one"), QStringLiteral("two")}, {QStringLiteral("1"), QStringLiteral("2")});
        QSignalSpy changed(&segments, &Segments::currentChanged);
        QCOMPARE(segments.current(), 0);
        segments.findChildren<QAbstractButton*>()[1]->click();
        QCOMPARE(segments.current(), 1);
        segments.setCurrent(7);
        QCOMPARE(segments.current(), 1);
        segments.setCurrent(0);
        QCOMPARE(changed.size(), 2);
    }

    void theSliderIsFineWithShiftAndCanBeTyped()
    {
        FineSlider slider(0, 3, 1);
        auto* track = slider.findChild<QSlider*>();
        auto* field = slider.findChild<QDoubleSpinBox*>();
        QCOMPARE(slider.value(), 1.0);
        QSignalSpy changed(&slider, &FineSlider::valueChanged);
        QTest::keyClick(track, Qt::Key_Right);
        QCOMPARE(slider.value(), 1.1);
        QTest::keyClick(track, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(slider.value(), 1.09);
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("2.5"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(track->value(), 250);
        slider.setValue(99);
        QCOMPARE(slider.value(), 3.0);
        QTest::mouseDClick(track, Qt::LeftButton);
        QCOMPARE(slider.value(), 1.0);
        QCOMPARE(changed.size(), 5);
        QCOMPARE(changed.last()[0].toDouble(), 1.0);
    }

    void theRowOfModels()
    {
        ModelStrip strip;
        strip.setCells({{QStringLiteral("built in"), grey(90), QStringLiteral("7"), 0.98, {}},
                        {QStringLiteral("first, epoch 7"), {}, {}, 0, {}},
                        {QStringLiteral("broken"), {}, {}, 0, QStringLiteral("It is damaged.")}});
        strip.resize(strip.minimumSizeHint().expandedTo({360, 150}));
        strip.setCurrent(1);
        for (int i = 0; i < 3; ++i) QVERIFY(strip.rect().contains(strip.imageRect(i).toAlignedRect()));
        QCOMPARE(strip.grab().toImage().pixelColor(middle(strip.imageRect(0))).red(), 90);
        QSignalSpy chosen(&strip, &ModelStrip::chosen);
        QTest::mouseClick(&strip, Qt::LeftButton, {}, middle(strip.imageRect(2)));
        QTest::keyClick(&strip, Qt::Key_Left);
        QTest::keyClick(&strip, Qt::Key_Left);
        QTest::keyClick(&strip, Qt::Key_Return);
        QCOMPARE(chosen.size(), 2);
        QCOMPARE(chosen[0][0].toInt(), 2);
        QCOMPARE(chosen[1][0].toInt(), 0);
        QVERIFY(strip.accessibleDescription().contains(QStringLiteral("built in reads 7")));
        const int narrow = strip.minimumSizeHint().width();
        strip.setCells({});
        QVERIFY(strip.minimumSizeHint().width() < narrow);
        QCOMPARE(strip.current(), -1);
    }
};

QTEST_MAIN(tst_PosteriorView)
#include "tst_posterior_view.moc"
