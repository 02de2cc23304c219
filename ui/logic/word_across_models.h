// The present word through several models at once: every built-in one and those that a person has chosen. Computed in the background while
// somebody looks, newest wins. GUI thread only.
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

#include "core/base/mailbox.h"
#include "core/session/model_pool.h"

namespace sonoglyph {

class DecoderController;
class ModelCatalog;
class Settings;

class WordAcrossModels : public QObject, private ModelPoolListener {
    Q_OBJECT
public:
    struct Cell {
        QString key;    ///< for DecoderController::loadModel()
        QString title;  ///< of the model
        std::optional<Drawing> drawing;
        QString trouble;  ///< why there is none; empty while it is awaited
    };

    /// The choice is remembered in `settings` (may be null).
    WordAcrossModels(DecoderController& decoder, const ModelCatalog& catalog, Settings* settings, QObject* parent = nullptr);
    ~WordAcrossModels() override;

    const std::vector<Cell>& cells() const { return cells_; }
    /// The models beside the built-in ones, by their keys.
    const QStringList& chosen() const { return chosen_; }
    void setChosen(const QString& key, bool chosen);
    /// A run that trains has new weights.
    void renew(const QString& key);
    void setWatched(bool watched);

Q_SIGNALS:
    /// cells() are others, or one of them has got its image.
    void cellsChanged();

private:
    void onPooled(std::uint64_t request, const std::string& model, std::size_t word, const Result<PooledDrawing>& drawing) override;
    void take(std::uint64_t request, const std::string& model, const Result<PooledDrawing>& drawing);
    void arrange();
    void ask();

    DecoderController& decoder_;
    const ModelCatalog& catalog_;
    Settings* settings_;
    QStringList chosen_;
    std::map<QString, std::uint64_t> versions_;
    std::vector<Cell> cells_;
    std::uint64_t word_ = 0;  ///< the sound's number
    bool watched_ = false, stale_ = true;
    std::uint64_t request_ = 0;        ///< of this word and these models
    std::unique_ptr<ModelPool> pool_;  ///< last member: its thread ends first
};

}  // namespace sonoglyph
