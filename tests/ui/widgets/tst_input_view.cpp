// The network input under the brush and under the map of effects, and the image of which a part is marked.
#include <QSignalSpy>
#include <QtTest>

#include <algorithm>

#include "ui/widgets/input_view.h"
#include "ui/widgets/stroke_view.h"
#include "ui/widgets/theme.h"

using namespace sonoglyph;

namespace {

Spectrogram bright() { return {48, 48, std::vector<float>(48 * 48, 1.0f)}; }

/// 28 x 28, black but for an upright stroke in column 14.
QImage upright()
{
    QImage image(28, 28, QImage::Format_Grayscale8);
    image.fill(0);
    for (int y = 4; y < 24; ++y) image.scanLine(y)[14] = 255;
    return image;
}

void drag(QWidget& widget, QPoint from, QPoint to)
{
    QTest::mousePress(&widget, Qt::LeftButton, {}, from);
    for (const QPoint at : {(from + to) / 2, to}) {
        QMouseEvent event(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(&widget, &event);
    }
    QTest::mouseRelease(&widget, Qt::LeftButton, {}, to);
}

int selected(const PixelMask& mask) { return int(std::count(mask.begin(), mask.end(), 1)); }

}  // namespace

class tst_InputView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeMode::Light); }
    void init()
    {
        view_ = std::make_unique<InputView>();
        view_->setParams({}, 8000);
        view_->setColorMap(ColorMap::Grey);
        view_->setSpectrogram(bright(), 0.5);
        view_->resize(192, 192);  // four pixels a cell
        view_->show();
        QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
        strokes_.clear();
        connect(view_.get(), &InputView::stroked, this,
                [this](Brush brush, const CellRect& cells) { strokes_ << std::pair(brush, cells); });
    }
    void cleanup() { view_.reset(); }

    void brushStrokes_data()
    {
        QTest::addColumn<QPoint>("from");
        QTest::addColumn<QPoint>("to");
        QTest::addColumn<QList<int>>("rect");  // band, frame, bands, frames
        QTest::newRow("down and right") << QPoint(42, 42) << QPoint(62, 82) << QList<int>{27, 10, 11, 6};
        QTest::newRow("up and left") << QPoint(62, 82) << QPoint(42, 42) << QList<int>{27, 10, 11, 6};
        QTest::newRow("out of the view") << QPoint(182, 10) << QPoint(900, -300) << QList<int>{45, 45, 3, 3};
        QTest::newRow("a click") << QPoint(2, 190) << QPoint(2, 190) << QList<int>{0, 0, 1, 1};
    }
    void brushStrokes()
    {
        QFETCH(QPoint, from);
        QFETCH(QPoint, to);
        QFETCH(QList<int>, rect);
        QSignalSpy ended(view_.get(), &InputView::strokeEnded);
        drag(*view_, from, to);
        QVERIFY(strokes_.isEmpty());
        for (const Brush brush : {Brush::Erase, Brush::Keep}) {
            strokes_.clear();
            view_->setBrush(brush);
            drag(*view_, from, to);
            QVERIFY(strokes_.size() >= 3);
            QVERIFY(strokes_.last().first == brush);
            QCOMPARE(strokes_.last().second, (CellRect{rect[0], rect[1], rect[2], rect[3]}));
        }
        QCOMPARE(ended.size(), 2);
        view_->setBrush(std::nullopt);
        drag(*view_, from, to);
        QCOMPARE(ended.size(), 2);
    }

    void brushByKeyboard()
    {
        QSignalSpy ended(view_.get(), &InputView::strokeEnded);
        QTest::keyClick(view_.get(), Qt::Key_Return);
        QVERIFY(strokes_.isEmpty());
        view_->setBrush(Brush::Erase);
        QTest::keyClick(view_.get(), Qt::Key_Right);  // takes it up in the middle
        QTest::keyClick(view_.get(), Qt::Key_Right);
        QTest::keyClick(view_.get(), Qt::Key_Up, Qt::ShiftModifier);
        QTest::keyClick(view_.get(), Qt::Key_Left, Qt::ShiftModifier);
        QTest::keyClick(view_.get(), Qt::Key_Return);
        QCOMPARE(ended.size(), 1);
        QCOMPARE(strokes_.last().second, (CellRect{24, 24, 2, 2}));
    }

    void nothingIsBrushedWhereNothingIs()
    {
        view_->clear();
        view_->setBrush(Brush::Erase);
        drag(*view_, {20, 20}, {60, 60});
        QTest::keyClick(view_.get(), Qt::Key_Right);
        QTest::keyClick(view_.get(), Qt::Key_Return);
        QVERIFY(strokes_.isEmpty());
    }

    void effectsLieOverTheInput()
    {
        view_->setColorMap(ColorMap::Magma);
        EffectMap map{48, std::vector<float>(48 * 48), Effect::Loss, 0.25f};
        map.cells[0] = 0.25f;              // lowest, leftmost
        map.cells[47 * 48 + 47] = -0.25f;  // highest, rightmost
        view_->setEffects(map);
        const QImage image = view_->grab().toImage();
        const QColor loss = image.pixelColor(2, 190), gain = image.pixelColor(190, 2), none = image.pixelColor(100, 100);
        QVERIFY(loss.red() > loss.blue() + 100);
        QVERIFY(gain.blue() > gain.red() + 50);
        QCOMPARE(none.red(), none.blue());  // grey
        QCOMPARE(read({2, 190}).section(QStringLiteral("   "), -1), QStringLiteral("hidden: brightness −0.250"));
        QCOMPARE(read({190, 2}).section(QStringLiteral("   "), -1), QStringLiteral("hidden: brightness +0.250"));
        map.effect = Effect::Change;
        view_->setEffects(map);
        QVERIFY(read({2, 190}).endsWith(QStringLiteral("hidden: image changes by 0.250")));
        QVERIFY(view_->figure()->csv().contains(QStringLiteral("0,0,0.25000\n")));
        view_->setEffects(std::nullopt);
        QVERIFY(!view_->figure()->csv().contains(QStringLiteral("effect")));
        QVERIFY(view_->grab().toImage().pixelColor(2, 190) == view_->grab().toImage().pixelColor(100, 100));
    }

    void faintEffectsStayFaint()
    {
        EffectMap map{48, std::vector<float>(48 * 48, 1e-5f), Effect::Change, 1e-5f};
        view_->setEffects(map);
        const QColor color = view_->grab().toImage().pixelColor(100, 100);
        QVERIFY(color.red() - color.blue() < 5);
        map.size = 32;  // of another input
        view_->setEffects(map);
        QVERIFY(!view_->grab().isNull());
        QVERIFY(!read({100, 100}).contains(QStringLiteral("hidden")));
    }

    void figureShowsTheEffects()
    {
        EffectMap map{48, std::vector<float>(48 * 48, 0.5f), Effect::Change, 0.5f};
        view_->setEffects(map);
        QImage paper(200, 200, QImage::Format_RGB32);
        QPainter painter(&paper);
        view_->figure()->paint(painter, QRectF(0, 0, 200, 200), printColors());
        painter.end();
        const QColor color = paper.pixelColor(100, 100);
        QVERIFY(color.red() > color.blue() + 100);
    }

    void partsOfTheImageAreMarked()
    {
        StrokeView image;
        image.setImage(upright());
        image.resize(28 * 8 + 60, 28 * 8 + 60);
        image.show();
        QVERIFY(QTest::qWaitForWindowExposed(&image));
        QSignalSpy marked(&image, &StrokeView::selected), clicked(&image, &DigitView::clicked);
        const QPoint middle = image.rect().center() + QPoint(3, 0);  // in column 14
        QTest::mouseClick(&image, Qt::LeftButton, {}, middle);
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(marked.size(), 0);

        image.setSelecting(true);
        QTest::mouseClick(&image, Qt::LeftButton, {}, middle);
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(marked.size(), 1);
        QCOMPARE(selected(image.selection()), 11);
        const QImage outlined = image.grab().toImage();
        image.setSelection({});
        QVERIFY(image.grab().toImage() != outlined);

        marked.clear();
        drag(image, middle - QPoint(20, 20), middle + QPoint(20, 20));
        QVERIFY(!marked.isEmpty());
        const int box = selected(image.selection());
        QVERIFY2(box >= 25 && box <= 64, qPrintable(QString::number(box)));
        QTest::keyClick(&image, Qt::Key_Escape);
        QVERIFY(image.selection().empty());
        QVERIFY(marked.last()[0].value<PixelMask>().empty());
        QTest::mouseClick(&image, Qt::LeftButton, {}, middle);
        QTest::mouseDClick(&image, Qt::LeftButton, {}, middle);
        image.setSelecting(false);
        QVERIFY(image.selection().empty());
        QTest::mouseClick(&image, Qt::LeftButton, {}, middle);
        QCOMPARE(clicked.size(), 2);
    }

    void theNoteIsRead()
    {
        StrokeView image;
        image.setImage(upright());
        image.resize(300, 300);
        const QImage before = image.grab().toImage();
        image.setNote(QStringLiteral("Image of the edited input"));
        QVERIFY(image.grab().toImage() != before);
        QVERIFY(image.accessibleDescription().contains(QStringLiteral("edited")));
        image.setNote({});
        QVERIFY(image.grab().toImage() == before);
    }

private:
    QString read(QPointF at)
    {
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(view_.get(), &leave);
        QSignalSpy hovered(view_.get(), &SpectrogramView::hovered);
        QMouseEvent event(QEvent::MouseMove, at, view_->mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(view_.get(), &event);
        return hovered.isEmpty() ? QString() : hovered.last()[0].toString();
    }

    std::unique_ptr<InputView> view_;
    QList<std::pair<Brush, CellRect>> strokes_;
};

QTEST_MAIN(tst_InputView)
#include "tst_input_view.moc"
