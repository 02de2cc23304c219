// sonoglyph --bench latent [--training]: how soon does the image follow a feature that is dragged? Through the real window, on real data.
//
// Sixty times a second the pointer moves a feature by a little. drag_to_image_ms: from that moment until the image of that place is painted
// and the GUI thread waits again; of places that a newer one has overtaken there is none, and images_per_second tells how many were
// painted. With --training AIVAE trains on all cores meanwhile.
#pragma once

namespace sonoglyph {

struct Arguments;

/// Gives the exit status.
int benchLatent(Arguments arguments);

}  // namespace sonoglyph
