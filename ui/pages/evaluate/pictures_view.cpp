#include "ui/pages/evaluate/pictures_view.h"

#include <algorithm>

#include <QLabel>
#include <QLocale>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "ui/logic/label_text.h"
#include "ui/logic/text.h"
#include "ui/pages/scrolled.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/image_grid.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

QLabel* heading(const QString& text)
{
    auto* label = new QLabel(text);
    QFont font = bodyFont();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

/// Real above drawn, with the label above both.
void showPairs(ImageGrid& grid, const std::vector<PairPicture>& pairs, const Labels& labels)
{
    ImageRow real{PicturesView::tr("real"), ImageRow::Real, {}}, drawn{PicturesView::tr("drawn"), ImageRow::Ours, {}};
    QStringList captions;
    for (const PairPicture& pair : pairs) {
        real.images << toQImage(pair.real);
        drawn.images << toQImage(pair.drawn);
        captions << labelText(labels, pair.label);
    }
    grid.setRows({real, drawn});
    grid.setCaptions(captions);
}

}  // namespace

PicturesView::PicturesView(QWidget* parent)
    : QWidget(parent), empty_(new EmptyState(QStringLiteral("evaluate"), {})), note_(new QLabel), archetypes_(new ImageGrid),
      heldOut_(new ImageGrid), learned_(new ImageGrid)
{
    note_->setWordWrap(true);
    note_->setFont(smallFont());
    note_->setForegroundRole(QPalette::PlaceholderText);
    archetypes_->setCellRange(28, 72);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, kGrid, 0);
    column->setSpacing(kGrid);
    column->addWidget(heading(tr("Archetypes")));
    column->addWidget(archetypes_);
    column->addWidget(note_);
    column->addSpacing(kGrid);
    column->addWidget(heading(tr("Held-out pairs: the first of a random order, not chosen")));
    column->addWidget(heldOut_);
    column->addSpacing(kGrid);
    column->addWidget(heading(tr("Pairs it learned from")));
    column->addWidget(learned_);
    column->addStretch(1);
    for (ImageGrid* grid : {archetypes_, heldOut_, learned_}) grid->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    stack_ = new QStackedLayout(this);
    stack_->addWidget(empty_);
    stack_->addWidget(scrolled(content, tr("Images")));
}

void PicturesView::show(const QString& model, const std::shared_ptr<const Evaluation>& evaluation, const QString& reason)
{
    const bool draws = evaluation && !evaluation->heard;
    stack_->setCurrentIndex(draws ? 1 : 0);
    empty_->setSentence(evaluation && !draws ? tr("A classifier hears and draws nothing.") : reason);
    if (!draws || evaluation == evaluation_) return;
    evaluation_ = evaluation;
    const EvaluationDetails& details = *evaluation->details;
    archetypes_->setFigureTitle(tr("%1: archetypes").arg(model));
    heldOut_->setFigureTitle(tr("%1: held-out pairs").arg(model));
    learned_->setFigureTitle(tr("%1: learned pairs").arg(model));
    ImageRow real{tr("mean of real images"), ImageRow::Real, {}}, drawn{tr("mean of drawn images"), ImageRow::Ours, {}},
        nearest{tr("nearest real image"), ImageRow::Real, {}};
    double sum = 0;
    int count = 0;
    for (std::size_t d = 0; d < details.archetypes.size(); ++d) {
        const Archetype& a = details.archetypes[d];
        real.images << toQImage(a.real);
        drawn.images << (a.drawn.empty() ? QImage() : toQImage(a.drawn));
        nearest.images << (a.nearest.empty() ? QImage() : toQImage(a.nearest));
        sum += a.nearest.empty() ? 0 : a.distance;
        count += !a.nearest.empty();
    }
    archetypes_->setRows({real, drawn, nearest});
    archetypes_->setCaptions(labelTexts(evaluation->labels));
    note_->setText(tr("Mean of what is drawn for the held-out recordings of each label, from means of z. Root mean square of a pixel "
                      "between it and the "
                      "nearest training image, averaged over the labels: %1.")
                       .arg(QLocale().toString(sum / std::max(1, count), 'f', 3)));
    showPairs(*heldOut_, details.heldOut, evaluation->labels);
    showPairs(*learned_, details.learned, evaluation->labels);
}

}  // namespace sonoglyph
