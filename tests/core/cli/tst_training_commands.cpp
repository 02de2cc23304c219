// train, evaluate, export, decode, lenet and bench as a script would call them: a tiny run from its start to a decoded image, and every
// kind of bad input.
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

#include <cmath>
#include <csignal>

#include "core/audio/sound_file.h"
#include "core/audio/sounds.h"
#include "core/audio/word_detector.h"
#include "core/base/safetensors.h"
#include "core/cli/command_line_runner.h"
#include "core/data/small_data.h"

using namespace sonoglyph;

namespace {

QString text(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

/// The last of several JSON lines.
QJsonObject lastLine(const QByteArray& out) { return QJsonDocument::fromJson(out.trimmed().split('\n').back()).object(); }

}  // namespace

class tst_TrainingCommands : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("CUDA_VISIBLE_DEVICES", "");  // LibTorch sees no GPU, also where there is one
        word_ = text(data_.path() / "fsdd/recordings/3_theo_1.wav");
        const auto run = runCommandLine(trainLine(QStringLiteral("run"), {QStringLiteral("--json")}));
        QVERIFY2(run.status == 0, run.error);
        for (const QByteArray& line : run.out.trimmed().split('\n')) QVERIFY2(QJsonDocument::fromJson(line).isObject(), line);
        const QJsonObject last = lastLine(run.out);
        QCOMPARE(last[u"event"].toString(), QStringLiteral("finished"));
        QCOMPARE(last[u"step"].toInt(), 4);
        run_ = last[u"run"].toString();
        QCOMPARE(run_, text(out_.path() / "run"));
    }

    void aFolderWithARunIsNotOverwritten()
    {
        const auto again = runCommandLine(trainLine(QStringLiteral("run"), {}));
        QCOMPARE(again.status, 1);
        QVERIFY(again.error.contains("run"));
    }

    void stoppedByASignalItCanBeResumed()
    {
        QProcess process;
        process.start(QStringLiteral(SONOGLYPH_CLI),
                      trainLine(QStringLiteral("stopped"),
                                {QStringLiteral("--epochs"), QStringLiteral("9999"), QStringLiteral("--max-steps"), QStringLiteral("0")}));
        QTRY_VERIFY_WITH_TIMEOUT(TemporaryFolder::content(out_.path() / "stopped/metrics.csv").find("\nstep,") != std::string::npos, 40000);
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(30000));
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(process.readAllStandardError().contains("--resume") || process.readAllStandardOutput().contains("--resume"));
        QVERIFY(std::filesystem::exists(out_.path() / "stopped/latest"));

        const auto before = TemporaryFolder::content(out_.path() / "stopped/latest");
        process.start(QStringLiteral(SONOGLYPH_CLI),
                      {QStringLiteral("train"), QStringLiteral("--json"), QStringLiteral("--resume"), text(out_.path() / "stopped")});
        while (!process.canReadLine() && process.waitForReadyRead(40000)) {}
        QVERIFY2(process.canReadLine(), process.readAllStandardError());  // another epoch is done
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(30000));
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(TemporaryFolder::content(out_.path() / "stopped/latest") != before);
    }

    void evaluateReadsTheRun()
    {
        const auto run = runCommandLine({QStringLiteral("evaluate"), QStringLiteral("--json"), QStringLiteral("--model"), run_});
        QVERIFY2(run.status == 0, run.error);
        const QJsonObject o = run.json();
        QCOMPARE(o[u"examples"].toInt(), 20);
        QCOMPARE(o[u"per_digit"].toArray().size(), 10);
        QCOMPARE(o[u"confusion"].toArray().size(), 10);
        QVERIFY(o[u"accuracy"].toDouble() >= o[u"interval"].toArray()[0].toDouble());
        QVERIFY(o[u"accuracy"].toDouble() <= o[u"interval"].toArray()[1].toDouble());
        QVERIFY(o.contains(u"accuracy_mean") && o.contains(u"diversity"));
        QVERIFY(!o.contains(u"robustness"));
        const QJsonObject set = o[u"sets"].toArray()[0].toObject();
        QCOMPARE(set[u"set"].toString(), QStringLiteral("fsdd"));
        QCOMPARE(set[u"accuracy"], o[u"accuracy"]);
        QCOMPARE(set[u"accuracy_mean"], o[u"accuracy_mean"]);
        QCOMPARE(set[u"per_digit"], o[u"per_digit"]);
        QCOMPARE(set[u"per_digit_mean"].toArray().size(), 10);
        QCOMPARE(set[u"recordings"].toInt(), 10);
        int recordings = 0;
        for (const auto& count : set[u"per_digit_recordings"].toArray()) recordings += count.toInt();
        QCOMPARE(recordings, 10);
    }

    void evaluateTellsHowRobustTheReadingIs()
    {
        const QStringList line{QStringLiteral("evaluate"), QStringLiteral("--robustness"), QStringLiteral("--model"), run_};
        const auto run = runCommandLine(line + QStringList{QStringLiteral("--json")});
        QVERIFY2(run.status == 0, run.error);
        const QJsonArray rows = run.json()[u"robustness"].toArray();
        QStringList changes;
        for (const auto& row : rows) {
            const QJsonObject o = row.toObject();
            changes << o[u"change"].toString();
            QCOMPARE(o[u"recordings"].toInt(), 10);
            for (const char16_t* share : {u"same", u"accuracy", u"accuracy_before"})
                QVERIFY(o[share].toDouble(-1) >= 0 && o[share].toDouble() <= 1);
        }
        QCOMPARE(changes, (QStringList{QStringLiteral("cut to the word"), QStringLiteral("-30 dB"),
                                       QStringLiteral("white noise, 20 dB SNR"), QStringLiteral("pink noise, 20 dB SNR")}));
        QCOMPARE(runCommandLine(line + QStringList{QStringLiteral("--json")}).out, run.out);
        const auto text = runCommandLine(line);
        for (const char* part : {"fsdd, mean of z", "fsdd, recordings", "-30 dB: "}) QVERIFY2(text.out.contains(part), text.out);
    }

    void augmentationIsPartOfTheConfiguration()
    {
        const auto trained = runCommandLine(
            trainLine(QStringLiteral("augmented"),
                      {QStringLiteral("--split"), QStringLiteral("speakers"), QStringLiteral("--time"), QStringLiteral("pad"),
                       QStringLiteral("--augment"), QStringLiteral("microphone"), QStringLiteral("--speed"), QStringLiteral("12.5"),
                       QStringLiteral("--snr"), QStringLiteral("1,2"), QStringLiteral("--max-steps"), QStringLiteral("1")}));
        QVERIFY2(trained.status == 0, trained.error);
        const auto config =
            QJsonDocument::fromJson(QByteArray::fromStdString(TemporaryFolder::content(out_.path() / "augmented/config.json")));
        const QJsonObject augmentation = config[u"augmentation"].toObject();
        QCOMPARE(augmentation[u"speedPercent"].toDouble(), 12.5);
        QCOMPARE(augmentation[u"snrLowest"].toDouble(), 1.0);
        QCOMPARE(augmentation[u"snrHighest"].toDouble(), 2.0);
        QVERIFY(augmentation[u"share"].toDouble() > 0.5 && augmentation[u"roomShare"].toDouble() > 0);
        // A change without a preset is meant for every recording.
        const auto alone = runCommandLine(trainLine(
            QStringLiteral("tilted"), {QStringLiteral("--tilt"), QStringLiteral("6"), QStringLiteral("--max-steps"), QStringLiteral("1")}));
        QVERIFY2(alone.status == 0, alone.error);
        const auto tilted =
            QJsonDocument::fromJson(QByteArray::fromStdString(TemporaryFolder::content(out_.path() / "tilted/config.json")));
        QCOMPARE(tilted[u"augmentation"][u"share"].toDouble(), 1.0);
        QCOMPARE(tilted[u"augmentation"][u"roomShare"].toDouble(), 0.0);
    }

    void smallWeightsMakeSmallFiles()
    {
        qint64 bytes[3] = {};
        const QString names[] = {QStringLiteral("float32"), QStringLiteral("int8"), QStringLiteral("int4")};
        for (int i = 0; i < 3; ++i) {
            const QString file = text(out_.path() / names[i].toStdString());
            const auto exported = runCommandLine({QStringLiteral("export"), run_, QStringLiteral("--out"), file,
                                                  QStringLiteral("--weights"), names[i], QStringLiteral("--json")});
            QVERIFY2(exported.status == 0, exported.error);
            bytes[i] = qint64(exported.json()[u"bytes"].toDouble());
            QCOMPARE(decode({QStringLiteral("--model"), file}).status, 0);
        }
        QVERIFY(bytes[1] < 0.26 * bytes[0]);
        QVERIFY(bytes[2] < 0.14 * bytes[0]);
    }

    void anExportedModelDrawsTheSameImage()
    {
        const QString file = text(out_.path() / "model.safetensors");
        const auto exported = runCommandLine(
            {QStringLiteral("export"), run_, QStringLiteral("--out"), file, QStringLiteral("--note"), QStringLiteral("tiny")});
        QVERIFY2(exported.status == 0, exported.error);
        const auto a = decode({QStringLiteral("--model"), run_, QStringLiteral("--png"), text(out_.path() / "a.png")});
        const auto b = decode({QStringLiteral("--model"), file, QStringLiteral("--png"), text(out_.path() / "b.png")});
        QCOMPARE(a.status, 0);
        QCOMPARE(a.json()[u"mean"], b.json()[u"mean"]);
        QVERIFY(TemporaryFolder::content(out_.path() / "a.png").starts_with("\x89PNG"));
        QVERIFY(TemporaryFolder::content(out_.path() / "a.png") == TemporaryFolder::content(out_.path() / "b.png"));
    }

    void aModelIsToldWhatItsDataSetKnowsOfIt()
    {
        // As an older version wrote it: without them.
        const auto whole = SafetensorsFile::read(run_.toStdString() + "/checkpoints/epoch-0001.safetensors");
        QVERIFY(whole.ok());
        TensorMap weights = whole->tensors();
        std::erase_if(weights, [](const auto& entry) { return entry.first.starts_with("reference."); });
        QVERIFY(weights.size() < whole->tensors().size());
        const auto file = out_.path() / "old.safetensors";
        QVERIFY(writeSafetensors(file, weights, whole->metadata()).ok());
        QVERIFY(!decode({QStringLiteral("--model"), text(file)}).json().contains(u"training_distance"));

        const auto added = runCommandLine({QStringLiteral("annotate"), text(file), QStringLiteral("--json")});
        QVERIFY2(added.status == 0, added.error);
        QVERIFY(added.json()[u"recordings"].toInt() > 40);
        const auto again = SafetensorsFile::read(file);
        QCOMPARE(contentHash(again->tensors()), contentHash(whole->tensors()));
        const auto evaluation =
            runCommandLine({QStringLiteral("evaluate"), QStringLiteral("--model"), text(file), QStringLiteral("--json")});
        const auto told = QJsonDocument::fromJson(QByteArray::fromStdString(again->metadata().at("sonoglyph"))).object();
        QCOMPARE(told[u"measured"].toObject()[u"accuracy"], evaluation.json()[u"accuracy"]);
        QCOMPARE(told[u"measured"].toObject()[u"diversity"], evaluation.json()[u"diversity"]);
        const QJsonArray examples = told[u"examples"].toArray();
        QCOMPARE(examples.size(), added.json()[u"examples"].toInt());
        QVERIFY(examples.size() >= 10);
        for (const auto& example : examples) {
            QCOMPARE(example[u"recording"].toString().left(1).toInt(), example[u"digit"].toInt());
            QCOMPARE(example[u"mean"].toArray().size(), 4);
        }
        const QJsonObject distance = decode({QStringLiteral("--model"), text(file)}).json()[u"training_distance"].toObject();
        QVERIFY(distance[u"distance"].toDouble() > 0);
        QVERIFY(distance[u"share"].toDouble(-1) >= 0);

        const auto folder = runCommandLine({QStringLiteral("annotate"), run_});
        QCOMPARE(folder.status, 2);
        QVERIFY(folder.error.contains("--out"));
    }

    void decodeSaysEverything()
    {
        const QJsonObject o = decode({QStringLiteral("--model"), run_}).json();
        QCOMPARE(o[u"probabilities"].toArray().size(), 10);
        QCOMPARE(o[u"mean"].toArray().size(), 4);
        QCOMPARE(o[u"log_variance"].toArray().size(), 4);
        QVERIFY(o[u"digit"].toInt(-1) >= 0);
        QVERIFY(o[u"milliseconds"].toDouble() > 0);
        const QJsonObject used = o[u"used"].toObject();
        QVERIFY(used[u"word_found"].isBool());
        QCOMPARE(used[u"begin"].toDouble(-1), 0.0);
        QVERIFY(used[u"end"].toDouble() > 0);
    }

    void ofALongFileTheWordIsHeard()
    {
        Sound sound = sounds::noise(8000, 4, 0.0005F, 3);
        for (int i = 0; i < 4000; ++i)
            sound.samples[std::size_t(20000 + i)] += 0.3F * float(std::sin(0.25 * i) * std::sin(std::numbers::pi * i / 4000));
        const auto file = out_.path() / "long.wav", word = out_.path() / "word.wav";
        QVERIFY(writeWavFile(file, sound));
        const QStringList model{QStringLiteral("--model"), run_};
        const auto run = runCommandLine(QStringList{QStringLiteral("decode"), text(file), QStringLiteral("--json")} + model);
        QVERIFY2(run.status == 0, run.error);
        const QJsonObject used = run.json()[u"used"].toObject();
        QVERIFY(used[u"word_found"].toBool());
        const double begin = used[u"begin"].toDouble(), end = used[u"end"].toDouble();
        QVERIFY(std::abs(begin - 2.5) < 0.1 && std::abs(end - 3) < 0.1);
        // As if the file had been cut to it.
        const auto samples = readSoundFile(file);
        QVERIFY(samples && writeWavFile(word, cut(*samples, {std::size_t(std::lround(begin * 8000)), std::size_t(std::lround(end * 8000))}),
                                        WavSamples::Exact));
        const auto cutRun = runCommandLine(QStringList{QStringLiteral("decode"), text(word), QStringLiteral("--json")} + model);
        QVERIFY2(cutRun.status == 0, cutRun.error);
        QCOMPARE(run.json()[u"mean"], cutRun.json()[u"mean"]);
        const auto told = runCommandLine(QStringList{QStringLiteral("decode"), text(file)} + model);
        QVERIFY2(told.out.contains("used: the word, 2."), told.out);
    }

    void samplesFollowTheirSeed()
    {
        const auto drawn = [&](const QString& seed) {
            const QString png = text(out_.path() / "sample.png");
            decode({QStringLiteral("--model"), run_, QStringLiteral("--sample"), QStringLiteral("--seed"), seed, QStringLiteral("--png"),
                    png});
            return TemporaryFolder::content(png.toStdString());
        };
        const auto one = drawn(QStringLiteral("1"));
        QVERIFY(one == drawn(QStringLiteral("1")));
        QVERIFY(one != drawn(QStringLiteral("2")));
    }

    void theBuiltInModelKnowsASpeakersDigit()
    {
        const auto file =
            std::filesystem::path(qEnvironmentVariable("SONOGLYPH_TEST_DATA").toStdString()) / "fsdd/recordings/7_jackson_3.wav";
        if (!std::filesystem::exists(file))
            QSKIP("The Free Spoken Digit Dataset is not there: SONOGLYPH_TEST_DATA names no folder with fsdd/.");
        const auto run = runCommandLine({QStringLiteral("decode"), text(file), QStringLiteral("--json")});
        QVERIFY2(run.status == 0, run.error);
        QCOMPARE(run.json()[u"digit"].toInt(-1), 7);
        QCOMPARE(run.json()[u"mean"].toArray().size(), 64);
    }

    void aClassifierHearsAndDrawsNothing()
    {
        auto line = trainLine(QStringLiteral("hears"),
                              {QStringLiteral("--json"), QStringLiteral("--model"), QStringLiteral("classifier"),
                               QStringLiteral("--epochs"), QStringLiteral("1"), QStringLiteral("--max-steps"), QStringLiteral("0")});
        const auto trained = runCommandLine(line);
        QVERIFY2(trained.status == 0, trained.error);
        QVERIFY2(trained.error.contains("minimised: cross-entropy of the digit\n"), trained.error);
        const QString run = text(out_.path() / "hears");
        QVERIFY(!std::filesystem::exists(out_.path() / "hears/previews/epoch-0001.png"));

        const auto read = runCommandLine({QStringLiteral("evaluate"), QStringLiteral("--json"), QStringLiteral("--model"), run});
        QVERIFY2(read.status == 0, read.error);
        const QJsonObject o = read.json();
        QCOMPARE(o[u"accuracy"], lastLine(trained.out)[u"accuracy"]);
        QCOMPARE(o[u"accuracy_mean"], o[u"accuracy"]);
        QCOMPARE(o[u"per_digit"].toArray().size(), 10);
        QCOMPARE(o[u"interval"].toArray().size(), 2);
        QVERIFY(o[u"cross_entropy"].toDouble() > 0);
        double counted = 0, right = 0;
        for (int digit = 0; digit < 10; ++digit) {
            const QJsonArray row = o[u"confusion"].toArray()[digit].toArray();
            for (const auto& cell : row) counted += cell.toDouble();
            right += row[digit].toDouble();
        }
        QCOMPARE(counted, o[u"examples"].toDouble());
        QCOMPARE(right / counted, o[u"accuracy"].toDouble());

        for (const QStringList& refused :
             {QStringList{QStringLiteral("decode"), word_, QStringLiteral("--model"), run},
              QStringList{QStringLiteral("export"), run, QStringLiteral("--out"), text(out_.path() / "x.st")}}) {
            const auto answer = runCommandLine(refused);
            QCOMPARE(answer.status, 1);
            QVERIFY2(answer.error.contains("hears digits, but draws no images"), answer.error);
        }
    }

    void lenetLearnsAndIsRead()
    {
        const QString file = text(out_.path() / "lenet.safetensors");
        const auto trained =
            runCommandLine({QStringLiteral("lenet"), QStringLiteral("train"), QStringLiteral("--json"), QStringLiteral("--data"),
                            text(data_.path()), QStringLiteral("--epochs"), QStringLiteral("1"), QStringLiteral("--out"), file});
        QVERIFY2(trained.status == 0, trained.error);
        const auto read = runCommandLine({QStringLiteral("lenet"), QStringLiteral("evaluate"), QStringLiteral("--json"),
                                          QStringLiteral("--data"), text(data_.path()), QStringLiteral("--model"), file});
        QVERIFY2(read.status == 0, read.error);
        QCOMPARE(read.json()[u"accuracy"], trained.json()[u"accuracy"]);
        QCOMPARE(read.json()[u"examples"].toInt(), 20);
    }

    void theBuiltInLenetReachesThePapersAccuracy()
    {
        const QString data = qEnvironmentVariable("SONOGLYPH_TEST_DATA");
        if (!std::filesystem::exists(data.toStdString() + "/mnist"))
            QSKIP("MNIST is not there: SONOGLYPH_TEST_DATA names no folder with mnist/.");
        const auto run =
            runCommandLine({QStringLiteral("lenet"), QStringLiteral("evaluate"), QStringLiteral("--json"), QStringLiteral("--data"), data});
        QVERIFY2(run.status == 0, run.error);
        QCOMPARE(run.json()[u"examples"].toInt(), 10000);
        QVERIFY(run.json()[u"accuracy"].toDouble() >= 0.987);
    }

    void benchSaysItsNumbers_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QStringList>("keys");
        const auto words = [](const char* line) { return QString::fromLatin1(line).split(QLatin1Char(' ')); };
        QTest::newRow("train") << words("train --batch 8") << words("samples_per_second milliseconds_per_step gemm_gflops share_of_limit");
        QTest::newRow("train, a table") << words("train --batch 8,12 --threads 1,2") << words("model rows");
        QTest::newRow("train, in turns with another")
            << (words("train --model aivaegan --batch 8 --rounds 2 --against") << QStringLiteral("echo slow; echo 0.5"))
            << words("samples_per_second against");
        QTest::newRow("decode") << words("decode") << words("encode_and_draw_ms draw_ms samples_per_second");
        QTest::newRow("spectrogram") << words("spectrogram") << words("milliseconds samples_per_second");
    }

    void benchSaysItsNumbers()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QStringList, keys);
        const auto run = runCommandLine(QStringList{QStringLiteral("bench")} + arguments +
                                        QStringList{QStringLiteral("--steps"), QStringLiteral("2"), QStringLiteral("--json")});
        QVERIFY2(run.status == 0, run.error);
        for (const QString& key : keys) QVERIFY2(run.json().contains(key), qPrintable(key));
    }

    void badInput_data()
    {
        refusedColumns();
        QTest::newRow("neither out nor resume") << "train" << 2 << QByteArray("--out");
        QTest::newRow("both") << "train --out a --resume b" << 2 << QByteArray("--resume");
        QTest::newRow("unknown data set") << "train --out OUT/x --dataset birds" << 2 << QByteArray("birds");
        QTest::newRow("batch of nothing") << "train --out OUT/x --batch 0" << 2 << QByteArray("batch");
        QTest::newRow("unknown augmentation") << "train --out OUT/x --augment loudness" << 2 << QByteArray("loudness");
        QTest::newRow("augmentation out of range") << "train --out OUT/x --speed 80" << 2 << QByteArray("speedPercent");
        QTest::newRow("augmentation range reversed") << "train --out OUT/x --snr 30,10" << 2 << QByteArray("snrHighest");
        QTest::newRow("half a range") << "train --out OUT/x --snr 30" << 2 << QByteArray("--snr");
        QTest::newRow("batch of words") << "train --out OUT/x --batch many" << 2 << QByteArray("many");
        QTest::newRow("no such speaker") << "train --out OUT/y --data DATA --split speaker:nobody" << 2 << QByteArray("nobody");
        QTest::newRow("no data folder") << "train --out OUT/z --data /nowhere/at/all" << 1 << QByteArray("/nowhere/at/all");
        QTest::newRow("a GPU") << "train --data DATA --out OUT/g --device cuda" << 1 << QByteArray("cuda");
        QTest::newRow("resume at an impossible rate") << "train --resume RUN --lr 7" << 2 << QByteArray("--lr");
        QTest::newRow("resume nothing") << "train --resume OUT/nothing" << 1 << QByteArray("nothing");
        QTest::newRow("unwritable") << "train --data DATA --out WORD/run" << 1 << QByteArray("3_theo_1.wav");
        QTest::newRow("decode without a file") << "decode" << 2 << QByteArray("FILE");
        QTest::newRow("decode a missing file") << "decode OUT/none.wav" << 1 << QByteArray("none.wav");
        QTest::newRow("decode with a missing model") << "decode WORD --model nothing-like-this" << 1 << QByteArray("nothing-like-this");
        QTest::newRow("decode with no model") << "decode WORD --model WORD" << 1 << QByteArray("3_theo_1.wav");
        QTest::newRow("evaluate a missing model") << "evaluate --model nothing-like-this" << 1 << QByteArray("nothing-like-this");
        QTest::newRow("lenet without out") << "lenet train --data DATA" << 2 << QByteArray("--out");
        QTest::newRow("lenet without data") << "lenet train --data /nowhere --out OUT/l" << 1 << QByteArray("/nowhere");
        QTest::newRow("bench nothing") << "bench" << 2 << QByteArray("WHAT");
        QTest::newRow("bench against what fails") << "bench train --against false" << 1 << QByteArray("false");
        QTest::newRow("bench against what gives no number") << "bench train --against pwd" << 1 << QByteArray("pwd");
        QTest::newRow("bench an unknown thing") << "bench singing" << 2 << QByteArray("singing");
    }

    void badInput()
    {
        verifyRefused({{QStringLiteral("OUT"), text(out_.path())},
                       {QStringLiteral("DATA"), text(data_.path())},
                       {QStringLiteral("RUN"), run_},
                       {QStringLiteral("WORD"), word_}});
    }

private:
    QStringList trainLine(const QString& name, const QStringList& more) const
    {
        QStringList line{QStringLiteral("train"),
                         QStringLiteral("--data"),
                         text(data_.path()),
                         QStringLiteral("--out"),
                         text(out_.path()) + QLatin1Char('/') + name,
                         QStringLiteral("--latent"),
                         QStringLiteral("4"),
                         QStringLiteral("--batch"),
                         QStringLiteral("16")};
        if (!more.contains(QStringLiteral("--max-steps"))) line << QStringLiteral("--max-steps") << QStringLiteral("4");
        return line + more;
    }

    CommandLineRun decode(const QStringList& more) const
    {
        return runCommandLine(QStringList{QStringLiteral("decode"), word_, QStringLiteral("--json")} + more);
    }

    small_data::TrainingFolder data_;
    TemporaryFolder out_;
    QString word_, run_;
};

QTEST_GUILESS_MAIN(tst_TrainingCommands)
#include "tst_training_commands.moc"
