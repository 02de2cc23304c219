#include "ui/pages/latent/arithmetic_view.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/latent/latent_arithmetic.h"
#include "ui/logic/decoder_controller.h"
#include "ui/logic/film_lane.h"
#include "ui/logic/latent_controller.h"
#include "ui/logic/text.h"
#include "ui/pages/actions.h"
#include "ui/pages/choice_popup.h"
#include "ui/widgets/film_view.h"
#include "ui/widgets/fine_slider.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/quiet.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr int resultFrame = 3;
const std::array<const char*, 3> letters{"A", "B", "C"};

}  // namespace

ArithmeticView::ArithmeticView(LatentController& latent, DecoderController& decoder, NamedCodes& codes, QWidget* parent)
    : QWidget(parent), latent_(latent), decoder_(decoder), codes_(codes), dial_(new FineSlider(0, 3, 0)), film_(new FilmView)
{
    noise_ = makeAction(this, icon(QStringLiteral("dice")), tr("Other noise for the result"),
                        tr("Draw other noise; with the same noise the dial goes along one line"), {}, [this] {
                            ++seed_;
                            if (dial_->value() == 0) return dial_->setValue(1);
                            work();
                            latent_.commit();
                        });
    dial_->setName(tr("Noise"), tr("So many deviations of this sound's posterior are added as noise: 0 none, 1 a sample"));
    film_->setFigureTitle(tr("Arithmetic"));
    film_->setEmptyText(tr("Choose A, B and C: A less B plus C is drawn, as an analogy. B is to A as C is to the result."));

    auto* terms = new QHBoxLayout;
    terms->setSpacing(kGrid);
    const QStringList signs{QString(), QStringLiteral("−"), QStringLiteral("+")};
    for (std::size_t term = 0; term < 3; ++term) {
        buttons_[term] = new QPushButton;
        buttons_[term]->setObjectName(QString::fromLatin1(letters[term]));
        buttons_[term]->setToolTip(tr("The code that stands for %1").arg(QString::fromLatin1(letters[term])));
        popups_[term] = new ChoicePopup(
            codes_, false, {tr("Search words, states and recordings"), tr("Codes"), {}, tr("Nothing has these words in its name.")}, this);
        connect(buttons_[term], &QPushButton::clicked, this, [this, term] { choose(int(term)); });
        connect(popups_[term], &ChoicePopup::chosen, this, [this, term](const QString& key) {
            if (const auto code = codes_.find(key)) setTerm(int(term), *code);
        });
        if (!signs[int(term)].isEmpty()) terms->addWidget(quietLabel(signs[int(term)], this));
        terms->addWidget(buttons_[term], 1);
    }
    auto* noise = new QHBoxLayout;
    noise->setSpacing(kGrid);
    noise->addWidget(quietLabel(tr("Noise"), this));
    noise->addWidget(dial_, 1);
    noise->addWidget(iconButton(noise_));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addLayout(terms);
    layout->addLayout(noise);
    layout->addWidget(film_, 1);

    connect(dial_, &FineSlider::valueChanged, this, [this] {
        work();
        latent_.commit();
    });
    connect(&latent_, &LatentController::codeChanged, this, &ArithmeticView::forget);
    connect(&decoder_, &DecoderController::filmDrawn, this, &ArithmeticView::takeFilm);
    connect(film_, &FilmView::hovered, this, &ArithmeticView::statusChanged);
    show(false);
}

void ArithmeticView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    ask();
}

void ArithmeticView::choose(int term)
{
    codes_.refresh();
    const auto& now = terms_[std::size_t(term)];
    popups_[std::size_t(term)]->setTicked(now ? QSet<QString>{now->key} : QSet<QString>());
    popups_[std::size_t(term)]->openBelow(*buttons_[std::size_t(term)]);
}

/// Of another size they belong to another model.
void ArithmeticView::forget()
{
    for (auto& term : terms_)
        if (term && term->code.size() != latent_.mean().size()) term.reset();
    ask();
}

void ArithmeticView::setTerm(int term, const NamedCode& code)
{
    terms_[std::size_t(term)] = code;
    work();
    latent_.commit();
    ask();
}

std::optional<std::vector<float>> ArithmeticView::result() const
{
    if (!terms_[0] || !terms_[1] || !terms_[2]) return std::nullopt;
    const auto sum = analogy(terms_[0]->code, terms_[1]->code, terms_[2]->code);
    if (!sum) return std::nullopt;
    const auto noisy = withNoise(*sum, latent_.deviation(), dial_->value(), seed_);
    return noisy ? std::optional(*noisy) : std::nullopt;
}

void ArithmeticView::work()
{
    const auto code = result();
    if (!code || !isVisible()) return;
    latent_.setValues(*code);
    ask();
}

void ArithmeticView::ask()
{
    if (!isVisible()) return;
    FilmRequest request{int(FilmLane::Arithmetic), {}};
    asked_.clear();
    for (std::size_t term = 0; term < 3; ++term) {
        if (!terms_[term]) continue;
        request.codes.push_back(terms_[term]->code);
        asked_ << int(term);
    }
    if (const auto code = result()) {
        request.codes.push_back(*code);
        asked_ << resultFrame;
    }
    request_ = request.codes.empty() ? 0 : decoder_.drawFilm(std::move(request));
    show(true);
}

void ArithmeticView::takeFilm(const Film& film)
{
    if (request_ == 0 || film.request != request_) return;
    FilmRow row;
    QStringList names;
    for (int i = 0; i < asked_.size(); ++i) {
        const Drawing& drawing = film.frames[std::size_t(i)];
        row.frames << FilmFrame{toQImage(drawing.image), QString::fromStdString(drawing.reading.name()), drawing.reading.sure()};
        names << (asked_[i] == resultFrame ? tr("A − B + C") : QString::fromLatin1(letters[std::size_t(asked_[i])]));
    }
    film_->setPositions(names);
    film_->setRows({row});
    show(false);
}

void ArithmeticView::show(bool waiting)
{
    for (std::size_t term = 0; term < 3; ++term) {
        const QString title = terms_[term] ? terms_[term]->title() : tr("Choose…");
        buttons_[term]->setText(title);
        buttons_[term]->setAccessibleName(QStringLiteral("%1: %2").arg(QString::fromLatin1(letters[term]), title));
        buttons_[term]->setEnabled(latent_.hasCode());
    }
    noise_->setEnabled(bool(result()));
    dial_->setEnabled(bool(result()));
    if (request_ == 0) return film_->setRows({});
    QList<FilmRow> rows = film_->rows();
    for (FilmRow& row : rows) row.waiting = waiting;
    film_->setRows(rows);
}

}  // namespace sonoglyph
