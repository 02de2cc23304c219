// The list of models below a button: searched by words, walked by keys, usable with hundreds of runs.
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

#include "ui/logic/choice_role.h"
#include "ui/pages/choice_popup.h"

using namespace sonoglyph;

namespace {

/// `runs` runs of five models each.
void fill(QStandardItemModel& model, int runs)
{
    for (int run = 0; run < runs; ++run) {
        for (const char* label : {"best, epoch 4", "latest, epoch 9", "epoch 8", "epoch 7", "epoch 6"}) {
            auto* item = new QStandardItem;
            const QString name = QStringLiteral("run %1").arg(run, 3, 10, QLatin1Char('0'));
            item->setData(name, ChoiceRole::Group);
            item->setData(QString::fromLatin1(label), ChoiceRole::Label);
            item->setData(QStringLiteral("%1/%2").arg(name, QString::fromLatin1(label)), ChoiceRole::Key);
            item->setData(QStringLiteral("%1, %2").arg(name, QString::fromLatin1(label)), ChoiceRole::Search);
            model.appendRow(item);
        }
    }
}

}  // namespace

class tst_ChoicePopup : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsAmongHundreds()
    {
        QStandardItemModel models;
        fill(models, 400);
        ChoicePopup popup(models, false, ChoicePopup::modelWords());
        QPushButton button;
        button.show();
        popup.openBelow(button);
        QVERIFY(popup.isVisible());
        QCOMPARE(popup.list().model()->rowCount(), 2000);
        QTest::keyClicks(&popup.search(), QStringLiteral("BEST 123"));
        QCOMPARE(popup.list().model()->rowCount(), 1);
        QSignalSpy chosen(&popup, &ChoicePopup::chosen);
        QTest::keyClick(&popup.search(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), QStringLiteral("run 123/best, epoch 4"));
        QVERIFY(!popup.isVisible());
    }

    void keysWalk()
    {
        QStandardItemModel models;
        fill(models, 1);
        ChoicePopup popup(models, false, ChoicePopup::modelWords());
        QPushButton button;
        button.show();
        popup.openBelow(button);
        QTest::keyClick(&popup.search(), Qt::Key_Down);
        QTest::keyClick(&popup.search(), Qt::Key_Down);
        QTest::keyClick(&popup.search(), Qt::Key_Up);
        QSignalSpy chosen(&popup, &ChoicePopup::chosen);
        QTest::keyClick(&popup.search(), Qt::Key_Return);
        QCOMPARE(chosen[0][0].toString(), QStringLiteral("run 000/latest, epoch 9"));
        popup.openBelow(button);
        QTest::keyClick(&popup.search(), Qt::Key_Escape);
        QVERIFY(!popup.isVisible());
    }

    void nothingFound()
    {
        QStandardItemModel models;
        fill(models, 1);
        ChoicePopup popup(models, false, ChoicePopup::modelWords());
        QPushButton button;
        button.show();
        popup.openBelow(button);
        QTest::keyClicks(&popup.search(), QStringLiteral("nothing like it"));
        QCOMPARE(popup.list().model()->rowCount(), 0);
        QSignalSpy chosen(&popup, &ChoicePopup::chosen);
        QTest::keyClick(&popup.search(), Qt::Key_Return);
        QTest::keyClick(&popup.search(), Qt::Key_Down);
        QCOMPARE(chosen.size(), 0);
        // The next time all are there again.
        popup.close();
        popup.openBelow(button);
        QCOMPARE(popup.list().model()->rowCount(), 5);
    }

    void severalStayOpenAndAreTicked()
    {
        QStandardItemModel models;
        fill(models, 2);
        ChoicePopup popup(models, true, ChoicePopup::modelWords());
        QPushButton button;
        button.show();
        popup.openBelow(button);
        connect(&popup, &ChoicePopup::chosen, &popup, [&](const QString& key) { popup.setTicked({key}); });
        QTest::mouseClick(popup.list().viewport(), Qt::LeftButton, {}, popup.list().visualRect(popup.list().model()->index(3, 0)).center());
        QVERIFY(popup.isVisible());
        for (int row = 0; row < 10; ++row)
            QCOMPARE(popup.list().model()->index(row, 0).data(Qt::CheckStateRole).toInt(), int(row == 3 ? Qt::Checked : Qt::Unchecked));
    }
};

QTEST_MAIN(tst_ChoicePopup)
#include "tst_choice_popup.moc"
