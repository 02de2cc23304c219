// What was said of a run is there later: written by lines, torn lines left out, forgotten from where a run takes another course.
#include <fstream>

#include <QtTest>

#include "core/base/temporary_folder.h"
#include "core/train/run_notices.h"

using namespace sonoglyph;

namespace {

TrainNotice notice(std::int64_t step, TrainNotice::Severity severity, const char* argument)
{
    return {severity, step, {"Since step %1 \"nothing\" is said.", {argument, "ż"}}};
}

}  // namespace

class tst_RunNotices : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        folder_ = std::make_unique<TemporaryFolder>();
        file_ = folder_->path() / "notices.jsonl";
    }

    void whatWasSaidIsRead()
    {
        QVERIFY(readRunNotices(file_)->empty());
        QVERIFY(appendRunNotice(file_, notice(7, TrainNotice::Severity::Warning, "1")).ok());
        QVERIFY(appendRunNotice(file_, notice(9, TrainNotice::Severity::Problem, "8")).ok());
        const auto read = readRunNotices(file_);
        QVERIFY(read.ok());
        QCOMPARE(read->size(), std::size_t(2));
        QCOMPARE((*read)[0].step, 7);
        QVERIFY((*read)[0].severity == TrainNotice::Severity::Warning && (*read)[1].severity == TrainNotice::Severity::Problem);
        QCOMPARE((*read)[1].message.text, std::string("Since step %1 \"nothing\" is said."));
        QCOMPARE((*read)[1].message.arguments, (std::vector<std::string>{"8", "ż"}));
    }

    void aTornLineIsLeftOut()
    {
        QVERIFY(appendRunNotice(file_, notice(7, TrainNotice::Severity::Warning, "1")).ok());
        std::ofstream(file_, std::ios::app) << "{\"step\": 9, \"sever";
        QCOMPARE(readRunNotices(file_)->size(), std::size_t(1));
    }

    void damageIsNamed_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("no JSON") << QByteArray("nonsense");
        QTest::newRow("a key is missing") << QByteArray("{\"step\": 1, \"severity\": \"warning\", \"text\": \"a\"}");
        QTest::newRow("another type") << QByteArray("{\"step\": \"1\", \"severity\": \"warning\", \"text\": \"a\", \"arguments\": []}");
    }

    void damageIsNamed()
    {
        QFETCH(QByteArray, line);
        QVERIFY(appendRunNotice(file_, notice(7, TrainNotice::Severity::Warning, "1")).ok());
        std::ofstream(file_, std::ios::app) << line.constData() << "\n";
        const auto read = readRunNotices(file_);
        QVERIFY(!read.ok());
        QCOMPARE(int(read.error().code), int(Errc::Corrupt));
        QCOMPARE(read.error().message.arguments[1], std::string("2"));
    }

    void whatCameLaterIsForgotten()
    {
        for (const std::int64_t step : {3, 5, 8}) QVERIFY(appendRunNotice(file_, notice(step, TrainNotice::Severity::Info, "")).ok());
        QVERIFY(forgetRunNotices(file_, 5).ok());
        const auto read = readRunNotices(file_);
        QCOMPARE(read->size(), std::size_t(2));
        QCOMPARE(read->back().step, 5);
        QVERIFY(forgetRunNotices(folder_->path() / "none.jsonl", 0).ok());
        QVERIFY(!std::filesystem::exists(folder_->path() / "none.jsonl"));
    }

    void aMissingFolderIsAnError() { QVERIFY(!appendRunNotice(folder_->path() / "no" / "notices.jsonl", {}).ok()); }

private:
    std::unique_ptr<TemporaryFolder> folder_;
    std::filesystem::path file_;
};

QTEST_APPLESS_MAIN(tst_RunNotices)
#include "tst_run_notices.moc"
