#include "ui/pages/listen/models_area.h"

#include <QAction>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/logic/decoder_controller.h"
#include "ui/logic/model_catalog.h"
#include "ui/logic/settings.h"
#include "ui/logic/text.h"
#include "ui/logic/word_across_models.h"
#include "ui/pages/choice_popup.h"
#include "ui/widgets/model_strip.h"
#include "ui/widgets/quiet.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

ModelsArea::ModelsArea(DecoderController& decoder, ModelCatalog& catalog, Settings& settings, QWidget* parent)
    : QWidget(parent), decoder_(decoder), catalog_(catalog), settings_(settings),
      word_(new WordAcrossModels(decoder, catalog, &settings, this)), strip_(new ModelStrip(this)),
      popup_(new ChoicePopup(catalog, true, ChoicePopup::modelWords(), this)),
      add_(new QAction(icon(QStringLiteral("plus")), tr("Compare models…"), this)), button_(quietButton(add_, this))
{
    button_->setToolButtonStyle(Qt::ToolButtonIconOnly);
    add_->setToolTip(tr("Choose the models that draw the same word, beside the built-in ones"));
    connect(add_, &QAction::triggered, this, &ModelsArea::openPopup);
    connect(popup_, &ChoicePopup::chosen, this, [this](const QString& key) {
        word_->setChosen(key, !word_->chosen().contains(key));
        popup_->setTicked({word_->chosen().begin(), word_->chosen().end()});
    });
    connect(&catalog, &ModelCatalog::refreshed, this, [this] { popup_->setReading(false); });
    connect(word_, &WordAcrossModels::cellsChanged, this, &ModelsArea::showCells);
    connect(&decoder, &DecoderController::modelChanged, this, &ModelsArea::showCells);
    connect(&catalog, &ModelCatalog::modelReset, this, &ModelsArea::showCells);
    connect(strip_, &ModelStrip::chosen, this, [this](int cell) { decoder_.loadModel(word_->cells()[std::size_t(cell)].key); });

    auto* scroll = new QScrollArea(this);
    scroll->setWidget(strip_);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    strip_->setAutoFillBackground(false);
    scroll->setMinimumHeight(strip_->minimumSizeHint().height() + scroll->horizontalScrollBar()->sizeHint().height());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    showCells();
}

void ModelsArea::setWatched(bool watched) { word_->setWatched(watched); }

void ModelsArea::renew(const QString& key) { word_->renew(key); }

void ModelsArea::showCells()
{
    QList<ModelCell> cells;
    int used = -1;
    const int row = decoder_.model() ? catalog_.rowOf(*decoder_.model()) : -1;
    const QString key = row >= 0 ? catalog_.choices()[std::size_t(row)].key : QString();
    for (const WordAcrossModels::Cell& cell : word_->cells()) {
        if (!key.isEmpty() && cell.key == key) used = int(cells.size());
        ModelCell shown{cell.title, {}, {}, 0, cell.trouble, cell.key == catalog_.liveKey()};
        if (cell.drawing) {
            shown.image = toQImage(cell.drawing->image);
            shown.sure = cell.drawing->reading.sure();
            shown.read = QString::fromStdString(cell.drawing->reading.name());
        }
        cells << shown;
    }
    strip_->setCells(cells);
    strip_->setCurrent(used);
}

void ModelsArea::openPopup()
{
    catalog_.refresh(settings_.runsFolder());
    popup_->setReading(!catalog_.loaded());
    popup_->setTicked({word_->chosen().begin(), word_->chosen().end()});
    popup_->openBelow(*button_);
}

}  // namespace sonoglyph
