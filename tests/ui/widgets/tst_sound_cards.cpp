// The row of cards and the picture of a difference: what they show and what they emit.
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QWheelEvent>

#include "ui/widgets/difference_view.h"
#include "ui/widgets/sound_card_list.h"
#include "ui/widgets/theme.h"

using namespace sonoglyph;

namespace {

enum Role { Starred = Qt::UserRole, Image, Input, Read };
constexpr SoundCardDelegate::Roles roles{Starred, Image, Input, Read};

QImage grey(int side, int value)
{
    QImage image(side, side, QImage::Format_Grayscale8);
    image.fill(value);
    return image;
}

}  // namespace

class tst_SoundCards : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void showsImageAndInput();
    void starIsPressed();
    void nameIsEditedInPlace();
    void stepsAndScrolls();
    void spaceIsLeftToThePage();
    void differenceIsWhiteWhereEqual();

private:
    QRect card(int row) const { return list_->visualRect(model_->index(row, 0)); }

    std::unique_ptr<QStandardItemModel> model_;
    std::unique_ptr<SoundCardList> list_;
};

void tst_SoundCards::init()
{
    applyTheme(ThemeMode::Light);
    list_.reset();
    model_ = std::make_unique<QStandardItemModel>();
    for (int i = 0; i < 30; ++i) {
        auto* item = new QStandardItem(QStringLiteral("word %1").arg(i));
        item->setData(i == 1, Starred);
        item->setData(grey(28, 255), Image);
        item->setData(i == 2 ? QImage() : grey(48, 255), Input);
        item->setData(QString::number(i % 10), Read);
        model_->appendRow(item);
    }
    list_ = std::make_unique<SoundCardList>(roles);
    list_->setModel(model_.get());
    list_->resize(600, list_->minimumSizeHint().height());
    list_->show();
    QVERIFY(QTest::qWaitForWindowExposed(list_.get()));
}

void tst_SoundCards::showsImageAndInput()
{
    QVERIFY(list_->minimumSizeHint().height() <= 100);
    const QImage picture = list_->viewport()->grab().toImage();
    const QPoint corner = card(0).topLeft();
    QCOMPARE(picture.pixelColor(corner + QPoint(20, 40)), QColor(Qt::white));          // the image
    QCOMPARE(picture.pixelColor(corner + QPoint(80, 40)), QColor::fromRgb(0xfcfdbf));  // the end of magma
    QCOMPARE(picture.pixelColor(card(2).topLeft() + QPoint(80, 40)), colors().mat);    // not read yet
}

void tst_SoundCards::starIsPressed()
{
    QTest::mouseClick(list_->viewport(), Qt::LeftButton, {}, SoundCardDelegate::starRect(card(0)).center());
    QVERIFY(model_->item(0)->data(Starred).toBool());
    QVERIFY(list_->selectionModel()->selectedIndexes().isEmpty());
    QTest::mouseClick(list_->viewport(), Qt::LeftButton, {}, SoundCardDelegate::starRect(card(1)).center());
    QVERIFY(!model_->item(1)->data(Starred).toBool());
}

void tst_SoundCards::nameIsEditedInPlace()
{
    list_->setCurrentIndex(model_->index(0, 0));
    list_->edit(model_->index(0, 0));
    auto* editor = list_->findChild<QLineEdit*>();
    QVERIFY(editor && editor->isVisible());
    QCOMPARE(editor->text(), QStringLiteral("word 0"));
    QVERIFY(card(0).adjusted(-1, -1, 1, 1).contains(editor->geometry()));
    editor->setText(QStringLiteral("seven"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(model_->item(0)->text(), QStringLiteral("seven"));
}

void tst_SoundCards::stepsAndScrolls()
{
    QSignalSpy stepped(list_.get(), &SoundCardList::steppedTo);
    list_->setCurrentIndex(model_->index(0, 0));
    QCOMPARE(stepped.size(), 0);
    QTest::keyClick(list_.get(), Qt::Key_Right);
    QCOMPARE(stepped.size(), 1);
    QCOMPARE(stepped[0][0].toModelIndex().row(), 1);
    QTest::keyClick(list_.get(), Qt::Key_End);
    QCOMPARE(stepped[1][0].toModelIndex().row(), 29);
    QVERIFY(list_->viewport()->rect().contains(card(29).center()));

    const int before = list_->horizontalScrollBar()->value();
    QWheelEvent wheel({10, 10}, list_->mapToGlobal(QPoint(10, 10)), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(list_->viewport(), &wheel);
    QVERIFY(list_->horizontalScrollBar()->value() < before);
}

void tst_SoundCards::spaceIsLeftToThePage()
{
    QKeyEvent space(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "));
    QCoreApplication::sendEvent(list_.get(), &space);
    QVERIFY(!space.isAccepted());
}

void tst_SoundCards::differenceIsWhiteWhereEqual()
{
    DifferenceView view;
    view.resize(90, 30);
    view.setValues(3, 1, std::vector<float>{-1, 0, 1});
    QVERIFY(!view.empty());
    const QImage picture = view.grab().toImage();
    QVERIFY(picture.pixelColor(15, 15).blue() > picture.pixelColor(15, 15).red());
    QCOMPARE(picture.pixelColor(45, 15), QColor(Qt::white));
    QVERIFY(picture.pixelColor(75, 15).red() > picture.pixelColor(75, 15).blue());
    QCOMPARE(view.figure()->csv(), QStringLiteral("row,column,difference\n0,0,-1.0000\n0,1,0.0000\n0,2,1.0000\n"));
    QSignalSpy hovered(&view, &DifferenceView::hovered);
    QMouseEvent move(QEvent::MouseMove, QPointF(75, 15), view.mapToGlobal(QPointF(75, 15)), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&view, &move);
    QCOMPARE(hovered.size(), 1);
    QVERIFY(hovered.back()[0].toString().contains(QStringLiteral("+1.00")));
    view.setValues(3, 2, std::vector<float>{1});
    QVERIFY(view.empty());
    QVERIFY(view.figure()->csv().isEmpty());
}

QTEST_MAIN(tst_SoundCards)
#include "tst_sound_cards.moc"
