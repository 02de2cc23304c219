// What the Compare page shows: which models and sounds the alpha wall has, at which epoch, and what is known of them. GUI thread only; runs
// are read by a worker thread.
#pragma once

#include <array>
#include <vector>

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>

#include "ui/logic/alpha_wall.h"
#include "ui/logic/live_model.h"
#include "ui/logic/wall_sounds.h"

namespace sonoglyph {

class DecoderController;
class Settings;
class SoundLibrary;
class TrainingController;

class CompareController : public QObject {
    Q_OBJECT
public:
    enum class Order { AsChosen, Alpha, Accuracy, Diversity, Name };
    Q_ENUM(Order)

    /// The choices are remembered in `settings`. `library` and `training` may be null (tests).
    CompareController(Settings& settings, DecoderController& decoder, SoundLibrary* library, TrainingController* training,
                      QObject* parent = nullptr);
    ~CompareController() override;

    AlphaWall& wall() { return wall_; }
    const AlphaWall& wall() const { return wall_; }
    WallSounds& sounds() { return sounds_; }
    const WallSounds& sounds() const { return sounds_; }

    /// Keys of the columns, in the order they were chosen. Before a person chooses: the built-in models that know the same recordings.
    const QStringList& chosen() const { return chosen_; }
    void setChosen(const QStringList& keys);
    void toggle(const QString& key);
    /// So many places to the right, or to the left where it is negative. The order is the chosen one from then on.
    void move(const QString& key, int by);
    void setOrder(Order order);
    Order order() const { return order_; }

    /// At most two columns are pinned, to be compared closely; pinning a third lets go of the first.
    void togglePin(const QString& key);
    const QStringList& pinned() const { return pinned_; }

    /// Every epoch at which a column has weights or a point of its trail, ascending.
    const std::vector<int>& epochs() const { return epochs_; }
    /// A place in epochs(), or one behind the last: the newest weights, also of a run that trains.
    int place() const { return place_; }
    void setPlace(int place);

    /// Reads the runs again that some program trains at this moment; so does a timer while somebody looks.
    void setWatched(bool watched);
    void refresh();

Q_SIGNALS:
    /// Columns, their order, pins, or what is known of them.
    void columnsChanged();
    void epochsChanged();

private:
    void takeBuiltin();
    void followTraining();
    void read(const QStringList& keys);
    void arrange();
    std::vector<ExampleCode> examplesFor(const std::vector<WallColumn>& columns) const;
    void findEpochs();

    Settings& settings_;
    DecoderController& decoder_;
    TrainingController* training_;
    AlphaWall wall_;
    WallSounds sounds_;
    QStringList chosen_, pinned_;
    bool byPerson_ = false;
    Order order_ = Order::AsChosen;
    QHash<QString, WallColumn> known_;
    std::vector<int> epochs_;
    int place_ = 0;
    bool newest_ = true;  ///< whether place() follows the end
    std::unique_ptr<LiveModel> live_;
    QTimer poll_;
    int request_ = 0;
    QThreadPool worker_;  ///< last member: waits for its jobs first
};

}  // namespace sonoglyph
