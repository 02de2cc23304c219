// A place of the features that a person gave a name: enough to draw it again, on another machine too, where its model is. Any thread.
//
// A file of JSON: {"format", "name", "made" (ISO 8601, UTC), "model": {"name", "kind", "dataset", "objective", "steps"}, "modelFile",
// "sound", "mean"[], "deviation"[], "values"[], "zeroed"[], "locked"[], "sampled" (seed, may be missing), "image" (28x28 grey, base64),
// "read", "sure"}.
#pragma once

#include <filesystem>

#include <QDateTime>
#include <QString>

#include "core/base/byte_image.h"
#include "core/base/result.h"
#include "ui/logic/latent_controller.h"
#include "ui/logic/sound_card.h"

namespace sonoglyph {

struct LatentState {
    QString name;
    QDateTime made;
    ModelStamp model;   ///< that the features belong to
    QString modelFile;  ///< where its file was when the state was made
    LatentPlacement placement;
    ByteImage image;  ///< of it, as that model drew it
    int read = -1;    ///< what LeNet-5 reads in the image; -1: nobody read
    double sure = 0;  ///< 0 to 1
};

/// What stands in placement of `latent`, with its image. `latent` must have a code, `model` is the one that draws it.
LatentState latentStateOf(const LatentController& latent, const ModelInfo& model, const QString& name);

/// What stands in such a file.
std::string latentStateText(const LatentState& state);
/// Errors: Corrupt, NewerFormat; they name `source`.
Result<LatentState> latentStateFromText(const std::string& text, const std::filesystem::path& source);

/// Errors: those of writing.
Result<void> writeLatentState(const std::filesystem::path& file, const LatentState& state);
/// Errors: NotFound, Unreadable, Corrupt (no state, lists of different lengths, values that are not numbers), NewerFormat.
Result<LatentState> readLatentState(const std::filesystem::path& file);

}  // namespace sonoglyph
