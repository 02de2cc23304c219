#include "ui/pages/data/split_view.h"

#include <algorithm>

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include "core/data/labels.h"
#include "ui/logic/label_text.h"
#include "ui/logic/recording_table.h"
#include "ui/logic/text.h"
#include "ui/widgets/stacked_bars.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

/// Without the last one, left out, where nothing is.
std::vector<StackedBars::Series> used(std::vector<StackedBars::Series> parts)
{
    if (std::ranges::all_of(parts.back().values, [](double count) { return count == 0; })) parts.pop_back();
    return parts;
}

constexpr std::size_t mostSpeakers = 40;  // more bars than this cannot be told apart

std::vector<StackedBars::Series> emptyParts(std::size_t bars)
{
    std::vector<StackedBars::Series> parts;
    for (const SplitPart part : {SplitPart::Train, SplitPart::Test, SplitPart::LeftOut})
        parts.push_back({RecordingTable::partText(part), std::vector<double>(bars, 0.0)});
    return parts;
}

}  // namespace

SplitView::SplitView(const RecordingBrowser& browser, QWidget* parent) : QWidget(parent), browser_(browser)
{
    const auto label = [this] {
        auto* text = new QLabel(this);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        return text;
    };
    meaning_ = label();
    QFont strong = meaning_->font();
    strong.setWeight(QFont::DemiBold);
    meaning_->setFont(strong);
    counts_ = label();
    copies_ = label();
    labels_ = new StackedBars(this);
    labels_->setFigureTitle(tr("Recordings per label"));
    speakers_ = new StackedBars(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    for (QLabel* text : {meaning_, counts_, copies_}) layout->addWidget(text);
    for (StackedBars* bars : {labels_, speakers_}) {
        bars->setFocusPolicy(Qt::StrongFocus);
        layout->addWidget(bars, 1);
    }
    connect(&browser_, &RecordingBrowser::checked, this, &SplitView::show);
    show();
}

void SplitView::show()
{
    const auto& all = browser_.recordings();
    for (QWidget* widget : {static_cast<QWidget*>(labels_), static_cast<QWidget*>(speakers_)}) widget->setVisible(all != nullptr);
    if (!all) {
        meaning_->setText(tr("The recordings are looked at…"));
        counts_->clear();
        copies_->clear();
        return;
    }
    const auto count = [&](SplitPart part) { return QLocale().toString(qlonglong(std::ranges::count(all->parts, part))); };
    meaning_->setText(toText(all->leaks.meaning));
    counts_->setText(tr("Training %1, test %2, left out %3. Speakers of the test part that are also learned from: %4 of %5.")
                         .arg(count(SplitPart::Train), count(SplitPart::Test), count(SplitPart::LeftOut),
                              QLocale().toString(all->leaks.sharedSpeakers), QLocale().toString(all->leaks.testSpeakers)));
    copies_->setText(toText(all->leaks.copiesFound));
    showLabels(*all);
    showSpeakers(*all);
}

void SplitView::showLabels(const CheckedRecordings& all)
{
    QStringList names;
    for (int label = 0; label < int(all.set.labels.size()); ++label) names << labelText(all.set.labels, label);
    auto parts = emptyParts(std::size_t(names.size()));
    for (std::size_t i = 0; i < all.parts.size(); ++i)
        if (all.parts[i] != SplitPart::Unusable) ++parts[std::size_t(all.parts[i])].values[std::size_t(all.set.recordings[i].label)];
    labels_->setBars(tr("label"), names, used(std::move(parts)));
}

void SplitView::showSpeakers(const CheckedRecordings& all)
{
    std::vector<SpeakerShare> shares = all.leaks.speakers;
    if (shares.size() > mostSpeakers) {
        std::ranges::stable_sort(shares, std::greater(), [](const SpeakerShare& s) { return s.train + s.test + s.leftOut; });
        shares.resize(mostSpeakers);
    }
    speakers_->setFigureTitle(shares.size() < all.leaks.speakers.size() ? tr("Recordings per speaker, the %1 with most of %2")
                                                                              .arg(QLocale().toString(qlonglong(shares.size())),
                                                                                   QLocale().toString(qlonglong(all.leaks.speakers.size())))
                                                                        : tr("Recordings per speaker"));
    QStringList names;
    auto parts = emptyParts(shares.size());
    for (std::size_t i = 0; i < shares.size(); ++i) {
        names << QString::fromStdString(shares[i].speaker);
        parts[0].values[i] = shares[i].train;
        parts[1].values[i] = shares[i].test;
        parts[2].values[i] = shares[i].leftOut;
    }
    speakers_->setBars(tr("speaker"), names, used(std::move(parts)));
}

}  // namespace sonoglyph
