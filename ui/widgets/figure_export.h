// How a person exports a figure: size, text, colours and format with a preview, to a file or to the clipboard; or all figures of a page at
// once. Only the values are taken on the GUI thread, to which all of this belongs; it is drawn and written behind it (figure_work.h).
#pragma once

#include <QAction>
#include <QDialog>
#include <QFuture>
#include <QString>
#include <QWidget>

#include "core/base/result.h"
#include "ui/widgets/figure.h"
#include "ui/widgets/figure_file.h"
#include "ui/widgets/figure_preview.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFontComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace sonoglyph {

/// Size, format, text, colours and a preview. exec() runs it; the file itself is chosen afterwards. What is chosen is remembered, but for
/// the height, title and caption.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    explicit ExportDialog(FigurePtr figure, QWidget* parent = nullptr);

    ExportOptions options() const;
    QString extension() const;  ///< one of figureFormats()
    /// Those of all figures of a page, as they were chosen last.
    static ExportOptions remembered(const Figure& figure);

private:
    void usePreset();
    void copy();
    void remember() const;
    void refresh();
    void show(const FigurePreview::Drawn& drawn);

    FigurePtr figure_;
    FigurePreview previews_;
    const QSize room_;  ///< of the preview
    QComboBox* preset_;
    QDoubleSpinBox* width_;
    QDoubleSpinBox* height_;
    QComboBox* format_;
    QSpinBox* dpi_;
    QSpinBox* font_;
    QFontComboBox* family_;
    QComboBox* colors_;
    QCheckBox* title_;
    QLineEdit* caption_;
    QLabel* preview_;
    QLabel* note_;
};

/// Where `widget` lies: what the nearest FigureOwner above it says of it.
QJsonObject provenanceOf(const QWidget* widget);

/// Dialog, file chooser (in the folder used last), export of the figure as it is at the call; trouble is told in a message box.
void exportWithDialog(QWidget* parent, const FigureSource& source);

/// Every figure that shows something into `folder`, as `formats`, at its natural ratio and the width that was chosen last; names that clash
/// get a number. Gives the files. Errors: those of exportFigure(); what is written stays.
QFuture<Result<QStringList>> exportAll(const QList<FigurePtr>& figures, const QString& folder, const QStringList& formats,
                                       const QJsonObject& provenance);

/// "Export figure…" (Ctrl+E while `widget` or a child has the focus), owned by `widget` and added to it. `source` must outlive `widget`.
QAction* exportAction(QWidget& widget, const FigureSource& source);

}  // namespace sonoglyph
