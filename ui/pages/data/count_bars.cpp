#include "ui/pages/data/count_bars.h"

#include <algorithm>

#include <QLocale>
#include <QPainter>

namespace sonoglyph {

CountBars::CountBars(QWidget* parent) : FigureView(parent)
{
    setFont(smallNumberFont());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCounts({}, {});
}

QString CountBars::kindOfFigure() const { return tr("Recordings per label"); }

void CountBars::setCounts(const std::vector<int>& counts, const QStringList& labels)
{
    figure_.counts = counts;
    figure_.labels = labels;
    QStringList parts;
    for (std::size_t label = 0; label < figure_.counts.size(); ++label)
        parts << tr("%1: %2").arg(figure_.labels[qsizetype(label)]).arg(figure_.counts[label]);
    setAccessibleName(kindOfFigure());
    setAccessibleDescription(parts.join(QStringLiteral(", ")));
    setToolTip(parts.join(u'\n'));
    update();
}

void CountBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    figure_.paintBars(painter, rect(), colors());
    paintFocus(painter, rect());
}

}  // namespace sonoglyph
