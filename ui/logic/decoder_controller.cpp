#include "ui/logic/decoder_controller.h"

#include <algorithm>
#include <utility>

#include "ui/logic/engine_loader.h"
#include "ui/logic/settings.h"
#include "ui/logic/text.h"

namespace sonoglyph {

namespace {

constexpr int rateBeforeModel = 8000;  // of the built-in models

}  // namespace

DecoderController::DecoderController(EngineLoader* engine, Settings* settings, QObject* parent) : QObject(parent), settings_(settings)
{
    if (!engine) return;
    connect(engine, &EngineLoader::ready, this, [this](Engine* ready) { useEngine(*ready); });
    connect(engine, &EngineLoader::failed, this, [this] { setState(State::NoModel); });
    if (engine->engine()) useEngine(*engine->engine());
}

DecoderController::~DecoderController() = default;

void DecoderController::useEngine(Engine& engine)
{
    if (service_) return;
    engine_ = &engine;
    builtin_ = engine.builtinModels();
    service_ = engine.makeDecoder(*this);
    if (!nextLoad_) nextLoad_ = Load{settings_ ? settings_->model() : QString(), false};
    startNextLoad();
}

void DecoderController::startNextLoad()
{
    if (!service_ || loading_ || !nextLoad_) return;
    loading_ = std::exchange(nextLoad_, std::nullopt);
    if (loading_->model.isEmpty()) loading_->model = builtinModel();
    if (!model_) setState(State::LoadingModel);
    service_->load(loading_->model.toStdString());
}

QString DecoderController::builtinModel() const
{
    const auto known = std::any_of(builtin_.begin(), builtin_.end(), [](const BuiltinModel& model) { return model.name == defaultModel; });
    return known || builtin_.empty() ? QString::fromLatin1(defaultModel) : QString::fromStdString(builtin_.front().name);
}

SpectrogramParams DecoderController::spectrogramParams() const
{
    if (model_) return model_->spectrogram;
    SpectrogramParams params;
    params.rate = rateBeforeModel;
    return params;
}

void DecoderController::loadModel(const QString& model)
{
    nextLoad_ = Load{model, true};
    Q_EMIT modelWanted();
    startNextLoad();
}

bool DecoderController::reloadModel()
{
    if (!model_ || loading_ || nextLoad_) return false;
    nextLoad_ = Load{model_->file.empty() ? QString::fromStdString(model_->name) : QString::fromStdString(model_->file.string()), false};
    startNextLoad();
    return true;
}

std::uint64_t DecoderController::hear(Spectrogram input)
{
    const std::uint64_t number = ++lastNumber_;
    if (model_)
        hearNumbers_.insert(service_->hear(std::move(input)), number);
    else
        keptHear_ = Request<Spectrogram>{number, std::move(input)};
    return number;
}

std::uint64_t DecoderController::draw(std::vector<float> z)
{
    const std::uint64_t number = ++lastNumber_;
    if (model_)
        drawNumbers_.insert(service_->draw(std::move(z)), number);
    else
        keptDraw_ = Request<std::vector<float>>{number, std::move(z)};
    return number;
}

std::uint64_t DecoderController::drawPosterior(PosteriorRequest request)
{
    if (!model_) return 0;
    const std::uint64_t number = ++lastNumber_;
    posteriorNumbers_.insert(service_->drawPosterior(std::move(request)), number);
    return number;
}

std::uint64_t DecoderController::drawFilm(FilmRequest request)
{
    if (!model_) return 0;
    const std::uint64_t number = ++lastNumber_;
    filmNumbers_.insert(service_->drawFilm(std::move(request)), number);
    return number;
}

std::uint64_t DecoderController::occlude(OcclusionRequest request)
{
    if (!model_) return 0;
    occlusion_ = service_->occlude(std::move(request));
    return occlusionNumber_ = ++lastNumber_;
}

void DecoderController::stopOccluding()
{
    if (occlusion_ == 0) return;
    occlusion_ = 0;
    service_->stopOccluding();
}

void DecoderController::onModel(const Result<ModelInfo>& model)
{
    models_.add(model);
    wake();
}

void DecoderController::onDrawing(const Result<Drawing>& drawing)
{
    if (!drawing)
        models_.set(drawing.error());
    else if (drawing->code.mean.empty())
        drawn_.set(*drawing);
    else
        heard_.set(*drawing);
    wake();
}

void DecoderController::onPosterior(const Result<PosteriorPicture>& picture)
{
    if (picture)
        posterior_.set(*picture);
    else if (picture.error().code != Errc::Incompatible)  // else a code of the model before, whose latent size was another
        models_.set(picture.error());
    wake();
}

void DecoderController::onFilm(const Result<Film>& film)
{
    if (film)
        films_.add(*film);
    else if (film.error().code != Errc::Incompatible)  // else codes of the model before, whose latent size was another
        models_.set(film.error());
    wake();
}

void DecoderController::onOcclusion(const Result<OcclusionPart>& part)
{
    if (part)
        occluded_.add(*part);
    else if (part.error().code != Errc::Incompatible)  // else an input for the model before
        models_.set(part.error());
    wake();
}

void DecoderController::wake()
{
    if (!woken_.exchange(true)) QMetaObject::invokeMethod(this, &DecoderController::drain, Qt::QueuedConnection);
}

void DecoderController::drain()
{
    woken_ = false;
    const auto [models, error] = models_.drain();
    for (const Result<ModelInfo>& model : models) takeModel(model);
    if (auto drawing = heard_.drain().second) Q_EMIT heard(renumbered(std::move(*drawing), hearNumbers_));
    if (auto drawing = drawn_.drain().second) Q_EMIT drawn(renumbered(std::move(*drawing), drawNumbers_));
    if (auto picture = posterior_.drain().second) Q_EMIT posteriorDrawn(renumbered(std::move(*picture), posteriorNumbers_));
    for (Film& film : films_.drain().first) Q_EMIT filmDrawn(renumbered(std::move(film), filmNumbers_));
    for (OcclusionPart& part : occluded_.drain().first) {
        if (part.request != occlusion_) continue;
        part.request = occlusionNumber_;
        Q_EMIT occlusionCame(part);
    }
    if (error) Q_EMIT failed(toText(*error), QString::fromStdString(error->details));
}

void DecoderController::takeModel(const Result<ModelInfo>& model)
{
    const Load load = std::exchange(loading_, std::nullopt).value_or(Load{});
    if (!model) {
        const bool fallBack = !model_ && !nextLoad_ && load.model != builtinModel();
        QString text = toText(model.error());
        if (model_)
            text += QLatin1Char(' ') + tr("%1 is still used.").arg(QString::fromStdString(model_->name));
        else if (fallBack)
            text += QLatin1Char(' ') + tr("The built-in model is used instead.");
        if (fallBack) nextLoad_ = Load{builtinModel(), false};
        if (!model_ && !nextLoad_) setState(State::NoModel);
        Q_EMIT modelFailed(text, QString::fromStdString(model.error().details));
        startNextLoad();
        return;
    }
    model_ = *model;
    occlusion_ = 0;
    if (load.chosen && settings_) {
        settings_->setModel(load.model);
        if (!model_->file.empty()) settings_->rememberModel(QString::fromStdString(model_->file.string()));
    }
    // Who hears of the model may well ask anew: what was kept is sent only where nobody did.
    setState(State::Ready);
    auto hear = std::exchange(keptHear_, std::nullopt);
    auto draw = std::exchange(keptDraw_, std::nullopt);
    const std::uint64_t before = lastNumber_;
    Q_EMIT modelChanged(*model_);
    const auto askedAgain = [before](const QHash<std::uint64_t, std::uint64_t>& numbers) {
        return std::any_of(numbers.begin(), numbers.end(), [before](std::uint64_t number) { return number > before; });
    };
    if (hear && !askedAgain(hearNumbers_)) hearNumbers_.insert(service_->hear(std::move(hear->value)), hear->number);
    if (draw && !askedAgain(drawNumbers_)) drawNumbers_.insert(service_->draw(std::move(draw->value)), draw->number);
    startNextLoad();
}

template <class Answer>
Answer DecoderController::renumbered(Answer answer, QHash<std::uint64_t, std::uint64_t>& numbers)
{
    const std::uint64_t number = numbers.value(answer.request);
    // What was asked before it will not be answered any more.
    numbers.removeIf([number](auto entry) { return entry.value() <= number; });
    answer.request = number;
    return answer;
}

void DecoderController::setState(State state)
{
    if (state == state_) return;
    state_ = state;
    Q_EMIT stateChanged();
}

}  // namespace sonoglyph
