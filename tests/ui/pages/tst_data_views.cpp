#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "ui/logic/data_catalog.h"
#include "ui/logic/settings.h"
#include "ui/pages/data/alignment_view.h"
#include "ui/pages/data/data_page.h"
#include "ui/pages/data/pair_panel.h"
#include "ui/pages/data/recordings_view.h"
#include "ui/pages/data/split_view.h"
#include "ui/tiny_data.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/spectrogram_view.h"
#include "ui/widgets/stacked_bars.h"
#include "ui/widgets/waveform_view.h"

using namespace sonoglyph;
using namespace Qt::StringLiterals;

class tst_DataViews : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void recordingsAreListedFilteredAndSorted();
    void doubtedLabelsAreListed();
    void aRecordingIsSeen();
    void aBrokenRecordingSaysWhy();
    void splitSaysWhatAScoreMeans_data();
    void splitSaysWhatAScoreMeans();
    void alignmentIsManyToOne();
    void alignmentFollowsPartAndLabel();
    void choosingAnImageGoesToItsPair();
    void theViewIsRemembered();
    void barsAreExported();

private:
    template <class View>
    View* view()
    {
        return page_->findChild<View*>();
    }
    QComboBox* combo(const char* name) const;
    void choose(const char* name, const QVariant& value);

    QTemporaryDir folder_;
    QString data_;
    int files_ = 0;
    std::unique_ptr<Settings> settings_;
    std::unique_ptr<DataCatalog> catalog_;
    std::unique_ptr<DataPage> page_;
    PairPanel* panel_ = nullptr;
};

/// 80 recordings of which all takes are the same, and one that is none.
void tst_DataViews::initTestCase()
{
    qputenv("XDG_CACHE_HOME", folder_.filePath(u"cache"_s).toUtf8());
    data_ = folder_.filePath(u"data"_s);
    QVERIFY(test::writeMnist(data_, 6));
    QVERIFY(test::writeFsdd(data_, 4));
    QVERIFY(test::writeFile(data_ + u"/fsdd/recordings/5_theo_7.wav"_s, "no sound"));
}

void tst_DataViews::init()
{
    page_.reset();
    settings_ = std::make_unique<Settings>(folder_.filePath(u"%1.conf"_s.arg(++files_)));
    settings_->setDataFolder(data_);
    catalog_ = std::make_unique<DataCatalog>(*settings_);
    AppContext context;
    context.settings = settings_.get();
    context.data = catalog_.get();
    page_ = std::make_unique<DataPage>(context);
    page_->resize(1000, 640);
    page_->show();
    panel_ = page_->findChild<PairPanel*>();
    QTRY_VERIFY(panel_->recordings().recordings());
}

QComboBox* tst_DataViews::combo(const char* name) const
{
    for (QComboBox* box : page_->findChildren<QComboBox*>())
        if (box->accessibleName() == QLatin1String(name)) return box;
    return nullptr;
}

void tst_DataViews::choose(const char* name, const QVariant& value)
{
    QComboBox* box = combo(name);
    const int index = box->findData(value);
    QVERIFY2(index >= 0, name);
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
}

void tst_DataViews::recordingsAreListedFilteredAndSorted()
{
    auto* table = view<RecordingsView>()->findChild<QTableView*>();
    const QAbstractItemModel& model = *table->model();
    QCOMPARE(model.rowCount(), 81);
    choose("Label of the recordings", 3);
    QCOMPARE(model.rowCount(), 8);
    choose("Speaker of the recordings", u"theo"_s);
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.index(0, RecordingTable::Speaker).data().toString(), u"theo"_s);
    QVERIFY(model.index(0, RecordingTable::Warnings).data().toString().contains(u"Duplicate"_s));
    choose("Label of the recordings", -1);
    choose("Speaker of the recordings", QString());
    table->sortByColumn(RecordingTable::Speaker, Qt::DescendingOrder);
    QCOMPARE(model.index(0, RecordingTable::Speaker).data().toString(), u"theo"_s);
    QCOMPARE(model.index(80, RecordingTable::Speaker).data().toString(), u"jackson"_s);
    table->sortByColumn(RecordingTable::Seconds, Qt::AscendingOrder);
    QCOMPARE(model.index(0, RecordingTable::Warnings).data().toString(), u"Unreadable"_s);
    const auto bars = view<RecordingsView>()->findChildren<StackedBars*>();
    QCOMPARE(bars[0]->figure()->csv().section(u'\n', 6, 6), u"5,9"_s);
}

void tst_DataViews::doubtedLabelsAreListed()
{
    RecordingTable table;
    QTRY_VERIFY(panel_->recordings().recordings());
    table.setRecordings(panel_->recordings().recordings());
    const int all = table.rowCount();
    table.setDoubts({{5, {7, 0.97F}}, {2, {1, 0.92F}}});
    QCOMPARE(table.rowCount(), all);
    RecordingFilter doubtful;
    doubtful.doubtful = true;
    table.setFilter(doubtful);
    QCOMPARE(table.rowCount(), 2);
    QVERIFY(table.index(0, RecordingTable::Warnings).data().toString().endsWith(u"read as 1 (92 %)"_s));
    table.sort(RecordingTable::Warnings, Qt::DescendingOrder);
    QCOMPARE(table.recordingAt(0), 5);  // the surest first
    table.setDoubts({});
    QCOMPARE(table.rowCount(), 0);
}

void tst_DataViews::aRecordingIsSeen()
{
    page_->findChild<Segments*>()->setCurrent(2);
    auto* recordings = view<RecordingsView>();
    QTRY_COMPARE(recordings->findChild<WaveformView*>()->sampleCount(), 2000);
    QCOMPARE(recordings->findChild<SpectrogramView*>()->frames(), 48);
    QVERIFY(recordings->commands()[0]->isEnabled());
}

void tst_DataViews::aBrokenRecordingSaysWhy()
{
    auto* recordings = view<RecordingsView>();
    choose("Warnings of the recordings", int(Problem::Unreadable));
    QCOMPARE(recordings->findChild<QTableView*>()->model()->rowCount(), 1);
    const auto told = [&] {
        for (const QLabel* label : recordings->findChildren<QLabel*>())
            if (label->text().contains(u"5_theo_7.wav"_s) && label->text().size() > 20) return true;
        return false;
    };
    QTRY_VERIFY(told());
    QVERIFY(!recordings->commands()[0]->isEnabled());
}

void tst_DataViews::splitSaysWhatAScoreMeans_data()
{
    QTest::addColumn<QString>("split");
    QTest::addColumn<QString>("told");
    QTest::newRow("random") << "random"
                            << "known voices";
    QTest::newRow("speaker") << "speaker:theo"
                             << "how well new voices";
}

void tst_DataViews::splitSaysWhatAScoreMeans()
{
    QFETCH(QString, split);
    QFETCH(QString, told);
    choose("Split", split);
    QTRY_VERIFY(panel_->recordings().recordings() && panel_->recordings().recordings()->config.split == split.toStdString());
    const auto labels = view<SplitView>()->findChildren<QLabel*>();
    QVERIFY2(labels[0]->text().contains(told), qPrintable(labels[0]->text()));
    const auto bars = view<SplitView>()->findChildren<StackedBars*>();
    const QString csv = bars[1]->figure()->csv();
    QVERIFY2(csv.startsWith(u"speaker,Training,Test\n"_s), qPrintable(csv));
    if (split == u"speaker:theo"_s) QCOMPARE(csv.section(u'\n', 1, 2), u"jackson,40,0\ntheo,0,40"_s);
}

void tst_DataViews::alignmentIsManyToOne()
{
    const AlignmentList& model = view<AlignmentView>()->model();
    QVERIFY2(model.sentence().startsWith(u"Many-to-one: 60 images share"_s), qPrintable(model.sentence()));
    int images = 0;
    for (int row = 0; row < model.rowCount(); ++row) images += model.imageCount(row);
    QCOMPARE(images, 60);
}

void tst_DataViews::alignmentFollowsPartAndLabel()
{
    const AlignmentList& model = view<AlignmentView>()->model();
    choose("Label", 4);
    int images = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        QVERIFY(model.nameOf(row).startsWith(u"4, "_s));
        for (int i = 0; i < model.imageCount(row); ++i) QCOMPARE(qGray(model.imageAt(row, i).pixel(0, 0)) / 20, 4);
        images += model.imageCount(row);
    }
    QCOMPARE(images, 6);
    const int train = model.rowCount();
    panel_->browser().setPart(PairBrowser::Part::Test);
    QVERIFY(model.rowCount() < train);
}

void tst_DataViews::choosingAnImageGoesToItsPair()
{
    auto* list = view<AlignmentView>()->findChild<QListView*>();
    const AlignmentList& model = view<AlignmentView>()->model();
    int row = 0;
    while (model.imageCount(row) == 0) ++row;
    QSignalSpy wanted(view<AlignmentView>(), &AlignmentView::playWanted);
    Q_EMIT list->activated(model.index(row));
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(panel_->browser().position(), model.positionAt(row, 0));
    const ShownPair& pair = *panel_->browser().pair();
    QVERIFY(model.nameOf(row).startsWith(u"%1, %2"_s.arg(pair.label, pair.speaker)));
    QCOMPARE(pair.image.pixel(0, 0), model.imageAt(row, 0).pixel(0, 0));
}

void tst_DataViews::theViewIsRemembered()
{
    auto* segments = page_->findChild<Segments*>();
    QCOMPARE(segments->current(), 0);
    segments->setCurrent(3);
    QVERIFY(view<SplitView>()->isVisible());
    QVERIFY(!combo("Part")->isVisible());
    QCOMPARE(settings_->value(u"data/view"_s).toInt(), 3);
}

void tst_DataViews::barsAreExported()
{
    StackedBars bars;
    QVERIFY(bars.figure()->csv().isEmpty());
    bars.setBars(u"name"_s, {u"a,b"_s, u"c"_s}, {{u"one"_s, {1, 2}}, {u"two"_s, {3, 4}}});
    QCOMPARE(bars.figure()->csv(), u"name,one,two\n\"a,b\",1,3\nc,2,4\n"_s);
    QVERIFY(bars.accessibleDescription().contains(u"two: 4"_s));
    QImage image(320, 130, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    bars.figure()->paint(painter, QRectF(0, 0, 320, 130), printColors());
    QCOMPARE(image.pixelColor(240, 105), seriesColor(0, printColors()));  // the second bar's parts, one on top of the other
    QCOMPARE(image.pixelColor(240, 45), seriesColor(1, printColors()));
    QCOMPARE(image.pixelColor(80, 45), QColor(Qt::white));  // above the first
}

QTEST_MAIN(tst_DataViews)
#include "tst_data_views.moc"
