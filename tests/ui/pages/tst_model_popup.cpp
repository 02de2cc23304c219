// The list of models below a button: searched by words, walked by keys, usable with hundreds of runs.
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

#include "ui/logic/model_catalog.h"
#include "ui/pages/model_popup.h"

using namespace sonoglyph;

namespace {

/// `runs` runs of five models each.
void fill(QStandardItemModel& model, int runs)
{
    for (int run = 0; run < runs; ++run) {
        for (const char* label : {"best, epoch 4", "latest, epoch 9", "epoch 8", "epoch 7", "epoch 6"}) {
            auto* item = new QStandardItem;
            const QString name = QStringLiteral("run %1").arg(run, 3, 10, QLatin1Char('0'));
            item->setData(name, ModelCatalog::GroupRole);
            item->setData(QString::fromLatin1(label), ModelCatalog::LabelRole);
            item->setData(QStringLiteral("%1/%2").arg(name, QString::fromLatin1(label)), ModelCatalog::KeyRole);
            item->setData(QStringLiteral("%1, %2").arg(name, QString::fromLatin1(label)), ModelCatalog::SearchRole);
            model.appendRow(item);
        }
    }
}

}  // namespace

class tst_ModelPopup : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsAmongHundreds()
    {
        QStandardItemModel models;
        fill(models, 400);
        ModelPopup popup(models, false);
        QPushButton button;
        button.show();
        popup.openBelow(button);
        QVERIFY(popup.isVisible());
        QCOMPARE(popup.list().model()->rowCount(), 2000);
        QTest::keyClicks(&popup.search(), QStringLiteral("BEST 123"));
        QCOMPARE(popup.list().model()->rowCount(), 1);
        QSignalSpy chosen(&popup, &ModelPopup::chosen);
        QTest::keyClick(&popup.search(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), QStringLiteral("run 123/best, epoch 4"));
        QVERIFY(!popup.isVisible());
    }

    void keysWalk()
    {
        QStandardItemModel models;
        fill(models, 1);
        ModelPopup popup(models, false);
        QPushButton button;
        button.show();
        popup.openBelow(button);
        QTest::keyClick(&popup.search(), Qt::Key_Down);
        QTest::keyClick(&popup.search(), Qt::Key_Down);
        QTest::keyClick(&popup.search(), Qt::Key_Up);
        QSignalSpy chosen(&popup, &ModelPopup::chosen);
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
        ModelPopup popup(models, false);
        QPushButton button;
        button.show();
        popup.openBelow(button);
        QTest::keyClicks(&popup.search(), QStringLiteral("nothing like it"));
        QCOMPARE(popup.list().model()->rowCount(), 0);
        QSignalSpy chosen(&popup, &ModelPopup::chosen);
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
        ModelPopup popup(models, true);
        QPushButton button;
        button.show();
        popup.openBelow(button);
        connect(&popup, &ModelPopup::chosen, &popup, [&](const QString& key) { popup.setTicked({key}); });
        QTest::mouseClick(popup.list().viewport(), Qt::LeftButton, {}, popup.list().visualRect(popup.list().model()->index(3, 0)).center());
        QVERIFY(popup.isVisible());
        for (int row = 0; row < 10; ++row)
            QCOMPARE(popup.list().model()->index(row, 0).data(Qt::CheckStateRole).toInt(), int(row == 3 ? Qt::Checked : Qt::Unchecked));
    }
};

QTEST_MAIN(tst_ModelPopup)
#include "tst_model_popup.moc"
