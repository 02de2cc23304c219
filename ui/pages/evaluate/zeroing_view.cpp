#include "ui/pages/evaluate/zeroing_view.h"

#include <algorithm>

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/logic/engine_loader.h"
#include "ui/logic/evaluation_list.h"
#include "ui/logic/reproduction_views.h"
#include "ui/logic/text.h"
#include "ui/pages/action_button.h"
#include "ui/pages/actions.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/image_grid.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/zeroing_chart.h"

namespace sonoglyph {

ZeroingView::ZeroingView(EvaluationList& models, EngineLoader& engine, QWidget* parent)
    : QWidget(parent), models_(models), engine_(engine), repeats_(new QSpinBox), progress_(new QProgressBar), note_(new QLabel),
      chart_(new ZeroingChart), images_(new ImageGrid)
{
    measure_ = makeAction(this, icon(QStringLiteral("play")), tr("Measure"),
                          tr("Zero ever more features of the chosen models and let LeNet-5 read"), {}, [this] { measure(); });
    auto* row = new QHBoxLayout;
    row->setSpacing(kMargin);
    row->addWidget(new ActionButton(*measure_));
    for (const ZeroOrder order : {ZeroOrder::Random, ZeroOrder::LeastImportant, ZeroOrder::MostImportant}) {
        auto* box = new QCheckBox(orderTitle(order));
        box->setChecked(true);
        box->setToolTip(tr("The order in which features are set to zero; importance is what a feature says on average (KL)"));
        orders_.emplace_back(box, order);
        row->addWidget(box);
    }
    repeats_->setRange(1, 200);
    repeats_->setValue(20);
    repeats_->setPrefix(tr("random orders: "));
    repeats_->setAccessibleName(tr("Random orders"));
    repeats_->setToolTip(tr("How many random orders are drawn; the band is their deviation"));
    row->addWidget(repeats_);
    row->addStretch(1);
    progress_->setRange(0, 1000);
    progress_->setTextVisible(false);
    progress_->setFixedHeight(4);
    note_->setFont(smallFont());
    note_->setForegroundRole(QPalette::PlaceholderText);
    note_->setWordWrap(true);
    chart_->setEmptyText(tr("Measure to see how well images are read as features are set to zero."));
    images_->setFigureTitle(tr("Images with features zeroed"));
    images_->setCellRange(28, 56);
    images_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addLayout(row);
    layout->addWidget(progress_);
    layout->addWidget(chart_, 1);
    layout->addWidget(note_);
    layout->addWidget(images_);
    connect(&models_, &EvaluationList::modelsChanged, this, &ZeroingView::refresh);
    connect(&engine_, &EngineLoader::ready, this, &ZeroingView::refresh);
    connect(&study_, &StudyJob::changed, this, &ZeroingView::refresh);
    connect(&study_, &StudyJob::failed, this, &ZeroingView::failed);
    connect(chart_, &ZeroingChart::cursorMoved, this, &ZeroingView::showImages);
    refresh();
}

void ZeroingView::measure()
{
    if (study_.busy()) return study_.cancel();
    std::vector<StudiedZeroing> wanted;
    for (const EvaluatedModel& model : models_.models())
        if (!model.result || !model.result->heard)
            for (const auto& [box, order] : orders_)
                if (box->isChecked()) wanted.push_back({model.key, model.title, order, nullptr});
    if (Engine* engine = engine_.engine()) study_.measure(*engine, wanted, folder_, repeats_->value());
}

void ZeroingView::refresh()
{
    measure_->setEnabled(engine_.engine() && !models_.models().empty());
    measure_->setText(study_.busy() ? tr("Stop") : tr("Measure"));
    measure_->setIcon(icon(study_.busy() ? QStringLiteral("stop") : QStringLiteral("play")));
    const int all = int(study_.curves().size()), waiting = study_.waiting();
    progress_->setValue(study_.busy() ? int(1000 * (all - waiting + study_.progress()) / std::max(1, all)) : 0);
    std::vector<const ZeroingCurve*> measured;
    for (const StudiedZeroing& one : study_.curves())
        if (one.curve) measured.push_back(one.curve.get());
    if (measured == shown_ && !measured.empty()) return;
    shown_ = std::move(measured);
    std::vector<NamedZeroingCurve> curves;
    QString about;
    std::int64_t images = 0;
    for (const StudiedZeroing& one : study_.curves()) {
        if (!one.curve) continue;
        curves.push_back({QStringLiteral("%1, %2").arg(one.title, orderTitle(one.order)), *one.curve});
        images += one.curve->images;
    }
    if (!curves.empty())
        about = tr("%1 images drawn and read in %2 s, each for all held-out pairs of its recording. Bands: mean ± deviation over the "
                   "random orders.")
                    .arg(QLocale().toString(qlonglong(images)), QLocale().toString(study_.seconds(), 'f', 1));
    note_->setText(models_.models().empty() ? tr("Choose models above first.") : about);
    chart_->setCurves(std::move(curves));
    showImages();
}

void ZeroingView::showImages()
{
    QList<ImageRow> rows;
    for (const StudiedZeroing& one : study_.curves()) {
        if (!one.curve || one.curve->pictures.empty()) continue;
        const auto& points = one.curve->points;
        const auto at =
            std::lower_bound(points.begin(), points.end(), chart_->cursorAt(), [](const ZeroingPoint& p, int k) { return p.zeroed < k; });
        const auto index = std::min<std::size_t>(std::size_t(at - points.begin()), one.curve->pictures.size() - 1);
        ImageRow row{QStringLiteral("%1, %2").arg(one.title, orderTitle(one.order)), ImageRow::Ours, {}};
        for (const ByteImage& picture : one.curve->pictures[index]) row.images << toQImage(picture);
        rows << row;
    }
    images_->setVisible(!rows.isEmpty());
    images_->setRows(rows);
}

}  // namespace sonoglyph
