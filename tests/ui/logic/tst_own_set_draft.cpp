#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "ui/logic/data_catalog.h"
#include "ui/logic/own_set_draft.h"
#include "ui/logic/settings.h"

using namespace sonoglyph;
using namespace Qt::StringLiterals;
using Place = OwnSetDraft::Place;

class tst_OwnSetDraft : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void namesAreMadeOfFolders_data();
    void namesAreMadeOfFolders();
    void tellsWhatIsThereAndAddsIt();
    void labelsThatAreNamed();
    void mixed();
    void tellsWhatIsWrong();
    void theNewestFolderCounts();

private:
    void put(const QString& file, const QByteArray& content = {})
    {
        const QString path = folder_->filePath(file);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(content);
    }
    std::filesystem::path data() const { return folder_->filePath(u"data"_s).toStdString(); }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Settings> settings_;
    std::unique_ptr<DataCatalog> catalog_;
    std::unique_ptr<OwnSetDraft> draft_;
};

void tst_OwnSetDraft::init()
{
    draft_.reset();
    catalog_.reset();
    folder_ = std::make_unique<QTemporaryDir>();
    settings_ = std::make_unique<Settings>(folder_->filePath(u"settings.ini"_s));
    settings_->setDataFolder(folder_->filePath(u"data"_s));
    catalog_ = std::make_unique<DataCatalog>(*settings_);
    draft_ = std::make_unique<OwnSetDraft>(*catalog_);
    for (const char* name : {"7_ann_0.wav", "7_bob_0.wav", "3_ann_0.wav", "hello.wav"}) put(u"named/"_s + QLatin1String(name));
    for (const char* name : {"yes/1.wav", "no/1.wav", "no/2.wav"}) put(u"by folder/"_s + QLatin1String(name));
}

void tst_OwnSetDraft::namesAreMadeOfFolders_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::newRow("as it is") << u"class-5b"_s << u"class-5b"_s;
    QTest::newRow("spaces") << u"My  digits"_s << u"My-digits"_s;
    QTest::newRow("accents") << u"głosy dziecięce"_s << u"gosy-dzieciece"_s;
    QTest::newRow("nothing left") << u"数字"_s << u""_s;
    QTest::newRow("long") << QString(60, u'a') << QString(40, u'a');
}

void tst_OwnSetDraft::namesAreMadeOfFolders()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    QCOMPARE(OwnSetDraft::nameFrom(text), name);
}

void tst_OwnSetDraft::tellsWhatIsThereAndAddsIt()
{
    QVERIFY(!draft_->valid());
    draft_->setFolder(folder_->filePath(u"by folder"_s));
    QCOMPARE(draft_->name(), u"by-folder"_s);
    QTRY_VERIFY(draft_->found());
    QCOMPARE(draft_->found()->labels, (Labels{"no", "yes"}));
    QCOMPARE(draft_->found()->perLabel, (std::vector<int>{2, 1}));
    QCOMPARE(draft_->found()->recordings, 3);
    QVERIFY(draft_->valid());
    draft_->setName(u"a b"_s);
    QVERIFY(!draft_->valid());
    draft_->setName(u"answers"_s);
    draft_->setImages(u"/images"_s);
    draft_->setOneToOne(true);
    QSignalSpy added(draft_.get(), &OwnSetDraft::added);
    draft_->add();
    QCOMPARE(added.size(), 1);
    const auto set = readOwnDataset(data(), "answers");
    QVERIFY(set.ok());
    QCOMPARE(set->labels, (Labels{"no", "yes"}));
    QCOMPARE(int(set->recordings[0].labelsFrom), int(LabelsFrom::Folders));
    QCOMPARE(set->images, std::filesystem::path("/images"));
    QCOMPARE(int(set->alignment), int(Alignment::OneToOne));
    QTRY_VERIFY(catalog_->survey() && catalog_->survey()->own.size() == 1);
}

void tst_OwnSetDraft::labelsThatAreNamed()
{
    draft_->setFolder(folder_->filePath(u"named"_s));
    QTRY_VERIFY(draft_->found());
    QCOMPARE(draft_->found()->labels, (Labels{"3", "7", "hello"}));
    draft_->setLabels(u"3, 7"_s);
    QTRY_VERIFY(draft_->found());
    QCOMPARE(draft_->found()->labels, (Labels{"3", "7"}));
    QCOMPARE(draft_->found()->skipped, 1);
    QCOMPARE(draft_->found()->speakers, 2);
}

void tst_OwnSetDraft::mixed()
{
    for (int digit = 0; digit < 10; ++digit) put(u"data/fsdd/recordings/%1_theo_0.wav"_s.arg(digit));
    draft_->setFolder(folder_->filePath(u"named"_s));
    draft_->setLabels(u"0,1,2,3,4,5,6,7,8,9"_s);
    draft_->setMixedWith(u"fsdd"_s);
    QTRY_VERIFY(draft_->found());
    QCOMPARE(draft_->found()->recordings, 13);
    QCOMPARE(draft_->found()->speakers, 3);
}

void tst_OwnSetDraft::tellsWhatIsWrong()
{
    draft_->setFolder(folder_->filePath(u"nowhere"_s));
    QTRY_VERIFY(draft_->found());
    QVERIFY(draft_->found()->trouble.contains(u"nowhere"_s));
    QVERIFY(!draft_->valid());
    draft_->add();
    QVERIFY(ownDatasets(data()).empty());
    draft_->setFolder(folder_->filePath(u"named"_s));
    draft_->setPlace(Place::Table);  // which one?
    QVERIFY(!draft_->reading() && !draft_->found());
    put(u"list.csv"_s, "file;label\n7_ann_0.wav;seven\n3_ann_0.wav;three\n");
    draft_->setPlace(Place::Table, folder_->filePath(u"list.csv"_s));
    QTRY_VERIFY(draft_->found());
    QVERIFY2(draft_->found()->trouble.isEmpty(), qPrintable(draft_->found()->trouble));
    QCOMPARE(draft_->found()->recordings, 2);
    QCOMPARE(draft_->found()->labels.size(), 10u);  // words of digits are digits
}

void tst_OwnSetDraft::theNewestFolderCounts()
{
    draft_->setFolder(folder_->filePath(u"named"_s));
    draft_->setFolder(folder_->filePath(u"by folder"_s));
    QCOMPARE(draft_->name(), u"named"_s);  // the first gave it
    std::vector<Labels> shown;
    connect(draft_.get(), &OwnSetDraft::changed, this, [&] {
        if (draft_->found()) shown.push_back(draft_->found()->labels);
    });
    QTRY_VERIFY(!draft_->reading());
    draft_->disconnect(this);
    QVERIFY(draft_->found());
    QCOMPARE(shown, (std::vector<Labels>{{"no", "yes"}}));  // what the first holds was never shown, though it was read
    QCOMPARE(draft_->found()->labels, (Labels{"no", "yes"}));
}

QTEST_GUILESS_MAIN(tst_OwnSetDraft)
#include "tst_own_set_draft.moc"
