// Latent, Morph: from one code to another, linear or along the great circle, with a slider that plays and a film strip. The way is drawn in
// the large image while it is gone. GUI thread only.
#pragma once

#include <array>
#include <optional>

#include <QTimer>
#include <QWidget>

#include "core/latent/film_files.h"
#include "core/latent/latent_path.h"
#include "ui/logic/named_codes.h"

class QAction;
class QPushButton;
class QSlider;
class QSpinBox;

namespace sonoglyph {

class ChoicePopup;
class DecoderController;
class FilmView;
class LatentController;
class Segments;
struct Film;

class MorphView : public QWidget {
    Q_OBJECT
public:
    /// All must outlive it.
    MorphView(LatentController& latent, DecoderController& decoder, NamedCodes& codes, QWidget* parent = nullptr);

    QList<QAction*> commands() const { return {play_, swap_, save_}; }
    /// `end` 0: where it begins, 1: where it ends.
    void setEnd(int end, const NamedCode& code);
    void setPlaying(bool playing);

Q_SIGNALS:
    void statusChanged(const QString& text);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void choose(int end);
    void chooseFirstEnds();
    void forget();
    MorphKind kind() const;
    double position() const;
    void moveTo(double position);
    void go();
    void ask();
    void takeFilm(const Film& film);
    void show(bool waiting);
    void save();

    LatentController& latent_;
    DecoderController& decoder_;
    NamedCodes& codes_;
    std::array<std::optional<NamedCode>, 2> ends_;
    std::array<QPushButton*, 2> buttons_{};
    std::array<ChoicePopup*, 2> popups_{};
    Segments* kind_;
    QSpinBox* frames_;
    QSlider* slider_;
    QAction *play_, *swap_, *save_;
    FilmView* film_;
    QTimer timer_;
    int step_ = 1;  ///< of the slider while it plays: to and fro
    LatentPath asked_;
    FilmStrip drawn_;
    std::uint64_t request_ = 0;
};

}  // namespace sonoglyph
