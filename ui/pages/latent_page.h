// Latent: the audio-visual features of the current sound as sliders; the image follows.
#pragma once

#include "ui/logic/latent_controller.h"
#include "ui/pages/page.h"

namespace sonoglyph {

class LatentPage : public Page {
    Q_OBJECT
public:
    explicit LatentPage(const AppContext& context, QWidget* parent = nullptr);

    QList<QAction*> commands() const override;
};

}  // namespace sonoglyph
