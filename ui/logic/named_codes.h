// Codes that have a name, to go from one to another: the present sound, words of the history that the present model drew, saved states,
// recordings that the model knows and the means of their digits. A list for ChoicePopup. GUI thread only.
#pragma once

#include <optional>
#include <vector>

#include <QAbstractListModel>

namespace sonoglyph {

class DecoderController;
class LatentController;
class LatentStates;
class SoundLibrary;

struct NamedCode {
    QString key, group, name;
    std::vector<float> code;

    QString title() const { return group.isEmpty() ? name : group + u' ' + name; }
};

class NamedCodes : public QAbstractListModel {
    Q_OBJECT
public:
    /// `library` and `states` may be null. All must outlive it.
    NamedCodes(LatentController& latent, DecoderController& decoder, const SoundLibrary* library, const LatentStates* states,
               QObject* parent = nullptr);

    /// What there is now.
    void refresh();
    /// None where it is not in the list (any more).
    std::optional<NamedCode> find(const QString& key) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    LatentController& latent_;
    DecoderController& decoder_;
    const SoundLibrary* library_;
    const LatentStates* states_;
    std::vector<NamedCode> codes_;
};

}  // namespace sonoglyph
