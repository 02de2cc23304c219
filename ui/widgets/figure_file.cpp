#include "ui/widgets/figure_file.h"

#include <algorithm>
#include <cmath>

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QJsonDocument>
#include <QPageLayout>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QXmlStreamReader>

#include "core/report/table.h"

namespace sonoglyph {

namespace {

constexpr double kPointsPerMm = 72.0 / 25.4;
constexpr int kFormat = 1;
constexpr qint64 kMostBytes = 256 << 20;
const auto kKey = QStringLiteral("Sonoglyph");
const auto kSpace = QStringLiteral("urn:sonoglyph:provenance");

QSizeF pointsOf(const ExportOptions& options) { return {options.widthMm * kPointsPerMm, options.heightMm * kPointsPerMm}; }

QByteArray provenanceText(const ExportOptions& options)
{
    if (options.provenance.isEmpty()) return {};
    QJsonObject object = options.provenance;
    object[QLatin1String("format")] = kFormat;
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

// `unit` device pixels are one point.
void paint(QPaintDevice& device, const Figure& figure, const ExportOptions& options, double unit, bool background)
{
    const Colors& theme = printColors(options.colors);
    QPainter painter(&device);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    painter.scale(unit, unit);
    QRectF area(QPointF(), pointsOf(options));
    if (background) painter.fillRect(area.adjusted(0, 0, 1, 1), theme.surface);  // the size of an SVG file is rounded to points
    QFont font = options.family.isEmpty() ? bodyFont() : QFont(options.family);
    font.setPixelSize(options.fontPt);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::NoSubpixelAntialias);  // its coloured edges are only right on the screen that they are made for
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    const double gap = metrics.height() / 3;
    painter.setPen(theme.text);
    if (options.title) {
        QFont bold = font;
        bold.setWeight(QFont::DemiBold);
        painter.setFont(bold);
        painter.drawText(QRectF(area.left() + 2, area.top() + 2, area.width() - 4, metrics.height()), Qt::AlignLeft,
                         QFontMetricsF(bold).elidedText(figure.title, Qt::ElideRight, area.width() - 4));
        painter.setFont(font);
        area.setTop(area.top() + metrics.height() + gap);
    }
    if (!options.caption.isEmpty()) {
        const QRectF wanted =
            metrics.boundingRect(QRectF(0, 0, area.width() - 4, area.height() / 2), Qt::AlignLeft | Qt::TextWordWrap, options.caption);
        const double height = std::min(wanted.height(), area.height() / 2);
        painter.drawText(QRectF(area.left() + 2, area.bottom() - height - 2, area.width() - 4, height), Qt::AlignLeft | Qt::TextWordWrap,
                         options.caption);
        area.setBottom(area.bottom() - height - gap);
    }
    figure.paint(painter, area, theme);
}

QByteArray asPdf(const Figure& figure, const ExportOptions& options)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        constexpr int resolution = 1200;
        writer.setResolution(resolution);
        writer.setTitle(figure.title);
        writer.setCreator(kKey);
        writer.setPageLayout(
            QPageLayout(QPageSize(QSizeF(options.widthMm, options.heightMm), QPageSize::Millimeter, {}, QPageSize::ExactMatch),
                        QPageLayout::Portrait, QMarginsF()));
        if (const QByteArray text = provenanceText(options); !text.isEmpty())
            writer.setDocumentXmpMetadata(
                "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                "<rdf:Description rdf:about=\"\" xmlns:sonoglyph=\"" +
                kSpace.toUtf8() + "\"><sonoglyph:provenance>" + QString::fromUtf8(text).toHtmlEscaped().toUtf8() +
                "</sonoglyph:provenance></rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>");
        paint(writer, figure, options, resolution / 72.0, options.colors == PrintColors::Dark);
    }
    return buffer.data();
}

QByteArray asPng(const Figure& figure, const ExportOptions& options)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImage image = figureImage(figure, options, options.dpi);
    if (const QByteArray text = provenanceText(options); !text.isEmpty()) image.setText(kKey, QString::fromUtf8(text));
    image.save(&buffer, "PNG");
    return buffer.data();
}

Result<void> checked(const ExportOptions& o)
{
    if (!(o.widthMm >= 10 && o.widthMm <= 1000 && o.heightMm >= 10 && o.heightMm <= 1000))
        return Error{Errc::BadOption, {SONOGLYPH_TEXT("core", "A figure must be 10 to 1000 mm wide and high."), {}}, {}};
    if (o.dpi < 72 || o.dpi > 1200)
        return Error{Errc::BadOption, {SONOGLYPH_TEXT("core", "The resolution of a picture must be 72 to 1200 dots per inch."), {}}, {}};
    if (o.fontPt < 5 || o.fontPt > 24)
        return Error{Errc::BadOption, {SONOGLYPH_TEXT("core", "The text of a figure must be 5 to 24 points high."), {}}, {}};
    return {};
}

Result<void> replaceFile(const QString& name, const QByteArray& bytes)
{
    QSaveFile file(name);
    const auto failed = [&]() -> Error {
        const std::string technical = file.errorString().toStdString();
        if (file.error() == QFileDevice::ResourceError)
            return {
                Errc::DiskFull,
                {SONOGLYPH_TEXT("core", "There is no room left for %1. Choose another folder or free some space."), {name.toStdString()}},
                technical};
        return {
            Errc::Unwritable, {SONOGLYPH_TEXT("core", "%1 cannot be written. Choose another folder."), {name.toStdString()}}, technical};
    };
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) return failed();
    return {};
}

/// The first element of that name, as text; whatever stands around it.
QByteArray elementIn(const QByteArray& xml, const QByteArray& name)
{
    const qsizetype open = xml.indexOf("<" + name), begin = open < 0 ? -1 : xml.indexOf('>', open),
                    end = xml.indexOf("</" + name + ">", begin);
    if (begin < 0 || end < 0) return {};
    QXmlStreamReader reader("<t>" + xml.mid(begin + 1, end - begin - 1) + "</t>");
    return reader.readNextStartElement() ? reader.readElementText().toUtf8() : QByteArray();
}

}  // namespace

QByteArray figureNumbers(const Figure& figure, const QString& extension)
{
    const QString csv = figure.csv();
    if (extension == QLatin1String("csv")) return csv.toUtf8();
    const Table table = tableFromCsv(QFileInfo(suggestedFileName(figure, QStringLiteral("tex"))).completeBaseName().toStdString(),
                                     figure.title.toStdString(), csv.toStdString());
    if (extension == QLatin1String("json")) return QByteArray::fromStdString(toJson(table));
    if (extension == QLatin1String("tex")) return QByteArray::fromStdString(toLatex(table));
    return QByteArray::fromStdString(toMarkdown(table));
}

QStringList figureFormats()
{
    return {QStringLiteral("pdf"),  QStringLiteral("svg"), QStringLiteral("png"), QStringLiteral("csv"),
            QStringLiteral("json"), QStringLiteral("tex"), QStringLiteral("md")};
}

bool isPictureFormat(const QString& extension) { return figureFormats().mid(0, 3).contains(extension.toLower()); }

QByteArray figureSvg(const Figure& figure, const ExportOptions& options)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(72);
    generator.setTitle(figure.title);
    generator.setDescription(kKey);
    const QSizeF size = pointsOf(options);
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(), size));
    paint(generator, figure, options, 1.0, true);
    QByteArray svg = buffer.data();
    const QByteArray text = provenanceText(options), mark = "</desc>";
    if (const qsizetype at = svg.indexOf(mark); at >= 0 && !text.isEmpty())
        svg.insert(at + mark.size(), "\n<metadata><sonoglyph:provenance xmlns:sonoglyph=\"" + kSpace.toUtf8() + "\">" +
                                         QString::fromUtf8(text).toHtmlEscaped().toUtf8() + "</sonoglyph:provenance></metadata>");
    return svg;
}

QImage figureImage(const Figure& figure, const ExportOptions& options, double dpi)
{
    const QSize pixels(int(std::lround(options.widthMm / 25.4 * dpi)), int(std::lround(options.heightMm / 25.4 * dpi)));
    QImage image(pixels, QImage::Format_RGB32);
    if (image.isNull()) return image;
    image.fill(printColors(options.colors).surface);
    image.setDotsPerMeterX(int(std::lround(dpi / 0.0254)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    paint(image, figure, options, dpi / 72.0, false);
    return image;
}

QString suggestedFileName(const Figure& figure, const QString& extension)
{
    QString name;
    for (const QChar c : figure.title) name += c.isLetterOrNumber() ? c.toLower() : QLatin1Char('-');
    while (name.contains(QStringLiteral("--"))) name.replace(QStringLiteral("--"), QStringLiteral("-"));
    while (name.endsWith(QLatin1Char('-'))) name.chop(1);
    return (name.isEmpty() ? QStringLiteral("figure") : name) + QLatin1Char('.') + extension;
}

Result<void> exportFigure(const Figure& figure, const QString& file, const ExportOptions& options)
{
    if (auto good = checked(options); !good) return good;
    const QString extension = QFileInfo(file).suffix().toLower();
    if (extension == QLatin1String("svg")) return replaceFile(file, figureSvg(figure, options));
    if (extension == QLatin1String("pdf")) return replaceFile(file, asPdf(figure, options));
    if (extension == QLatin1String("png")) {
        const QByteArray bytes = asPng(figure, options);
        if (bytes.isEmpty())
            return Error{
                Errc::OutOfMemory, {SONOGLYPH_TEXT("core", "The picture is too large. Choose a smaller size or resolution."), {}}, {}};
        return replaceFile(file, bytes);
    }
    if (figureFormats().contains(extension)) return replaceFile(file, figureNumbers(figure, extension));
    return Error{
        Errc::BadOption,
        {SONOGLYPH_TEXT("core", "%1 has none of the endings .svg, .pdf, .png, .csv, .json, .tex or .md, so the format is not known."),
         {file.toStdString()}},
        {}};
}

Result<QJsonObject> readProvenance(const QString& file)
{
    const auto error = [&](Errc code, const char* text) { return Error{code, {text, {QFileInfo(file).fileName().toStdString()}}, {}}; };
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly)) return error(Errc::Unreadable, SONOGLYPH_TEXT("core", "%1 cannot be read."));
    if (in.size() > kMostBytes) return error(Errc::Corrupt, SONOGLYPH_TEXT("core", "%1 is larger than a figure of this program."));
    const bool png = QFileInfo(file).suffix().compare(QLatin1String("png"), Qt::CaseInsensitive) == 0;
    const QByteArray text = png ? QImageReader(file).text(kKey).toUtf8() : elementIn(in.readAll(), "sonoglyph:provenance");
    if (text.isEmpty())
        return error(Errc::NotFound, SONOGLYPH_TEXT("core", "%1 does not say what it was made from: this program did not export it, or "
                                                            "another one has saved it since."));
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    if (object.isEmpty()) return error(Errc::Corrupt, SONOGLYPH_TEXT("core", "What %1 says of its origin is damaged."));
    if (object[QLatin1String("format")].toInt() > kFormat)
        return error(Errc::NewerFormat, SONOGLYPH_TEXT("core", "%1 was exported by a newer version of the program."));
    return object;
}

}  // namespace sonoglyph
