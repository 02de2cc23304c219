// Two sounds of the history side by side: network inputs, images and readings, and how they differ. GUI thread only.
#pragma once

#include <QWidget>

#include <array>

#include "ui/logic/sound_library.h"
#include "ui/pages/page.h"

class QLabel;

namespace sonoglyph {

class DifferenceView;
class DigitView;
class ReadingBars;
class SpectrogramView;

class ComparePanel : public QWidget {
    Q_OBJECT
public:
    explicit ComparePanel(const AppContext& context, QWidget* parent = nullptr);

    /// Reads both sounds and shows the panel.
    void compare(quint64 first, quint64 second);
    /// Hides the panel.
    void leave();

Q_SIGNALS:
    /// By leave(): a person is done, or a sound is gone.
    void closed();
    /// The read-out under the pointer, for the status line.
    void statusChanged(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Side {
        QLabel* title = nullptr;
        SpectrogramView* input = nullptr;
        DigitView* image = nullptr;
        ReadingBars* reading = nullptr;
        quint64 number = 0;
        HeardSoundPtr sound;
    };
    void layOut();
    void take(const HeardSoundPtr& sound);
    void show(Side& side);
    void showDifference();

    AppContext context_;
    std::array<Side, 2> sides_;
    DifferenceView* inputs_;
    DifferenceView* images_;
    QLabel* numbers_;
};

}  // namespace sonoglyph
