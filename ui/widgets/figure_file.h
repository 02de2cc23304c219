// A figure as a file: SVG and PDF with real text, PNG at any resolution, the numbers behind it as CSV, JSON, LaTeX or Markdown. Pictures
// carry where they came from in their metadata. Any thread.
#pragma once

#include <QImage>
#include <QJsonObject>
#include <QString>

#include "core/base/result.h"
#include "ui/widgets/figure.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

struct ExportOptions {
    double widthMm = 85;   ///< 10 to 1000
    double heightMm = 60;  ///< 10 to 1000
    int dpi = 300;         ///< PNG only, 72 to 1200
    int fontPt = 8;        ///< 5 to 24
    PrintColors colors = PrintColors::Color;
    QString family{};          ///< of the text; empty: the program's own
    bool title = false;        ///< the figure's title above it
    QString caption{};         ///< below it; empty: none
    QJsonObject provenance{};  ///< what it was made from; empty: nothing is written
};

/// The endings that exportFigure() knows: pictures, then numbers.
QStringList figureFormats();
bool isPictureFormat(const QString& extension);

/// By the file's extension: .svg, .pdf, .png, .csv, .json, .tex or .md. The file is replaced whole or not at all.
/// Errors: BadOption (extension, sizes), Unwritable, DiskFull, OutOfMemory.
Result<void> exportFigure(const Figure& figure, const QString& file, const ExportOptions& options);

/// The numbers behind it as .csv, .json, .tex or .md.
QByteArray figureNumbers(const Figure& figure, const QString& extension);
QByteArray figureSvg(const Figure& figure, const ExportOptions& options);
/// Null where it would be too large.
QImage figureImage(const Figure& figure, const ExportOptions& options, double dpi);
/// From the figure's title: letters, digits and hyphens.
QString suggestedFileName(const Figure& figure, const QString& extension);

/// What an exported .svg, .pdf or .png was made from. Errors: Unreadable, Corrupt (damaged, or larger than a figure is), NotFound (this
/// program did not write it, or wrote nothing of the kind into it), NewerFormat.
Result<QJsonObject> readProvenance(const QString& file);

}  // namespace sonoglyph
