#include "ui/widgets/figure_export.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontComboBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QStandardPaths>
#include <QVBoxLayout>

#include "ui/logic/text.h"
#include "ui/widgets/figure_work.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr double kPointsPerMm = 72.0 / 25.4;
const auto kLastFolder = QLatin1String("export/folder");
const auto kLastFormat = QLatin1String("export/format");
const auto kLastPreset = QLatin1String("export/preset");
const auto kLastWidth = QLatin1String("export/width");
const auto kLastFont = QLatin1String("export/font");
const auto kLastFamily = QLatin1String("export/family");
const auto kLastColors = QLatin1String("export/colors");
const auto kLastDpi = QLatin1String("export/dpi");

/// Widths that publishers ask for; a slide's of 16:9 at 10 inches.
struct Preset {
    const char* name;
    double widthMm;  ///< 0: as the figure is on the screen, or chosen by hand
    int fontPt;
};
constexpr std::array<Preset, 4> kPresets{{{QT_TRANSLATE_NOOP("sonoglyph::ExportDialog", "Own size"), 0, 8},
                                          {QT_TRANSLATE_NOOP("sonoglyph::ExportDialog", "One column of a paper: 85 mm"), 85, 8},
                                          {QT_TRANSLATE_NOOP("sonoglyph::ExportDialog", "Two columns of a paper: 175 mm"), 175, 8},
                                          {QT_TRANSLATE_NOOP("sonoglyph::ExportDialog", "Slide: 254 mm"), 254, 16}}};

QLabel* labelOf(const QString& text, QWidget* buddy)
{
    auto* label = new QLabel(text);
    label->setBuddy(buddy);
    return label;
}

/// Lower where the rest of the dialog leaves less on the screen.
QSize previewRoom(const QScreen& screen)
{
    constexpr int rest = 480;
    return {416, std::clamp(screen.availableGeometry().height() - rest, 120, 288)};
}

double naturalHeight(const Figure& figure, double widthMm)
{
    const QSizeF natural = figure.size();
    return std::clamp(widthMm * natural.height() / natural.width(), 10.0, 1000.0);
}

}  // namespace

ExportDialog::ExportDialog(FigurePtr figure, QWidget* parent)
    : QDialog(parent), figure_(std::move(figure)), previews_(figure_), room_(previewRoom(*screen())), preset_(new QComboBox),
      width_(new QDoubleSpinBox), height_(new QDoubleSpinBox), format_(new QComboBox), dpi_(new QSpinBox), font_(new QSpinBox),
      family_(new QFontComboBox), colors_(new QComboBox), title_(new QCheckBox(tr("With its title"))), caption_(new QLineEdit),
      preview_(new QLabel), note_(new QLabel)
{
    setWindowTitle(tr("Export “%1”").arg(figure_->title));
    const ExportOptions last = remembered(*figure_);
    for (auto* box : {width_, height_}) {
        box->setRange(10, 1000);
        box->setDecimals(1);
        box->setSuffix(tr(" mm"));
        box->setFont(numberFont());
    }
    width_->setValue(last.widthMm);
    height_->setValue(last.heightMm);
    width_->setAccessibleName(tr("Width"));
    height_->setAccessibleName(tr("Height"));
    for (const Preset& preset : kPresets) preset_->addItem(tr(preset.name));
    preset_->setCurrentIndex(std::clamp(QSettings().value(kLastPreset, 0).toInt(), 0, int(kPresets.size()) - 1));
    format_->addItem(tr("PDF: vectors, for print and papers"), QStringLiteral("pdf"));
    format_->addItem(tr("SVG: vectors, for drawing programs and the web"), QStringLiteral("svg"));
    format_->addItem(tr("PNG: pixels, for slides and messages"), QStringLiteral("png"));
    format_->addItem(tr("CSV: the numbers behind it"), QStringLiteral("csv"));
    format_->addItem(tr("JSON: the numbers behind it"), QStringLiteral("json"));
    format_->addItem(tr("LaTeX: the numbers as a table"), QStringLiteral("tex"));
    format_->addItem(tr("Markdown: the numbers as a table"), QStringLiteral("md"));
    format_->setCurrentIndex(std::max(0, format_->findData(QSettings().value(kLastFormat, QStringLiteral("pdf")))));
    dpi_->setRange(72, 1200);
    dpi_->setValue(last.dpi);
    dpi_->setSuffix(tr(" dpi"));
    dpi_->setToolTip(tr("Dots per inch: 300 for print, 96 for the screen"));
    font_->setRange(5, 24);
    font_->setValue(last.fontPt);
    font_->setSuffix(tr(" pt"));
    font_->setAccessibleName(tr("Height of the text"));
    family_->setCurrentFont(last.family.isEmpty() ? bodyFont() : QFont(last.family));
    family_->setAccessibleName(tr("Typeface"));
    colors_->addItem(tr("Colours on white, safe for colour-blind readers"));
    colors_->addItem(tr("Greys on white, for print"));
    colors_->addItem(tr("Colours on dark, for slides"));
    colors_->setCurrentIndex(int(last.colors));
    caption_->setPlaceholderText(tr("None"));
    preview_->setAlignment(Qt::AlignCenter);
    preview_->setMinimumSize(room_);
    preview_->setAccessibleName(tr("Preview of the figure"));
    note_->setWordWrap(true);
    note_->setFont(smallFont());
    note_->setForegroundRole(QPalette::PlaceholderText);

    auto* form = new QFormLayout;
    form->setHorizontalSpacing(kMargin);
    form->setVerticalSpacing(kGrid);
    form->addRow(tr("&Format"), format_);
    form->addRow(tr("F&or"), preset_);
    auto* size = new QHBoxLayout;
    size->addWidget(width_, 1);
    size->addWidget(new QLabel(QStringLiteral("×")));
    size->addWidget(height_, 1);
    form->addRow(labelOf(tr("&Size"), width_), size);
    form->addRow(tr("&Resolution"), dpi_);
    auto* text = new QHBoxLayout;
    text->addWidget(family_, 1);
    text->addWidget(font_);
    form->addRow(labelOf(tr("&Text"), family_), text);
    form->addRow(tr("Co&lours"), colors_);
    form->addRow(QString(), title_);
    form->addRow(tr("&Caption"), caption_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton* save = buttons->addButton(tr("Choose file…"), QDialogButtonBox::AcceptRole);
    QPushButton* copied = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    copied->setToolTip(tr("To the clipboard, as vectors and pixels, or as text"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(kMargin);
    layout->addWidget(preview_, 1);
    layout->addLayout(form);
    layout->addWidget(note_);
    layout->addWidget(buttons);
    save->setDefault(true);  // once it stands in the dialog: before, the dialog would choose another

    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        remember();
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(copied, &QPushButton::clicked, this, &ExportDialog::copy);
    connect(preset_, &QComboBox::activated, this, &ExportDialog::usePreset);
    for (auto* box : {width_, height_}) connect(box, &QDoubleSpinBox::valueChanged, this, &ExportDialog::refresh);
    for (QComboBox* box : {format_, colors_}) connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
    for (QSpinBox* box : {dpi_, font_}) connect(box, &QSpinBox::valueChanged, this, &ExportDialog::refresh);
    connect(family_, &QFontComboBox::currentFontChanged, this, &ExportDialog::refresh);
    connect(title_, &QCheckBox::toggled, this, &ExportDialog::refresh);
    connect(caption_, &QLineEdit::textChanged, this, &ExportDialog::refresh);
    connect(&previews_, &FigurePreview::drawn, this, &ExportDialog::show);
    refresh();
}

ExportOptions ExportDialog::remembered(const Figure& figure)
{
    const QSettings settings;
    ExportOptions options;
    const Preset& preset = kPresets[std::size_t(std::clamp(settings.value(kLastPreset, 0).toInt(), 0, int(kPresets.size()) - 1))];
    const double natural = figure.size().width() / kPointsPerMm;
    options.widthMm = std::clamp(preset.widthMm > 0 ? preset.widthMm : settings.value(kLastWidth, natural).toDouble(), 10.0, 1000.0);
    options.heightMm = naturalHeight(figure, options.widthMm);
    options.fontPt = std::clamp(settings.value(kLastFont, preset.fontPt).toInt(), 5, 24);
    options.dpi = std::clamp(settings.value(kLastDpi, 300).toInt(), 72, 1200);
    options.family = settings.value(kLastFamily).toString();
    options.colors = PrintColors(std::clamp(settings.value(kLastColors, 0).toInt(), 0, 2));
    return options;
}

void ExportDialog::remember() const
{
    QSettings settings;
    const ExportOptions o = options();
    settings.setValue(kLastPreset, preset_->currentIndex());
    if (preset_->currentIndex() == 0) settings.setValue(kLastWidth, o.widthMm);
    settings.setValue(kLastFont, o.fontPt);
    settings.setValue(kLastDpi, o.dpi);
    settings.setValue(kLastFamily, o.family);
    settings.setValue(kLastColors, int(o.colors));
    settings.setValue(kLastFormat, extension());
}

ExportOptions ExportDialog::options() const
{
    ExportOptions out;
    out.widthMm = width_->value();
    out.heightMm = height_->value();
    out.dpi = dpi_->value();
    out.fontPt = font_->value();
    out.colors = PrintColors(colors_->currentIndex());
    out.family = family_->currentFont().family() == bodyFont().family() ? QString() : family_->currentFont().family();
    out.title = title_->isChecked();
    out.caption = caption_->text();
    return out;
}

QString ExportDialog::extension() const { return format_->currentData().toString(); }

void ExportDialog::usePreset()
{
    const Preset& preset = kPresets[std::size_t(preset_->currentIndex())];
    if (preset.widthMm <= 0) return;
    width_->setValue(preset.widthMm);
    height_->setValue(naturalHeight(*figure_, preset.widthMm));
    font_->setValue(preset.fontPt);
}

void ExportDialog::copy()
{
    struct Copy {
        QByteArray svg;
        QImage image;
        QString text;
    };
    note_->setText(tr("Copying…"));
    behindTheWindow([figure = figure_, o = options(), format = extension()]() -> Copy {
        if (!isPictureFormat(format)) return {{}, {}, QString::fromUtf8(figureNumbers(*figure, format))};
        return {figureSvg(*figure, o), figureImage(*figure, o, o.dpi), {}};
    }).then(qApp, [note = QPointer(note_)](const Copy& copy) {  // also when the dialog is closed meanwhile
        auto* data = new QMimeData;
        if (!copy.svg.isEmpty()) data->setData(QStringLiteral("image/svg+xml"), copy.svg);
        if (!copy.image.isNull()) data->setImageData(copy.image);
        if (!copy.text.isEmpty()) data->setText(copy.text);
        QGuiApplication::clipboard()->setMimeData(data);
        if (note) note->setText(tr("Copied."));
    });
}

void ExportDialog::refresh()
{
    const bool picture = isPictureFormat(extension());
    for (QWidget* control :
         {static_cast<QWidget*>(preset_), static_cast<QWidget*>(width_), static_cast<QWidget*>(height_), static_cast<QWidget*>(font_),
          static_cast<QWidget*>(family_), static_cast<QWidget*>(colors_), static_cast<QWidget*>(title_), static_cast<QWidget*>(caption_)})
        control->setEnabled(picture);
    dpi_->setEnabled(extension() == QLatin1String("png"));
    const ExportOptions o = options();
    if (extension() == QLatin1String("png"))
        note_->setText(tr("%1 × %2 pixels.").arg(std::lround(o.widthMm / 25.4 * o.dpi)).arg(std::lround(o.heightMm / 25.4 * o.dpi)));
    else if (picture)
        note_->setText(tr("Sharp at any size."));
    const double pixelsPerMm = std::min(room_.width() / width_->value(), room_.height() / height_->value());
    previews_.ask({o, pixelsPerMm * 25.4 * devicePixelRatioF(), extension()});
}

void ExportDialog::show(const FigurePreview::Drawn& drawn)
{
    QPixmap picture = QPixmap::fromImage(drawn.image);
    picture.setDevicePixelRatio(devicePixelRatioF());
    preview_->setPixmap(picture);
    if (drawn.lines) note_->setText(tr("%n line(s), the point as decimal mark.", nullptr, *drawn.lines));
}

QJsonObject provenanceOf(const QWidget* widget)
{
    for (; widget; widget = widget->parentWidget())
        if (const auto* owner = dynamic_cast<const FigureOwner*>(widget)) return owner->figureState();
    return {};
}

void exportWithDialog(QWidget* parent, const FigureSource& source)
{
    const FigurePtr figure = source.figure();
    const QJsonObject provenance = provenanceOf(parent);
    ExportDialog dialog(figure, parent);
    if (dialog.exec() != QDialog::Accepted) return;
    const QString extension = dialog.extension();
    const QString folder = QSettings().value(kLastFolder, QStandardPaths::writableLocation(QStandardPaths::PicturesLocation)).toString();
    const QString suggestion = QDir(folder).filePath(suggestedFileName(*figure, extension));
    QFileDialog chooser(parent, ExportDialog::tr("Export figure"), suggestion,
                        QStringLiteral("%1 (*.%2)").arg(extension.toUpper(), extension));
    chooser.setAcceptMode(QFileDialog::AcceptSave);
    chooser.setDefaultSuffix(extension);
    if (chooser.exec() != QDialog::Accepted) return;
    const QString file = chooser.selectedFiles().value(0);
    ExportOptions options = dialog.options();
    options.provenance = provenance;
    behindTheWindow([figure, file, options] {
        return exportFigure(*figure, file, options);
    }).then(parent, [parent, file](const Result<void>& done) {
        if (done) return QSettings().setValue(kLastFolder, QFileInfo(file).absolutePath());
        auto* box = new QMessageBox(QMessageBox::Warning, ExportDialog::tr("Export figure"), toText(done.error()), QMessageBox::Ok, parent);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setDetailedText(QString::fromStdString(done.error().details));
        box->open();
    });
}

QFuture<Result<QStringList>> exportAll(const QList<FigurePtr>& figures, const QString& folder, const QStringList& formats,
                                       const QJsonObject& provenance)
{
    QList<std::pair<FigurePtr, ExportOptions>> all;
    for (const FigurePtr& figure : figures) {
        all.append({figure, ExportDialog::remembered(*figure)});
        all.last().second.provenance = provenance;
    }
    return behindTheWindow([all, folder, formats]() -> Result<QStringList> {
        QStringList files;
        for (const auto& [figure, options] : all) {
            if (figure->csv().isEmpty()) continue;
            for (const QString& format : formats) {
                const QString name = suggestedFileName(*figure, format);
                QString file = QDir(folder).filePath(name);
                for (int i = 2; files.contains(file); ++i)
                    file = QDir(folder).filePath(QStringLiteral("%1-%2.%3").arg(QFileInfo(name).completeBaseName()).arg(i).arg(format));
                if (auto done = exportFigure(*figure, file, options); !done) return done.error();
                files << file;
            }
        }
        return files;
    });
}

QAction* exportAction(QWidget& widget, const FigureSource& source)
{
    auto* action = new QAction(icon(QStringLiteral("export")), ExportDialog::tr("Export figure…"), &widget);
    action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(ExportDialog::tr("Save this figure as PDF, SVG or PNG, or its numbers as CSV, JSON, LaTeX or Markdown (Ctrl+E)"));
    QObject::connect(action, &QAction::triggered, &widget, [&widget, &source] { exportWithDialog(&widget, source); });
    widget.addAction(action);
    return action;
}

}  // namespace sonoglyph
