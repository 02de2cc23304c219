// What stands beside a score of FSDD whose voices were heard in training: what the same model reaches with other splits. Any thread.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include <QString>
#include <QStringList>

#include "core/train/run_config.h"
#include "ui/logic/measures.h"

namespace sonoglyph {

/// An evaluation of which is known how its model was trained.
struct KnownEvaluation {
    RunConfig config;
    Measures measures;
    QString speaker;  ///< the one that was left out; empty: none, or several
    QString source;   ///< for people: whose it is, where it was measured
};

struct SplitScore {
    enum class Kind { Official, SpeakersLeftOut };
    Kind kind = Kind::Official;
    std::optional<Measures> measures;  ///< over seeds; of speakers over those that are known, each once. None: nothing is known
    QStringList speakers;              ///< of SpeakersLeftOut: those that are known, sorted
    int of = 0;                        ///< of SpeakersLeftOut: how many the data set has
    QStringList sources;               ///< each once
};

/// Whether a data set is FSDD, whose every voice is heard in training unless it is left out.
bool isFsdd(const std::string& set);
/// Whether voices of the test were heard in training.
bool voicesWereHeard(const RunConfig& config);

/// Whether two trainings are the same but for the split, the seed and how long they learned (epochs and the rise of the KL weight).
bool differBySplitOnly(const RunConfig& a, const RunConfig& b);

/// For a model of FSDD whose voices were heard: the splits that it was not evaluated on, official first. Of each, and of each speaker, the
/// evaluations of the first of `known` that has any count.
std::vector<SplitScore> otherSplits(const RunConfig& model, std::span<const std::vector<KnownEvaluation>> known);

/// Whether a reproduction of the paper measures other splits for models like this one.
bool isReproduced(const RunConfig& model);

}  // namespace sonoglyph
