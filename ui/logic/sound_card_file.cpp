#include "ui/logic/sound_card_file.h"

#include <QImage>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/audio/sound_file.h"
#include "core/base/atomic_file.h"
#include "core/base/png.h"

namespace sonoglyph {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr int format = 1;
constexpr std::size_t longestCard = 1 << 20;    // bytes
constexpr std::size_t longestCode = 4096;       // latent dimensions
constexpr std::int64_t longestSound = 1 << 28;  // samples
constexpr int largestImage = 256;               // pixels a side
constexpr std::int64_t bytesOfSample = 2;       // at least

json toJson(const Drawing& drawing, const ModelStamp& model)
{
    json out{
        {"model",
         {{"name", model.name}, {"kind", model.kind}, {"dataset", model.dataset}, {"objective", model.objective}, {"steps", model.steps}}},
        {"digit", drawing.reading.label()},
        {"probabilities", drawing.reading.probabilities},
        {"mean", drawing.code.mean},
        {"log_variance", drawing.code.logVariance},
        {"milliseconds", drawing.milliseconds}};
    if (drawing.reading.names() != digitLabels()) out["labels"] = drawing.reading.names();
    return out;
}

/// One line for every key, so that people can read it too.
std::string dumped(const SoundCard& card)
{
    std::vector<std::pair<const char*, json>> entries{
        {"format", format},
        {"label", card.label.toStdString()},
        {"file", card.file.toStdString()},
        {"heardAt", card.heardAt.toUTC().toString(Qt::ISODateWithMs).toStdString()},
        {"starred", card.starred},
        {"sound", {{"rate", card.rate}, {"samples", card.samples}}},
        {"word", {{"begin", card.word.begin}, {"end", card.word.end}, {"found", card.wordFound}}},
        {"spectrogram", toJson(card.params)},
    };
    if (card.drawing) entries.emplace_back("drawing", toJson(*card.drawing, card.model));
    std::string text;
    for (const auto& [key, value] : entries)
        text += (text.empty() ? "{\n  " : ",\n  ") + json(key).dump() + ": " + value.dump(-1, ' ', false, json::error_handler_t::replace);
    return text + "\n}\n";
}

ModelStamp readModel(const json& in)
{
    return {in.at("name").get<std::string>(), in.at("kind").get<std::string>(), in.at("dataset").get<std::string>(),
            in.at("objective").get<std::string>(), in.at("steps").get<std::int64_t>()};
}

std::vector<float> readNumbers(const json& in)
{
    auto numbers = in.get<std::vector<float>>();
    if (numbers.empty() || numbers.size() > longestCode ||
        !std::all_of(numbers.begin(), numbers.end(), [](float x) { return std::isfinite(x); }))
        throw std::invalid_argument("code");
    return numbers;
}

Drawing readDrawing(const json& in)
{
    Drawing drawing;
    drawing.code = {readNumbers(in.at("mean")), readNumbers(in.at("log_variance"))};
    drawing.z = drawing.code.mean;
    if (!in.at("probabilities").empty()) drawing.reading.probabilities = readNumbers(in.at("probabilities"));
    if (in.contains("labels")) drawing.reading.labels = std::make_shared<const Labels>(in.at("labels").get<Labels>());
    const bool read = !drawing.reading.probabilities.empty();
    if (drawing.code.logVariance.size() != drawing.code.mean.size() ||
        (read && drawing.reading.probabilities.size() != drawing.reading.names().size()))
        throw std::invalid_argument("drawing");
    drawing.milliseconds = in.at("milliseconds").get<double>();
    return drawing;
}

SoundCard readJson(const json& in)
{
    SoundCard card;
    card.label = QString::fromStdString(in.at("label").get<std::string>());
    card.file = QString::fromStdString(in.at("file").get<std::string>());
    card.heardAt = QDateTime::fromString(QString::fromStdString(in.at("heardAt").get<std::string>()), Qt::ISODateWithMs);
    card.starred = in.at("starred").get<bool>();
    card.rate = in.at("sound").at("rate").get<int>();
    card.samples = in.at("sound").at("samples").get<std::int64_t>();
    card.word = {in.at("word").at("begin").get<std::size_t>(), in.at("word").at("end").get<std::size_t>()};
    card.wordFound = in.at("word").at("found").get<bool>();
    const auto params = spectrogramParamsFromJson(in.at("spectrogram"));
    if (!params || !validate(*params)) throw std::invalid_argument("spectrogram");
    card.params = *params;
    if (!card.heardAt.isValid() || card.rate <= 0 || card.samples <= 0 || card.samples > longestSound || card.word.begin >= card.word.end ||
        card.word.end > std::size_t(card.samples))
        throw std::invalid_argument("sound");
    if (in.contains("drawing")) {
        card.drawing = readDrawing(in.at("drawing"));
        card.model = readModel(in.at("drawing").at("model"));
    }
    return card;
}

ByteImage readImage(const fs::path& file)
{
    QImage image;
    if (!image.load(QString::fromStdString(file.string()), "PNG")) return {};
    if (image.width() > largestImage || image.height() > largestImage) return {};
    image = image.convertToFormat(QImage::Format_Grayscale8);
    const auto pixels = std::make_shared<std::vector<std::uint8_t>>(std::size_t(image.width()) * std::size_t(image.height()));
    for (int y = 0; y < image.height(); ++y)
        std::memcpy(pixels->data() + std::size_t(y) * std::size_t(image.width()), image.constScanLine(y), std::size_t(image.width()));
    return {image.width(), image.height(), {pixels, pixels->data()}};
}

std::int64_t sizeOf(const fs::path& file)
{
    std::error_code missing;
    const auto size = fs::file_size(file, missing);
    return missing ? 0 : std::int64_t(size);
}

}  // namespace

CardFiles::CardFiles(const fs::path& folder, const QString& id)
    : sound(folder / (id + QStringLiteral(".wav")).toStdString()), image(folder / (id + QStringLiteral(".png")).toStdString()),
      card(folder / (id + QStringLiteral(".json")).toStdString())
{
}

Result<std::int64_t> writeCard(const CardFiles& files, const SoundCard& card)
{
    // The card comes last: where it is, the rest is.
    if (card.drawing && !card.drawing->image.empty())
        if (auto written = writePng(files.image, card.drawing->image, {{"Software", "Sonoglyph"}}); !written) return written.error();
    if (auto written = replaceFile(files.card, dumped(card)); !written) return written.error();
    return sizeOf(files.sound) + sizeOf(files.image) + sizeOf(files.card);
}

Result<SoundCard> readCard(const CardFiles& files)
{
    const auto text = readTextFile(files.card, longestCard);
    if (!text) return text.error();
    const auto damaged = [&](const char* details) {
        return Error{Errc::Corrupt, {SONOGLYPH_TEXT("core", "%1 is damaged."), {files.card.string()}}, details};
    };
    try {
        const json in = json::parse(*text);
        if (in.at("format").get<int>() > format)
            return Error{Errc::NewerFormat,
                         {SONOGLYPH_TEXT("core", "%1 was written by a newer version of Sonoglyph (format %2, this one knows %3)."),
                          {files.card.string(), std::to_string(in.at("format").get<int>()), std::to_string(format)}},
                         {}};
        SoundCard card = readJson(in);
        const std::int64_t soundBytes = sizeOf(files.sound);
        if (soundBytes < bytesOfSample * card.samples)
            return Error{Errc::Corrupt, {SONOGLYPH_TEXT("core", "%1 is missing or cut off."), {files.sound.string()}}, {}};
        card.bytes = soundBytes + sizeOf(files.image) + std::int64_t(text->size());
        if (card.drawing) card.drawing->image = readImage(files.image);
        if (card.drawing && card.drawing->image.empty()) card.drawing.reset();
        return card;
    } catch (const std::exception& error) {
        return damaged(error.what());
    }
}

Result<Sound> readCardSound(const CardFiles& files, const SoundCard& card)
{
    auto sound = readSoundFile(files.sound, card.seconds() + 1);
    if (sound && (sound->rate != card.rate || std::int64_t(sound->samples.size()) != card.samples))
        return Error{Errc::Corrupt, {SONOGLYPH_TEXT("core", "%1 is another sound than its card says."), {files.sound.string()}}, {}};
    return sound;
}

}  // namespace sonoglyph
