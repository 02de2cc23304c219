#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/logic/fake_engine.h"
#include "ui/logic/decoder_controller.h"
#include "ui/logic/settings.h"
#include "ui/logic/text.h"
#include "ui/pages/latent_page.h"
#include "ui/widgets/digit_view.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/latent_panel.h"
#include "ui/widgets/reading_bars.h"

using namespace sonoglyph;

class tst_LatentPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void emptyBeforeASound();
    void imageFollowsTheSlider();
    void zeroSwitch();
    void zeroesAtRandom();
    void resetAndUndo();
    void anotherSound();
    void anotherModel();
    void everyControlHasAName();

private:
    void hear(float digit = 7)
    {
        Drawing drawing = fakeDrawing({0.5f, digit, 1, -1});
        drawing.code = {drawing.z, std::vector<float>(4, 0.0f)};
        auto sound = std::make_shared<HeardSound>();
        sound->name = QStringLiteral("said.wav");
        decoder_->story().setSound(sound);
        decoder_->story().setDrawing(drawing);
    }
    template <class T>
    T* widget() const
    {
        return page_->findChild<T*>();
    }
    QAction* action(const QString& text) const
    {
        for (QAction* action : page_->commands())
            if (action->text() == text) return action;
        return nullptr;
    }

    QTemporaryDir folder_;
    FakeEngine engine_;
    std::unique_ptr<Settings> settings_;
    std::unique_ptr<DecoderController> decoder_;
    std::unique_ptr<LatentPage> page_;
};

void tst_LatentPage::init()
{
    page_.reset();
    settings_ = std::make_unique<Settings>(folder_.filePath(QStringLiteral("settings")));
    decoder_ = std::make_unique<DecoderController>(nullptr, settings_.get());
    decoder_->useEngine(engine_);
    QTRY_COMPARE(decoder_->state(), DecoderController::State::Ready);
    AppContext context;
    context.settings = settings_.get();
    context.decoder = decoder_.get();
    page_ = std::make_unique<LatentPage>(context);
    page_->resize(930, 640);
    page_->show();
}

void tst_LatentPage::emptyBeforeASound()
{
    auto* empty = widget<EmptyState>();
    QVERIFY(empty->isVisible());
    QSignalSpy wanted(page_.get(), &Page::pageWanted);
    empty->findChild<QPushButton*>()->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toString(), QStringLiteral("listen"));
    hear();
    QVERIFY(!empty->isVisible());
    QVERIFY(widget<LatentPanel>()->isVisible());
}

void tst_LatentPage::imageFollowsTheSlider()
{
    hear();
    auto* panel = widget<LatentPanel>();
    QCOMPARE(panel->count(), 4);
    QCOMPARE(widget<ReadingBars>()->winner(), 7);
    panel->setCurrentDimension(1);
    // The range of the slider is that of the values: seven steps to the left of 7 is below 7.
    for (int i = 0; i < 30; ++i) QTest::keyClick(panel, Qt::Key_Left);
    QVERIFY(page_->controller().values()[1] < 7);
    QTRY_COMPARE(page_->controller().drawing()->z, page_->controller().z());
    QCOMPARE(widget<DigitView>()->image(), toQImage(page_->controller().drawing()->image));
    QCOMPARE(widget<ReadingBars>()->winner(), page_->controller().drawing()->reading.digit());
}

void tst_LatentPage::zeroSwitch()
{
    hear();
    auto* panel = widget<LatentPanel>();
    panel->setCurrentDimension(1);
    QTest::keyClick(panel, Qt::Key_Z);
    QCOMPARE(page_->controller().zeroedCount(), 1);
    QTRY_COMPARE(widget<ReadingBars>()->winner(), 0);
    QTest::keyClick(panel, Qt::Key_Z);
    QTRY_COMPARE(widget<ReadingBars>()->winner(), 7);
}

void tst_LatentPage::zeroesAtRandom()
{
    hear();
    const auto spins = page_->findChildren<QSpinBox*>();
    QCOMPARE(spins.size(), 2);
    spins[0]->setValue(2);
    QCOMPARE(page_->controller().zeroedCount(), 2);
    const auto first = page_->controller().zeroed();
    bool other = false;
    for (int i = 0; i < 20 && !other; ++i) {
        action(QStringLiteral("Redraw"))->trigger();
        QCOMPARE(page_->controller().zeroedCount(), 2);
        other = page_->controller().zeroed() != first;
    }
    QVERIFY(other);
    spins[1]->setValue(1);
    QCOMPARE(page_->controller().zeroed(), first);
    // One more keeps those that were there.
    spins[0]->setValue(3);
    for (std::size_t i = 0; i < first.size(); ++i) QVERIFY(!first[i] || page_->controller().zeroed()[i]);
}

void tst_LatentPage::resetAndUndo()
{
    hear();
    QAction* reset = action(QStringLiteral("Reset"));
    QAction* undo = action(QStringLiteral("Undo"));
    QVERIFY(!reset->isEnabled());
    QVERIFY(!undo->isEnabled());
    auto* panel = widget<LatentPanel>();
    QTest::keyClick(panel, Qt::Key_Right);
    QVERIFY(undo->isEnabled());
    const float moved = page_->controller().values()[0];
    reset->trigger();
    QVERIFY(page_->controller().untouched());
    QCOMPARE(float(panel->value(0)), 0.5f);
    undo->trigger();
    QCOMPARE(float(panel->value(0)), moved);
    action(QStringLiteral("Redo"))->trigger();
    QCOMPARE(float(panel->value(0)), 0.5f);
}

void tst_LatentPage::anotherSound()
{
    hear();
    page_->findChildren<QSpinBox*>()[0]->setValue(2);
    hear(3);
    QCOMPARE(page_->controller().zeroedCount(), 0);
    QCOMPARE(page_->findChildren<QSpinBox*>()[0]->value(), 0);
    QCOMPARE(widget<ReadingBars>()->winner(), 3);
}

void tst_LatentPage::anotherModel()
{
    hear();
    decoder_->loadModel(QStringLiteral("wide"));
    QTRY_COMPARE(widget<LatentPanel>()->count(), 0);
    QVERIFY(!widget<EmptyState>()->isVisible());
    QVERIFY(!action(QStringLiteral("Sample z"))->isEnabled());
    hear(5);
    QCOMPARE(widget<LatentPanel>()->count(), 4);
}

void tst_LatentPage::everyControlHasAName()
{
    hear();
    for (const QWidget* control : page_->findChildren<QWidget*>()) {
        if (control->focusPolicy() == Qt::NoFocus || !control->isVisible() || control->objectName().startsWith(QLatin1String("qt_")))
            continue;
        const auto* button = qobject_cast<const QAbstractButton*>(control);
        QVERIFY2(!control->accessibleName().isEmpty() || (button && !button->text().isEmpty()), control->metaObject()->className());
    }
}

QTEST_MAIN(tst_LatentPage)
#include "tst_latent_page.moc"
