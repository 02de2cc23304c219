#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "core/data/own_dataset.h"
#include "tests/ui/logic/fake_microphone.h"
#include "tests/ui/pages/damaged_states.h"
#include "ui/logic/data_catalog.h"
#include "ui/logic/dataset_downloads.h"
#include "ui/logic/settings.h"
#include "ui/pages/data/count_bars.h"
#include "ui/pages/data/data_page.h"
#include "ui/pages/data/pair_panel.h"
#include "ui/pages/data/record_view.h"
#include "ui/tiny_data.h"
#include "ui/widgets/digit_view.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/spectrogram_view.h"
#include "ui/widgets/waveform_view.h"

using namespace sonoglyph;

class tst_DataPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void emptyFolderSaysWhatToDo();
    void showsWhatIsThere();
    void browsesPairs();
    void findsDataThatCameLater();
    void choosingAFolderShowsItsData();
    void everyControlHasAName();
    void countsAreExported();
    void downloadsAreOffered();
    void recordsASet();
    void ownSetsAreShown();
    void aFigureBringsTheViewBack();
    void aFigureOfDataThatAreNotHereIsTold();
    void damagedFigureStates_data();
    void damagedFigureStates();

private:
    bool shows(const QString& text) const;
    QAction* command(const char* text) const;
    QComboBox* combo(const char* name) const;

    QTemporaryDir folder_;
    QString empty_, full_;
    int files_ = 0;
    std::unique_ptr<Settings> settings_;
    std::unique_ptr<DataCatalog> catalog_;
    std::unique_ptr<DataPage> page_;
    PairBrowser* browser_ = nullptr;
};

void tst_DataPage::initTestCase()
{
    QVERIFY(folder_.isValid());
    qputenv("XDG_CACHE_HOME", folder_.filePath(QStringLiteral("cache")).toUtf8());
    empty_ = folder_.filePath(QStringLiteral("empty"));
    full_ = folder_.filePath(QStringLiteral("full"));
    QVERIFY(QDir().mkpath(empty_));
    QVERIFY(test::writeMnist(full_, 3));
    QVERIFY(test::writeFsdd(full_, 4));
}

void tst_DataPage::init()
{
    page_.reset();
    settings_ = std::make_unique<Settings>(folder_.filePath(QStringLiteral("%1.conf").arg(++files_)));
    settings_->setDataFolder(full_);
    catalog_ = std::make_unique<DataCatalog>(*settings_);
    AppContext context;
    context.settings = settings_.get();
    context.data = catalog_.get();
    page_ = std::make_unique<DataPage>(context);
    page_->resize(1000, 640);
    browser_ = &page_->findChild<PairPanel*>()->browser();
}

bool tst_DataPage::shows(const QString& text) const
{
    for (const QLabel* label : page_->findChildren<QLabel*>())
        if (label->isVisible() && label->text().contains(text)) return true;
    return false;
}

QAction* tst_DataPage::command(const char* text) const
{
    for (QAction* action : page_->commands())
        if (action->text() == QLatin1String(text)) return action;
    return nullptr;
}

QComboBox* tst_DataPage::combo(const char* name) const
{
    for (QComboBox* box : page_->findChildren<QComboBox*>())
        if (box->accessibleName() == QLatin1String(name)) return box;
    return nullptr;
}

void tst_DataPage::emptyFolderSaysWhatToDo()
{
    settings_->setDataFolder(empty_);
    page_->show();
    QTRY_VERIFY(catalog_->survey());
    QTRY_VERIFY(shows(QStringLiteral("Download MNIST")));
    QVERIFY(page_->findChild<EmptyState*>()->isVisible());
    QCOMPARE(combo("Data set")->count(), 1);  // synthetic digits need nothing, but are made only when somebody asks
    QVERIFY(page_->findChild<EmptyState*>()->findChild<QPushButton*>()->text().contains(QStringLiteral("synthetic")));
    QVERIFY(!command("Next pair")->isEnabled());
    settings_->setDataFolder(folder_.filePath(QStringLiteral("nowhere")));
    QTRY_VERIFY(shows(QStringLiteral("This folder does not exist.")));
}

void tst_DataPage::showsWhatIsThere()
{
    page_->show();
    QTRY_VERIFY(shows(QStringLiteral("30 images to learn from, 30 to test with")));
    QVERIFY(shows(QStringLiteral("80 recording")));
    QVERIFY(shows(full_));
    QCOMPARE(combo("Data set")->count(), 3);
    QCOMPARE(combo("Split")->count(), 5);  // random, official, speakers, two speakers
    const auto bars = page_->findChildren<CountBars*>();
    QCOMPARE(std::count_if(bars.begin(), bars.end(), [](const CountBars* b) { return b->isVisible(); }), 1);
}

void tst_DataPage::browsesPairs()
{
    page_->show();
    QTRY_COMPARE(browser_->state(), PairBrowser::State::Ready);
    QTRY_VERIFY(browser_->sound());
    auto* image = page_->findChild<DigitView*>();
    auto* position = page_->findChild<QSpinBox*>();
    QVERIFY(image->isVisible());
    QCOMPARE(image->image().pixelColor(0, 0).red() / 20, browser_->pair()->label.toInt());
    const QWidget* pair = image->parentWidget();  // the table of recordings has views of its own
    QCOMPARE(pair->findChild<SpectrogramView*>()->frames(), 48);
    QCOMPARE(pair->findChild<WaveformView*>()->sampleCount(), 2000);
    QCOMPARE(position->value(), 1);
    QCOMPARE(position->maximum(), 30);
    command("Next pair")->trigger();
    QCOMPARE(position->value(), 2);
    QVERIFY(shows(QStringLiteral("%1, said by %2").arg(browser_->pair()->label.toInt()).arg(browser_->pair()->speaker)));
    command("Previous pair")->trigger();
    command("Previous pair")->trigger();
    QCOMPARE(position->value(), 30);
    position->setValue(7);
    QCOMPARE(browser_->position(), 6);

    QComboBox* digit = combo("Label");
    digit->setCurrentIndex(digit->findText(QStringLiteral("4")));
    Q_EMIT digit->activated(digit->currentIndex());
    QCOMPARE(browser_->count(), 3);
    QCOMPARE(browser_->pair()->label.toInt(), 4);

    QComboBox* split = combo("Split");
    split->setCurrentIndex(split->findData(QStringLiteral("speaker:theo")));
    Q_EMIT split->activated(split->currentIndex());
    QTRY_VERIFY(browser_->dataset() && browser_->dataset()->config.split == "speaker:theo");
    QCOMPARE(browser_->pair()->speaker, QStringLiteral("jackson"));
    QCOMPARE(browser_->pair()->label.toInt(), 4);  // the choice of digit stays
}

void tst_DataPage::findsDataThatCameLater()
{
    const QString later = folder_.filePath(QStringLiteral("later"));
    settings_->setDataFolder(later);
    page_->show();
    QTRY_VERIFY(page_->findChild<EmptyState*>()->isVisible());
    QVERIFY(test::writeMnist(later, 1));
    QVERIFY(test::writeFsdd(later, 2));
    command("Look again")->trigger();
    QTRY_COMPARE(browser_->state(), PairBrowser::State::Ready);
    QCOMPARE(browser_->count(), 10);
}

void tst_DataPage::choosingAFolderShowsItsData()
{
    settings_->setDataFolder(empty_);
    page_->show();
    QTRY_VERIFY(catalog_->survey());
    catalog_->setFolder(full_);
    QTRY_COMPARE(browser_->state(), PairBrowser::State::Ready);
    catalog_->setFolder(empty_);
    QTRY_VERIFY(page_->findChild<EmptyState*>()->isVisible());
    QVERIFY(!command("Next pair")->isEnabled());
}

void tst_DataPage::everyControlHasAName()
{
    page_->show();
    QTRY_COMPARE(browser_->state(), PairBrowser::State::Ready);
    for (const QWidget* widget : page_->findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->inherits("QScrollArea")) continue;
        const bool named = !widget->accessibleName().isEmpty() || !widget->property("text").toString().isEmpty();
        QVERIFY2(named, qPrintable(QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName()));
    }
}

void tst_DataPage::countsAreExported()
{
    CountBars bars;
    bars.setCounts({1, 2, 3}, {QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("pear")});
    QCOMPARE(bars.figure()->csv(), QStringLiteral("label,recordings\n0,1\n1,2\npear,3\n"));
    QImage image(240, 80, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    bars.figure()->paint(painter, QRectF(0, 0, 240, 80), printColors());
    QVERIFY(image.pixelColor(228, 40) != QColor(Qt::white));  // the highest bar
    QCOMPARE(image.pixelColor(12, 30), QColor(Qt::white));    // above the lowest
}

void tst_DataPage::downloadsAreOffered()
{
    settings_->setDataFolder(empty_);
    DatasetDownloads downloads(*catalog_, QStringLiteral("http://127.0.0.1:1/"));
    AppContext context;
    context.settings = settings_.get();
    context.data = catalog_.get();
    context.downloads = &downloads;
    page_ = std::make_unique<DataPage>(context);
    page_->resize(1000, 640);
    page_->show();
    // What it costs and whose it is stand there before anything comes.
    QTRY_VERIFY(shows(QStringLiteral("Not here yet: 11.6 MB to download.")));
    QVERIFY(shows(QStringLiteral("C. J. C. Burges, CC BY-SA 3.0")));
    const auto button = [&](const QString& name) -> QAbstractButton* {
        for (auto* b : page_->findChildren<QAbstractButton*>())
            if (b->accessibleName() == name && b->isVisible()) return b;
        return nullptr;
    };
    QAbstractButton* download = button(QStringLiteral("MNIST: Download"));
    QVERIFY(download);
    QVERIFY(!button(QStringLiteral("MNIST: Remove")));
    download->click();
    QTRY_VERIFY(shows(QStringLiteral("Is this computer online?")));
    QTRY_COMPARE(download->text(), QStringLiteral("Try again"));
    settings_->setDataFolder(full_);
    QTRY_VERIFY(button(QStringLiteral("MNIST: Check")));
    QVERIFY(!download->isVisible());
    page_.reset();
}

void tst_DataPage::recordsASet()
{
    auto* input = new FakeAudioInput;
    const QString data = folder_.filePath(QStringLiteral("recorded"));
    QVERIFY(test::writeMnist(data, 3));
    settings_->setDataFolder(data);
    AppContext context;
    context.settings = settings_.get();
    context.data = catalog_.get();
    context.audioInput = [input] { return std::unique_ptr<AudioInput>(input); };
    page_ = std::make_unique<DataPage>(context);
    page_->resize(1000, 640);
    page_->show();
    page_->findChild<Segments*>()->setCurrent(4);
    auto* view = page_->findChild<RecordView*>();
    QVERIFY(view->isVisible());
    const auto line = [&](const char* name) {
        for (auto* edit : view->findChildren<QLineEdit*>())
            if (edit->accessibleName() == QLatin1String(name)) return edit;
        return static_cast<QLineEdit*>(nullptr);
    };
    combo("Name of the set")->setCurrentText(QStringLiteral("mine"));
    line("Speaker")->setText(QStringLiteral("ann"));
    view->findChild<QSpinBox*>()->setValue(1);
    command("Start recording")->trigger();
    QTRY_VERIFY(view->recorder().listening());
    QVERIFY(shows(view->recorder().prompt()));
    QVERIFY(shows(QStringLiteral("0 of 10")));
    input->hear(quiet(0.6) + vowel(0.5) + quiet(0.6));
    QTRY_VERIFY(shows(QStringLiteral("1 of 10")));
    QVERIFY(shows(QStringLiteral("is kept")));
    Sound loud = vowel(0.5);
    for (float& sample : loud.samples) sample = std::clamp(20 * sample, -1.0F, 1.0F);
    input->hear(quiet(0.6) + loud + quiet(0.6));
    QTRY_VERIFY(shows(QStringLiteral("once more, please. Too loud")));
    QVERIFY(shows(QStringLiteral("1 of 10")));
    page_->findChild<Segments*>()->setCurrent(0);  // out of sight it does not listen
    QVERIFY(!view->recorder().listening());
    page_->findChild<Segments*>()->setCurrent(4);
    for (int i = 1; i < 10; ++i) {
        if (!view->recorder().listening()) command("Go on")->trigger();
        input->hear(quiet(0.6) + vowel(0.5) + quiet(0.6));
        QTRY_COMPARE(view->recorder().set()->done(), i + 1);
    }
    QTRY_VERIFY(shows(QStringLiteral("Every word is there")));
    QVERIFY(!view->recorder().listening());
    command("Done")->trigger();
    QTRY_VERIFY(catalog_->survey() && catalog_->canUse(QStringLiteral("mine")));
    QVERIFY(combo("Data set")->findData(QStringLiteral("mine")) >= 0);
    page_.reset();
}

void tst_DataPage::ownSetsAreShown()
{
    const QString data = folder_.filePath(QStringLiteral("own"));
    QVERIFY(test::writeMnist(data, 3));
    OwnDataset set;
    set.name = "fruit";
    set.title = "My fruit";
    set.labels = {"apple", "pear"};
    set.recordings = {{{}, "sounds", LabelsFrom::Names, {}}};
    QVERIFY(writeOwnDataset(data.toStdString(), set).ok());
    QVERIFY(QDir().mkpath(data + QStringLiteral("/own/fruit/sounds")));
    settings_->setDataFolder(data);
    page_->show();
    QTRY_VERIFY(shows(QStringLiteral("My fruit")));
    QVERIFY(shows(QStringLiteral("has no recordings yet")));
    QVERIFY(combo("Data set")->findData(QStringLiteral("fruit")) < 0);
}

void tst_DataPage::aFigureBringsTheViewBack()
{
    page_->show();
    QTRY_COMPARE(browser_->state(), PairBrowser::State::Ready);
    auto* view = page_->findChild<Segments*>();
    const auto choose = [this](const char* name, const QVariant& data) {
        QComboBox* box = combo(name);
        box->setCurrentIndex(box->findData(data));
        Q_EMIT box->activated(box->currentIndex());
    };
    choose("Split", QStringLiteral("speaker:theo"));
    QTRY_COMPARE(browser_->state(), PairBrowser::State::Ready);
    combo("Part")->setCurrentIndex(1);
    Q_EMIT combo("Part")->activated(1);
    choose("Label", 4);
    browser_->setPosition(2);
    view->setCurrent(2);
    QTRY_VERIFY(combo("Speaker of the recordings")->count() > 1);
    choose("Speaker of the recordings", QStringLiteral("theo"));
    choose("Label of the recordings", 3);
    auto* table = page_->findChild<QTableView*>();
    table->sortByColumn(2, Qt::DescendingOrder);
    table->selectRow(1);
    const QJsonObject state = page_->figureState(), set = state[QStringLiteral("set")].toObject();
    QVERIFY(test::holdsNoPath(state));
    QCOMPARE(set[QStringLiteral("split")].toString(), QStringLiteral("speaker:theo"));
    QCOMPARE(set[QStringLiteral("pair")].toInt(), 2);
    QVERIFY(set[QStringLiteral("recording")].toString().startsWith(QStringLiteral("recordings/4_theo_")));
    QVERIFY(set[QStringLiteral("recordings")][QLatin1String("recording")].toString().startsWith(QStringLiteral("recordings/3_theo_")));

    choose("Data set", QStringLiteral("fsdd6"));
    QTRY_COMPARE(browser_->state(), PairBrowser::State::Ready);
    QTRY_VERIFY(combo("Speaker of the recordings")->count() > 1);
    choose("Split", QStringLiteral("random"));
    QTRY_COMPARE(browser_->state(), PairBrowser::State::Ready);
    combo("Part")->setCurrentIndex(0);
    Q_EMIT combo("Part")->activated(0);
    choose("Label", -1);
    choose("Speaker of the recordings", QString());
    choose("Label of the recordings", -1);
    table->sortByColumn(0, Qt::AscendingOrder);
    view->setCurrent(0);
    QSignalSpy misses(page_.get(), &Page::figureMisses);
    QCOMPARE(page_->restoreFigure(state), QString());
    QTRY_COMPARE(page_->figureState(), state);

    // A page that was never shown knows no data sets yet: it waits for them.
    init();
    view = page_->findChild<Segments*>();
    QCOMPARE(page_->restoreFigure(state), QString());
    page_->show();
    QTRY_COMPARE(page_->figureState(), state);
    QVERIFY(misses.isEmpty());
}

void tst_DataPage::aFigureOfDataThatAreNotHereIsTold()
{
    page_->show();
    QTRY_COMPARE(browser_->state(), PairBrowser::State::Ready);
    const auto restore = [this](const QJsonObject& set) {
        return page_->restoreFigure({{QStringLiteral("view"), 3}, {QStringLiteral("set"), set}});
    };
    QVERIFY(restore({{QStringLiteral("dataset"), QStringLiteral("class-5b")}}).contains(QStringLiteral("class-5b")));
    QCOMPARE(page_->findChild<Segments*>()->current(), 3);
    QVERIFY(restore({{QStringLiteral("dataset"), QStringLiteral("fsdd")}, {QStringLiteral("split"), QStringLiteral("speaker:nobody")}})
                .contains(QStringLiteral("nobody")));
    QTRY_COMPARE(browser_->state(), PairBrowser::State::Ready);
    QSignalSpy misses(page_.get(), &Page::figureMisses);
    QCOMPARE(
        restore({{QStringLiteral("dataset"), QStringLiteral("fsdd")},
                 {QStringLiteral("split"), QStringLiteral("random")},
                 {QStringLiteral("recording"), QStringLiteral("recordings/8_who_1.wav")},
                 {QStringLiteral("recordings"), QJsonObject{{QStringLiteral("recording"), QStringLiteral("recordings/9_who_2.wav")}}}}),
        QString());
    QTRY_COMPARE(misses.size(), 2);
    QVERIFY(misses[0][0].toString().contains(QStringLiteral("8_who_1.wav")));
    QVERIFY(misses[1][0].toString().contains(QStringLiteral("9_who_2.wav")));
}

void tst_DataPage::damagedFigureStates_data()
{
    const QJsonObject recordings{
        {QStringLiteral("label"), 3},         {QStringLiteral("speaker"), QStringLiteral("theo")},
        {QStringLiteral("warning"), -1},      {QStringLiteral("sortedBy"), 2},
        {QStringLiteral("descending"), true}, {QStringLiteral("recording"), QStringLiteral("recordings/3_theo_1.wav")}};
    const QJsonObject set{{QStringLiteral("dataset"), QStringLiteral("fsdd")},
                          {QStringLiteral("split"), QStringLiteral("random")},
                          {QStringLiteral("part"), 1},
                          {QStringLiteral("label"), 4},
                          {QStringLiteral("pair"), 0},
                          {QStringLiteral("recordings"), recordings}};
    test::addDamagedStates({{QStringLiteral("view"), 2}, {QStringLiteral("set"), set}});
}

void tst_DataPage::damagedFigureStates()
{
    QFETCH(QJsonObject, state);
    page_->show();
    QTRY_COMPARE(browser_->state(), PairBrowser::State::Ready);
    QTRY_VERIFY(page_->findChild<PairPanel*>()->recordings().recordings());
    (void)page_->restoreFigure(state);
    QTRY_COMPARE(browser_->state(), PairBrowser::State::Ready);
    QTRY_VERIFY(page_->findChild<PairPanel*>()->recordings().recordings());
    QVERIFY(browser_->pair() || browser_->count() == 0);
    QVERIFY(test::holdsNoPath(page_->figureState()));
}

QTEST_MAIN(tst_DataPage)
#include "tst_data_page.moc"
