// Export of every kind of figure as SVG, PDF, PNG and CSV: right size, right content, clear errors.
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QImageReader>
#include <QRegularExpression>
#include <QSpinBox>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QtTest>

#include <functional>
#include <memory>

#include "ui/logic/label_text.h"
#include "ui/logic/text.h"
#include "ui/widgets/accuracy_chart.h"
#include "ui/widgets/confusion_view.h"
#include "ui/widgets/curve_chart.h"
#include "ui/widgets/digit_view.h"
#include "ui/widgets/figure_export.h"
#include "ui/widgets/image_grid.h"
#include "ui/widgets/kl_bars.h"
#include "ui/widgets/latent_panel.h"

#include "ui/widgets/model_strip.h"
#include "ui/widgets/posterior_view.h"
#include "ui/widgets/reading_bars.h"
#include "ui/widgets/spectrogram_view.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/waveform_view.h"
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
            const auto done = exportFigure(*figure, file, options);
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
        QString csv = make()->figureCsv();
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
        QVERIFY(exportFigure(*figure, dir_.filePath(QStringLiteral("empty.png")), {}).ok());
        QCOMPARE(figure->figureCsv(), QString());
        figure->resize(300, 200);
        QVERIFY(!figure->grab().isNull());
        QVERIFY(!figure->accessibleName().isEmpty());
    }

    void numbersInTheTables()
    {
        QCOMPARE(chart()->figureCsv(), QStringLiteral("step,train,\"test, held out\"\n1,10,\n2,5,6\n3,2.5,\n"));
        QVERIFY(bars()->figureCsv().contains(QStringLiteral("2,0.75\n")));
        const QString latent = panel()->figureCsv();
        QVERIFY(latent.contains(QStringLiteral("\n0,1,0.5,3,0,")));
        QVERIFY(latent.contains(QStringLiteral("\n1,-2,0.25,-2,1,")));
        QVERIFY(latent.contains(QStringLiteral("\n2,0,1,0,0,0,0\n")));
        const QString sound = wave()->figureCsv();
        QVERIFY(sound.contains(QStringLiteral("0.000125,0.5\n")));
        QVERIFY(grid()->figureCsv().contains(QStringLiteral("1,Generated,0,0,0,9,18")));
        QVERIFY(digit()->figureCsv().contains(QStringLiteral("27,27,0.9529")));
        const QStringList rows = spectrum(false)->figureCsv().split(QLatin1Char('\n'));
        QCOMPARE(rows.size(), 50);  // head, 48 bands, end
        // Band b peaks at (b + 1) / 49 of the mel range: 3821 Hz for the last of 8 kHz sound.
        QVERIFY2(std::abs(rows[48].section(QLatin1Char(','), 0, 0).toDouble() - 3821) < 1, qPrintable(rows[48].left(30)));
        QVERIFY(rows[48].endsWith(QStringLiteral(",1.0000")));
    }

    void vectorsStayVectors()
    {
        const QString file = dir_.filePath(QStringLiteral("vector.svg"));
        QVERIFY(exportFigure(*chart(), file, {}).ok());
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
        const auto done = exportFigure(*figure, file, {width, 60, dpi, 8});
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
        QVERIFY(exportFigure(*bars(), file, options).ok());
        auto read = readProvenance(file);
        QVERIFY(!read.ok());
        QCOMPARE(int(read.error().code), int(Errc::NotFound));
        options.provenance = {{QStringLiteral("page"), QStringLiteral("latent")},
                              {QStringLiteral("state"), QJsonObject{{QStringLiteral("odd"), QString::fromUtf8("<a> & \"b\" ]]> żółw")}}}};
        QVERIFY(exportFigure(*bars(), file, options).ok());
        read = readProvenance(file);
        QVERIFY2(read.ok(), read ? "" : english(read.error()).c_str());
        for (const QString& key : options.provenance.keys()) QCOMPARE(read->value(key), options.provenance.value(key));
        options.provenance[QStringLiteral("page")] = QStringLiteral("train");
        QVERIFY(exportFigure(*bars(), file, options).ok());
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
        const QImage grey = figureImage(*chart(), options, 100);
        bool allGrey = true;
        for (int y = 0; y < grey.height(); ++y)
            for (int x = 0; x < grey.width(); ++x) {
                const QRgb pixel = grey.pixel(x, y);
                allGrey &= std::abs(qRed(pixel) - qBlue(pixel)) <= 2 && std::abs(qRed(pixel) - qGreen(pixel)) <= 2;
            }
        QVERIFY(allGrey);
        options.colors = PrintColors::Dark;
        QCOMPARE(figureImage(*chart(), options, 100).pixelColor(0, 0), darkColors().surface);
        QCOMPARE(printColors().surface, QColor(Qt::white));  // nothing of it stays
    }

    void titleAndCaptionTakeTheirRoom()
    {
        ExportOptions options;
        options.title = true;
        options.caption = QStringLiteral("What it shows & how");
        const QByteArray svg = figureSvg(*bars(), options);
        QVERIFY(svg.contains(bars()->figureTitle().toUtf8()));
        QVERIFY(svg.contains("What it shows &amp; how"));
        options.title = false;
        options.caption.clear();
        QVERIFY(!figureSvg(*bars(), options).contains(">" + bars()->figureTitle().toUtf8() + "</text"));
    }

    void allFiguresOfAPage()
    {
        const Made one = bars(), two = bars(), three = chart();
        const QString folder = dir_.filePath(QStringLiteral("all"));
        QVERIFY(QDir().mkpath(folder));
        const auto files = exportAll({one.get(), two.get(), three.get()}, folder, {QStringLiteral("svg"), QStringLiteral("csv")}, {});
        QVERIFY(files.ok());
        QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 6);  // of equal names none is lost
        QVERIFY(!exportAll({one.get()}, folder + QStringLiteral("/nowhere"), {QStringLiteral("svg")}, {}).ok());
    }

    void aFileIsReplacedWholeOrNotAtAll()
    {
        const QString file = dir_.filePath(QStringLiteral("whole.csv"));
        QVERIFY(exportFigure(*bars(), file, {}).ok());
        const QByteArray before = contentOf(file);
        QVERIFY(!exportFigure(*bars(), file, {1, 1, 300, 8}).ok());
        QCOMPARE(contentOf(file), before);
        QCOMPARE(QDir(dir_.path()).entryList({QStringLiteral("whole*")}).size(), 1);
    }

    void theDialogOffersTheNaturalSize()
    {
        const Made figure = chart();
        ExportDialog dialog(*figure);
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
