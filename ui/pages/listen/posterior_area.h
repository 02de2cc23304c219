// What a sound leaves open: the posterior's images, how far they may spread, and other draws. GUI thread only.
#pragma once

#include <QJsonObject>
#include <QList>
#include <QWidget>

#include <optional>

#include "core/session/decoder.h"

class QAction;

namespace sonoglyph {

class DecoderController;
class FineSlider;
class PosteriorController;
class PosteriorView;
class Settings;

class PosteriorArea : public QWidget {
    Q_OBJECT
public:
    PosteriorArea(DecoderController& decoder, Settings& settings, QWidget* parent = nullptr);

    QList<QAction*> commands() const { return {redraw_}; }
    void setCode(const LatentCode& code, bool live);
    void clear();
    void setWatched(bool watched);
    /// The draw that a person chose to see large; none: the mean.
    std::optional<Drawing> chosenDraw() const;
    /// Spread, seed and the chosen draw; the latter comes back with the pictures.
    QJsonObject state() const;
    void restore(const QJsonObject& state);

Q_SIGNALS:
    /// chosenDraw() is another one, or the same with another image.
    void drawChosen();
    void statusChanged(const QString& text);

private:
    void showPicture();

    PosteriorController* posterior_;
    PosteriorView* view_;
    FineSlider* spread_;
    QAction* redraw_;
    int wantedDraw_ = -1;  ///< of a restored figure, until a person chooses another one
};

}  // namespace sonoglyph
