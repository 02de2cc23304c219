#include "core/report/evaluation_json.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

namespace sonoglyph {

namespace {

using Json = nlohmann::ordered_json;

Error corrupt(const std::exception& e)
{
    return {Errc::Corrupt, {SONOGLYPH_TEXT("core", "These results are damaged or of another kind."), {}}, e.what()};
}

constexpr std::array<std::pair<const char*, ZeroOrder>, 3> orders{
    {{"random", ZeroOrder::Random}, {"most-important", ZeroOrder::MostImportant}, {"least-important", ZeroOrder::LeastImportant}}};

Json toJson(const LabelReading& r) { return {r.recordings, r.examples, r.right, r.rightMean}; }

LabelReading labelReading(const nlohmann::json& json)
{
    return {json.at(0).get<std::int64_t>(), json.at(1).get<std::int64_t>(), json.at(2).get<std::int64_t>(), json.at(3).get<std::int64_t>()};
}

Json toJson(const EvaluationDetails& details)
{
    Json pairs = Json::array(), speakers = Json::array(), archetypes = Json::array();
    for (const PairReading& p : details.pairs) pairs.push_back({p.recording, p.label, p.read, p.readMean});
    for (const SpeakerReading& s : details.speakers)
        speakers.push_back({{"set", s.set}, {"speaker", s.speaker}, {"reading", toJson(s.reading)}});
    for (const Archetype& a : details.archetypes) archetypes.push_back({{"nearest", a.nearestIndex}, {"distance", a.distance}});
    return {{"fingerprint", details.fingerprint},
            {"dataset", details.dataset},
            {"split", details.split},
            {"seed", details.seed},
            {"feature_diversity", details.featureDiversity},
            {"archetype_distance", details.archetypeDistance},
            {"archetypes", archetypes},
            {"speakers", speakers},
            {"recordings", details.recordings},
            {"pairs", pairs}};
}

std::shared_ptr<const EvaluationDetails> detailsFromJson(const nlohmann::json& json, std::size_t labels)
{
    auto out = std::make_shared<EvaluationDetails>();
    json.at("fingerprint").get_to(out->fingerprint);
    json.at("dataset").get_to(out->dataset);
    json.at("split").get_to(out->split);
    json.at("seed").get_to(out->seed);
    json.at("feature_diversity").get_to(out->featureDiversity);
    json.at("archetype_distance").get_to(out->archetypeDistance);
    json.at("recordings").get_to(out->recordings);
    out->archetypes.resize(json.at("archetypes").size());
    for (std::size_t d = 0; d < out->archetypes.size(); ++d) {
        json.at("archetypes").at(d).at("nearest").get_to(out->archetypes[d].nearestIndex);
        json.at("archetypes").at(d).at("distance").get_to(out->archetypes[d].distance);
    }
    for (const auto& s : json.at("speakers"))
        out->speakers.push_back({s.at("set").get<std::string>(), s.at("speaker").get<std::string>(), labelReading(s.at("reading"))});
    for (const auto& p : json.at("pairs")) {
        const PairReading pair{p.at(0).get<std::uint32_t>(), p.at(1).get<std::uint8_t>(), p.at(2).get<std::uint8_t>(),
                               p.at(3).get<std::uint8_t>()};
        if (pair.recording >= out->recordings.size() || std::max({pair.label, pair.read, pair.readMean}) >= labels)
            throw std::out_of_range("a pair names no recording or label");
        out->pairs.push_back(pair);
    }
    return out;
}

}  // namespace

Json toJson(const Evaluation& e)
{
    Json sets = Json::array();
    for (const SetReading& set : e.sets) {
        Json digits = Json::array();
        for (const LabelReading& digit : set.perLabel) digits.push_back(toJson(digit));
        sets.push_back({{"set", set.set}, {"digits", digits}});
    }
    Json json{{"examples", e.examples},
              {"accuracy", e.accuracy},
              {"interval", e.interval},
              {"accuracy_mean", e.accuracyMean},
              {"per_digit", e.perLabel},
              {"sets", sets},
              {"labels", e.labels},
              {"confusion", e.confusion},
              {"diversity", e.diversity},
              {"reconstruction", e.reconstruction},
              {"kl", e.kl},
              {"kl_per_dimension", e.klPerDimension},
              {"total", e.total},
              {"active_units", e.activeUnits},
              {"heard", e.heard},
              {"judged", e.judged}};
    if (e.details) json["details"] = toJson(*e.details);
    return json;
}

Result<Evaluation> evaluationFromJson(const nlohmann::json& json)
{
    try {
        Evaluation e;
        json.at("examples").get_to(e.examples);
        json.at("accuracy").get_to(e.accuracy);
        json.at("interval").get_to(e.interval);
        json.at("accuracy_mean").get_to(e.accuracyMean);
        json.at("per_digit").get_to(e.perLabel);
        for (const auto& set : json.at("sets")) {
            SetReading& reading = e.sets.emplace_back();
            set.at("set").get_to(reading.set);
            for (const auto& one : set.at("digits")) reading.perLabel.push_back(labelReading(one));
        }
        if (json.contains("labels")) json.at("labels").get_to(e.labels);
        json.at("confusion").get_to(e.confusion);
        const bool square =
            std::all_of(e.confusion.begin(), e.confusion.end(), [&](const auto& row) { return row.size() == e.labels.size(); });
        if (!square || e.confusion.size() != e.labels.size() || e.perLabel.size() != e.labels.size())
            throw std::out_of_range("not as many readings as labels");
        json.at("diversity").get_to(e.diversity);
        json.at("reconstruction").get_to(e.reconstruction);
        json.at("kl").get_to(e.kl);
        json.at("kl_per_dimension").get_to(e.klPerDimension);
        json.at("total").get_to(e.total);
        json.at("active_units").get_to(e.activeUnits);
        json.at("heard").get_to(e.heard);
        json.at("judged").get_to(e.judged);
        if (json.contains("details")) e.details = detailsFromJson(json.at("details"), e.labels.size());
        return e;
    } catch (const std::exception& e) {
        return corrupt(e);
    }
}

Json toJson(const ZeroingCurve& curve)
{
    Json points = Json::array();
    for (const ZeroingPoint& p : curve.points)
        points.push_back(
            {{"zeroed", p.zeroed}, {"accuracy", p.accuracy}, {"lowest", p.lowest}, {"highest", p.highest}, {"deviation", p.deviation}});
    return {{"model", curve.model},
            {"dataset", curve.dataset},
            {"order", std::find_if(orders.begin(), orders.end(), [&](const auto& o) { return o.second == curve.order; })->first},
            {"samples", curve.samples},
            {"latent", curve.latent},
            {"repeats", curve.repeats},
            {"examples", curve.examples},
            {"images", curve.images},
            {"seconds", curve.seconds},
            {"points", points}};
}

Result<ZeroingCurve> zeroingCurveFromJson(const nlohmann::json& json)
{
    try {
        ZeroingCurve curve;
        json.at("model").get_to(curve.model);
        json.at("dataset").get_to(curve.dataset);
        const auto order = std::find_if(orders.begin(), orders.end(), [&](const auto& o) { return json.at("order") == o.first; });
        if (order == orders.end()) throw std::invalid_argument("unknown order of zeroing");
        curve.order = order->second;
        json.at("samples").get_to(curve.samples);
        json.at("latent").get_to(curve.latent);
        json.at("repeats").get_to(curve.repeats);
        json.at("examples").get_to(curve.examples);
        json.at("images").get_to(curve.images);
        json.at("seconds").get_to(curve.seconds);
        for (const auto& p : json.at("points"))
            curve.points.push_back({p.at("zeroed").get<int>(), p.at("accuracy").get<double>(), p.at("lowest").get<double>(),
                                    p.at("highest").get<double>(), p.at("deviation").get<double>()});
        return curve;
    } catch (const std::exception& e) {
        return corrupt(e);
    }
}

}  // namespace sonoglyph
