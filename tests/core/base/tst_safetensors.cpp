#include <QTest>

#include <array>
#include <cstring>
#include <numeric>

#include "core/base/file_size_limit.h"
#include "core/base/safetensors.h"
#include "core/base/temporary_folder.h"

using namespace sonoglyph;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(sonoglyph::DType)
Q_DECLARE_METATYPE(sonoglyph::Errc)

namespace {

/// A file with any header text and data.
std::string fileWith(std::string_view header, std::string_view data)
{
    const std::uint64_t length = header.size();
    std::string out(sizeof length, '\0');
    std::memcpy(out.data(), &length, sizeof length);
    return out.append(header).append(data);
}

struct Sample {
    std::vector<float> weights{1.5F, -2.0F, 0.0F, 3.25F, 1e-40F, 7.0F};
    std::vector<std::int64_t> steps{-1, 1LL << 60};
    std::vector<std::uint8_t> state{1, 2, 255};
    TensorMap tensors{{"net.weight", tensorView<float>(DType::F32, {2, 3}, weights)},
                      {"adam.step", tensorView<std::int64_t>(DType::I64, {2}, steps)},
                      {"random", tensorView<std::uint8_t>(DType::U8, {3}, state)}};
};

bool equal(const TensorMap& a, const TensorMap& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return x.first == y.first && x.second.dtype == y.second.dtype && x.second.shape == y.second.shape &&
               std::equal(x.second.bytes.begin(), x.second.bytes.end(), y.second.bytes.begin(), y.second.bytes.end());
    });
}

}  // namespace

class tst_Safetensors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTypeComesBack_data();
    void everyTypeComesBack();
    void layoutIsTheFormats();
    void equalStatesGiveEqualBytes();
    void valuesAreAligned();
    void emptyTensorsAndNoTensors();
    void headerAlone();
    void metadataMayHoldAnyText();
    void readsUnalignedFiles();
    void refuses_data();
    void refuses();
    void unreadableFiles();
    void truncatedAtEveryLength();
    void flippedBitsNeverCrash();
    void writerRefusesNonsense();
    void failedWriteLeavesTheOldFile();
    void contentHashSeesEverything();

private:
    TemporaryFolder folder_;
};

void tst_Safetensors::everyTypeComesBack_data()
{
    QTest::addColumn<DType>("type");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("size");
    QTest::newRow("F32") << DType::F32 << QByteArray("F32") << 4;
    QTest::newRow("F64") << DType::F64 << QByteArray("F64") << 8;
    QTest::newRow("F16") << DType::F16 << QByteArray("F16") << 2;
    QTest::newRow("I8") << DType::I8 << QByteArray("I8") << 1;
    QTest::newRow("U8") << DType::U8 << QByteArray("U8") << 1;
    QTest::newRow("I32") << DType::I32 << QByteArray("I32") << 4;
    QTest::newRow("I64") << DType::I64 << QByteArray("I64") << 8;
}

void tst_Safetensors::everyTypeComesBack()
{
    QFETCH(DType, type);
    QFETCH(QByteArray, name);
    QFETCH(int, size);
    QCOMPARE(sizeOf(type), std::size_t(size));
    QCOMPARE(std::string(nameOf(type)), name.toStdString());
    std::vector<std::byte> bytes(std::size_t(size) * 24);
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = std::byte(i * 37);
    const TensorMap tensors{{"a", {type, {2, 3, 4}, bytes}}, {"scalar", {type, {}, std::span(bytes).first(std::size_t(size))}}};
    const fs::path file = folder_ / "types.safetensors";
    QVERIFY(writeSafetensors(file, tensors, {{"sonoglyph", "{}"}}).ok());
    const auto read = SafetensorsFile::read(file);
    QVERIFY(read.ok());
    QVERIFY(equal(read->tensors(), tensors));
    QCOMPARE(read->metadata().at("sonoglyph"), std::string("{}"));
    QVERIFY(read->find("a") && !read->find("b"));
}

void tst_Safetensors::layoutIsTheFormats()
{
    const std::array<float, 1> one{1.0F};
    const fs::path file = folder_ / "golden.safetensors";
    QVERIFY(writeSafetensors(file, {{"a", tensorView<float>(DType::F32, {1}, one)}}, {{"k", "v"}}).ok());
    const std::string header = R"({"__metadata__":{"k":"v"},"a":{"data_offsets":[0,4],"dtype":"F32","shape":[1]}})";
    const std::string padding((8 - header.size() % 8) % 8, ' ');
    QCOMPARE(TemporaryFolder::content(file), fileWith(header + padding, std::string_view("\0\0\x80\x3f", 4)));
}

void tst_Safetensors::equalStatesGiveEqualBytes()
{
    const Sample a, b;
    QVERIFY(writeSafetensors(folder_ / "a.safetensors", a.tensors, {{"x", "1"}, {"a", "2"}}).ok());
    QVERIFY(writeSafetensors(folder_ / "b.safetensors", b.tensors, {{"a", "2"}, {"x", "1"}}).ok());
    QCOMPARE(TemporaryFolder::content(folder_ / "a.safetensors"), TemporaryFolder::content(folder_ / "b.safetensors"));
}

void tst_Safetensors::valuesAreAligned()
{
    const std::array<std::uint8_t, 3> odd{1, 2, 3};
    const std::array<double, 2> wide{0.5, 0.25};
    const fs::path file = folder_ / "aligned.safetensors";
    QVERIFY(writeSafetensors(file, {{"a", tensorView<std::uint8_t>(DType::U8, {3}, odd)}, {"b", tensorView<double>(DType::F64, {2}, wide)}})
                .ok());
    const auto read = SafetensorsFile::read(file);
    QVERIFY(read.ok());
    QCOMPARE(reinterpret_cast<std::uintptr_t>(read->find("b")->bytes.data()) % 8, 0u);
    QCOMPARE(read->find("b")->as<double>()[1], 0.25);
    QCOMPARE(read->find("a")->as<std::uint8_t>()[2], std::uint8_t(3));
    std::uint64_t header = 0;
    std::memcpy(&header, TemporaryFolder::content(file).data(), 8);
    QCOMPARE(header % 8, 0u);
}

void tst_Safetensors::emptyTensorsAndNoTensors()
{
    const fs::path file = folder_ / "empty.safetensors";
    QVERIFY(writeSafetensors(file, {}).ok());
    QVERIFY(SafetensorsFile::read(file)->tensors().empty());
    const Sample sample;
    TensorMap tensors = sample.tensors;
    tensors["nothing"] = {DType::F64, {0, 5}, {}};
    tensors["z.nothing"] = {DType::U8, {0}, {}};
    QVERIFY(writeSafetensors(file, tensors).ok());
    const auto read = SafetensorsFile::read(file);
    QVERIFY(read.ok());
    QVERIFY(equal(read->tensors(), tensors));
}

void tst_Safetensors::headerAlone()
{
    const Sample sample;
    const fs::path file = folder_ / "header.safetensors";
    QVERIFY(writeSafetensors(file, sample.tensors, {{"sonoglyph", "{\"format\":1}"}}).ok());
    const auto header = readSafetensorsHeader(file);
    QVERIFY(header.ok());
    QCOMPARE(header->tensors.size(), 3u);
    QCOMPARE(header->tensors.at("net.weight").shape, (std::vector<std::int64_t>{2, 3}));
    QCOMPARE(header->metadata.at("sonoglyph"), std::string("{\"format\":1}"));
}

void tst_Safetensors::metadataMayHoldAnyText()
{
    const TensorMetadata metadata{{"sonoglyph", "{\"path\": \"\\\"a\\nb\", \"name\": \"za\u017c\u00f3\u0142\u0107\"}"}, {"", ""}};
    const fs::path file = folder_ / "metadata.safetensors";
    QVERIFY(writeSafetensors(file, {}, metadata).ok());
    QVERIFY(SafetensorsFile::read(file)->metadata() == metadata);
}

void tst_Safetensors::readsUnalignedFiles()
{
    const std::string header =
        R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"F32","shape":[1],"data_offsets":[1,5]}})";
    const fs::path file = folder_.put("unaligned.safetensors", fileWith(header, std::string_view("\x07\0\0\x80\x3f", 5)));
    auto read = SafetensorsFile::read(file);
    QVERIFY(read.ok());
    const SafetensorsFile moved = std::move(*read);
    QCOMPARE(reinterpret_cast<std::uintptr_t>(moved.find("b")->bytes.data()) % 4, 0u);
    QCOMPARE(moved.find("b")->as<float>()[0], 1.0F);
}

void tst_Safetensors::refuses_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("dataBytes");
    QTest::addColumn<Errc>("code");
    const auto row = [](const char* name, const char* header, int dataBytes, Errc code = Errc::Corrupt) {
        QTest::newRow(name) << QByteArray(header) << dataBytes << code;
    };
    row("no header", "", 0);
    row("no JSON", "hello", 0);
    row("array", "[]", 0);
    row("cut JSON", R"({"a":)", 0);
    row("text behind the JSON", "{} {}", 0);
    row("entry is a number", R"({"a":1})", 0);
    row("no type", R"({"a":{"shape":[1],"data_offsets":[0,4]}})", 4);
    row("no shape", R"({"a":{"dtype":"F32","data_offsets":[0,4]}})", 4);
    row("no offsets", R"({"a":{"dtype":"F32","shape":[1]}})", 4);
    row("type is a number", R"({"a":{"dtype":32,"shape":[1],"data_offsets":[0,4]}})", 4);
    row("unknown type", R"({"a":{"dtype":"BF16","shape":[2],"data_offsets":[0,4]}})", 4, Errc::Incompatible);
    row("negative size", R"({"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}})", 4);
    row("fractional size", R"({"a":{"dtype":"F32","shape":[1.0],"data_offsets":[0,4]}})", 4);
    row("size as text", R"({"a":{"dtype":"F32","shape":["1"],"data_offsets":[0,4]}})", 4);
    row("shape is a number", R"({"a":{"dtype":"F32","shape":1,"data_offsets":[0,4]}})", 4);
    row("product overflows to the right size", R"({"a":{"dtype":"F32","shape":[4611686018427387904,4,1],"data_offsets":[0,0]}})", 0);
    row("size beyond 2^63", R"({"a":{"dtype":"U8","shape":[18446744073709551615],"data_offsets":[0,4]}})", 4);
    row("size beyond 2^64", R"({"a":{"dtype":"U8","shape":[99999999999999999999999],"data_offsets":[0,4]}})", 4);
    row("shape larger than the bytes", R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}})", 4);
    row("shape smaller than the bytes", R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,8]}})", 8);
    row("offsets outside", R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", 4);
    row("offsets backwards", R"({"a":{"dtype":"F32","shape":[0],"data_offsets":[4,0]}})", 4);
    row("three offsets", R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,4]}})", 4);
    row("negative offset", R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}})", 4);
    row("overlap", R"({"a":{"dtype":"U8","shape":[3],"data_offsets":[0,3]},"b":{"dtype":"U8","shape":[2],"data_offsets":[2,4]}})", 4);
    row("hole", R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"U8","shape":[1],"data_offsets":[2,3]}})", 3);
    row("hole at the start", R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}})", 2);
    row("bytes at the end", R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}})", 2);
    row("same name twice", R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}})",
        2);
    row("metadata is no object", R"({"__metadata__":"x"})", 0);
    row("metadata holds a number", R"({"__metadata__":{"a":1}})", 0);
    QTest::newRow("too deep") << QByteArray("{\"a\":") + QByteArray(100000, '[') + QByteArray(100000, ']') + "}" << 0 << Errc::Corrupt;
    QTest::newRow("many dimensions") << QByteArray(R"({"a":{"dtype":"U8","shape":[1)") + QByteArray(",1").repeated(100) +
                                            R"(],"data_offsets":[0,1]}})"
                                     << 1 << Errc::Corrupt;
    QTest::newRow("bad UTF-8") << QByteArray("{\"\xff\":{}}") << 0 << Errc::Corrupt;
}

void tst_Safetensors::refuses()
{
    QFETCH(QByteArray, header);
    QFETCH(int, dataBytes);
    QFETCH(Errc, code);
    const fs::path file = folder_.put("bad.safetensors", fileWith(header.toStdString(), std::string(std::size_t(dataBytes), 'x')));
    const auto read = SafetensorsFile::read(file);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, code);
    QVERIFY(english(read.error()).find(file.string()) != std::string::npos);
    QVERIFY(!readSafetensorsHeader(file).ok());
}

void tst_Safetensors::unreadableFiles()
{
    QCOMPARE(SafetensorsFile::read(folder_ / "missing").error().code, Errc::NotFound);
    QCOMPARE(SafetensorsFile::read(folder_.path()).error().code, Errc::Unreadable);
    QCOMPARE(SafetensorsFile::read("/dev/null").error().code, Errc::Corrupt);
    // A header length that only a file of 2^63 bytes could have must not make anybody take memory.
    const fs::path file = folder_.put("huge.safetensors", std::string("\xff\xff\xff\xff\xff\xff\xff\x7f{}", 10));
    QCOMPARE(SafetensorsFile::read(file).error().code, Errc::Corrupt);
    // A sparse file: the header is longer than any of ours.
    const fs::path sparse = folder_.put("sparse.safetensors", std::string("\0\0\0\x40\0\0\0\0", 8));
    fs::resize_file(sparse, (1ull << 30) + 8);
    QCOMPARE(SafetensorsFile::read(sparse).error().code, Errc::Corrupt);
}

void tst_Safetensors::truncatedAtEveryLength()
{
    const Sample sample;
    QVERIFY(writeSafetensors(folder_ / "whole.safetensors", sample.tensors, {{"sonoglyph", "{}"}}).ok());
    const std::string whole = TemporaryFolder::content(folder_ / "whole.safetensors");
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const fs::path file = folder_.put("cut.safetensors", whole.substr(0, length));
        const auto read = SafetensorsFile::read(file);
        QVERIFY2(!read.ok(), std::to_string(length).c_str());
        QCOMPARE(read.error().code, Errc::Corrupt);
    }
    QVERIFY(!SafetensorsFile::read(folder_.put("long.safetensors", whole + "x")).ok());
}

void tst_Safetensors::flippedBitsNeverCrash()
{
    const Sample sample;
    QVERIFY(writeSafetensors(folder_ / "whole.safetensors", sample.tensors, {{"sonoglyph", "{}"}}).ok());
    const std::string whole = TemporaryFolder::content(folder_ / "whole.safetensors");
    std::uint64_t header = 0;
    std::memcpy(&header, whole.data(), 8);
    int accepted = 0;
    for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
        std::string damaged = whole;
        damaged[bit / 8] = char(damaged[bit / 8] ^ (1 << bit % 8));
        const auto read = SafetensorsFile::read(folder_.put("flipped.safetensors", damaged));
        if (!read) continue;
        ++accepted;
        // What is accepted is well-formed: every view has the bytes of its shape.
        for (const auto& [name, tensor] : read->tensors()) {
            const auto count = std::accumulate(tensor.shape.begin(), tensor.shape.end(), std::int64_t(1), std::multiplies<>());
            QCOMPARE(tensor.bytes.size(), std::size_t(count) * sizeOf(tensor.dtype));
        }
        if (bit / 8 >= 8 + header) {
            QCOMPARE(read->tensors().size(), sample.tensors.size());
            QVERIFY(!equal(read->tensors(), sample.tensors));
        }
    }
    QVERIFY(accepted > 0);  // flips of values and of names
}

void tst_Safetensors::writerRefusesNonsense()
{
    const std::array<float, 2> two{1, 2};
    const fs::path file = folder_ / "nonsense.safetensors";
    QCOMPARE(writeSafetensors(file, {{"a", tensorView<float>(DType::F32, {3}, two)}}).error().code, Errc::Internal);
    QCOMPARE(writeSafetensors(file, {{"a", tensorView<float>(DType::F32, {-2}, two)}}).error().code, Errc::Internal);
    QCOMPARE(writeSafetensors(file, {{"__metadata__", tensorView<float>(DType::F32, {2}, two)}}).error().code, Errc::Internal);
    QVERIFY(!fs::exists(file));
    QCOMPARE(writeSafetensors(folder_ / "nowhere" / "a.safetensors", {}).error().code, Errc::NotFound);
}

void tst_Safetensors::failedWriteLeavesTheOldFile()
{
    TemporaryFolder folder;
    const Sample sample;
    const fs::path file = folder / "a.safetensors";
    QVERIFY(writeSafetensors(file, sample.tensors).ok());
    const std::vector<float> large(100000, 1.0F);
    {
        const FileSizeLimit limit(10000);
        QVERIFY(!writeSafetensors(file, {{"large", tensorView<float>(DType::F32, {100000}, large)}}).ok());
    }
    QVERIFY(equal(SafetensorsFile::read(file)->tensors(), sample.tensors));
    QCOMPARE(TemporaryFolder::names(folder.path()).size(), 1u);
}

void tst_Safetensors::contentHashSeesEverything()
{
    const Sample sample;
    const std::string hash = contentHash(sample.tensors);
    QCOMPARE(hash.size(), 64u);
    QCOMPARE(contentHash(Sample().tensors), hash);
    const fs::path file = folder_ / "hash.safetensors";
    QVERIFY(writeSafetensors(file, sample.tensors, {{"any", "thing"}}).ok());
    QCOMPARE(contentHash(SafetensorsFile::read(file)->tensors()), hash);

    std::vector<std::string> hashes{hash};
    TensorMap renamed = sample.tensors;
    auto node = renamed.extract("random");
    node.key() = "random2";
    renamed.insert(std::move(node));
    hashes.push_back(contentHash(renamed));
    TensorMap reshaped = sample.tensors;
    reshaped["net.weight"].shape = {3, 2};
    hashes.push_back(contentHash(reshaped));
    TensorMap retyped = sample.tensors;
    retyped["random"].dtype = DType::I8;
    hashes.push_back(contentHash(retyped));
    Sample changed;
    changed.weights[5] = 7.0000005F;
    hashes.push_back(contentHash(changed.tensors));
    hashes.push_back(contentHash({}));
    std::sort(hashes.begin(), hashes.end());
    QVERIFY(std::adjacent_find(hashes.begin(), hashes.end()) == hashes.end());
}

QTEST_GUILESS_MAIN(tst_Safetensors)
#include "tst_safetensors.moc"
