#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include "core/audio/sound_file.h"
#include "core/base/safetensors.h"
#include "core/cli/command_line_runner.h"
#include "core/train/run_changes.h"
#include "core/train/run_folder.h"

using namespace sonoglyph;
using namespace Qt::StringLiterals;

class tst_Info : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(dir_.isValid());
        QVERIFY(writeWavFile(path("one.wav"), {8000, std::vector<float>(4000, 0.25f)}));
        QVERIFY(QDir(dir_.path()).mkpath(u"resources/models"_s));
        const std::vector<float> weight(6, 1.0f);
        const TensorMap tensors{{"fc.weight", tensorView<float>(DType::F32, {2, 3}, weight)},
                                {"adam.net.fc.weight.m", tensorView<float>(DType::F32, {2, 3}, weight)}};
        hash_ = QString::fromStdString(contentHash(tensors));
        QVERIFY(writeSafetensors(path("resources/models/small.safetensors"), tensors,
                                 {{"sonoglyph", R"({"format": 1, "kind": "model", "config": {"alpha": 0.5}, "note": "by hand"})"}}));
        QVERIFY(writeSafetensors(path("foreign"), tensors, {{"other", "text"}}));
        QVERIFY(writeSafetensors(path("bad_header.safetensors"), tensors, {{"sonoglyph", "{"}}));
        write("text.wav", "not a sound at all");
        write("text.safetensors", "not tensors at all");
        write("short.safetensors", QByteArray("\x10\0\0\0\0\0\0\0{", 9));
        QVERIFY(QDir(dir_.path()).mkpath(u"empty"_s));
        QVERIFY(RunFolder::create(path("run"), RunConfig{}));
        qputenv("SONOGLYPH_RESOURCES", QFile::encodeName(dir_.filePath(u"resources"_s)));
    }

    void sound()
    {
        const QJsonObject object = info("one.wav");
        QCOMPARE(object[u"what"_s], u"sound"_s);
        QCOMPARE(object[u"rate"_s], 8000);
        QCOMPARE(object[u"channels"_s], 1);
        QCOMPARE(object[u"frames"_s], 4000);
        QCOMPARE(object[u"seconds"_s], 0.5);
    }

    void model_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("by its file") << dir_.filePath(u"resources/models/small.safetensors"_s);
        QTest::newRow("by its name") << u"small"_s;
    }
    void model()
    {
        QFETCH(QString, what);
        const QJsonObject object = runCommandLine({u"info"_s, what, u"--json"_s}).json();
        QCOMPARE(object[u"what"_s], u"model"_s);
        QCOMPARE(object[u"configuration"_s][u"alpha"_s], 0.5);
        QCOMPARE(object[u"note"_s], u"by hand"_s);
        QCOMPARE(object[u"parameters"_s], 6);
        QCOMPARE(object[u"hash"_s], hash_);
        QCOMPARE(object[u"tensors"_s][u"fc.weight"_s], u"F32 2 x 3"_s);
    }

    void foreignTensors()
    {
        const QJsonObject object = info("foreign");
        QCOMPARE(object[u"what"_s], u"tensors"_s);
        QCOMPARE(object[u"hash"_s], hash_);
        QVERIFY(!object.contains(u"configuration"_s));
    }

    void run()
    {
        const QJsonObject object = info("run");
        QCOMPARE(object[u"what"_s], u"run"_s);
        QCOMPARE(object[u"configuration"_s][u"batch"_s], RunConfig{}.batch);
        QVERIFY(!object.contains(u"latest"_s));
        QVERIFY(!object.contains(u"changes"_s));
    }

    void changesOfARun()
    {
        RunChanges changes;
        changes.add({120, RunChange::Field::Alpha, 0.5});
        changes.add({130, RunChange::Field::Networks, 0, Networks::Generator});
        QVERIFY(changes.write(path("run/changes.csv")));
        const QJsonArray told = info("run")[u"changes"_s].toArray();
        QVERIFY(QFile::remove(dir_.filePath(u"run/changes.csv"_s)));
        QCOMPARE(told.size(), 2);
        QCOMPARE(told[0].toObject(), (QJsonObject{{u"step"_s, 120}, {u"field"_s, u"alpha"_s}, {u"value"_s, u"0.5"_s}}));
        QCOMPARE(told[1].toObject(), (QJsonObject{{u"step"_s, 130}, {u"field"_s, u"networks"_s}, {u"value"_s, u"generator"_s}}));
    }

    void builtin()
    {
        const QJsonObject object = runCommandLine({u"info"_s, u"builtin"_s, u"--json"_s}).json();
        QCOMPARE(object[u"models"_s].toArray().size(), 1);
        QCOMPARE(object[u"models"_s][0][u"name"_s], u"small"_s);
        QCOMPARE(object[u"models"_s][0][u"kind"_s], u"model"_s);
        QCOMPARE(object[u"models"_s][0][u"note"_s], u"by hand"_s);
    }

    void withoutJsonItIsForPeople()
    {
        const CommandLineRun run = runCommandLine({u"info"_s, u"small"_s});
        QCOMPARE(run.status, 0);
        QVERIFY2(run.out.contains("\nparameters: 6\n"), run.out);
        QVERIFY2(run.out.contains("\n  alpha: 0.5\n"), run.out);
    }

    void trouble_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"missing.wav", "text.wav", "text.safetensors", "short.safetensors", "bad_header.safetensors", "empty"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void trouble()
    {
        QFETCH(QString, name);
        const CommandLineRun run = runCommandLine({u"info"_s, dir_.filePath(name), u"--json"_s});
        QCOMPARE(run.status, 1);
        QVERIFY(run.out.isEmpty());
        QCOMPARE(run.error.count('\n'), 1);
        QVERIFY2(run.error.contains(name.toUtf8()), run.error);
    }

    void fullDisk()
    {
        if (!QFile::exists(u"/dev/full"_s)) QSKIP("This system has no /dev/full to write to.");
        QProcess process;
        process.setStandardOutputFile(u"/dev/full"_s);
        process.start(QStringLiteral(SONOGLYPH_CLI), {u"info"_s, dir_.filePath(u"one.wav"_s)});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("standard output"));
    }

private:
    std::filesystem::path path(const char* name) const { return QFile::encodeName(dir_.filePath(QString::fromLatin1(name))).toStdString(); }
    void write(const char* name, const QByteArray& content)
    {
        QFile file(dir_.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    QJsonObject info(const char* name) const
    {
        return runCommandLine({u"info"_s, dir_.filePath(QString::fromLatin1(name)), u"--json"_s}).json();
    }

    QTemporaryDir dir_;
    QString hash_;
};

QTEST_GUILESS_MAIN(tst_Info)
#include "tst_info.moc"
