// The reproduction seen from the window: what the program says becomes a state, a stop reaches it, trouble is told once.
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include "core/base/temporary_folder.h"
#include "ui/logic/reproduction_job.h"

using namespace sonoglyph;
using namespace Qt::StringLiterals;

class tst_ReproductionJob : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsWhatIsDone()
    {
        ReproductionJob job(
            program("echo '{\"event\":\"progress\",\"item\":\"fsdd-aivae-seed-1\",\"stage\":\"training\",\"fraction\":0.25,\"done\":1,"
                    "\"items\":3,\"seconds_left\":90}'"));
        QSignalSpy ended(&job, &ReproductionJob::ended);
        job.start(u"data"_s, path(u"out"_s), u"1"_s);
        QVERIFY(job.running());
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(ended[0][0].toString(), QString());
        QVERIFY(!job.running());
        QCOMPARE(job.state().item, u"fsdd-aivae-seed-1"_s);
        QCOMPARE(job.state().stage, u"training"_s);
        QCOMPARE(job.state().fraction, 0.25);
        QCOMPARE(job.state().done, 1);
        QCOMPARE(job.state().items, 3);
        QCOMPARE(job.state().secondsLeft.value_or(0), 90.0);
    }

    void asksForWhatWasChosen()
    {
        ReproductionJob job(program("printf '%s\\n' \"$@\" > \"" + path(u"arguments"_s).toStdString() + "\""));
        QSignalSpy ended(&job, &ReproductionJob::ended);
        job.start(u"my data"_s, path(u"out"_s), u"1,scd=10"_s);
        QTRY_COMPARE(ended.size(), 1);
        const std::string arguments = TemporaryFolder::content(folder_ / "arguments");
        QCOMPARE(QString::fromStdString(arguments),
                 u"reproduce\n--json\n--data\nmy data\n--out\n"_s + path(u"out"_s) + u"\n--epochs\n1,scd=10\n"_s);
    }

    void oneAtATime()
    {
        const std::string log = path(u"starts"_s).toStdString();
        ReproductionJob job(program("echo $5 >> \"" + log + "\"; while [ ! -e \"" + path(u"go"_s).toStdString() + "\" ]; do :; done"));
        QSignalSpy ended(&job, &ReproductionJob::ended);
        job.start(u"first"_s, path(u"out"_s), u"1"_s);
        QTRY_VERIFY(QFile::exists(QString::fromStdString(log)));
        job.start(u"second"_s, path(u"other"_s), u"2"_s);
        QVERIFY(!job.stopping());
        folder_.put("go", "");
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(!job.running());
        QCOMPARE(QString::fromStdString(TemporaryFolder::content(log)).count(u'\n'), 1);
        QVERIFY(QFile::remove(path(u"go"_s)));
    }

    void whatIsDoneIsReadAtOnce()
    {
        Reproduction reproduction;
        reproduction.version = "1";
        reproduction.epochs = "1";
        QVERIFY(writeReproduction(folder_.path(), reproduction).ok());
        ReproductionJob job(program("echo '{\"event\":\"progress\",\"stage\":\"training\"}'; echo "
                                    "'{\"event\":\"progress\",\"item\":\"x\",\"stage\":\"done\"}'; while :; do :; done"));
        job.start({}, QString::fromStdString(folder_.path().string()), u"1"_s);
        QTRY_VERIFY(job.results());
        QVERIFY(job.running());
        QVERIFY(!job.state().secondsLeft);
        job.stop();
        QTRY_VERIFY(!job.running());
    }

    void troubleIsItsLastSentence()
    {
        ReproductionJob job(program("echo first >&2; echo 'sonoglyph-cli: There is no data.' >&2; exit 1"));
        QSignalSpy ended(&job, &ReproductionJob::ended);
        job.start({}, path(u"out"_s), u"1"_s);
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(ended[0][0].toString(), u"There is no data."_s);
    }

    void aStopIsNoTrouble()
    {
        ReproductionJob job(
            program("trap 'echo Stopped. >&2; exit 130' TERM; echo '{\"event\":\"progress\",\"item\":\"x\"}'; while :; do :; done"));
        QSignalSpy ended(&job, &ReproductionJob::ended);
        job.start({}, path(u"out"_s), u"1"_s);
        QTRY_COMPARE(job.state().item, u"x"_s);
        job.stop();
        QVERIFY(job.stopping());
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(ended[0][0].toString(), QString());
    }

    void aProgramThatIsNotThereIsTold()
    {
        ReproductionJob job(folder_ / "nothing");
        QSignalSpy ended(&job, &ReproductionJob::ended);
        job.start({}, path(u"out"_s), u"1"_s);
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(!ended[0][0].toString().isEmpty());
    }

    void readsWhatIsMeasured()
    {
        Reproduction reproduction;
        reproduction.version = "1";
        reproduction.epochs = "1";
        QVERIFY(writeReproduction(folder_.path(), reproduction).ok());
        ReproductionJob job;
        QSignalSpy read(&job, &ReproductionJob::resultsChanged);
        job.read(QString::fromStdString(folder_.path().string()));
        QTRY_COMPARE(read.size(), 1);
        QVERIFY(job.results());
        job.read(path(u"nowhere"_s));
        QTRY_COMPARE(read.size(), 2);
        QVERIFY(!job.results());
    }

private:
    std::filesystem::path program(const std::string& script)
    {
        const auto file = folder_.put("program-" + std::to_string(++programs_), "#!/bin/sh\n" + script + "\n");
        std::filesystem::permissions(file, std::filesystem::perms::owner_all);
        return file;
    }
    QString path(const QString& name) const { return QString::fromStdString((folder_.path() / name.toStdString()).string()); }

    TemporaryFolder folder_;
    int programs_ = 0;
};

QTEST_GUILESS_MAIN(tst_ReproductionJob)
#include "tst_reproduction_job.moc"
