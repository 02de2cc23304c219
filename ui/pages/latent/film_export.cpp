#include "ui/pages/latent/film_export.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

#include "ui/logic/text.h"

namespace sonoglyph {

QString askFilmStem(QWidget* parent, const QString& suggested)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    QString file = QFileDialog::getSaveFileName(parent, QCoreApplication::translate("FilmExport", "Save the film"),
                                                folder + u'/' + suggested + QStringLiteral(".png"),
                                                QCoreApplication::translate("FilmExport", "PNG, with a CSV beside it (*.png)"));
    if (file.endsWith(QLatin1String(".png"), Qt::CaseInsensitive)) file.chop(4);
    return file;
}

QString writeFilmText(const QString& stem, const std::vector<FilmStrip>& strips, const QString& model)
{
    const auto written = writeFilm(stem.toStdString(), strips, model.toStdString());
    return written ? QCoreApplication::translate("FilmExport", "Saved as %1.png and .csv").arg(QFileInfo(stem).fileName())
                   : toText(written.error());
}

}  // namespace sonoglyph
