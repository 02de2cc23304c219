// The quiet row above the spectrogram: how it is shown, in a menu and in words, and the way back from a zoom. Remembers what was chosen.
// GUI thread only.
#pragma once

#include <QList>
#include <QWidget>

class QAction;
class QLabel;
class QToolButton;

namespace sonoglyph {

class Settings;
class SpectrogramActions;
class SpectrogramView;

class SpectrogramTools : public QWidget {
    Q_OBJECT
public:
    /// Gives `view` the look that is remembered in `settings`; both must outlive it.
    SpectrogramTools(SpectrogramView& view, Settings& settings, QWidget* parent = nullptr);

    QList<QAction*> commands() const;

private:
    void showLook();
    void showWindow();

    SpectrogramView& view_;
    Settings& settings_;
    SpectrogramActions* actions_;
    QToolButton* look_;
    QLabel* part_;
    QToolButton* all_;
};

}  // namespace sonoglyph
