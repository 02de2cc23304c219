#include "ui/pages/epoch_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/widgets/epoch_strip.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/kl_bars.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr int imageSide = 28;
constexpr int lowHeight = 28 * kGrid;  // below it the strip is smaller

QString percent(double share) { return QLocale().toString(share * 100, 'f', 1) + QStringLiteral(" %"); }

/// Four of the generated images of a grid, as one picture of 56x56.
QImage thumbnail(const QImage& grid)
{
    const QList<ImageRow> rows = EpochPanel::rowsOf(grid);
    QImage picture(2 * imageSide, 2 * imageSide, QImage::Format_Grayscale8);
    picture.fill(0);
    if (rows.size() < 2) return {};
    QPainter painter(&picture);
    for (int i = 0; i < std::min<int>(4, int(rows[1].images.size())); ++i)
        painter.drawImage(i % 2 * imageSide, i / 2 * imageSide, rows[1].images[i]);
    return picture;
}

}  // namespace

QList<ImageRow> EpochPanel::rowsOf(const QList<QImage>& real, const QList<QImage>& generated)
{
    return {{tr("real"), ImageRow::Real, real}, {tr("generated"), ImageRow::Ours, generated}};
}

QList<ImageRow> EpochPanel::rowsOf(const QImage& grid)
{
    const int gap = grid.height() - 2 * imageSide;
    if (grid.isNull() || gap < 0) return {};
    QList<QImage> rows[2];
    for (int row = 0; row < 2; ++row) {
        for (int x = 0; x + imageSide <= grid.width(); x += imageSide + gap)
            rows[row].append(grid.copy(x, row * (imageSide + gap), imageSide, imageSide));
    }
    return rowsOf(rows[0], rows[1]);
}

EpochPanel::EpochPanel(QWidget* parent) : QWidget(parent)
{
    strip_ = new EpochStrip;
    strip_->setObjectName(QStringLiteral("epochs"));
    says_ = new QLabel;
    says_->setObjectName(QStringLiteral("chosenEpoch"));
    says_->setFont(numberFont());
    newestButton_ = new QPushButton(tr("Newest"));
    newestButton_->setObjectName(QStringLiteral("newest"));
    newestButton_->setToolTip(tr("Back to what the run draws now (Escape in the strip)"));
    use_ = new QPushButton(icon(QStringLiteral("listen")), tr("Use this checkpoint"));
    use_->setObjectName(QStringLiteral("useCheckpoint"));
    line_ = new QWidget;
    auto* line = new QHBoxLayout(line_);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(kGrid);
    line->addWidget(says_, 1);
    line->addWidget(newestButton_);
    line->addWidget(use_);
    grid_ = new ImageGrid;
    grid_->setObjectName(QStringLiteral("reconstructions"));
    grid_->setFigureTitle(tr("Reconstructions"));
    grid_->setEmptyText(tr("Held-out images and what the model draws from their sounds appear here while it learns."));
    bars_ = new KlBars;
    bars_->setObjectName(QStringLiteral("klBars"));
    bars_->setToolTip(tr("How much every latent dimension says beyond the prior, in nats; grey: 0.01 nat and less, nothing"));
    bars_->setEmptyText(tr("What every latent dimension says appears here, a bar each."));
    // A splitter, because a grid as high as its width asks for would take the strip's place.
    auto* lower = new QSplitter;
    lower->addWidget(grid_);
    lower->addWidget(bars_);
    lower->setStretchFactor(0, 3);
    lower->setStretchFactor(1, 2);
    lower->setChildrenCollapsible(false);
    lower->setHandleWidth(2 * kGrid);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid / 2);
    column->addWidget(strip_);
    column->addWidget(line_);
    column->addWidget(lower, 1);

    connect(strip_, &EpochStrip::epochChosen, this, [this](int epoch) {
        if (epoch == 0 && !name_.isEmpty()) return Q_EMIT newestWanted();
        showChosen();
    });
    connect(newestButton_, &QPushButton::clicked, this, [this] {
        choose(0);
        if (!name_.isEmpty()) Q_EMIT newestWanted();
    });
    connect(use_, &QPushButton::clicked, this, [this] { Q_EMIT checkpointWanted(checkpoint_); });
    connect(&files_, &EpochFiles::gridRead, this, [this](int epoch) {
        strip_->setImage(epoch, thumbnail(files_.grid(epoch)));
        if (epoch == chosen()) showGrid();
    });
    connect(&files_, &EpochFiles::checkpointFound, this, [this](int epoch, const QString& file) {
        if (epoch != chosen()) return;
        checkpoint_ = file;
        use_->setEnabled(!file.isEmpty());
        use_->setToolTip(file.isEmpty() ? tr("The checkpoint of this epoch was not kept: only the last three and the best are")
                                        : tr("Hear and draw with the model as it was after this epoch"));
    });
    showChosen();
}

void EpochPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    strip_->setCompact(height() < lowHeight);
}

void EpochPanel::setRun(const std::filesystem::path& run, const QString& name)
{
    if (run == files_.run() && name == name_) return;
    files_.setRun(run);
    name_ = name;
    epochs_.clear();
    newest_.clear();
    newestCaptions_.clear();
    newestKl_.clear();
    strip_->setCells({});
    showChosen();
}

void EpochPanel::setEpochs(const std::vector<EpochMetrics>& epochs)
{
    const bool known = epochs.size() == epochs_.size() && (epochs.empty() || epochs.back().step == epochs_.back().step);
    if (known) return;
    epochs_ = epochs;
    QList<EpochCell> cells;
    QList<int> numbers;
    for (const EpochMetrics& epoch : epochs) {
        const QImage grid = files_.grid(epoch.epoch);
        cells.append({epoch.epoch, epoch.accuracy, grid.isNull() ? QImage() : thumbnail(grid)});
        numbers.prepend(epoch.epoch);
    }
    strip_->setCells(cells);
    strip_->setVisible(!cells.isEmpty());
    files_.readGrids(numbers);
    showChosen();
}

void EpochPanel::setNewest(const QList<ImageRow>& rows, const QStringList& captions)
{
    newest_ = rows;
    newestCaptions_ = captions;
    if (chosen() == 0) showGrid();
}

void EpochPanel::setNewestKl(const std::vector<double>& nats)
{
    newestKl_ = nats;
    showBars();
}

void EpochPanel::choose(int epoch)
{
    strip_->setCurrentEpoch(epoch);
    showChosen();
}

int EpochPanel::chosen() const { return strip_->currentEpoch(); }

const EpochMetrics* EpochPanel::chosenEpoch() const
{
    const int chosen = strip_->currentEpoch();
    const auto found = std::find_if(epochs_.begin(), epochs_.end(), [&](const EpochMetrics& epoch) { return epoch.epoch == chosen; });
    return found == epochs_.end() ? nullptr : &*found;
}

void EpochPanel::showChosen()
{
    const EpochMetrics* epoch = chosenEpoch();
    strip_->setVisible(strip_->count() > 0);
    line_->setVisible(epoch || !name_.isEmpty());
    use_->setVisible(epoch);
    use_->setEnabled(false);
    checkpoint_.clear();
    QString text = name_;
    if (epoch) {
        text = tr("After epoch %1: accuracy %2, reconstruction %3, KL %4 nats")
                   .arg(QString::number(epoch->epoch), percent(epoch->accuracy), QLocale().toString(epoch->testReconstruction, 'f', 1),
                        QLocale().toString(epoch->testKl, 'f', 1));
        if (!name_.isEmpty()) text = tr("%1. %2").arg(name_, text);
        files_.readGrids({epoch->epoch});
        files_.findCheckpoint(epoch->epoch);
    }
    says_->setText(text);
    showGrid();
    showBars();
}

void EpochPanel::showGrid()
{
    const bool newest = chosen() == 0;
    const QList<ImageRow> rows = newest ? newest_ : rowsOf(files_.grid(chosen()));
    grid_->setCaptions(newest ? newestCaptions_ : QStringList());
    if (rows.isEmpty())
        grid_->clear();
    else
        grid_->setRows(rows);
}

void EpochPanel::showBars()
{
    const EpochMetrics* epoch = chosenEpoch();
    if (!epoch && newestKl_.empty() && !epochs_.empty()) epoch = &epochs_.back();
    bars_->setValues(epoch ? epoch->klPerDimension : newestKl_, activeUnitNats);
}

}  // namespace sonoglyph
