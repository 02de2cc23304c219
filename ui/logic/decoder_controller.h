// The model as the ui sees it: loads it when the engine is there, hands requests to the decoder service and its answers to the GUI thread.
//
// Requests are newest-wins, hear(), draw(), drawPosterior() and each lane of drawFilm() apart. A request to hear or draw made before the
// model is ready is kept (the newest of each kind) and answered when it is: the newest request of a kind is always answered, by heard(),
// drawn() or failed(). While another model is being loaded the one before goes on answering. GUI thread only.
#pragma once

#include <QHash>
#include <QObject>
#include <QString>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/mailbox.h"
#include "core/session/engine.h"
#include "ui/logic/sound_story.h"

namespace sonoglyph {

class EngineLoader;
class Settings;

class DecoderController : public QObject, private DecoderListener {
    Q_OBJECT
public:
    enum class State {
        WaitingForEngine,  ///< the core library is being loaded
        LoadingModel,      ///< the first model is being read
        Ready,
        NoModel,  ///< neither the chosen model nor the built-in one could be read, or the core library is missing
    };
    Q_ENUM(State)

    /// Waits for `engine` to be ready. Either may be null (tests): then useEngine() is called by hand, and the built-in model is loaded.
    DecoderController(EngineLoader* engine, Settings* settings, QObject* parent = nullptr);
    ~DecoderController() override;

    void useEngine(Engine& engine);

    State state() const { return state_; }
    const std::optional<ModelInfo>& model() const { return model_; }
    const std::vector<BuiltinModel>& builtinModels() const { return builtin_; }
    /// What the model must be fed with; 8000 Hz and defaults before there is one.
    SpectrogramParams spectrogramParams() const;

    /// A model or checkpoint file, a run folder, or a built-in name. Answered by modelChanged() or modelFailed(); the model before stays
    /// until then. Kept for later where the engine is not there yet.
    void loadModel(const QString& model);
    /// Loads the present model once more: its run has newer weights. Answered as loadModel(). False, and nothing happens, where there is
    /// none or a model is being loaded already: that a person asked for another one must not be forgotten.
    bool reloadModel();

    /// Both return the number that the answer will carry in Drawing::request.
    std::uint64_t hear(Spectrogram input);
    std::uint64_t draw(std::vector<float> z);
    /// Of a code that the present model gave; answered by posteriorDrawn() unless another model has come meanwhile. 0: there is no model.
    std::uint64_t drawPosterior(PosteriorRequest request);
    /// Of codes for the present model; answered by filmDrawn() unless another model has come meanwhile. 0: there is no model.
    std::uint64_t drawFilm(FilmRequest request);
    /// Answered in parts by occlusionCame(), until another is asked for, stopOccluding() or another model. 0: there is no model.
    std::uint64_t occlude(OcclusionRequest request);
    void stopOccluding();

    /// The core, for those who need more than the one model; null until it is there.
    Engine* engine() const { return engine_; }

    /// The current sound of the program.
    SoundStory& story() { return story_; }

Q_SIGNALS:
    void stateChanged();
    /// A person asks for another model: what was told of the one before is no longer of interest.
    void modelWanted();
    void modelChanged(const sonoglyph::ModelInfo& model);
    /// A model could not be loaded: what, why, and which one is used instead.
    void modelFailed(const QString& text, const QString& details);
    void heard(const sonoglyph::Drawing& drawing);
    void drawn(const sonoglyph::Drawing& drawing);
    void posteriorDrawn(const sonoglyph::PosteriorPicture& picture);
    void filmDrawn(const sonoglyph::Film& film);
    /// The next images of the occlusion that was asked for last.
    void occlusionCame(const sonoglyph::OcclusionPart& part);
    /// An image could not be made.
    void failed(const QString& text, const QString& details);

private:
    void onModel(const Result<ModelInfo>& model) override;
    void onDrawing(const Result<Drawing>& drawing) override;
    void onPosterior(const Result<PosteriorPicture>& picture) override;
    void onFilm(const Result<Film>& film) override;
    void onOcclusion(const Result<OcclusionPart>& part) override;
    void wake();
    void drain();
    void takeModel(const Result<ModelInfo>& model);
    template <class Answer>
    static Answer renumbered(Answer answer, QHash<std::uint64_t, std::uint64_t>& numbers);
    void setState(State state);

    /// What is taken where nothing was chosen, or what was chosen cannot be read.
    QString builtinModel() const;
    void startNextLoad();

    struct Load {
        QString model;
        bool chosen = false;  ///< by a person: remembered once it has worked
    };
    template <class T>
    struct Request {
        std::uint64_t number = 0;
        T value;
    };

    Settings* settings_ = nullptr;
    SoundStory story_;
    State state_ = State::WaitingForEngine;
    std::optional<ModelInfo> model_;
    std::vector<BuiltinModel> builtin_;
    std::optional<Load> loading_, nextLoad_;  ///< one load at a time, so that every answer has its question
    std::uint64_t lastNumber_ = 0;
    std::optional<Request<Spectrogram>> keptHear_;
    std::optional<Request<std::vector<float>>> keptDraw_;
    QHash<std::uint64_t, std::uint64_t> hearNumbers_, drawNumbers_, posteriorNumbers_, filmNumbers_;  ///< the service's numbers to ours
    std::uint64_t occlusion_ = 0, occlusionNumber_ = 0;  ///< of the service and ours of the one that is wanted; 0: none

    std::atomic<bool> woken_ = false;
    Mailbox<Result<ModelInfo>, Error> models_;  ///< every answer to load(), and the newest failure of a drawing
    Mailbox<Error, Drawing> heard_, drawn_;
    Mailbox<Error, PosteriorPicture> posterior_;
    Mailbox<Film, Error> films_;
    Mailbox<OcclusionPart, Error> occluded_;
    Engine* engine_ = nullptr;
    std::unique_ptr<DecoderService> service_;  ///< last member: its thread ends first
};

}  // namespace sonoglyph
