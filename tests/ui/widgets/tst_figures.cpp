// Export of every kind of figure as SVG, PDF, PNG and CSV: right size, right content, clear errors, behind the window's thread.
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QImageReader>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QSemaphore>
#include <QSignalSpy>
#include <QSpinBox>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QWheelEvent>
#include <QtTest>

#include <atomic>
#include <functional>
#include <memory>

#include "ui/logic/label_text.h"
#include "ui/logic/text.h"
#include "ui/widgets/accuracy_chart.h"
#include "ui/widgets/color_map.h"
#include "ui/widgets/confusion_view.h"
#include "ui/widgets/cursor_curve.h"
#include "ui/widgets/curve_chart.h"
#include "ui/widgets/difference_view.h"
#include "ui/widgets/digit_view.h"
#include "ui/widgets/figure_export.h"
#include "ui/widgets/figure_work.h"
#include "ui/widgets/film_view.h"
#include "ui/widgets/image_grid.h"
#include "ui/widgets/input_view.h"
#include "ui/widgets/kl_bars.h"
#include "ui/widgets/latent_panel.h"
#include "ui/widgets/model_strip.h"
#include "ui/widgets/plane_view.h"
#include "ui/widgets/posterior_view.h"
#include "ui/widgets/reading_bars.h"
#include "ui/widgets/shared_array.h"
#include "ui/widgets/spectrogram_view.h"
#include "ui/widgets/stacked_bars.h"
#include "ui/widgets/step_flow.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/voice_map_view.h"
#include "ui/widgets/wall_view.h"
#include "ui/widgets/waveform_view.h"
#include "ui/widgets/wipe_view.h"
#include "ui/widgets/zeroing_chart.h"

using namespace sonoglyph;

using Made = std::shared_ptr<FigureView>;
using Maker = std::function<Made()>;
Q_DECLARE_METATYPE(Maker)

namespace {

QImage ramp()
{
    QImage image(28, 28, QImage::Format_Grayscale8);
    for (int y = 0; y < 28; ++y) {
        for (int x = 0; x < 28; ++x) image.scanLine(y)[x] = uchar(x * 9);
    }
    return image;
}

Spectrogram slope(int bands, int frames)
{
    Spectrogram s{bands, frames, {}};
    for (int band = 0; band < bands; ++band) {
        for (int frame = 0; frame < frames; ++frame) s.values.push_back(float(band) / float(bands - 1));
    }
    return s;
}

QByteArray contentOf(const QString& file)
{
    QFile f(file);
    return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
}

/// PDF files say when they were made, and have an identity of that.
QByteArray withoutDate(QByteArray file)
{
    QString text = QString::fromLatin1(file);
    text.remove(
        QRegularExpression(QStringLiteral("/CreationDate \\(D:[^)]*\\)|<xmp:[A-Za-z]*Date>[^<]*|/ID \\[[^\\]]*\\]|uuid:[0-9a-f-]*")));
    return text.toLatin1();
}

Made wave()
{
    auto view = std::make_shared<WaveformView>();
    std::vector<float> samples(800);
    for (std::size_t i = 0; i < samples.size(); ++i) samples[i] = i % 2 ? 0.5f : -0.5f;
    view->setSound(samples, 8000);
    view->setWord(100, 500);
    return view;
}

Made spectrum(bool exact)
{
    auto view = std::make_shared<SpectrogramView>();
    view->setParams({}, 8000);
    view->setExact(exact);
    view->setSpectrogram(slope(48, 48), 0.5);
    return view;
}

Made digit()
{
    auto view = std::make_shared<DigitView>();
    view->setImage(ramp());
    return view;
}

Made bars()
{
    auto view = std::make_shared<ReadingBars>();
    view->setReading({{0, 0, 0.75f, 0, 0.25f, 0, 0, 0, 0, 0}, {}});
    return view;
}

Made grid()
{
    auto view = std::make_shared<ImageGrid>();
    view->setRows(
        {{QStringLiteral("Real"), ImageRow::Real, {ramp(), ramp()}}, {QStringLiteral("Generated"), ImageRow::Ours, {ramp(), QImage()}}});
    view->setCaptions({QStringLiteral("0"), QStringLiteral("1")});
    return view;
}

Made chart()
{
    auto view = std::make_shared<CurveChart>();
    view->setAxisTitles(QStringLiteral("step"), QStringLiteral("loss"));
    view->addCurve({QStringLiteral("train")});
    view->addCurve({QStringLiteral("test, held out"), {}, seriesDash(1)});
    view->setPoints(0, {{1, 10}, {2, 5}, {3, 2.5}});
    view->setPoints(1, {{2, 6}});
    return view;
}

Made panel()
{
    auto view = std::make_shared<LatentPanel>();
    const std::vector<float> mean{1, -2, 0}, sigma{0.5f, 0.25f, 1};
    view->setCode(mean, sigma);
    view->setValues(std::vector<float>{3, -2, 0});
    view->setZeroed({false, true, false});
    return view;
}

Made posterior()
{
    auto view = std::make_shared<PosteriorView>();
    const auto pixels = std::make_shared<std::vector<std::uint8_t>>(28 * 28, std::uint8_t(120));
    Drawing draw;
    draw.image = {28, 28, {pixels, pixels->data()}};
    view->setPicture({0, draw.image, 28, 28, std::vector<float>(784, 0.3f), std::vector<Drawing>(16, draw), 1, 0});
    return view;
}

Made models()
{
    auto view = std::make_shared<ModelStrip>();
    view->setCells({{QStringLiteral("built in"), ramp(), QStringLiteral("7"), 0.98, {}},
                    {QStringLiteral("first, epoch 7"), ramp(), QStringLiteral("1"), 0.5, {}}});
    return view;
}

Made confusion()
{
    auto view = std::make_shared<ConfusionView>();
    ConfusionCounts counts(10, std::vector<std::int64_t>(10));
    for (std::size_t digit = 0; digit < 10; ++digit) counts[digit][digit] = 90;
    counts[5][3] = 10;
    view->setCounts(counts, labelTexts(digitLabels()));
    return view;
}

Made zeroing()
{
    auto view = std::make_shared<ZeroingChart>();
    ZeroingCurve curve;
    curve.latent = 8;
    curve.repeats = 3;
    curve.points = {{0, 0.9, 0.88, 0.93, 0.02}, {4, 0.6, 0.5, 0.7, 0.1}, {8, 0.1, 0.1, 0.1, 0}};
    view->setCurves({{QStringLiteral("built in, small"), curve}});
    return view;
}

Made accuracies()
{
    auto view = std::make_shared<AccuracyChart>();
    view->setRows({{QStringLiteral("FSDD"), QStringLiteral("built in, small"), 0.96, 0.94, 0.97, 0.98, {}}},
                  {{QStringLiteral("real images"), 0.99, {}}});
    return view;
}

/// -1 on the left to 1 on the right.
QImage signs()
{
    return mapped(ColorMap::Difference, 28, 28, [](int x, int) { return float(x) / 27; });
}

Made film()
{
    auto view = std::make_shared<FilmView>();
    view->setPositions({QStringLiteral("-1"), QStringLiteral("1")});
    view->setRows({{QStringLiteral("feature 3"), QStringLiteral("1 nat"), {{ramp(), QStringLiteral("7"), 0.9}, {ramp(), {}, 0}}, signs()}});
    return view;
}

Made kl()
{
    auto view = std::make_shared<KlBars>();
    view->setValues({2, 0.001, 1.5, 0.5}, 0.01);
    return view;
}

Made plane()
{
    auto view = std::make_shared<PlaneView>();
    view->setTrails(
        {{QStringLiteral("alpha 0.2"), 0.2, {{1, 0.5, 0.02}, {2, 0.8, 0.04}}, 1}, {QStringLiteral("alpha 2"), 2, {{1, 0.6, 0.03}}, 0}});
    view->setCurrent(0);
    return view;
}

Made cursor()
{
    auto view = std::make_shared<CursorCurve>();
    view->setAxes(QStringLiteral("features"), QStringLiteral("read right"));
    view->setPoints({{0, 0.1, 0.05, 0.2}, {5, 0.6, 0.5, 0.7}, {10, 0.9, 0.85, 0.95}});
    view->setCursor(5);
    return view;
}

Made wipe()
{
    auto view = std::make_shared<WipeView>();
    view->setImages(ramp(), ramp().mirrored(true, false));
    view->setNames(QStringLiteral("one"), QStringLiteral("other"));
    return view;
}

Made stacked()
{
    auto view = std::make_shared<StackedBars>();
    view->setBars(QStringLiteral("digit"), {QStringLiteral("0"), QStringLiteral("1")},
                  {{QStringLiteral("train"), {8, 7}}, {QStringLiteral("test"), {2, 3}}});
    return view;
}

Made flow()
{
    auto view = std::make_shared<StepFlow>();
    view->setStages({{QStringLiteral("Sound"),
                      QStringLiteral("48 x 48"),
                      mapped(ColorMap::Magma, 48, 48, [](int x, int y) { return float(x + y) / 94; }),
                      {},
                      {}},
                     {QStringLiteral("Code"), {}, {}, {1, -2, 0.5}, {0.5, 0.2, 1}},
                     {QStringLiteral("Wishes"), QStringLiteral("1 nat"), signs(), {}, {}}});
    return view;
}

Made difference()
{
    auto view = std::make_shared<DifferenceView>();
    view->setValues(3, 1, std::vector<float>{-1, 0, 1});
    return view;
}

Made map()
{
    auto view = std::make_shared<VoiceMapView>();
    auto dots = std::make_shared<std::vector<MapDot>>();
    for (int i = 0; i < 1500; ++i) dots->push_back({float(i % 97), float(i % 89), std::uint8_t(i % 10), char16_t(u'0' + i % 10)});
    view->setGroups({QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4"),
                     QStringLiteral("5"), QStringLiteral("6"), QStringLiteral("7"), QStringLiteral("8"), QStringLiteral("9")});
    view->setAxes(QStringLiteral("axis 1"), QStringLiteral("axis 2"));
    view->setDots(dots);
    view->setStar(QPointF(30, 40));
    return view;
}

Made wall()
{
    auto view = std::make_shared<WallView>();
    view->setHeads({{QStringLiteral("seven"), QStringLiteral("jackson"), {}, {}}, {QStringLiteral("two"), {}, {}, {}}},
                   {{QStringLiteral("alpha 0.2"), QStringLiteral("epoch 3"), {}, 0.2, true, false},
                    {QStringLiteral("alpha 2"), QStringLiteral("epoch 3"), {}, 2, false, true}});
    for (int row = 0; row < 2; ++row)
        for (int column = 0; column < 2; ++column)
            view->setCell(row, column, {{ramp(), ramp()}, QStringLiteral("7"), 0.8, row == 1, false, {}});
    return view;
}

Made occlusion(Effect effect)
{
    auto view = std::make_shared<InputView>();
    view->setParams({}, 8000);
    view->setSpectrogram(slope(48, 48), 0.5);
    EffectMap effects{48, std::vector<float>(48 * 48), effect, 0.5f};
    for (std::size_t i = 0; i < effects.cells.size(); ++i) effects.cells[i] = float(i % 48) / 96 - (effect == Effect::Loss ? 0.25f : 0);
    view->setEffects(effects);
    return view;
}

Made painted()
{
    auto view = std::static_pointer_cast<CurveChart>(chart());
    const int own = view->addCurve({QStringLiteral("own colour"), QColor(0xc0, 0x20, 0x80)});
    view->setPoints(own, {{1, 4}, {3, 8}});
    view->setBand(own, {{1, 3}, {3, 7}}, {{1, 5}, {3, 9}});
    CurveStyle weighted{QStringLiteral("alpha 0.5")};
    weighted.alpha = 0.5;
    view->setPoints(view->addCurve(weighted), {{1, 6}, {3, 3}});
    view->setMarks({{2, QStringLiteral("here")}});
    return view;
}

/// Waits while it is drawn until it may go on, and counts.
struct SlowFigure : Figure {
    mutable QSemaphore begun, mayGoOn;
    mutable std::atomic<int> drawn = 0;

    QSizeF size() const override { return {100, 100}; }
    void paint(QPainter& painter, const QRectF& area, const Colors& theme) const override
    {
        begun.release();
        mayGoOn.acquire();
        ++drawn;
        painter.fillRect(area, theme.accent);
    }
    QString csv() const override { return QStringLiteral("a\n1\n2\n"); }
};

template <typename T>
T waitedFor(const QFuture<T>& future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000)) qFatal("a figure takes more than 20 s");
    return future.result();
}

}  // namespace

class tst_Figures : public QObject {
    Q_OBJECT

private:
    QTemporaryDir dir_;

    static void kinds()
    {
        QTest::addColumn<Maker>("make");
        QTest::newRow("waveform") << Maker(wave);
        QTest::newRow("spectrogram") << Maker([] { return spectrum(false); });
        QTest::newRow("network input") << Maker([] { return spectrum(true); });
        QTest::newRow("digit") << Maker(digit);
        QTest::newRow("bars") << Maker(bars);
        QTest::newRow("grid") << Maker(grid);
        QTest::newRow("chart") << Maker(chart);
        QTest::newRow("latent") << Maker(panel);
        QTest::newRow("posterior") << Maker(posterior);
        QTest::newRow("models") << Maker(models);
        QTest::newRow("accuracies") << Maker(accuracies);
        QTest::newRow("zeroing") << Maker(zeroing);
        QTest::newRow("confusion") << Maker(confusion);
        QTest::newRow("painted chart") << Maker(painted);
        QTest::newRow("film") << Maker(film);
        QTest::newRow("kl") << Maker(kl);
        QTest::newRow("plane") << Maker(plane);
        QTest::newRow("cursor curve") << Maker(cursor);
        QTest::newRow("wipe") << Maker(wipe);
        QTest::newRow("stacked bars") << Maker(stacked);
        QTest::newRow("flow") << Maker(flow);
        QTest::newRow("difference") << Maker(difference);
        QTest::newRow("map") << Maker(map);
        QTest::newRow("wall") << Maker(wall);
    }
    /// Of which the table has two parts.
    static void kindsWithEffects()
    {
        kinds();
        QTest::newRow("what hiding changes") << Maker([] { return occlusion(Effect::Change); });
        QTest::newRow("what hiding takes away") << Maker([] { return occlusion(Effect::Loss); });
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(dir_.isValid());
        applyTheme(ThemeMode::Dark);  // figures must not take it over
    }

    void everyFormat_data() { kinds(); }
    void everyFormat()
    {
        QFETCH(Maker, make);
        const Made figure = make();
        const ExportOptions options{100, 50, 254, 8};
        for (const QString& extension : figureFormats()) {
            const QString file = dir_.filePath(QStringLiteral("f.") + extension);
            const auto done = exportFigure(*figure->figure(), file, options);
            QVERIFY2(done.ok(), done ? "" : english(done.error()).c_str());
            QVERIFY(contentOf(file).size() > 20);
        }
        QImage png(dir_.filePath(QStringLiteral("f.png")));
        QCOMPARE(png.size(), QSize(1000, 500));
        QCOMPARE(png.pixelColor(0, 0), QColor(Qt::white));
        int inked = 0;
        for (int y = 0; y < png.height(); ++y) {
            for (int x = 0; x < png.width(); ++x) inked += png.pixelColor(x, y) != QColor(Qt::white);
        }
        QVERIFY(inked > 1000);
        QSvgRenderer svg(dir_.filePath(QStringLiteral("f.svg")));
        QVERIFY(svg.isValid());
        QVERIFY(std::abs(svg.viewBoxF().width() - 100 / 25.4 * 72) < 1);
        QVERIFY(std::abs(svg.viewBoxF().height() - 50 / 25.4 * 72) < 1);
        const QByteArray pdf = contentOf(dir_.filePath(QStringLiteral("f.pdf")));
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY2(pdf.contains("/MediaBox [0 0 283"), "100 mm are 283 points");
        QVERIFY(!figure->figureTitle().isEmpty());
    }

    void tablesHaveEqualRows_data() { kinds(); }
    void tablesHaveEqualRows()
    {
        QFETCH(Maker, make);
        QString csv = make()->figure()->csv();
        csv.remove(QRegularExpression(QStringLiteral("\"[^\"]*\"")));
        const QStringList lines = csv.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QVERIFY(lines.size() > 1);
        QVERIFY(csv.endsWith(QLatin1Char('\n')));
        for (const QString& line : lines) QCOMPARE(line.count(QLatin1Char(',')), lines.first().count(QLatin1Char(',')));
    }

    void emptyFiguresDoNotFail_data()
    {
        QTest::addColumn<Maker>("make");
        QTest::newRow("waveform") << Maker([] { return std::make_shared<WaveformView>(); });
        QTest::newRow("spectrogram") << Maker([] { return std::make_shared<SpectrogramView>(); });
        QTest::newRow("digit") << Maker([] { return std::make_shared<DigitView>(); });
        QTest::newRow("bars") << Maker([] { return std::make_shared<ReadingBars>(); });
        QTest::newRow("grid") << Maker([] { return std::make_shared<ImageGrid>(); });
        QTest::newRow("chart") << Maker([] { return std::make_shared<CurveChart>(); });
        QTest::newRow("kl") << Maker([] { return std::make_shared<KlBars>(); });
        QTest::newRow("latent") << Maker([] { return std::make_shared<LatentPanel>(); });
        QTest::newRow("posterior") << Maker([] { return std::make_shared<PosteriorView>(); });
        QTest::newRow("models") << Maker([] { return std::make_shared<ModelStrip>(); });
        QTest::newRow("accuracies") << Maker([] { return std::make_shared<AccuracyChart>(); });
        QTest::newRow("zeroing") << Maker([] { return std::make_shared<ZeroingChart>(); });
        QTest::newRow("confusion") << Maker([] { return std::make_shared<ConfusionView>(); });
    }
    void emptyFiguresDoNotFail()
    {
        QFETCH(Maker, make);
        const Made figure = make();
        QVERIFY(exportFigure(*figure->figure(), dir_.filePath(QStringLiteral("empty.png")), {}).ok());
        QCOMPARE(figure->figure()->csv(), QString());
        figure->resize(300, 200);
        QVERIFY(!figure->grab().isNull());
        QVERIFY(!figure->accessibleName().isEmpty());
    }

    void numbersInTheTables()
    {
        QCOMPARE(chart()->figure()->csv(), QStringLiteral("step,train,\"test, held out\"\n1,10,\n2,5,6\n3,2.5,\n"));
        QVERIFY(bars()->figure()->csv().contains(QStringLiteral("2,0.75\n")));
        const QString latent = panel()->figure()->csv();
        QVERIFY(latent.contains(QStringLiteral("\n0,1,0.5,3,0,")));
        QVERIFY(latent.contains(QStringLiteral("\n1,-2,0.25,-2,1,")));
        QVERIFY(latent.contains(QStringLiteral("\n2,0,1,0,0,0,0\n")));
        const QString sound = wave()->figure()->csv();
        QVERIFY(sound.contains(QStringLiteral("0.000125,0.5\n")));
        QVERIFY(grid()->figure()->csv().contains(QStringLiteral("1,Generated,0,0,0,9,18")));
        QVERIFY(digit()->figure()->csv().contains(QStringLiteral("27,27,0.9529")));
        const QStringList rows = spectrum(false)->figure()->csv().split(QLatin1Char('\n'));
        QCOMPARE(rows.size(), 50);  // head, 48 bands, end
        // Band b peaks at (b + 1) / 49 of the mel range: 3821 Hz for the last of 8 kHz sound.
        QVERIFY2(std::abs(rows[48].section(QLatin1Char(','), 0, 0).toDouble() - 3821) < 1, qPrintable(rows[48].left(30)));
        QVERIFY(rows[48].endsWith(QStringLiteral(",1.0000")));
    }

    void vectorsStayVectors()
    {
        const QString file = dir_.filePath(QStringLiteral("vector.svg"));
        QVERIFY(exportFigure(*chart()->figure(), file, {}).ok());
        const QByteArray svg = contentOf(file);
        QVERIFY(!svg.contains("<image"));
        QVERIFY(svg.contains("<text") || svg.contains("<path"));
        QVERIFY(svg.contains(lightColors().accent.name().toLatin1()));
        QVERIFY(!svg.contains(darkColors().accent.name().toLatin1()));
    }

    void trouble_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<double>("width");
        QTest::addColumn<int>("dpi");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        QTest::newRow("no such folder") << QStringLiteral("/no/such/folder/f.png") << 85. << 300 << int(Errc::Unwritable)
                                        << QStringLiteral("/no/such/folder/f.png");
        QTest::newRow("unknown ending") << dir_.filePath(QStringLiteral("f.bmp")) << 85. << 300 << int(Errc::BadOption)
                                        << QStringLiteral("f.bmp");
        QTest::newRow("no ending") << dir_.filePath(QStringLiteral("f")) << 85. << 300 << int(Errc::BadOption) << QStringLiteral(".svg");
        QTest::newRow("too narrow") << dir_.filePath(QStringLiteral("f.png")) << 1. << 300 << int(Errc::BadOption)
                                    << QStringLiteral("10 to 1000 mm");
        QTest::newRow("no width") << dir_.filePath(QStringLiteral("f.png")) << std::nan("") << 300 << int(Errc::BadOption)
                                  << QStringLiteral("10 to 1000 mm");
        QTest::newRow("too fine") << dir_.filePath(QStringLiteral("f.png")) << 85. << 5000 << int(Errc::BadOption)
                                  << QStringLiteral("72 to 1200");
    }
    void trouble()
    {
        QFETCH(QString, file);
        QFETCH(double, width);
        QFETCH(int, dpi);
        QFETCH(int, code);
        QFETCH(QString, says);
        const Made figure = bars();
        const auto done = exportFigure(*figure->figure(), file, {width, 60, dpi, 8});
        QVERIFY(!done.ok());
        QCOMPARE(int(done.error().code), code);
        QVERIFY2(toText(done.error()).contains(says), qPrintable(toText(done.error())));
    }

    void originComesBack_data()
    {
        QTest::addColumn<QString>("extension");
        for (const char* extension : {"svg", "pdf", "png"}) QTest::newRow(extension) << QString::fromLatin1(extension);
    }
    void originComesBack()
    {
        QFETCH(QString, extension);
        const QString file = dir_.filePath(QStringLiteral("origin.") + extension);
        ExportOptions options;
        QVERIFY(exportFigure(*bars()->figure(), file, options).ok());
        auto read = readProvenance(file);
        QVERIFY(!read.ok());
        QCOMPARE(int(read.error().code), int(Errc::NotFound));
        options.provenance = {{QStringLiteral("page"), QStringLiteral("latent")},
                              {QStringLiteral("state"), QJsonObject{{QStringLiteral("odd"), QString::fromUtf8("<a> & \"b\" ]]> żółw")}}}};
        QVERIFY(exportFigure(*bars()->figure(), file, options).ok());
        read = readProvenance(file);
        QVERIFY2(read.ok(), read ? "" : english(read.error()).c_str());
        for (const QString& key : options.provenance.keys()) QCOMPARE(read->value(key), options.provenance.value(key));
        options.provenance[QStringLiteral("page")] = QStringLiteral("train");
        QVERIFY(exportFigure(*bars()->figure(), file, options).ok());
        QCOMPARE(readProvenance(file)->value(QStringLiteral("page")).toString(), QStringLiteral("train"));
    }

    void noOriginOfOthers_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("code");
        const QByteArray open = "<svg><metadata><sonoglyph:provenance>", close = "</sonoglyph:provenance></metadata></svg>";
        QTest::newRow("another SVG") << "a.svg" << QByteArray("<svg/>") << int(Errc::NotFound);
        QTest::newRow("no PNG") << "a.png" << QByteArray("GIF89a") << int(Errc::NotFound);
        QTest::newRow("cut off") << "b.svg" << QByteArray(open + "{\"page\":") << int(Errc::NotFound);
        QTest::newRow("damaged") << "c.svg" << QByteArray(open + "{{" + close) << int(Errc::Corrupt);
        QTest::newRow("newer") << "d.svg" << QByteArray(open + "{&quot;format&quot;:99}" + close) << int(Errc::NewerFormat);
    }
    void noOriginOfOthers()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        QFile file(dir_.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        const auto read = readProvenance(file.fileName());
        QVERIFY(!read.ok());
        QTEST(int(read.error().code), "code");
        QVERIFY(english(read.error()).find(name.toStdString()) != std::string::npos);
        QCOMPARE(int(readProvenance(dir_.filePath(QStringLiteral("nowhere.svg"))).error().code), int(Errc::Unreadable));
    }

    void coloursAreAChoice()
    {
        ExportOptions options;
        options.colors = PrintColors::Grey;
        const QImage grey = figureImage(*chart()->figure(), options, 100);
        bool allGrey = true;
        for (int y = 0; y < grey.height(); ++y)
            for (int x = 0; x < grey.width(); ++x) {
                const QRgb pixel = grey.pixel(x, y);
                allGrey &= std::abs(qRed(pixel) - qBlue(pixel)) <= 2 && std::abs(qRed(pixel) - qGreen(pixel)) <= 2;
            }
        QVERIFY(allGrey);
        options.colors = PrintColors::Dark;
        QCOMPARE(figureImage(*chart()->figure(), options, 100).pixelColor(0, 0), darkColors().surface);
    }

    void greysHaveNoHue_data() { kindsWithEffects(); }
    void greysHaveNoHue()
    {
        QFETCH(Maker, make);
        ExportOptions options{100, 60, 200, 8};
        options.title = true;
        options.caption = QStringLiteral("Caption");
        options.colors = PrintColors::Grey;
        const QString file = dir_.filePath(QStringLiteral("grey.png"));
        QVERIFY(exportFigure(*make()->figure(), file, options).ok());
        const QImage picture(file);
        QSet<int> greys;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x) {
                const QRgb pixel = picture.pixel(x, y);
                if (qRed(pixel) != qGreen(pixel) || qGreen(pixel) != qBlue(pixel))
                    QFAIL(qPrintable(QStringLiteral("%1 at %2, %3").arg(QColor(pixel).name()).arg(x).arg(y)));
                greys << qRed(pixel);
            }
        QVERIFY(greys.size() > 2);
    }

    void signsStayInGreys_data()
    {
        QTest::addColumn<Maker>("make");
        QTest::addColumn<QPointF>("less");  // shares of the picture
        QTest::addColumn<QPointF>("none");
        QTest::addColumn<QPointF>("more");
        QTest::newRow("difference") << Maker(difference) << QPointF(0.2, 0.5) << QPointF(0.5, 0.5) << QPointF(0.8, 0.5);
        // What hiding brings (less effect than none) is light: -0.25 on the left to 0.24 on the right.
        QTest::newRow("occlusion") << Maker([] { return occlusion(Effect::Loss); }) << QPointF(0.95, 0.5) << QPointF(0.5, 0.5)
                                   << QPointF(0.05, 0.5);
    }
    void signsStayInGreys()
    {
        QFETCH(Maker, make);
        ExportOptions options{60, 60, 100, 8};
        options.colors = PrintColors::Grey;
        const QImage picture = figureImage(*make()->figure(), options, 100);
        const auto at = [&picture](const QPointF& share) {
            return qRed(picture.pixel(int(share.x() * picture.width()), int(share.y() * picture.height())));
        };
        QFETCH(QPointF, less);
        QFETCH(QPointF, none);
        QFETCH(QPointF, more);
        QVERIFY2(std::abs(at(none) - 128) < 12, qPrintable(QString::number(at(none))));
        QVERIFY(at(less) < 80);
        QVERIFY(at(more) > 175);
    }

    void writtenBehindTheWindowTheyAreTheSame_data() { kindsWithEffects(); }
    void writtenBehindTheWindowTheyAreTheSame()
    {
        QFETCH(Maker, make);
        const FigurePtr figure = make()->figure();  // whose view is gone
        for (const PrintColors colors : {PrintColors::Color, PrintColors::Grey, PrintColors::Dark}) {
            ExportOptions options{100, 60, 100, 8};
            options.colors = colors;
            for (const QString& format : colors == PrintColors::Color ? figureFormats() : QStringList{QStringLiteral("png")}) {
                const QString here = dir_.filePath(QStringLiteral("here.") + format),
                              behind = dir_.filePath(QStringLiteral("behind.") + format);
                QVERIFY(exportFigure(*figure, here, options).ok());
                const auto done = waitedFor(behindTheWindow([figure, behind, options] { return exportFigure(*figure, behind, options); }));
                QVERIFY2(done.ok(), done ? "" : english(done.error()).c_str());
                QCOMPARE(withoutDate(contentOf(behind)), withoutDate(contentOf(here)));
            }
        }
    }

    void vectorsLookLikePixels_data()
    {
        kindsWithEffects();
        QTest::newRow("zoomed chart") << Maker([] {
            const auto view = std::static_pointer_cast<CurveChart>(painted());
            view->resize(400, 300);
            view->refreshNow();
            QWheelEvent wheel(QPointF(4, 150), QPointF(), {}, {0, 960}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(view.get(), &wheel);  // over the numbers: of y alone, so that the curves leave it
            return view;
        });
        QTest::newRow("zoomed spectrogram") << Maker([] {
            const auto view = std::static_pointer_cast<SpectrogramView>(spectrum(false));
            view->resize(400, 300);
            view->zoom(0.5, 0.25, view->plotRect().center());
            return view;
        });
        QTest::newRow("zoomed map") << Maker([] {
            const auto view = std::static_pointer_cast<VoiceMapView>(map());
            view->resize(400, 300);
            view->showAll();
            for (int i = 0; i < 4; ++i) QTest::keyClick(view.get(), Qt::Key_Plus);
            return view;
        });
    }
    void vectorsLookLikePixels()
    {
        QFETCH(Maker, make);
        const FigurePtr figure = make()->figure();
        const ExportOptions options{120, 90, 100, 8};
        const QImage pixels = figureImage(*figure, options, 144);
        QImage vectors(pixels.size(), QImage::Format_RGB32);
        vectors.fill(Qt::white);
        QSvgRenderer renderer(figureSvg(*figure, options));
        QPainter painter(&vectors);
        renderer.render(&painter);
        int others = 0;
        for (int y = 0; y < pixels.height(); ++y)
            for (int x = 0; x < pixels.width(); ++x) {
                const QRgb a = pixels.pixel(x, y), b = vectors.pixel(x, y);
                others += std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))}) > 80;
            }
        QVERIFY2(others < pixels.width() * pixels.height() / 600, qPrintable(QString::number(others)));
    }

    void laterValuesDoNotChangeAFigure()
    {
        const auto check = [this](FigureView& view, auto change) {
            const QString csv = view.figure()->csv();
            const QImage picture = figureImage(*view.figure(), {}, 96);
            const FigurePtr figure = view.figure();
            change();
            QVERIFY(view.figure()->csv() != csv);
            const ExportOptions options;
            const QString file = dir_.filePath(QStringLiteral("kept.csv"));
            QVERIFY(waitedFor(behindTheWindow([figure, file, options] { return exportFigure(*figure, file, options); })).ok());
            QCOMPARE(QString::fromUtf8(contentOf(file)), csv);
            QCOMPARE(figureImage(*figure, {}, 96), picture);
        };
        const auto curves = std::static_pointer_cast<CurveChart>(chart());
        check(*curves, [&] { curves->appendPoints(0, {{4, 1}, {5, 20}}); });
        check(*curves, [&] { curves->clearCurves(); });
        const auto sounds = std::static_pointer_cast<WaveformView>(wave());
        check(*sounds, [&] { sounds->appendSamples(std::vector<float>(100, 0.9f)); });
        const auto sliders = std::static_pointer_cast<LatentPanel>(panel());
        check(*sliders, [&] { sliders->setValues(std::vector<float>{0, 0, 0}); });
        const auto images = std::static_pointer_cast<WallView>(wall());
        check(*images, [&] { images->setCell(0, 0, {{QImage(ramp().mirrored())}, QStringLiteral("1"), 0.1, true, false, {}}); });
        const auto bands = std::static_pointer_cast<SpectrogramView>(spectrum(false));
        check(*bands, [&] { bands->appendColumn(std::vector<float>(48, 1.0f)); });
        const auto table = std::static_pointer_cast<ConfusionView>(confusion());
        check(*table, [&] { table->setCounts({{1, 2}, {3, 4}}, {QStringLiteral("a"), QStringLiteral("b")}); });
    }

    void copiesOfAnArrayGrowApart()
    {
        SharedArray<int> first;
        for (int i = 0; i < 20; ++i) first.push_back(i);
        SharedArray<int> second = first;
        QCOMPARE(second.begin(), first.begin());  // nothing was copied
        first.push_back(100);
        QCOMPARE(second.size(), std::size_t(20));
        second.push_back(200);
        second.push_back(201);
        first.push_back(101);
        QCOMPARE(std::vector(first.begin() + 19, first.end()), (std::vector{19, 100, 101}));
        QCOMPARE(std::vector(second.begin() + 19, second.end()), (std::vector{19, 200, 201}));
        SharedArray<int> third;
        third = first;
        first.clear();
        QVERIFY(first.empty());
        QCOMPARE(third.back(), 101);
    }

    /// A copy of a growing curve is read by one thread while another appends to the curve: the sanitizer for threads would tell.
    void aGrowingCurveCanBeWritten()
    {
        const auto view = std::static_pointer_cast<CurveChart>(chart());
        QList<QFuture<QString>> tables;
        for (int i = 0; i < 50; ++i) {
            tables << behindTheWindow([figure = view->figure()] { return figure->csv(); });
            for (int k = 0; k < 100; ++k) view->appendPoints(0, {{4.0 + 100 * i + k, double(k)}});
        }
        for (int i = 0; i < tables.size(); ++i) QCOMPARE(waitedFor(tables[i]).count(u'\n'), 1 + 3 + 100 * i);
    }

    void aNewerPreviewWins()
    {
        const auto figure = std::make_shared<SlowFigure>();
        const auto end = qScopeGuard([&figure] { figure->mayGoOn.release(100); });  // also where the test fails
        FigurePreview previews(figure);
        QSignalSpy drawn(&previews, &FigurePreview::drawn);
        const auto wish = [](double width, const char* format) {
            return FigurePreview::Wish{{width, 50, 96, 8}, 25.4, QString::fromLatin1(format)};
        };
        previews.ask(wish(10, "pdf"));
        figure->begun.acquire();
        for (const double width : {20., 30., 40.}) previews.ask(wish(width, "csv"));
        figure->mayGoOn.release(2);
        QTRY_COMPARE(drawn.count(), 1);
        const auto shown = drawn.takeFirst().at(0).value<FigurePreview::Drawn>();
        QCOMPARE(shown.image.size(), QSize(40, 50));
        QCOMPARE(shown.lines, std::optional(3));
        QCOMPARE(figure->drawn.load(), 2);  // the two in between never were
        previews.ask(wish(15, "svg"));
        figure->mayGoOn.release();
        QTRY_COMPARE(drawn.count(), 1);
        QVERIFY(!drawn.first().at(0).value<FigurePreview::Drawn>().lines);
    }

    void theDialogDoesNotWaitForItsPreview()
    {
        const auto figure = std::make_shared<SlowFigure>();
        const auto end = qScopeGuard([&figure] { figure->mayGoOn.release(100); });  // also where the test fails
        {
            ExportDialog dialog(figure);
            auto* preview = dialog.findChild<QLabel*>();
            QVERIFY(preview->pixmap().isNull());
            dialog.findChild<QDoubleSpinBox*>()->setValue(50);  // while the first is being drawn
            figure->mayGoOn.release(2);
            QTRY_VERIFY(!preview->pixmap().isNull());
            dialog.findChild<QDoubleSpinBox*>()->setValue(60);
        }
        figure->mayGoOn.release();  // the dialog is gone before its preview is there
        QTRY_COMPARE(figure->drawn.load(), 3);
    }

    void aCopyComesToTheClipboard_data()
    {
        QTest::addColumn<QString>("format");
        QTest::newRow("picture") << QStringLiteral("png");
        QTest::newRow("numbers") << QStringLiteral("csv");
    }
    void aCopyComesToTheClipboard()
    {
        QFETCH(QString, format);
        QGuiApplication::clipboard()->clear();
        {
            ExportDialog dialog(bars()->figure());
            auto* formats = dialog.findChild<QComboBox*>();
            formats->setCurrentIndex(formats->findData(format));
            for (QPushButton* button : dialog.findChildren<QPushButton*>())
                if (button->text() == ExportDialog::tr("Copy")) button->click();
        }  // closed at once: the copy comes all the same
        const auto has = [&format] {
            const QMimeData* data = QGuiApplication::clipboard()->mimeData();
            if (!data) return false;
            return format == QLatin1String("png") ? data->hasImage() && data->hasFormat(QStringLiteral("image/svg+xml"))
                                                  : data->text() == bars()->figure()->csv();
        };
        QTRY_VERIFY(has());
    }

    void titleAndCaptionTakeTheirRoom()
    {
        ExportOptions options;
        options.title = true;
        options.caption = QStringLiteral("What it shows & how");
        const QByteArray svg = figureSvg(*bars()->figure(), options);
        QVERIFY(svg.contains(bars()->figureTitle().toUtf8()));
        QVERIFY(svg.contains("What it shows &amp; how"));
        options.title = false;
        options.caption.clear();
        QVERIFY(!figureSvg(*bars()->figure(), options).contains(">" + bars()->figureTitle().toUtf8() + "</text"));
    }

    void allFiguresOfAPage()
    {
        const Made one = bars(), two = bars(), three = chart();
        const QString folder = dir_.filePath(QStringLiteral("all"));
        QVERIFY(QDir().mkpath(folder));
        const QStringList formats{QStringLiteral("svg"), QStringLiteral("csv")};
        const auto empty = std::make_shared<CurveChart>();  // of which there is nothing to write
        const auto files = waitedFor(exportAll({one->figure(), two->figure(), three->figure(), empty->figure()}, folder, formats, {}));
        QVERIFY(files.ok());
        QCOMPARE(files->size(), 6);
        QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 6);  // of equal names none is lost
        const auto nowhere = waitedFor(exportAll({one->figure()}, folder + QStringLiteral("/nowhere"), formats, {}));
        QVERIFY(!nowhere.ok());
        QCOMPARE(int(nowhere.error().code), int(Errc::Unwritable));
        QVERIFY(toText(nowhere.error()).contains(QStringLiteral("nowhere")));
    }

    void aFileIsReplacedWholeOrNotAtAll()
    {
        const QString file = dir_.filePath(QStringLiteral("whole.csv"));
        QVERIFY(exportFigure(*bars()->figure(), file, {}).ok());
        const QByteArray before = contentOf(file);
        QVERIFY(!exportFigure(*bars()->figure(), file, {1, 1, 300, 8}).ok());
        QCOMPARE(contentOf(file), before);
        QCOMPARE(QDir(dir_.path()).entryList({QStringLiteral("whole*")}).size(), 1);
    }

    void theDialogOffersTheNaturalSize()
    {
        const Made figure = chart();
        ExportDialog dialog(figure->figure());
        QVERIFY(std::abs(dialog.options().widthMm - 340 / 72.0 * 25.4) < 0.1);
        auto* format = dialog.findChild<QComboBox*>();
        auto* dpi = dialog.findChildren<QSpinBox*>().first();
        for (const char* extension : {"pdf", "svg", "png", "csv", "json", "tex", "md"}) {
            format->setCurrentIndex(format->findData(QLatin1String(extension)));
            QCOMPARE(dialog.extension(), QLatin1String(extension));
            QCOMPARE(dpi->isEnabled(), QLatin1String(extension) == QLatin1String("png"));
        }
        dialog.findChild<QDoubleSpinBox*>()->setValue(60);
        QCOMPARE(dialog.options().widthMm, 60.0);
        QVERIFY(!dialog.grab().isNull());
    }

    void everyFigureHasItsAction()
    {
        const Made figure = chart();
        QAction* action = figure->exportFigureAction();
        QVERIFY(figure->actions().contains(action));
        QCOMPARE(action->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_E));
        figure->setFigureTitle(QStringLiteral("Loss of run 7"));
        QCOMPARE(figure->figureTitle(), QStringLiteral("Loss of run 7"));
    }
};

QTEST_MAIN(tst_Figures)
#include "tst_figures.moc"
