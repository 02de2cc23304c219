// What people changed in a run while it trained: changes.csv in its folder.
//
// A run's config.json and its checkpoints keep the configuration that it began with; what holds at step N is that and all changes up to N.
// So a run that goes on from an earlier checkpoint makes the same changes at the same steps again, and ends as if it had never stopped.
//
//     step,field,value
//     120,alpha,0.5             from step 120 on
//     300,learningRate,0.0001   from step 300 on; a schedule goes on from the new value
//     310,networks,generator    in step 310 alone: only the generator learned
//
// Rows ascend by step; of one field there is one a step. The file is replaced whole. Knows no LibTorch.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/train/run_config.h"

namespace sonoglyph {

/// Which networks of AIVAEGAN a step updates; of a model with one network always that.
enum class Networks { Both, Generator, Discriminator };

struct RunChange {
    enum class Field { Alpha, LearningRate, Networks };
    std::int64_t step = 0;  ///< the first that is made with it
    Field field = Field::Alpha;
    double value = 0;  ///< of alpha or the learning rate
    Networks networks = Networks::Both;

    bool operator==(const RunChange&) const = default;
};

/// "alpha", "learningRate", "networks": keys of config.json, where they are such.
std::string nameOf(RunChange::Field field);
/// "0.5", "generator".
std::string valueOf(const RunChange& change);
/// For people: "From step 120 on alpha is 0.5."
Message sentenceOf(const RunChange& change);

class RunChanges {
public:
    /// No file: no changes. Errors: Unreadable, Corrupt (names the line).
    static Result<RunChanges> read(const std::filesystem::path& file);
    /// Errors: those of replacing a file.
    Result<void> write(const std::filesystem::path& file) const;

    const std::vector<RunChange>& rows() const { return rows_; }
    /// Takes the place of the same field's change at that step.
    void add(const RunChange& change);
    /// From this step on the run takes another course.
    void forgetFrom(std::int64_t step);

    /// `initial` as it is at `step`.
    RunConfig configAt(RunConfig initial, std::int64_t step) const;
    Networks networksAt(std::int64_t step) const;

private:
    std::vector<RunChange> rows_;
};

}  // namespace sonoglyph
