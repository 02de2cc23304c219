#include "ui/logic/reproduction_views.h"

#include <QCoreApplication>
#include <QLocale>

#include "core/report/reproduction_tables.h"

namespace sonoglyph {

QString setTitle(const std::string& set) { return QString::fromStdString(titleOf(set)); }

QString modelTitle(const RunConfig& config)
{
    switch (config.model) {
    case ModelKind::Aivae:
        return QStringLiteral("AIVAE");
    case ModelKind::Aivaegan:
        return QStringLiteral("AIVAEGAN, α = %1").arg(QLocale().toString(config.alpha));
    case ModelKind::Classifier:
        break;
    }
    return QCoreApplication::translate("Reproduction", "Classifier");
}

QString orderTitle(ZeroOrder order)
{
    switch (order) {
    case ZeroOrder::MostImportant:
        return QCoreApplication::translate("Reproduction", "most important first");
    case ZeroOrder::LeastImportant:
        return QCoreApplication::translate("Reproduction", "least important first");
    case ZeroOrder::Random:
        break;
    }
    return QCoreApplication::translate("Reproduction", "at random");
}

QList<QList<QImage>> picturesOf(const std::filesystem::path& folder, const std::string& name, const char* part)
{
    const std::filesystem::path file = folder / "pictures" / (name + "-" + part + ".png");
    const QImage all = QImage(QString::fromStdString(file.string())).convertToFormat(QImage::Format_Grayscale8);
    QList<QList<QImage>> rows;
    for (int y = 0; y + pictureSide <= all.height(); y += pictureSide) {
        QList<QImage> row;
        for (int x = 0; x + pictureSide <= all.width(); x += pictureSide) row << all.copy(x, y, pictureSide, pictureSide);
        rows << row;
    }
    return rows;
}

}  // namespace sonoglyph
