// All recordings of a data set as a model hears them: the map of its voices. A value type that any thread may read once it is made
// (Engine::mapCodes()).
//
// The plane is that of the first two principal axes: PCA alone. No library of Debian 12 for C++ computes t-SNE or UMAP, and PCA can be
// inverted, so that every point of the plane has a code and an image.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/labels.h"
#include "core/latent/pca.h"

namespace sonoglyph {

struct MapPoint {
    std::string recording;  ///< its file in the data folder, e.g. "fsdd/recordings/7_theo_23.wav"
    std::string speaker;
    std::string set;        ///< fsdd, scd
    int label = 0;          ///< what is said
    bool heldOut = false;   ///< the model did not learn from it
    int read = -1;          ///< what LeNet-5 reads in the image of the mean of its code
    float probability = 0;  ///< with which probability

    /// The file name.
    std::string_view name() const;
    bool right() const { return read == label; }
};

struct LatentMap {
    std::string model;                           ///< its name
    std::string fingerprint;                     ///< ModelInfo::fingerprint
    std::string dataset;                         ///< name
    std::filesystem::path folder;                ///< the data folder
    int latent = 0;                              ///< dimensions
    std::vector<MapPoint> points;                ///< sorted as the recordings of a data set: set, label, speaker, take
    std::vector<float> means;                    ///< [points x latent]
    std::vector<float> logVariances;             ///< [points x latent]
    std::vector<double> importance;              ///< of every dimension: KL in nats, the mean over the points
    Pca pca;                                     ///< of the means
    Labels labels = digitLabels();               ///< of the data set
    std::vector<std::vector<float>> classMeans;  ///< of the means, by what is said; empty: nobody says it
    double seconds = 0;                          ///< that it took

    std::size_t size() const { return points.size(); }
    std::span<const float> mean(std::size_t point) const;
    std::span<const float> logVariance(std::size_t point) const;
    /// Share of the points that are read right, 0 to 1.
    double accuracy() const;

    /// Of these points; empty for none.
    std::vector<float> meanOf(std::span<const std::uint32_t> which) const;
    /// Of everything that `speaker` says; empty where there is nothing.
    std::vector<float> speakerMean(std::string_view speaker) const;
    /// Sorted, each once.
    std::vector<std::string> speakers() const;
    /// Coordinates of every point along two axes: x, y, x, y, ...
    std::vector<float> plane(int xAxis = 0, int yAxis = 1) const;
    /// The point whose mean lies nearest to `code`, which has as many values; none where there are no points.
    std::optional<std::size_t> nearest(std::span<const float> code) const;
};

/// "point,recording,digit,speaker,set,held_out,x,y,read,probability", a line for each of `which`, or for every point where it is absent.
std::string toCsv(const LatentMap& map, int xAxis = 0, int yAxis = 1, std::optional<std::span<const std::uint32_t>> which = {});

}  // namespace sonoglyph
