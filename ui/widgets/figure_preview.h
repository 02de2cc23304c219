// The preview of a figure that is about to be exported, drawn behind the window's thread. While one is being drawn, of all that are asked
// for only the newest waits. GUI thread only.
#pragma once

#include <optional>

#include <QImage>
#include <QObject>

#include "ui/widgets/figure_file.h"

namespace sonoglyph {

class FigurePreview : public QObject {
    Q_OBJECT
public:
    struct Wish {
        ExportOptions options;
        double dpi = 96;
        QString extension;  ///< one of figureFormats()
    };
    struct Drawn {
        QImage image;
        std::optional<int> lines;  ///< of a file of numbers
    };

    explicit FigurePreview(FigurePtr figure);

    /// Answered by drawn() unless another one is asked for before it is begun.
    void ask(const Wish& wish);

Q_SIGNALS:
    void drawn(const sonoglyph::FigurePreview::Drawn& drawn);

private:
    void begin(const Wish& wish);

    FigurePtr figure_;
    bool busy_ = false;
    std::optional<Wish> next_;
};

}  // namespace sonoglyph
