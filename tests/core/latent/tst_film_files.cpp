// Films as files: the picture, the table, and what cannot be written.
#include <QTest>

#include "core/base/atomic_file.h"
#include "core/base/temporary_folder.h"
#include "core/latent/film_files.h"

using namespace sonoglyph;

namespace {

FilmStrip strip(const char* name, int frames)
{
    FilmStrip out{name, {}, {}};
    for (int i = 0; i < frames; ++i) {
        const auto pixels = std::make_shared<std::vector<std::uint8_t>>(28 * 28, std::uint8_t(10 * i));
        Drawing drawing;
        drawing.image = {28, 28, {pixels, pixels->data()}};
        drawing.z = {0.1F * float(i), -1};
        drawing.reading.probabilities.resize(10);
        drawing.reading.probabilities[3] = 0.25F;
        out.positions.push_back(0.5 * i);
        out.frames.push_back(drawing);
    }
    return out;
}

}  // namespace

class tst_FilmFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theTableHasALineAFrame()
    {
        const std::vector<FilmStrip> strips{strip("dimension 5", 2), strip("a, b", 1)};
        QCOMPARE(toCsv(strips), std::string("strip,frame,position,read,probability,z0,z1\n"
                                            "dimension 5,0,0,3,0.25,0,-1\n"
                                            "dimension 5,1,0.5,3,0.25,0.1,-1\n"
                                            "\"a, b\",0,0,3,0.25,0,-1\n"));
    }

    void thePictureHasTheStripsBelowOneAnother()
    {
        const std::vector<FilmStrip> strips{strip("a", 3), strip("b", 3)};
        const ByteImage image = filmImage(strips);
        QCOMPARE(image.width, 3 * 28 + 2 * 2);
        QCOMPARE(image.height, 2 * 28 + 2);
        QCOMPARE(int(image.pixels.get()[5 * image.width + 35]), 10);
        QCOMPARE(int(image.pixels.get()[5 * image.width + 28]), 255);
    }

    void filesAreTheSameEveryTime()
    {
        const TemporaryFolder folder;
        const std::vector<FilmStrip> strips{strip("a", 3)};
        for (const char* stem : {"one.two", "other"}) QVERIFY(writeFilm(folder.path() / stem, strips, "model").ok());
        for (const char* ending : {".png", ".csv"}) {
            const auto first = readTextFile(withEnding(folder.path() / "one.two", ending)),
                       second = readTextFile(withEnding(folder.path() / "other", ending));
            QVERIFY(first.ok() && second.ok() && !first->empty());
            QVERIFY(*first == *second);
        }
    }

    void whatCannotBeWrittenIsSaid()
    {
        const TemporaryFolder folder;
        QCOMPARE(int(writeFilm(folder.path() / "a", {}, "").error().code), int(Errc::Incompatible));
        const std::vector<FilmStrip> strips{strip("a", 3)};
        QVERIFY(!writeFilm(folder.path() / "no" / "a", strips, "").ok());
    }
};

QTEST_APPLESS_MAIN(tst_FilmFiles)
#include "tst_film_files.moc"
