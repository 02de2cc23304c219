#include <set>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "ui/logic/pair_browser.h"
#include "ui/tiny_data.h"

using namespace sonoglyph;

class tst_PairBrowser : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void opensAndShowsAPair();
    void filters();
    void wrapsAround_data();
    void wrapsAround();
    void randomStaysInside();
    void saysWhatIsWrong();
    void cancelled();
    void theLastOfTwoOpened();
    void damagedRecording();
    void endsWhileOpening();

private:
    DatasetConfig config() const;

    QTemporaryDir folder_;
};

void tst_PairBrowser::initTestCase()
{
    QVERIFY(folder_.isValid());
    qputenv("XDG_CACHE_HOME", folder_.filePath(QStringLiteral("cache")).toUtf8());
    QVERIFY(test::writeMnist(folder_.path(), 2));
    QVERIFY(test::writeFsdd(folder_.path(), 4));
}

DatasetConfig tst_PairBrowser::config() const
{
    DatasetConfig config;
    config.folder = folder_.path().toStdString();
    return config;
}

void tst_PairBrowser::opensAndShowsAPair()
{
    PairBrowser browser;
    QCOMPARE(browser.state(), PairBrowser::State::Empty);
    QCOMPARE(browser.count(), 0);
    QSignalSpy sound(&browser, &PairBrowser::soundArrived);
    browser.open(config());
    QCOMPARE(browser.state(), PairBrowser::State::Opening);
    QTRY_COMPARE(browser.state(), PairBrowser::State::Ready);
    QCOMPARE(browser.count(), 20);
    QVERIFY(browser.pair());
    const ShownPair pair = *browser.pair();
    QCOMPARE(pair.image.size(), QSize(28, 28));
    QCOMPARE(pair.image.pixelColor(3, 4).red() / 20, pair.label.toInt());  // the image is one of the digit that is said
    QCOMPARE(pair.spectrogram.bands, 48);
    QCOMPARE(pair.spectrogram.frames, 48);
    QVERIFY(pair.file.contains(QStringLiteral("/%1_%2_").arg(pair.label).arg(pair.speaker)));
    QTRY_COMPARE(sound.size(), 1);
    QCOMPARE(browser.sound()->rate, 8000);
    QCOMPARE(browser.sound()->samples.size(), std::size_t(2000));
}

void tst_PairBrowser::filters()
{
    PairBrowser browser;
    browser.setLabel(7);
    browser.open(config());
    QTRY_COMPARE(browser.state(), PairBrowser::State::Ready);
    for (const auto part : {PairBrowser::Part::Train, PairBrowser::Part::Test}) {
        browser.setPart(part);
        QCOMPARE(browser.count(), 2);
        for (int i = 0; i < 2; ++i, browser.next()) QCOMPARE(browser.pair()->label.toInt(), 7);
    }
    QSignalSpy changed(&browser, &PairBrowser::pairChanged);
    browser.setLabel(-1);
    QCOMPARE(browser.count(), 20);
    QCOMPARE(changed.size(), 1);
    browser.setLabel(-1);
    QCOMPARE(changed.size(), 1);
}

void tst_PairBrowser::wrapsAround_data()
{
    QTest::addColumn<int>("wanted");
    QTest::addColumn<int>("shown");
    QTest::newRow("inside") << 7 << 7;
    QTest::newRow("before the first") << -1 << 19;
    QTest::newRow("after the last") << 20 << 0;
    QTest::newRow("far before") << -41 << 19;
    QTest::newRow("far after") << 65 << 5;
}

void tst_PairBrowser::wrapsAround()
{
    QFETCH(int, wanted);
    QFETCH(int, shown);
    PairBrowser browser;
    browser.setPosition(wanted);  // nothing opened: nothing happens
    QCOMPARE(browser.position(), 0);
    browser.open(config());
    QTRY_COMPARE(browser.state(), PairBrowser::State::Ready);
    browser.setPosition(wanted);
    QCOMPARE(browser.position(), shown);
    QCOMPARE(browser.pair()->position, shown);
}

void tst_PairBrowser::randomStaysInside()
{
    PairBrowser browser;
    browser.random();
    browser.open(config());
    QTRY_COMPARE(browser.state(), PairBrowser::State::Ready);
    std::set<int> seen;
    for (int i = 0; i < 200; ++i) {
        browser.random();
        QVERIFY(browser.position() >= 0 && browser.position() < 20);
        seen.insert(browser.position());
    }
    QVERIFY(seen.size() > 5);
}

void tst_PairBrowser::saysWhatIsWrong()
{
    PairBrowser browser;
    DatasetConfig nowhere = config();
    nowhere.folder = folder_.filePath(QStringLiteral("nowhere")).toStdString();
    browser.open(nowhere);
    QTRY_COMPARE(browser.state(), PairBrowser::State::Failed);
    QVERIFY(!browser.failure().isEmpty());
    QVERIFY(!browser.pair());
    QCOMPARE(browser.dataset(), nullptr);
    browser.open(config());
    QVERIFY(browser.failure().isEmpty());
    QTRY_COMPARE(browser.state(), PairBrowser::State::Ready);
}

void tst_PairBrowser::cancelled()
{
    PairBrowser browser;
    QSignalSpy changed(&browser, &PairBrowser::stateChanged);
    browser.open(config());
    browser.cancel();
    QCOMPARE(browser.state(), PairBrowser::State::Empty);
    browser.open(config());
    QTRY_COMPARE(browser.state(), PairBrowser::State::Ready);
    QCOMPARE(changed.size(), 4);  // opening, empty, opening, ready: nothing of the cancelled one
    browser.cancel();
    QCOMPARE(browser.state(), PairBrowser::State::Ready);
    browser.close();
    QCOMPARE(browser.state(), PairBrowser::State::Empty);
    QCOMPARE(browser.dataset(), nullptr);
    QCOMPARE(browser.count(), 0);
    QVERIFY(!browser.pair());
}

void tst_PairBrowser::theLastOfTwoOpened()
{
    PairBrowser browser;
    DatasetConfig speaker = config();
    speaker.split = "speaker:theo";
    browser.open(config());
    browser.open(speaker);
    QTRY_COMPARE(browser.state(), PairBrowser::State::Ready);
    browser.setPart(PairBrowser::Part::Test);
    for (int i = 0; i < browser.count(); ++i, browser.next()) QCOMPARE(browser.pair()->speaker, QStringLiteral("theo"));
}

void tst_PairBrowser::damagedRecording()
{
    PairBrowser browser;
    browser.open(config());
    QTRY_COMPARE(browser.state(), PairBrowser::State::Ready);
    browser.next();
    const QString file = browser.pair()->file;
    QTRY_VERIFY(browser.sound());
    QVERIFY(QFile::rename(file, file + QStringLiteral(".away")));
    QSignalSpy failed(&browser, &PairBrowser::soundFailed);
    browser.setPosition(browser.position());
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.at(0).at(0).toString().contains(QFileInfo(file).fileName()));
    QVERIFY(!browser.sound());
    QVERIFY(QFile::rename(file + QStringLiteral(".away"), file));
}

void tst_PairBrowser::endsWhileOpening()
{
    PairBrowser browser;
    browser.open(config());
}

QTEST_GUILESS_MAIN(tst_PairBrowser)
#include "tst_pair_browser.moc"
