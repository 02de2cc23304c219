// Latent, Arithmetic: A - B + C of codes that have a name, and noise of the posterior on top. The result is the present code. GUI thread
// only.
#pragma once

#include <array>
#include <optional>

#include <QWidget>

#include "ui/logic/named_codes.h"

class QAction;
class QPushButton;

namespace sonoglyph {

class ChoicePopup;
class DecoderController;
class FilmView;
class FineSlider;
class LatentController;
struct Film;

class ArithmeticView : public QWidget {
    Q_OBJECT
public:
    /// All must outlive it.
    ArithmeticView(LatentController& latent, DecoderController& decoder, NamedCodes& codes, QWidget* parent = nullptr);

    QList<QAction*> commands() const { return {noise_}; }
    /// `term` 0: A, 1: B, 2: C.
    void setTerm(int term, const NamedCode& code);

Q_SIGNALS:
    void statusChanged(const QString& text);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void choose(int term);
    void forget();
    /// None while a term is missing.
    std::optional<std::vector<float>> result() const;
    void work();
    void ask();
    void takeFilm(const Film& film);
    void show(bool waiting);

    LatentController& latent_;
    DecoderController& decoder_;
    NamedCodes& codes_;
    std::array<std::optional<NamedCode>, 3> terms_;
    std::array<QPushButton*, 3> buttons_{};
    std::array<ChoicePopup*, 3> popups_{};
    FineSlider* dial_;
    QAction* noise_;
    FilmView* film_;
    QList<int> asked_;  ///< which term each frame shows; 3: the result
    std::uint64_t request_ = 0;
    std::uint64_t seed_ = 1;
};

}  // namespace sonoglyph
