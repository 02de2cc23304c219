#include "ui/pages/coach_line.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>

#include "ui/widgets/curve_inset.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr qint64 sayEvery = 500;
constexpr int stripe = 3;
constexpr int insetWidth = 76 * kGrid;  // narrower, and the words need the place

QColor colorOf(CoachWord::Mood mood)
{
    switch (mood) {
    case CoachWord::Mood::Well:
        return colors().accent;
    case CoachWord::Mood::Warning:
        return colors().warning;
    case CoachWord::Mood::Problem:
        return colors().danger;
    }
    return colors().accent;
}

}  // namespace

CoachLine::CoachLine(QWidget* parent) : QAbstractButton(parent), text_(new QLabel), inset_(new CurveInset)
{
    setObjectName(QStringLiteral("coach"));
    setFocusPolicy(Qt::TabFocus);
    setToolTip(tr("How the run goes. Press to see the piece of curve that this speaks of"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    text_->setWordWrap(true);
    text_->setTextFormat(Qt::PlainText);
    text_->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(stripe + kGrid, kGrid / 2, kGrid, kGrid / 2);
    row->setSpacing(2 * kGrid);
    row->addWidget(text_, 1);
    row->addWidget(inset_);
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (word_.quantity) Q_EMIT pieceWanted();
    });
    hide();
}

void CoachLine::forget()
{
    word_ = {};
    said_ = 0;
    hide();
}

void CoachLine::show(const MetricStore& metrics, const QList<TrainNotice>& notices)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const bool bad = std::any_of(notices.begin(), notices.end(), [](const TrainNotice& notice) { return quantityOf(notice).has_value(); });
    if (now - said_ < sayEvery && (!bad || word_.mood != CoachWord::Mood::Well)) return;
    said_ = now;
    const CoachWord word = coachWord(metrics, notices);
    setVisible(!word.sentence.isEmpty());
    if (word == word_) return;
    word_ = word;
    piece_.clear();
    if (word.quantity) {
        for (const QPointF& point : metrics.curve(*word.quantity, word.rows)) {
            if (point.x() >= double(word.from) && point.x() <= double(word.to)) piece_.append(point);
        }
    }
    text_->setText(word.sentence);
    setAccessibleName(word.sentence);
    restyle();
    updateGeometry();
}

void CoachLine::restyle()
{
    const bool well = word_.mood == CoachWord::Mood::Well;
    QPalette palette = text_->palette();
    palette.setColor(QPalette::WindowText, well ? colors().secondaryText : colors().text);
    text_->setPalette(palette);
    text_->setFont(smallFont());
    inset_->setVisible(piece_.size() > 1 && width() >= insetWidth);
    inset_->setPiece(piece_, double(word_.at), colorOf(word_.mood));
    setCursor(word_.quantity ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void CoachLine::resizeEvent(QResizeEvent* event)
{
    QAbstractButton::resizeEvent(event);
    inset_->setVisible(piece_.size() > 1 && width() >= insetWidth);
}

QSize CoachLine::sizeHint() const { return layout()->sizeHint(); }

int CoachLine::heightForWidth(int width) const { return layout()->heightForWidth(width); }

void CoachLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (word_.mood != CoachWord::Mood::Well) {
        painter.setBrush(mixed(colors().window, colorOf(word_.mood), 0.1));
        painter.drawRoundedRect(rect(), 4, 4);
    }
    painter.setBrush(colorOf(word_.mood));
    painter.drawRoundedRect(QRectF(0, 2, stripe, height() - 4), 1.5, 1.5);
    if (!hasFocus()) return;
    painter.setPen(QPen(colors().accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
}

void CoachLine::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && text_) restyle();
}

}  // namespace sonoglyph
