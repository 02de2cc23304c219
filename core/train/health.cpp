#include "core/train/health.h"

#include <cmath>
#include <cstdio>

#include <nlohmann/json.hpp>

namespace sonoglyph {

using nlohmann::json;

namespace {

constexpr double explodingFactor = 100, memory = 50;
constexpr double smallest = 0.01;  ///< a gradient that was next to nothing may grow
constexpr std::int64_t explodingSteps = 10, stepsToKnow = 100;
constexpr std::int64_t collapseSteps = 50;
constexpr double collapseMargin = 1.03;
constexpr double sureReal = 0.95, sureDrawn = 0.05;
constexpr std::int64_t wonSteps = 100;
constexpr double alikeShare = 0.5;

std::string rounded(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.3g", value);
    return text;
}

TrainNotice problem(std::int64_t step, Message message) { return {TrainNotice::Severity::Problem, step, std::move(message)}; }
TrainNotice warning(std::int64_t step, Message message) { return {TrainNotice::Severity::Warning, step, std::move(message)}; }

/// Whether the length of a gradient has exploded in this step for long enough to be said.
bool explodes(HealthState::Gradient& usual, double length)
{
    const double logarithm = std::log(std::max(length, smallest));
    const bool wild = usual.seen >= stepsToKnow && logarithm > usual.logMean + std::log(explodingFactor);
    if (!wild) {
        ++usual.seen;
        usual.logMean += (logarithm - usual.logMean) / std::min(double(usual.seen), memory);
    }
    return usual.exploding.add(wild, explodingSteps);
}

json toJson(const Streak& s) { return {s.on, s.off, s.said}; }

Streak streakFrom(const json& j) { return {j.at(0).get<std::int64_t>(), j.at(1).get<std::int64_t>(), j.at(2).get<bool>()}; }

}  // namespace

bool Streak::add(bool holds, std::int64_t enough)
{
    on = holds ? on + 1 : 0;
    off = holds ? 0 : off + 1;
    if (off >= enough) said = false;
    if (said || on < enough) return false;
    said = true;
    return true;
}

json toJson(const HealthState& s)
{
    json gradients = json::array();
    for (const auto& g : s.gradients) gradients.push_back({{"log_mean", g.logMean}, {"seen", g.seen}, {"exploding", toJson(g.exploding)}});
    return {{"gradients", std::move(gradients)},
            {"collapsed", toJson(s.collapsed)},
            {"won", toJson(s.won)},
            {"alike", toJson(s.alike)},
            {"inactive_reconstruction", s.inactiveReconstruction},
            {"best_diversity", s.bestDiversity},
            {"best_diversity_epoch", s.bestDiversityEpoch}};
}

std::optional<HealthState> healthFromJson(const json& j)
{
    try {
        HealthState s;
        for (std::size_t i = 0; i < s.gradients.size(); ++i) {
            const json& g = j.at("gradients").at(i);
            s.gradients[i] = {g.at("log_mean").get<double>(), g.at("seen").get<std::int64_t>(), streakFrom(g.at("exploding"))};
        }
        s.collapsed = streakFrom(j.at("collapsed"));
        s.won = streakFrom(j.at("won"));
        s.alike = streakFrom(j.at("alike"));
        s.inactiveReconstruction = j.at("inactive_reconstruction").get<double>();
        s.bestDiversity = j.at("best_diversity").get<double>();
        s.bestDiversityEpoch = j.at("best_diversity_epoch").get<int>();
        return s;
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

std::optional<Message> Health::divergence(const StepMetrics& m)
{
    const auto said = [&](const char* text) { return Message{text, {std::to_string(m.step)}}; };
    const bool finiteGradients =
        std::isfinite(m.gradientNorm.value_or(0)) && (!m.discriminator || std::isfinite(m.discriminator->gradientNorm));
    if (!std::isfinite(m.total))
        return said(SONOGLYPH_TEXT("core", "The loss was no longer a number at step %1. The last checkpoint is intact: resume with a "
                                           "lower learning rate, or start anew with another seed."));
    if (m.discriminator && !std::isfinite(m.discriminator->loss))
        return said(SONOGLYPH_TEXT("core", "The discriminator's loss was no longer a number at step %1. The last checkpoint is intact: "
                                           "resume with a lower learning rate, or start anew with another seed."));
    if (!finiteGradients)
        return said(SONOGLYPH_TEXT("core", "The gradients were no longer numbers at step %1. The last checkpoint is intact: resume with a "
                                           "lower learning rate, or start anew with another seed."));
    return std::nullopt;
}

std::optional<Message> Health::divergence(const EpochMetrics& m)
{
    if (std::isfinite(m.testTotal)) return std::nullopt;
    return Message{SONOGLYPH_TEXT("core", "The loss on held-out pairs was no longer a number after step %1. The last checkpoint is intact: "
                                          "resume with a lower learning rate, or start anew with another seed."),
                   {std::to_string(m.step)}};
}

std::vector<TrainNotice> Health::add(const StepMetrics& m)
{
    std::vector<TrainNotice> out;
    const auto began = [&](const Streak& streak) { return std::to_string(m.step - streak.on + 1); };
    HealthState& s = state_;

    if (m.activeUnits) {
        const bool inactive = *m.activeUnits == 0;
        s.inactiveReconstruction = inactive ? s.inactiveReconstruction + m.reconstruction : 0;
        const double mean = s.inactiveReconstruction / double(s.collapsed.on + 1);
        const bool blind = inactive && (s.collapsed.on + 1 < collapseSteps || mean >= meanImageNats_ / collapseMargin);
        if (s.collapsed.add(blind, collapseSteps))
            out.push_back(problem(
                m.step, {SONOGLYPH_TEXT("core", "The posterior has collapsed since step %1: no latent dimension carries anything and every "
                                                "image is the mean of all digits. Start anew with a KL warm-up, He initialisation and "
                                                "standardised spectrograms."),
                         {began(s.collapsed)}}));
        if (!blind) s.inactiveReconstruction = 0;
    }

    if (m.gradientNorm && explodes(s.gradients[0], *m.gradientNorm))
        out.push_back(warning(m.step, {SONOGLYPH_TEXT("core", "The gradients have been over 100 times as large as usual since step %1: the "
                                                              "run may be about to diverge. If its loss does not come down again, stop it "
                                                              "and start anew with a lower learning rate."),
                                       {began(s.gradients[0].exploding)}}));
    if (!m.discriminator) return out;

    const DiscriminatorMetrics& d = *m.discriminator;
    if (explodes(s.gradients[1], d.gradientNorm))
        out.push_back(warning(m.step, {SONOGLYPH_TEXT("core", "The discriminator's gradients have been over 100 times as large as usual "
                                                              "since step %1: the run may be about to diverge. If its loss does not come "
                                                              "down again, stop it and start anew with a lower learning rate."),
                                       {began(s.gradients[1].exploding)}}));
    if (s.won.add(d.real > sureReal && d.drawn < sureDrawn, wonSteps))
        out.push_back(warning(
            m.step,
            {SONOGLYPH_TEXT("core", "The discriminator has won since step %1: it is over 95 % sure of real and of drawn images, and "
                                    "the generator learns next to nothing from it. Try the non-saturating term, another alpha or a "
                                    "lower learning rate."),
             {began(s.won)}}));
    return out;
}

std::vector<TrainNotice> Health::add(const EpochMetrics& m)
{
    if (!m.diversity) return {};
    std::vector<TrainNotice> out;
    HealthState& s = state_;
    if (s.alike.add(*m.diversity < alikeShare * s.bestDiversity, 1))
        out.push_back(warning(
            m.step, {SONOGLYPH_TEXT("core", "Images of one digit have become alike: since step %1 (epoch %2) their diversity is %3, less "
                                            "than half of the %4 after epoch %5. The generator may have collapsed to a few images."),
                     {std::to_string(m.step), std::to_string(m.epoch), rounded(*m.diversity), rounded(s.bestDiversity),
                      std::to_string(s.bestDiversityEpoch)}}));
    if (*m.diversity > s.bestDiversity) {
        s.bestDiversity = *m.diversity;
        s.bestDiversityEpoch = m.epoch;
    }
    return out;
}

}  // namespace sonoglyph
