#include <QTest>

#include "core/base/digest.h"
#include "core/base/temporary_folder.h"

using namespace sonoglyph;

class tst_Digest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void known_data();
    void known();
    void numbersAreLittleEndian();
    void badFiles();
};

void tst_Digest::known_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("md5");
    QTest::addColumn<QByteArray>("sum");
    // FIPS 180-2 appendix B, RFC 1321 appendix A.5
    QTest::newRow("sha256 empty") << QByteArray() << false
                                  << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTest::newRow("sha256 abc") << QByteArray("abc") << false
                                << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QTest::newRow("sha256 a million") << QByteArray(1000000, 'a') << false
                                      << QByteArray("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    QTest::newRow("md5 empty") << QByteArray() << true << QByteArray("d41d8cd98f00b204e9800998ecf8427e");
    QTest::newRow("md5 abc") << QByteArray("abc") << true << QByteArray("900150983cd24fb0d6963f7d28e17f72");
}

void tst_Digest::known()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, md5);
    QFETCH(QByteArray, sum);
    const DigestKind kind = md5 ? DigestKind::Md5 : DigestKind::Sha256;
    const std::string expected = sum.toStdString(), content = text.toStdString();
    QCOMPARE(digest(content, kind), expected);

    Digest pieces(kind);
    for (std::size_t i = 0; i < content.size(); i += 7) pieces.update(std::string_view(content).substr(i, 7));
    QCOMPARE(pieces.hex(), expected);

    const TemporaryFolder folder;
    QCOMPARE(*fileDigest(folder.put("file", content), kind), expected);
}

void tst_Digest::numbersAreLittleEndian()
{
    Digest sum;
    sum.update(std::uint64_t(0x0102030405060708));
    QCOMPARE(sum.hex(), digest(std::string_view("\x08\x07\x06\x05\x04\x03\x02\x01", 8)));
}

void tst_Digest::badFiles()
{
    const TemporaryFolder folder;
    QCOMPARE(fileDigest(folder / "missing").error().code, Errc::NotFound);
    QCOMPARE(fileDigest(folder.path()).error().code, Errc::Unreadable);
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(fileDigest(folder.put("file", "x"), DigestKind::Sha256, stop.get_token()).error().code, Errc::Cancelled);
}

QTEST_GUILESS_MAIN(tst_Digest)
#include "tst_digest.moc"
