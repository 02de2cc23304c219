#include "ui/logic/named_codes.h"
#include "ui/logic/label_text.h"

#include <algorithm>
#include <filesystem>

#include "core/latent/latent_arithmetic.h"
#include "ui/logic/choice_role.h"
#include "ui/logic/decoder_controller.h"
#include "ui/logic/latent_controller.h"
#include "ui/logic/latent_states.h"
#include "ui/logic/sound_library.h"

namespace sonoglyph {

NamedCodes::NamedCodes(LatentController& latent, DecoderController& decoder, const SoundLibrary* library, const LatentStates* states,
                       QObject* parent)
    : QAbstractListModel(parent), latent_(latent), decoder_(decoder), library_(library), states_(states)
{
}

void NamedCodes::refresh()
{
    beginResetModel();
    codes_.clear();
    const auto& model = decoder_.model();
    if (model && latent_.hasCode()) {
        const ModelStamp stamp = stampOf(*model);
        const auto add = [&](const QString& key, const QString& group, const QString& name, std::vector<float> code) {
            if (code.size() == latent_.mean().size()) codes_.push_back({key, group, name, std::move(code)});
        };
        add(QStringLiteral("sound"), tr("This sound"), latent_.placement().sound, latent_.mean());
        if (!latent_.untouched()) add(QStringLiteral("moved"), tr("This sound"), tr("as it was moved"), latent_.z());
        for (int row = 0; library_ && row < library_->rowCount(); ++row) {
            const SoundCard& card = library_->card(row);
            if (card.drawing && card.model == stamp)
                add(QStringLiteral("word %1").arg(card.number), tr("Word"), card.title(), card.drawing->code.mean);
        }
        for (int row = 0; states_ && row < states_->rowCount(); ++row) {
            const LatentState& state = states_->state(row);
            if (state.model == stamp)
                add(QStringLiteral("state %1").arg(state.made.toMSecsSinceEpoch()), tr("State"), state.name, state.placement.z());
        }
        for (int label = 0; label < int(model->labels.size()); ++label) {
            std::vector<std::vector<float>> means;
            for (const ExampleCode& example : model->examples)
                if (example.label == label) means.push_back(example.code.mean);
            if (auto mean = meanOf(means))
                add(QStringLiteral("mean %1").arg(label), tr("Mean of"), labelText(model->labels, label), std::move(*mean));
        }
        for (const ExampleCode& example : model->examples) {
            const QString stem = QString::fromStdString(std::filesystem::path(example.recording).stem().string());
            add(QString::fromStdString(example.recording), tr("Recording"), QString(stem).replace(u'_', u' '), example.code.mean);
        }
    }
    endResetModel();
}

std::optional<NamedCode> NamedCodes::find(const QString& key) const
{
    const auto at = std::find_if(codes_.begin(), codes_.end(), [&](const NamedCode& code) { return code.key == key; });
    return at == codes_.end() ? std::nullopt : std::optional(*at);
}

int NamedCodes::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(codes_.size()); }

QVariant NamedCodes::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const NamedCode& code = codes_[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case ChoiceRole::Search:
        return code.title();
    case ChoiceRole::Key:
        return code.key;
    case ChoiceRole::Group:
        return code.group;
    case ChoiceRole::Label:
        return code.name;
    default:
        return {};
    }
}

}  // namespace sonoglyph
