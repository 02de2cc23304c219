#include "ui/logic/latent_state.h"

#include <algorithm>
#include <cmath>

#include <QByteArray>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"

namespace sonoglyph {

using nlohmann::json;

namespace {

constexpr int format = 1;
constexpr std::size_t largestFile = 4u << 20;

std::string base64(const ByteImage& image)
{
    const QByteArray bytes(reinterpret_cast<const char*>(image.pixels.get()), qsizetype(image.width) * image.height);
    return bytes.toBase64().toStdString();
}

ByteImage imageFrom(const std::string& text)
{
    constexpr int side = 28;
    const QByteArray bytes = QByteArray::fromBase64(QByteArray::fromStdString(text));
    if (bytes.size() != side * side) return {};
    const auto pixels = std::make_shared<std::vector<std::uint8_t>>(bytes.begin(), bytes.end());
    return {side, side, {pixels, pixels->data()}};
}

Error damaged(const std::filesystem::path& file, const std::string& why)
{
    return {Errc::Corrupt, {SONOGLYPH_TEXT("core", "%1 is not a saved state of the features, or it is damaged."), {file.string()}}, why};
}

bool whole(const LatentPlacement& p)
{
    const auto numbers = [&](const std::vector<float>& values) {
        return values.size() == p.mean.size() && std::all_of(values.begin(), values.end(), [](float v) { return std::isfinite(v); });
    };
    return !p.mean.empty() && numbers(p.mean) && numbers(p.deviation) && numbers(p.values) && p.zeroed.size() == p.mean.size() &&
           p.locked.size() == p.mean.size();
}

}  // namespace

LatentState latentStateOf(const LatentController& latent, const ModelInfo& model, const QString& name)
{
    LatentState state;
    state.name = name;
    state.made = QDateTime::currentDateTimeUtc();
    state.model = stampOf(model);
    state.modelFile = QString::fromStdString(model.file.string());
    state.placement = latent.placement();
    if (const auto& drawing = latent.drawing()) {
        state.image = drawing->image;
        state.sure = drawing->reading.sure();
        state.read = drawing->reading.label();
    }
    return state;
}

std::string latentStateText(const LatentState& state)
{
    const LatentPlacement& p = state.placement;
    json object{{"format", format},
                {"name", state.name.toStdString()},
                {"made", state.made.toUTC().toString(Qt::ISODateWithMs).toStdString()},
                {"model",
                 {{"name", state.model.name},
                  {"kind", state.model.kind},
                  {"dataset", state.model.dataset},
                  {"objective", state.model.objective},
                  {"steps", state.model.steps}}},
                {"modelFile", state.modelFile.toStdString()},
                {"sound", p.sound.toStdString()},
                {"mean", p.mean},
                {"deviation", p.deviation},
                {"values", p.values},
                {"zeroed", p.zeroed},
                {"locked", p.locked},
                {"image", state.image.empty() ? std::string() : base64(state.image)},
                {"read", state.read},
                {"sure", state.sure}};
    if (p.sampled) object["sampled"] = *p.sampled;
    return object.dump(1) + "\n";
}

Result<void> writeLatentState(const std::filesystem::path& file, const LatentState& state)
{
    return replaceFile(file, latentStateText(state));
}

Result<LatentState> readLatentState(const std::filesystem::path& file)
{
    const auto text = readTextFile(file, largestFile);
    if (!text) return text.error();
    return latentStateFromText(*text, file);
}

Result<LatentState> latentStateFromText(const std::string& text, const std::filesystem::path& file)
{
    try {
        const json object = json::parse(text);
        if (object.at("format").get<int>() > format)
            return Error{Errc::NewerFormat,
                         {SONOGLYPH_TEXT("core", "%1 was written by a newer version of this program."), {file.string()}}};
        const auto string = [](const json& at, const char* key) { return QString::fromStdString(at.at(key).get<std::string>()); };
        LatentState state;
        state.name = string(object, "name");
        state.made = QDateTime::fromString(string(object, "made"), Qt::ISODateWithMs);
        const json& model = object.at("model");
        state.model = {model.at("name"), model.at("kind"), model.at("dataset"), model.at("objective"), model.at("steps")};
        state.modelFile = string(object, "modelFile");
        LatentPlacement& p = state.placement;
        p.sound = string(object, "sound");
        p.mean = object.at("mean").get<std::vector<float>>();
        p.deviation = object.at("deviation").get<std::vector<float>>();
        p.values = object.at("values").get<std::vector<float>>();
        p.zeroed = object.at("zeroed").get<std::vector<bool>>();
        p.locked = object.at("locked").get<std::vector<bool>>();
        if (object.contains("sampled")) p.sampled = object.at("sampled").get<quint32>();
        state.image = imageFrom(object.at("image").get<std::string>());
        state.read = std::clamp(object.at("read").get<int>(), -1, int(maxLabels) - 1);
        state.sure = object.at("sure").get<double>();
        if (!whole(p)) return damaged(file, "lists of different lengths, or values that are not numbers");
        return state;
    } catch (const json::exception& fault) {
        return damaged(file, fault.what());
    }
}

}  // namespace sonoglyph
