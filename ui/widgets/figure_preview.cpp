#include "ui/widgets/figure_preview.h"

#include <utility>

#include "ui/widgets/figure_work.h"

namespace sonoglyph {

FigurePreview::FigurePreview(FigurePtr figure) : figure_(std::move(figure)) {}

void FigurePreview::ask(const Wish& wish)
{
    if (busy_)
        next_ = wish;
    else
        begin(wish);
}

void FigurePreview::begin(const Wish& wish)
{
    busy_ = true;
    behindTheWindow([figure = figure_, wish]() -> Drawn {
        Drawn made{figureImage(*figure, wish.options, wish.dpi), {}};
        if (!isPictureFormat(wish.extension)) made.lines = int(figureNumbers(*figure, wish.extension).count('\n'));
        return made;
    }).then(this, [this](const Drawn& made) {
        busy_ = false;
        if (const auto next = std::exchange(next_, std::nullopt))
            begin(*next);
        else
            Q_EMIT drawn(made);
    });
}

}  // namespace sonoglyph
