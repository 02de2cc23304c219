#include <QTest>

#include <zlib.h>

#include "core/base/digest.h"
#include "core/data/mnist.h"
#include "core/data/small_data.h"

using namespace sonoglyph;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(sonoglyph::Errc)

namespace {

std::string packed(const std::string& content)
{
    const TemporaryFolder folder;
    const fs::path file = folder / "packed.gz";
    gzFile out = gzopen(file.c_str(), "wb");
    gzwrite(out, content.data(), unsigned(content.size()));
    gzclose(out);
    return TemporaryFolder::content(file);
}

}  // namespace

class tst_Mnist : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void picturesOutliveTheImages();
    void refuses_data();
    void refuses();
    void labelsAreNotOnlyDigits();
    void truncatedAnywhere_data();
    void truncatedAnywhere();
    void missingFilesAreNamed_data();
    void missingFilesAreNamed();
    void realData();
};

void tst_Mnist::reads_data()
{
    QTest::addColumn<bool>("gz");
    QTest::addColumn<QString>("separator");
    QTest::addColumn<int>("count");
    QTest::newRow("plain") << false << "-" << 25;
    QTest::newRow("packed") << true << "-" << 25;
    QTest::newRow("dots in the name") << false << "." << 25;
    QTest::newRow("one image") << true << "-" << 1;
    QTest::newRow("no image") << false << "-" << 0;
}

void tst_Mnist::reads()
{
    QFETCH(bool, gz);
    QFETCH(QString, separator);
    QFETCH(int, count);
    const TemporaryFolder folder;
    const std::string dot = separator.toStdString(), end = gz ? ".gz" : "";
    const std::string images = small_data::idxImages(std::uint32_t(count)), labels = small_data::idxLabels(std::uint32_t(count));
    for (const std::string rank : {"train", "t10k"}) {
        folder.put(rank + "-images" + dot + "idx3-ubyte" + end, gz ? packed(images) : images);
        folder.put(rank + "-labels" + dot + "idx1-ubyte" + end, gz ? packed(labels) : labels);
    }
    for (const MnistPart part : {MnistPart::Train, MnistPart::Test}) {
        const auto digits = readMnist(folder.path(), part);
        QVERIFY2(digits.ok(), digits.ok() ? "" : english(digits.error()).c_str());
        QCOMPARE(digits->count(), count);
        QCOMPARE(digits->pixels().size(), std::size_t(count) * 784);
        for (int i = 0; i < count; ++i) {
            QCOMPARE(digits->label(i), i % 10);
            QCOMPARE(digits->pixels(i).size(), 784u);
            QCOMPARE(int(digits->pixels(i).front()), i);
            QCOMPARE(int(digits->pixels(i).back()), i);
        }
        std::size_t inClasses = 0;
        for (int digit = 0; digit < 10; ++digit) {
            for (const auto i : digits->indicesOf(digit)) QCOMPARE(digits->label(int(i)), digit);
            inClasses += digits->indicesOf(digit).size();
        }
        QCOMPARE(inClasses, std::size_t(count));
    }
}

void tst_Mnist::picturesOutliveTheImages()
{
    ByteImage image;
    {
        const DigitImages images(std::vector<std::uint8_t>(2 * 784, 7), {3, 4});
        image = images.image(1);
    }
    QCOMPARE(image.width, 28);
    QCOMPARE(image.height, 28);
    QCOMPARE(int(image.pixels.get()[783]), 7);
    QCOMPARE(DigitImages().count(), 0);
    QVERIFY(DigitImages().pixels().empty());
}

void tst_Mnist::refuses_data()
{
    using namespace small_data;
    QTest::addColumn<QByteArray>("images");
    QTest::addColumn<QByteArray>("labels");
    QTest::addColumn<QString>("named");
    const auto row = [](const char* name, const std::string& images, const std::string& labels, const char* named) {
        QTest::newRow(name) << QByteArray::fromStdString(images) << QByteArray::fromStdString(labels) << named;
    };
    const std::string images = idxImages(3), labels = idxLabels(3);
    row("empty images", "", labels, "images");
    row("empty labels", images, "", "labels");
    row("text", "hello, this is no image file", labels, "images");
    row("labels for images", labels, labels, "images");
    row("images for labels", images, images, "labels");
    row("other type of values", bigEndian(0xd03) + images.substr(4), labels, "images");
    row("32x32", idxImages(3, 32), labels, "images");
    row("more promised than there is", bigEndian(0x803) + bigEndian(4) + images.substr(8), labels, "images");
    row("2^32 images", bigEndian(0x803) + bigEndian(0xffffffff) + images.substr(8), labels, "images");
    row("sizes that overflow", bigEndian(0x803) + bigEndian(0xffffffff) + bigEndian(0xffffffff) + bigEndian(0xffffffff), labels, "images");
    row("packed, 2^32 images", packed(bigEndian(0x803) + bigEndian(0xffffffff) + images.substr(8)), labels, "images");
    row("longer than promised", images + "x", labels, "images");
    row("packed, longer than promised", packed(images + "x"), labels, "images");
    row("fewer labels", images, idxLabels(2), "labels");
    std::string flipped = packed(images);
    flipped[flipped.size() - 5] = char(~flipped[flipped.size() - 5]);
    row("packed, wrong checksum", flipped, labels, "images");
}

void tst_Mnist::refuses()
{
    QFETCH(QByteArray, images);
    QFETCH(QByteArray, labels);
    QFETCH(QString, named);
    const TemporaryFolder folder;
    const auto digits = readIdxDigits(folder.put("images", images.toStdString()), folder.put("labels", labels.toStdString()));
    QVERIFY(!digits.ok());
    QCOMPARE(digits.error().code, Errc::Corrupt);
    QVERIFY2(english(digits.error()).find((folder / named.toStdString()).string()) != std::string::npos, english(digits.error()).c_str());
}

void tst_Mnist::labelsAreNotOnlyDigits()
{
    using namespace small_data;
    const TemporaryFolder folder;
    const auto images =
        readIdxDigits(folder.put("images", idxImages(3)), folder.put("labels", bigEndian(0x801) + bigEndian(3) + "\1\xff\1"));
    QVERIFY(images.ok());
    QCOMPARE(images->label(1), 255);
    QCOMPARE(images->labelCount(), 256);
    QCOMPARE(images->indicesOf(1), (std::vector<std::uint32_t>{0, 2}));
    QVERIFY(images->indicesOf(0).empty());
    QVERIFY(images->indicesOf(256).empty());
}

void tst_Mnist::truncatedAnywhere_data()
{
    QTest::addColumn<bool>("gz");
    QTest::newRow("plain") << false;
    QTest::newRow("packed") << true;
}

void tst_Mnist::truncatedAnywhere()
{
    QFETCH(bool, gz);
    const TemporaryFolder folder;
    std::string images = small_data::idxImages(2);
    if (gz) images = packed(images);
    const auto labels = folder.put("labels", small_data::idxLabels(2));
    for (std::size_t length = 0; length < images.size(); length += gz ? 1 : 13) {
        const auto digits = readIdxDigits(folder.put("images", images.substr(0, length)), labels);
        QVERIFY2(!digits.ok(), std::to_string(length).c_str());
        QCOMPARE(digits.error().code, Errc::Corrupt);
    }
}

void tst_Mnist::missingFilesAreNamed_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("train");
    QTest::newRow("train images") << "train-images-idx3-ubyte" << true;
    QTest::newRow("train labels") << "train-labels-idx1-ubyte" << true;
    QTest::newRow("test images") << "t10k-images-idx3-ubyte" << false;
    QTest::newRow("test labels") << "t10k-labels-idx1-ubyte" << false;
}

void tst_Mnist::missingFilesAreNamed()
{
    QFETCH(QString, file);
    QFETCH(bool, train);
    const TemporaryFolder folder;
    small_data::putMnist(folder);
    const fs::path mnist = folder / "mnist";
    fs::remove(mnist / file.toStdString());
    const auto digits = readMnist(mnist, train ? MnistPart::Train : MnistPart::Test);
    QVERIFY(!digits.ok());
    QCOMPARE(digits.error().code, Errc::NotFound);
    QVERIFY(english(digits.error()).find((mnist / file.toStdString()).string()) != std::string::npos);
    QVERIFY(readMnist(mnist, train ? MnistPart::Test : MnistPart::Train).ok());
    QCOMPARE(readMnist(folder / "nowhere", MnistPart::Train).error().code, Errc::NotFound);
    fs::create_directory(mnist / file.toStdString());  // a folder of that name
    QCOMPARE(readMnist(mnist, train ? MnistPart::Train : MnistPart::Test).error().code, Errc::Unreadable);
}

void tst_Mnist::realData()
{
    const fs::path mnist = fs::path(qgetenv("SONOGLYPH_TEST_DATA").toStdString()) / "mnist";
    if (!fs::is_directory(mnist)) QSKIP("No real data: set SONOGLYPH_TEST_DATA to a folder with mnist/.");
    const auto train = readMnist(mnist, MnistPart::Train), test = readMnist(mnist, MnistPart::Test);
    QVERIFY(train.ok() && test.ok());
    QCOMPARE(train->count(), 60000);
    QCOMPARE(test->count(), 10000);
    // MD5 of the unpacked files, header included.
    const auto sum = [](const DigitImages& digits) {
        Digest md5(DigestKind::Md5);
        using small_data::bigEndian;
        md5.update(bigEndian(0x803) + bigEndian(std::uint32_t(digits.count())) + bigEndian(28) + bigEndian(28));
        md5.update(std::as_bytes(digits.pixels()));
        return md5.hex();
    };
    QCOMPARE(sum(*train), std::string("6bbc9ace898e44ae57da46a324031adb"));
    QCOMPARE(sum(*test), std::string("2646ac647ad5339dbf082846283269ea"));
    QCOMPARE(train->indicesOf(5).size(), 5421u);
    QCOMPARE(test->indicesOf(1).size(), 1135u);
}

QTEST_GUILESS_MAIN(tst_Mnist)
#include "tst_mnist.moc"
