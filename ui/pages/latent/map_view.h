// Latent, Map: every recording of the model's data set in the plane of its principal axes. What is chosen there becomes the present code; a
// place between the points is drawn too. Points that are surrounded are counted, averaged and written as a table. GUI thread only.
#pragma once

#include <memory>

#include <QThreadPool>
#include <QWidget>

#include "core/audio/sound.h"
#include "core/latent/latent_map.h"
#include "ui/logic/named_codes.h"
#include "ui/logic/sound_player.h"

class QAction;
class QComboBox;
class QLabel;
class QPushButton;

namespace sonoglyph {

class DecoderController;
class DigitView;
class LatentController;
class Segments;
class VoiceMapView;
struct Film;

class MapView : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive it.
    MapView(LatentController& latent, DecoderController& decoder, QWidget* parent = nullptr);
    ~MapView() override;

    QList<QAction*> commands() const { return {play_, from_, to_, mean_, table_, again_}; }
    void setMap(const std::shared_ptr<const LatentMap>& map);
    /// How far the data set has been mapped; empty: it is not being mapped.
    void setNote(const QString& note);

Q_SIGNALS:
    /// `again`: although it was mapped, or could not be.
    void mapWanted(bool again);
    /// The recording that was chosen becomes an end of the morph: 0 where it begins, 1 where it ends.
    void morphEndWanted(int end, const NamedCode& code);
    void statusChanged(const QString& text);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void showGroups();
    void showStar();
    void showSelection();
    void look(int point);
    /// What the model hears of it; read in the background.
    void showInput(int point);
    void choose(int point);
    void drawPlace(const QPointF& plane);
    void takeFilm(const Film& film);
    void play();
    void wantMorphEnd(int end);
    void useMean();
    void changeSpeaker(const QString& speaker);
    void saveTable();
    QString nameOf(int point) const;

    LatentController& latent_;
    DecoderController& decoder_;
    std::shared_ptr<const LatentMap> map_;
    Segments* coloring_;
    QComboBox* speaker_;
    VoiceMapView* plane_;
    DigitView *image_, *input_;
    QLabel *point_, *about_;
    QAction *play_, *from_, *to_, *mean_, *table_, *again_;
    SoundPlayer player_;
    int looked_ = -1, chosen_ = -1;
    std::uint64_t request_ = 0;
    int sound_ = 0, heard_ = 0;    ///< numbers of the sounds that are being read, to be played and to be shown
    QThreadPool worker_, inputs_;  ///< last members: their jobs end first
};

}  // namespace sonoglyph
