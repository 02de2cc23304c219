#include "ui/logic/zeroing_study.h"

#include <algorithm>

namespace sonoglyph {

namespace {

bool same(const StudiedZeroing& a, const StudiedZeroing& b) { return a.key == b.key && a.order == b.order; }

}  // namespace

void ZeroingStudy::measure(Engine& engine, const std::vector<StudiedZeroing>& wanted, const QString& folder, int repeats)
{
    cancel();
    if (repeats != repeats_ || folder != folder_) known_.clear();
    engine_ = &engine;
    folder_ = folder;
    repeats_ = repeats;
    wanted_ = wanted;
    for (StudiedZeroing& one : wanted_) {
        const auto known = std::find_if(known_.begin(), known_.end(), [&](const StudiedZeroing& k) { return same(k, one); });
        one.curve = known == known_.end() ? nullptr : known->curve;
    }
    next();
    Q_EMIT changed();
}

int ZeroingStudy::waiting() const
{
    return int(std::count_if(wanted_.begin(), wanted_.end(), [](const StudiedZeroing& one) { return !one.curve; }));
}

double ZeroingStudy::seconds() const
{
    double sum = 0;
    for (const StudiedZeroing& one : wanted_) sum += one.curve ? one.curve->seconds : 0;
    return sum;
}

void ZeroingStudy::next()
{
    const auto todo = std::find_if(wanted_.begin(), wanted_.end(), [](const StudiedZeroing& one) { return !one.curve; });
    if (todo == wanted_.end()) return;
    ZeroingRequest request;
    request.data.model = todo->key.toStdString();
    request.data.folder = folder_.toStdString();
    request.order = todo->order;
    request.repeats = todo->order == ZeroOrder::Random ? repeats_ : 1;
    request.pictures = true;
    start<ZeroingCurve>(
        [engine = engine_, request](const Progress& progress, std::stop_token stop) {
            return engine->zeroingCurve(request, progress, std::move(stop));
        },
        [this, what = *todo](const std::shared_ptr<const ZeroingCurve>& curve) {
            known_.push_back(what);
            known_.back().curve = curve;
            for (StudiedZeroing& one : wanted_)
                if (same(one, what)) one.curve = curve;
            next();
        });
}

}  // namespace sonoglyph
