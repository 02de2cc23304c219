// Every model there is to draw with, as a list: the built-in ones, then of every run its weights as it trains now, its best and its latest
// checkpoint and every other epoch that was kept. Runs are read by a worker thread; GUI thread only otherwise.
#pragma once

#include <filesystem>
#include <vector>

#include <QAbstractListModel>
#include <QThreadPool>

#include "core/session/engine.h"

namespace sonoglyph {

/// A model that can be chosen.
struct ModelChoice {
    enum class Kind { Builtin, Live, Best, Latest, Checkpoint };
    Kind kind = Kind::Builtin;
    QString key;                 ///< for DecoderController::loadModel()
    std::filesystem::path file;  ///< what ModelInfo::file will be
    QString run;                 ///< the folder within the runs folder; empty for a built-in model
    QString label;               ///< which of the run's, or the built-in name
    double accuracy = 0;         ///< of its samples on held-out pairs as LeNet-5 reads them; 0: not measured
};

/// What a person reads of a model: "my run, epoch 7", "my run, live", or the name of a file or built-in model.
QString modelTitle(const ModelInfo& model);

class ModelCatalog : public QAbstractListModel {
    Q_OBJECT
public:
    explicit ModelCatalog(QObject* parent = nullptr);
    ~ModelCatalog() override;

    /// Reads the runs anew; the list changes when that is done. Of several calls the last one counts.
    void refresh(const QString& runsFolder);
    void setBuiltin(const std::vector<BuiltinModel>& models);
    /// The run that trains in this process; empty: none.
    void setLive(const std::filesystem::path& run);
    /// The key of that run's weights as they are now; empty: none.
    QString liveKey() const;
    /// refresh() has been answered at least once.
    bool loaded() const { return loaded_; }

    const std::vector<ModelChoice>& choices() const { return choices_; }
    /// -1 where it is not in the list.
    int rowOf(const ModelInfo& model) const;
    int rowOf(const QString& key) const;
    /// Of any key, whether it is in the list (yet) or not.
    QString titleOf(const QString& key) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    /// The roles of ChoiceRole; DisplayRole: run and label in one line.
    QVariant data(const QModelIndex& index, int role) const override;

    /// What refresh() does on its thread: the choices of all runs, newest run first. Runs that draw nothing are left out.
    static std::vector<ModelChoice> read(const std::filesystem::path& runsFolder);

Q_SIGNALS:
    void refreshed();

private:
    void assemble();

    std::vector<ModelChoice> builtin_, runs_, choices_;
    std::filesystem::path live_, runsFolder_;
    bool loaded_ = false;
    int request_ = 0;
    QThreadPool worker_;
};

}  // namespace sonoglyph
