// Latent, Traversals: the image along single features, or along the principal axes of a data set, as film strips that follow the sound and
// the sliders; behind each strip the pixels that it moves. GUI thread only.
#pragma once

#include <memory>
#include <vector>

#include <QWidget>

#include "core/latent/film_files.h"
#include "core/latent/latent_map.h"
#include "core/latent/latent_path.h"

class QAction;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace sonoglyph {

class DecoderController;
class FeatureMeasures;
class FilmView;
class LatentController;
class Segments;
struct Film;

class TraversalsView : public QWidget {
    Q_OBJECT
public:
    /// All must outlive it.
    TraversalsView(LatentController& latent, FeatureMeasures& measures, DecoderController& decoder, QWidget* parent = nullptr);

    QList<QAction*> commands() const { return {save_}; }
    /// Of the present model; null: not mapped (yet), and the axes are not known.
    void setMap(const std::shared_ptr<const LatentMap>& map);
    /// What stands where there are no axes yet, e.g. how far the data set has been mapped.
    void setNote(const QString& note);

Q_SIGNALS:
    /// The axes need a map of the data set.
    void mapWanted();
    void statusChanged(const QString& text);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Strip {
        std::string name;
        QString title, detail;
        int feature = -1;
        std::vector<float> direction;
        LatentPath path;
    };
    std::vector<int> features() const;
    std::vector<Strip> strips() const;
    void ask();
    void takeFilm(const Film& film);
    void show(bool waiting);
    void save();
    QImage effectOf(int feature) const;

    LatentController& latent_;
    FeatureMeasures& measures_;
    DecoderController& decoder_;
    std::shared_ptr<const LatentMap> map_;
    Segments* kind_;
    QLineEdit* which_;
    QSpinBox* frames_;
    QDoubleSpinBox* range_;
    QAction* save_;
    QLabel* note_;
    FilmView* film_;
    std::vector<Strip> asked_, shown_;  ///< what is being drawn, and what is there
    std::vector<FilmStrip> drawn_;
    std::uint64_t request_ = 0;
};

}  // namespace sonoglyph
