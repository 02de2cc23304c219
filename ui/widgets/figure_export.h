// Figures as files: SVG, PDF, PNG at a chosen size, and the numbers behind them as CSV. GUI thread only.
#pragma once

#include <QAction>
#include <QDialog>
#include <QString>
#include <QWidget>

#include "core/base/result.h"
#include "ui/widgets/figure.h"

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;

namespace sonoglyph {

struct ExportOptions {
    double widthMm = 85;   ///< 10 to 1000
    double heightMm = 60;  ///< 10 to 1000
    int dpi = 300;         ///< PNG only, 72 to 1200
    int fontPt = 8;        ///< 5 to 24
};

/// By the file's extension: .svg, .pdf, .png or .csv. The file is replaced whole or not at all.
/// Errors: BadOption (extension, sizes), Unwritable, DiskFull.
Result<void> exportFigure(const Figure& figure, const QString& file, const ExportOptions& options);

/// Size in millimetres, format, resolution and a preview. exec() runs it; the file itself is chosen afterwards.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    explicit ExportDialog(const Figure& figure, QWidget* parent = nullptr);

    ExportOptions options() const;
    QString extension() const;  ///< "svg", "pdf", "png" or "csv"

private:
    void refresh();

    const Figure& figure_;
    QDoubleSpinBox* width_;
    QDoubleSpinBox* height_;
    QComboBox* format_;
    QSpinBox* dpi_;
    QSpinBox* font_;
    QLabel* preview_;
    QLabel* note_;
};

/// Dialog, file chooser (in the folder used last), export; trouble is told in a message box.
void exportWithDialog(QWidget* parent, const Figure& figure);

/// "Export figure…" (Ctrl+E while `widget` or a child has the focus), owned by `widget` and added to it. `figure` must outlive `widget`.
QAction* exportAction(QWidget& widget, const Figure& figure);

}  // namespace sonoglyph
