#include "ui/widgets/figure_export.h"

#include <QBuffer>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPageLayout>
#include <QPdfWriter>
#include <QPushButton>
#include <QSaveFile>
#include <QSettings>
#include <QStandardPaths>
#include <QSvgGenerator>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

#include "ui/logic/text.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr double kPointsPerMm = 72.0 / 25.4;
const auto kLastFolder = QLatin1String("export/folder");
const auto kLastFormat = QLatin1String("export/format");

QSizeF pointsOf(const ExportOptions& options) { return {options.widthMm * kPointsPerMm, options.heightMm * kPointsPerMm}; }

// `unit` device pixels are one point.
void paint(QPaintDevice& device, const Figure& figure, const ExportOptions& options, double unit, bool background)
{
    QPainter painter(&device);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    painter.scale(unit, unit);
    const QRectF area(QPointF(), pointsOf(options));
    if (background) painter.fillRect(area.adjusted(0, 0, 1, 1), Qt::white);  // the size of an SVG file is rounded to whole points
    QFont font = bodyFont();
    font.setPixelSize(options.fontPt);
    font.setHintingPreference(QFont::PreferNoHinting);
    painter.setFont(font);
    figure.paintFigure(painter, area);
}

QByteArray asSvg(const Figure& figure, const ExportOptions& options)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(72);
    generator.setTitle(figure.figureTitle());
    generator.setDescription(QStringLiteral("Sonoglyph"));
    const QSizeF size = pointsOf(options);
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(), size));
    paint(generator, figure, options, 1.0, true);
    return buffer.data();
}

QByteArray asPdf(const Figure& figure, const ExportOptions& options)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        constexpr int resolution = 1200;
        writer.setResolution(resolution);
        writer.setTitle(figure.figureTitle());
        writer.setCreator(QStringLiteral("Sonoglyph"));
        writer.setPageLayout(
            QPageLayout(QPageSize(QSizeF(options.widthMm, options.heightMm), QPageSize::Millimeter, {}, QPageSize::ExactMatch),
                        QPageLayout::Portrait, QMarginsF()));
        paint(writer, figure, options, resolution / 72.0, false);
    }
    return buffer.data();
}

QImage asImage(const Figure& figure, const ExportOptions& options, double dpi)
{
    const QSize pixels(int(std::lround(options.widthMm / 25.4 * dpi)), int(std::lround(options.heightMm / 25.4 * dpi)));
    QImage image(pixels, QImage::Format_RGB32);
    if (image.isNull()) return image;
    image.fill(Qt::white);
    image.setDotsPerMeterX(int(std::lround(dpi / 0.0254)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    paint(image, figure, options, dpi / 72.0, false);
    return image;
}

QByteArray asPng(const Figure& figure, const ExportOptions& options)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    asImage(figure, options, options.dpi).save(&buffer, "PNG");
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

QString suggestedName(const Figure& figure, const QString& extension)
{
    QString name;
    for (const QChar c : figure.figureTitle()) name += c.isLetterOrNumber() ? c.toLower() : QLatin1Char('-');
    while (name.contains(QStringLiteral("--"))) name.replace(QStringLiteral("--"), QStringLiteral("-"));
    while (name.endsWith(QLatin1Char('-'))) name.chop(1);
    return (name.isEmpty() ? QStringLiteral("figure") : name) + QLatin1Char('.') + extension;
}

}  // namespace

Result<void> exportFigure(const Figure& figure, const QString& file, const ExportOptions& options)
{
    if (auto good = checked(options); !good) return good;
    const QString extension = QFileInfo(file).suffix().toLower();
    if (extension == QLatin1String("svg")) return replaceFile(file, asSvg(figure, options));
    if (extension == QLatin1String("pdf")) return replaceFile(file, asPdf(figure, options));
    if (extension == QLatin1String("csv")) return replaceFile(file, figure.figureCsv().toUtf8());
    if (extension == QLatin1String("png")) {
        const QByteArray bytes = asPng(figure, options);
        if (bytes.isEmpty())
            return Error{
                Errc::OutOfMemory, {SONOGLYPH_TEXT("core", "The picture is too large. Choose a smaller size or resolution."), {}}, {}};
        return replaceFile(file, bytes);
    }
    return Error{
        Errc::BadOption,
        {SONOGLYPH_TEXT("core", "%1 has none of the endings .svg, .pdf, .png or .csv, so the format is not known."), {file.toStdString()}},
        {}};
}

ExportDialog::ExportDialog(const Figure& figure, QWidget* parent)
    : QDialog(parent), figure_(figure), width_(new QDoubleSpinBox), height_(new QDoubleSpinBox), format_(new QComboBox), dpi_(new QSpinBox),
      font_(new QSpinBox), preview_(new QLabel), note_(new QLabel)
{
    setWindowTitle(tr("Export “%1”").arg(figure.figureTitle()));
    const QSizeF natural = figure.figureSize();
    for (auto* box : {width_, height_}) {
        box->setRange(10, 1000);
        box->setDecimals(1);
        box->setSuffix(tr(" mm"));
        box->setFont(numberFont());
    }
    const double width = std::clamp(natural.width() / kPointsPerMm, 10.0, 1000.0);
    width_->setValue(width);
    height_->setValue(std::clamp(width * natural.height() / natural.width(), 10.0, 1000.0));
    width_->setAccessibleName(tr("Width"));
    height_->setAccessibleName(tr("Height"));
    format_->addItem(tr("PDF: vectors, for print and papers"), QStringLiteral("pdf"));
    format_->addItem(tr("SVG: vectors, for drawing programs and the web"), QStringLiteral("svg"));
    format_->addItem(tr("PNG: pixels, for slides and messages"), QStringLiteral("png"));
    format_->addItem(tr("CSV: the numbers behind it"), QStringLiteral("csv"));
    format_->setCurrentIndex(std::max(0, format_->findData(QSettings().value(kLastFormat, QStringLiteral("pdf")))));
    dpi_->setRange(72, 1200);
    dpi_->setValue(300);
    dpi_->setSuffix(tr(" dpi"));
    dpi_->setToolTip(tr("Dots per inch: 300 for print, 96 for the screen"));
    font_->setRange(5, 24);
    font_->setValue(8);
    font_->setSuffix(tr(" pt"));
    preview_->setAlignment(Qt::AlignCenter);
    preview_->setMinimumSize(416, 288);
    preview_->setAccessibleName(tr("Preview of the figure"));
    note_->setWordWrap(true);
    note_->setFont(smallFont());
    note_->setForegroundRole(QPalette::PlaceholderText);

    auto* form = new QFormLayout;
    form->setHorizontalSpacing(kMargin);
    form->setVerticalSpacing(kGrid);
    form->addRow(tr("&Format"), format_);
    form->addRow(tr("&Width"), width_);
    form->addRow(tr("&Height"), height_);
    form->addRow(tr("&Resolution"), dpi_);
    form->addRow(tr("&Text"), font_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton* save = buttons->addButton(tr("Choose file…"), QDialogButtonBox::AcceptRole);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(kMargin);
    layout->addWidget(preview_, 1);
    layout->addLayout(form);
    layout->addWidget(note_);
    layout->addWidget(buttons);
    save->setDefault(true);  // once it stands in the dialog: before, the dialog would choose another

    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (auto* box : {width_, height_}) connect(box, &QDoubleSpinBox::valueChanged, this, &ExportDialog::refresh);
    connect(format_, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
    connect(dpi_, &QSpinBox::valueChanged, this, &ExportDialog::refresh);
    connect(font_, &QSpinBox::valueChanged, this, &ExportDialog::refresh);
    refresh();
}

ExportOptions ExportDialog::options() const { return {width_->value(), height_->value(), dpi_->value(), font_->value()}; }

QString ExportDialog::extension() const { return format_->currentData().toString(); }

void ExportDialog::refresh()
{
    const bool csv = extension() == QLatin1String("csv");
    const bool png = extension() == QLatin1String("png");
    for (QWidget* control : {static_cast<QWidget*>(width_), static_cast<QWidget*>(height_), static_cast<QWidget*>(font_)})
        control->setEnabled(!csv);
    dpi_->setEnabled(png);
    if (csv) {
        const QString numbers = figure_.figureCsv();
        note_->setText(
            tr("%n line(s) of comma-separated values, the point as decimal mark.", nullptr, int(numbers.count(QLatin1Char('\n')))));
    } else if (png) {
        const ExportOptions o = options();
        note_->setText(tr("%1 × %2 pixels.").arg(std::lround(o.widthMm / 25.4 * o.dpi)).arg(std::lround(o.heightMm / 25.4 * o.dpi)));
    } else {
        note_->setText(tr("Sharp at any size."));
    }
    const double pixelsPerMm = std::min(416 / width_->value(), 288 / height_->value());
    QImage picture = asImage(figure_, options(), pixelsPerMm * 25.4 * devicePixelRatioF());
    picture.setDevicePixelRatio(devicePixelRatioF());
    preview_->setPixmap(QPixmap::fromImage(picture));
}

void exportWithDialog(QWidget* parent, const Figure& figure)
{
    ExportDialog dialog(figure, parent);
    if (dialog.exec() != QDialog::Accepted) return;
    QSettings settings;
    const QString extension = dialog.extension();
    const QString folder = settings.value(kLastFolder, QStandardPaths::writableLocation(QStandardPaths::PicturesLocation)).toString();
    const QString suggestion = QDir(folder).filePath(suggestedName(figure, extension));
    QFileDialog chooser(parent, ExportDialog::tr("Export figure"), suggestion,
                        QStringLiteral("%1 (*.%2)").arg(extension.toUpper(), extension));
    chooser.setAcceptMode(QFileDialog::AcceptSave);
    chooser.setDefaultSuffix(extension);
    if (chooser.exec() != QDialog::Accepted) return;
    const QString file = chooser.selectedFiles().value(0);
    if (const auto done = exportFigure(figure, file, dialog.options()); !done) {
        QMessageBox box(QMessageBox::Warning, ExportDialog::tr("Export figure"), toText(done.error()), QMessageBox::Ok, parent);
        box.setDetailedText(QString::fromStdString(done.error().details));
        box.exec();
        return;
    }
    settings.setValue(kLastFolder, QFileInfo(file).absolutePath());
    settings.setValue(kLastFormat, extension);
}

QAction* exportAction(QWidget& widget, const Figure& figure)
{
    auto* action = new QAction(icon(QStringLiteral("export")), ExportDialog::tr("Export figure…"), &widget);
    action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(ExportDialog::tr("Save this figure as PDF, SVG or PNG, or its numbers as CSV (Ctrl+E)"));
    QObject::connect(action, &QAction::triggered, &widget, [&widget, &figure] { exportWithDialog(&widget, figure); });
    widget.addAction(action);
    return action;
}

}  // namespace sonoglyph
