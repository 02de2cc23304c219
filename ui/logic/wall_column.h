// A column of the alpha wall: one built-in model, or one run with the weights of its epochs that were kept. Values; any thread.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include <QString>

#include "core/session/engine.h"

namespace sonoglyph {

/// Weights of a run that can be drawn with.
struct WallModel {
    int epoch = 0;  ///< epochs completed; 0: within the first
    QString key;    ///< for Engine::openModel()
};

/// How a run stood at the end of an epoch: a point of its trail in the plane of consistency and diversity.
struct WallPoint {
    int epoch = 0;
    ModelMeasure measure;
};

struct WallColumn {
    QString key;  ///< built-in name, or the run's folder
    QString title;
    ModelKind kind = ModelKind::Aivae;
    double alpha = 1;
    std::uint64_t seed = 1;
    QString dataset, objective;
    DatasetConfig data;             ///< what it was trained on; without a folder where none is known
    std::vector<WallModel> models;  ///< by epoch, ascending; of the latest of them its newest weights
    std::vector<WallPoint> trail;   ///< by epoch, ascending; epochs whose diversity was measured
    std::vector<ExampleCode> examples;
    bool running = false;  ///< some program trains it at this moment

    /// The weights at the end of `epoch`: of the latest epoch that is not after it, else of the first one. Null where there are none.
    const WallModel* at(int epoch) const;
    /// The same of its trail, but null before the first point.
    const WallPoint* pointAt(int epoch) const;
};

WallColumn wallColumn(const BuiltinModel& model);
/// Reads the files of a run: worker threads only. None where the folder is no run, or its model draws nothing.
std::optional<WallColumn> readWallColumn(const std::filesystem::path& run);

}  // namespace sonoglyph
