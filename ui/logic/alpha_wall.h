// The alpha wall: the same sounds through many models, with the same noise. Computes in the background while somebody looks, newest wins;
// what was drawn once is kept. GUI thread only.
#pragma once

#include <limits>
#include <memory>
#include <vector>

#include <QCache>
#include <QHash>
#include <QObject>
#include <QString>

#include "core/session/model_pool.h"
#include "ui/logic/wall_column.h"
#include "ui/logic/wall_sounds.h"

namespace sonoglyph {

class AlphaWall : public QObject, private ModelPoolListener {
    Q_OBJECT
public:
    static constexpr int newestEpoch = std::numeric_limits<int>::max();

    struct Cell {
        std::shared_ptr<const PooledDrawing> drawing;  ///< where it is being drawn anew, the one before
        QString trouble;                               ///< why there is none; empty while it is awaited
        bool awaited = false;
    };

    explicit AlphaWall(QObject* parent = nullptr);
    ~AlphaWall() override;

    /// Nothing is drawn before the engine is here.
    void setEngine(Engine& engine);
    void setColumns(std::vector<WallColumn> columns);
    void setSounds(std::vector<WallSound> sounds);
    /// The weights at the end of this epoch in every column: WallColumn::at().
    void setEpoch(int epoch);
    /// Images of so many samples of z beside the one of its mean, and the seed of their noise.
    void setSamples(int samples, std::uint64_t seed);
    /// While nobody looks nothing is drawn.
    void setWatched(bool watched);
    /// The run that trains in this process, by its key, has other weights now; empty: none trains.
    void setLive(const QString& column);
    void renewLive();

    const std::vector<WallColumn>& columns() const { return columns_; }
    const std::vector<WallSound>& sounds() const { return sounds_; }
    int epoch() const { return epoch_; }
    /// The epoch that a column shows; 0: weights from within the first, or none.
    int shownEpoch(int column) const;
    bool isLive(int column) const;
    const Cell& cell(int sound, int column) const { return cells_[std::size_t(sound)][std::size_t(column)]; }
    /// Cells that are not drawn yet.
    int awaited() const;

Q_SIGNALS:
    /// Columns, sounds, epoch or samples are others.
    void rearranged();
    void cellChanged(int sound, int column);

private:
    struct Source {
        QString model;
        std::uint64_t version = 0;
    };
    Source sourceOf(const WallColumn& column) const;
    QString keyOf(const Source& source, const WallSound& sound) const;
    void arrange();
    void ask();
    void onPooled(std::uint64_t request, const std::string& model, std::size_t word, const Result<PooledDrawing>& drawing) override;
    void take(std::uint64_t request, const QString& model, std::size_t word, const Result<PooledDrawing>& drawing);

    Engine* engine_ = nullptr;
    std::vector<WallColumn> columns_;
    std::vector<WallSound> sounds_;
    std::vector<std::vector<Cell>> cells_;  ///< by sound, then by column
    int epoch_ = newestEpoch;
    int samples_ = 0;
    std::uint64_t seed_ = 1;
    QString live_;
    std::uint64_t liveVersion_ = 0;
    bool watched_ = false;
    std::uint64_t request_ = 0;
    QCache<QString, std::shared_ptr<const PooledDrawing>> drawn_;
    std::unique_ptr<ModelPool> pool_;  ///< last member: its thread ends first
};

}  // namespace sonoglyph
