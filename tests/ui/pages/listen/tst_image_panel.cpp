#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>

#include "tests/ui/pages/listen/listen_desk.h"
#include "ui/logic/text.h"
#include "ui/pages/choice_popup.h"
#include "ui/pages/model_button.h"
#include "ui/widgets/digit_view.h"
#include "ui/widgets/fine_slider.h"
#include "ui/widgets/model_strip.h"
#include "ui/widgets/posterior_view.h"
#include "ui/widgets/reading_bars.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/theme.h"

using namespace sonoglyph;

class tst_ImagePanel : public QObject, private ListenDesk {
    Q_OBJECT
private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void imageFormsWhileSpeaking();
    void choosesAModel();
    void theWordStaysWhileAnotherModelComes();
    void thePosteriorOfTheWord();
    void theWordThroughAllModels();
    void saysHowUsualTheSoundIs_data();
    void saysHowUsualTheSoundIs();
    void everythingFits_data();
    void everythingFits();
};

void tst_ImagePanel::imageFormsWhileSpeaking()
{
    makeReady();
    QTest::keyClick(page_.get(), Qt::Key_Space);
    input_->hear(quiet(0.6) + vowel(0.4));
    QTRY_COMPARE(widget<ReadingBars>()->winner(), 7);
    QVERIFY(page_->controller().recording());
}

void tst_ImagePanel::choosesAModel()
{
    makeReady();
    auto* button = widget<ModelButton>();
    QCOMPARE(button->text(), QStringLiteral("aivae-fsdd"));
    QTest::mouseClick(button, Qt::LeftButton);
    QListView& list = button->popup().list();
    const auto ticked = [&list](int row) { return list.model()->index(row, 0).data(Qt::CheckStateRole).toInt() == Qt::Checked; };
    QVERIFY(ticked(0));
    QTest::keyClicks(&button->popup().search(), QStringLiteral("wid"));
    QTest::keyClick(&button->popup().search(), Qt::Key_Return);
    QTRY_COMPARE(button->text(), QStringLiteral("wide"));
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!ticked(0));
    QVERIFY(ticked(1));
    button->popup().close();
}

void tst_ImagePanel::theWordStaysWhileAnotherModelComes()
{
    makeReady();
    say();
    QTRY_COMPARE(widget<ReadingBars>()->winner(), 7);
    engine_.decoder->hold(true);
    decoder_->loadModel(QStringLiteral("wide"));
    QSignalSpy changed(decoder_.get(), &DecoderController::modelChanged);
    // The image of the model before is there all the time.
    connect(decoder_.get(), &DecoderController::modelChanged, this, [this] { QCOMPARE(widget<ReadingBars>()->winner(), 7); });
    connect(&decoder_->story(), &SoundStory::soundChanged, this, [this] { QVERIFY(!widget<DigitView>()->image().isNull()); });
    engine_.decoder->hold(false);
    QTRY_COMPARE(changed.size(), 1);
    QTRY_VERIFY(decoder_->story().drawing().has_value() && decoder_->story().sound()->params.rate == 16000);
    QVERIFY(!widget<DigitView>()->image().isNull());
}

void tst_ImagePanel::thePosteriorOfTheWord()
{
    makeReady();
    widget<Segments>()->setCurrent(1);
    QVERIFY(widget<PosteriorView>()->isEmpty());
    say();
    QTRY_VERIFY(!widget<PosteriorView>()->isEmpty());
    QTRY_VERIFY(decoder_->story().drawing().has_value());
    const QImage mean = toQImage(decoder_->story().drawing()->image);
    QTRY_COMPARE(widget<DigitView>()->image(), mean);
    auto* view = widget<PosteriorView>();
    QTest::mouseClick(view, Qt::LeftButton, {}, view->drawRect(3).center().toPoint());
    QVERIFY(widget<DigitView>()->image() != mean);
    widget<FineSlider>()->setValue(0);
    QTRY_COMPARE(widget<DigitView>()->image(), mean);
    widget<FineSlider>()->setValue(2);
    QTRY_VERIFY(widget<DigitView>()->image() != mean);
    widget<Segments>()->setCurrent(0);
    QCOMPARE(widget<DigitView>()->image(), mean);
    QCOMPARE(settings_->value(QStringLiteral("listen/area")).toInt(), 0);
}

void tst_ImagePanel::theWordThroughAllModels()
{
    makeReady();
    widget<Segments>()->setCurrent(2);
    say();
    auto* strip = widget<ModelStrip>();
    QCOMPARE(strip->count(), 2);
    QTRY_VERIFY(strip->accessibleDescription().contains(QStringLiteral("wide reads 7")));
    QCOMPARE(strip->current(), 0);
    QTest::mouseClick(strip, Qt::LeftButton, {}, strip->imageRect(1).center().toPoint());
    QTRY_COMPARE(decoder_->model()->name, std::string("wide"));
    QTRY_COMPARE(strip->current(), 1);
}

void tst_ImagePanel::saysHowUsualTheSoundIs_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<QString>("text");
    QTest::newRow("unknown") << -1.0 << QStringLiteral("does not know its training recordings");
    QTest::newRow("usual") << 0.4 << QStringLiteral("Like the training recordings: nearer to them than 60 %");
    QTest::newRow("nearest of all") << 0.0 << QStringLiteral("nearer to them than any");
    QTest::newRow("unusual") << 0.974 << QStringLiteral("Unlike the training recordings: farther from them than 97 %");
    QTest::newRow("farther than all") << 1.0 << QStringLiteral("farther from them than any");
}

void tst_ImagePanel::saysHowUsualTheSoundIs()
{
    QFETCH(double, share);
    QFETCH(QString, text);
    makeReady();
    Drawing drawing = fakeDrawing({0.5f, 7, 0, 0});
    if (share >= 0) drawing.distance = TrainingDistance{3.2, share};
    auto heard = std::make_shared<HeardSound>();
    heard->number = 77;
    decoder_->story().setSound(heard);
    decoder_->story().setDrawing(drawing);
    QVERIFY(says(text));
}

void tst_ImagePanel::everythingFits_data()
{
    QTest::addColumn<QSize>("page");
    QTest::addColumn<int>("side");
    QTest::newRow("window of 1024x700") << QSize(950, 630) << 140;
    QTest::newRow("1280x800") << QSize(1206, 730) << 168;
    QTest::newRow("1920x1080") << QSize(1846, 1010) << 336;
}

void tst_ImagePanel::everythingFits()
{
    QFETCH(QSize, page);
    QFETCH(int, side);
    applyTheme(ThemeMode::Light);  // with the program's fonts
    makeReady();
    page_->resize(page);
    say();
    QTRY_VERIFY(decoder_->story().drawing().has_value());
    auto* image = widget<DigitView>();
    const int top = widget<Segments>()->mapTo(page_.get(), QPoint()).y();
    for (const int area : {0, 1, 2}) {
        widget<Segments>()->setCurrent(area);
        QTRY_VERIFY(area != 1 || !widget<PosteriorView>()->isEmpty());
        QTRY_VERIFY(image->imageArea().width() >= side);
        QCOMPARE(image->imageArea().width(), image->imageArea().height());
        QCOMPARE(int(image->imageArea().width()) % 28, 0);
        QCOMPARE(widget<Segments>()->mapTo(page_.get(), QPoint()).y(), top);
        const QWidget* panel = image->parentWidget();
        for (const QWidget* part : panel->findChildren<QWidget*>()) {
            if (!part->isVisible() || part->objectName().startsWith(QLatin1String("qt_"))) continue;
            const QString name = QString::fromLatin1(part->metaObject()->className());
            QVERIFY2(part->height() >= part->minimumSizeHint().height() && part->width() >= part->minimumSizeHint().width(),
                     qPrintable(name));
            QVERIFY2(part->parentWidget()->rect().contains(part->geometry()), qPrintable(name));
            if (const auto* label = qobject_cast<const QLabel*>(part); label && label->wordWrap())
                QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
        }
    }
    const auto* posterior = widget<PosteriorView>();
    widget<Segments>()->setCurrent(1);
    const QRectF inside = posterior->rect();
    for (int draw = 0; draw < 16; ++draw) QVERIFY(inside.contains(posterior->drawRect(draw)));
    QVERIFY(inside.contains(posterior->meanRect()) && inside.contains(posterior->deviationRect()));
    const double words = QFontMetricsF(smallNumberFont()).horizontalAdvance(QStringLiteral("Deviation"));
    QVERIFY(posterior->deviationRect().width() + kGrid >= words);
}

QTEST_MAIN(tst_ImagePanel)
#include "tst_image_panel.moc"
