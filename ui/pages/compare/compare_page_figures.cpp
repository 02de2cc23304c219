// What a figure of Compare was made from: kept with the figure, and brought back from it.
#include <algorithm>
#include <utility>

#include <QComboBox>
#include <QJsonArray>

#include "core/train/run_folder.h"
#include "ui/logic/decoder_controller.h"
#include "ui/logic/portable_key.h"
#include "ui/logic/settings.h"
#include "ui/pages/compare/compare_page.h"
#include "ui/widgets/segments.h"

namespace sonoglyph {

namespace {

/// A whole number from 0 on that a double holds exactly; of anything else `fallback`.
std::uint64_t countOf(const QJsonValue& value, std::uint64_t fallback)
{
    constexpr double most = 9007199254740992.0;
    const double number = value.toDouble(-1);
    return number >= 0 && number <= most ? std::uint64_t(number) : fallback;
}

}  // namespace

QJsonObject ComparePage::figureState() const
{
    const auto keysOf = [this](const QStringList& all) {
        QJsonArray keys;
        for (const QString& key : all) keys << portableKey(key, context_.settings->runsFolder());
        return keys;
    };
    const WallSounds& sounds = controller_.sounds();
    // The newest words will be others.
    QJsonArray picked;
    if (sounds.source() == WallSounds::Source::Words)
        for (const WallSound& sound : sounds.sounds()) picked << sounds.portableOf(sound.id);
    else
        for (const QString& id : sounds.picked()) picked << sounds.portableOf(id);
    QJsonObject state{{QStringLiteral("view"), view_->current()},
                      {QStringLiteral("columns"), keysOf(controller_.chosen())},
                      {QStringLiteral("pinned"), keysOf(controller_.pinned())},
                      {QStringLiteral("order"), int(controller_.order())},
                      {QStringLiteral("source"), int(sounds.source())},
                      {QStringLiteral("label"), sounds.digit()},
                      {QStringLiteral("draw"), double(sounds.seed())},
                      {QStringLiteral("sounds"), picked},
                      {QStringLiteral("samples"), samples_->current()},
                      {QStringLiteral("noise"), double(noise_)}};
    if (controller_.place() < int(controller_.epochs().size()))
        state[QStringLiteral("epoch")] = controller_.epochs()[std::size_t(controller_.place())];
    return state;
}

QString ComparePage::restoreFigure(const QJsonObject& state)
{
    QStringList missing;
    const auto keysFrom = [&](const char* name) {
        QStringList keys;
        for (const QJsonValue& value : state[QLatin1String(name)].toArray()) {
            const QString key = keyFromPortable(value.toString(), context_.settings->runsFolder());
            const auto& builtin = context_.decoder->builtinModels();
            const bool known =
                std::any_of(builtin.begin(), builtin.end(), [&](const BuiltinModel& b) { return QString::fromStdString(b.name) == key; });
            if (!key.isEmpty() && (known || isRunFolder(key.toStdString())))
                keys << key;
            else
                missing << tr("The model %1 is not here.").arg(value.toString().section(u':', -1));
        }
        keys.removeDuplicates();
        return keys;
    };
    if (const QStringList keys = keysFrom("columns"); !keys.isEmpty()) controller_.setChosen(keys);
    const QStringList columnsMissing = std::exchange(missing, {});
    const QStringList pinned = keysFrom("pinned");
    for (const QString& key : QStringList(controller_.pinned())) controller_.togglePin(key);
    for (const QString& key : pinned.mid(0, 2)) controller_.togglePin(key);
    order_->setCurrentIndex(std::max(0, order_->findData(state[QStringLiteral("order")].toInt())));
    view_->setCurrent(state[QStringLiteral("view")].toInt());
    noise_ = countOf(state[QStringLiteral("noise")], 1);
    samples_->setCurrent(state[QStringLiteral("samples")].toInt());
    setSamples();
    restoreSounds(state);
    wantedEpoch_ = std::max(0, state[QStringLiteral("epoch")].toInt());
    if (wantedEpoch_ == 0) controller_.setPlace(int(controller_.epochs().size()));
    findWanted();
    return columnsMissing.join(u'\n');
}

void ComparePage::restoreSounds(const QJsonObject& state)
{
    WallSounds& sounds = controller_.sounds();
    source_->setCurrent(state[QStringLiteral("source")].toInt());
    sounds.setSeed(countOf(state[QStringLiteral("draw")], 1));
    const int label = label_->findData(state[QStringLiteral("label")].toInt(-1));
    label_->setCurrentIndex(std::max(0, label));
    wantedSounds_.clear();
    for (const QJsonValue& sound : state[QStringLiteral("sounds")].toArray())
        if (!sound.toString().isEmpty()) wantedSounds_ << sound.toString();
    if (wantedSounds_.isEmpty()) sounds.clearPicked();
}

/// What a restored figure wants comes when it has been read; what has not come by then is told.
void ComparePage::findWanted()
{
    const bool all = controller_.wall().columns().size() == std::size_t(controller_.chosen().size());
    if (wantedEpoch_ > 0) {
        const auto& epochs = controller_.epochs();
        const auto at = std::lower_bound(epochs.begin(), epochs.end(), wantedEpoch_);
        if (all || (at != epochs.end() && *at == wantedEpoch_)) {
            wantedEpoch_ = 0;
            controller_.setPlace(int(at - epochs.begin()));
        }
    }
    WallSounds& sounds = controller_.sounds();
    if (wantedSounds_.isEmpty() || sounds.reading()) return;
    const QStringList ids = sounds.fromPortable(wantedSounds_);
    QStringList found, missing;
    for (qsizetype i = 0; i < ids.size(); ++i) (ids[i].isEmpty() ? missing : found) << (ids[i].isEmpty() ? wantedSounds_[i] : ids[i]);
    if (!missing.isEmpty() && !all) return;
    wantedSounds_.clear();
    if (found.isEmpty())
        sounds.clearPicked();
    else
        sounds.pick(found);
    if (!missing.isEmpty()) Q_EMIT figureMisses(tr("Not among the sounds that are here: %1.").arg(missing.join(QStringLiteral(", "))));
}

}  // namespace sonoglyph
