#include "ui/widgets/banner.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/logic/text.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

QColor markOf(Banner::Severity severity)
{
    switch (severity) {
    case Banner::Info:
        return colors().accent;
    case Banner::Warning:
        return colors().warning;
    case Banner::Trouble:
        return colors().danger;
    }
    return {};
}

}  // namespace

Banner::Banner(QWidget* parent)
    : QFrame(parent), icon_(new QLabel), text_(new QLabel), details_(new QLabel), waiting_(new QLabel), more_(new QToolButton),
      action_(new QPushButton), close_(new QToolButton)
{
    setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text_->setTextFormat(Qt::PlainText);
    details_->setWordWrap(true);
    details_->setFont(smallFont());
    details_->setTextFormat(Qt::PlainText);
    details_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    details_->setForegroundRole(QPalette::PlaceholderText);
    waiting_->setFont(smallFont());
    waiting_->setForegroundRole(QPalette::PlaceholderText);
    waiting_->hide();
    more_->setAutoRaise(true);
    more_->setCheckable(true);
    more_->setText(tr("Details"));
    more_->setToolTip(tr("Show the technical details"));
    close_->setAutoRaise(true);
    close_->setToolTip(tr("Close this message (Esc)"));
    close_->setAccessibleName(tr("Close this message"));

    auto* line = new QHBoxLayout;
    line->setSpacing(kGrid);
    line->addWidget(icon_, 0, Qt::AlignTop);
    line->addWidget(text_, 1, Qt::AlignVCenter);
    line->addWidget(more_, 0, Qt::AlignTop);
    line->addWidget(action_, 0, Qt::AlignTop);
    line->addWidget(waiting_, 0, Qt::AlignVCenter);
    line->addWidget(close_, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kGrid, kGrid, kGrid);
    layout->setSpacing(kGrid / 2);
    layout->addLayout(line);
    layout->addWidget(details_);
    details_->setContentsMargins(24 + kGrid, 0, 0, kGrid / 2);

    connect(more_, &QToolButton::toggled, details_, &QLabel::setVisible);
    connect(action_, &QPushButton::clicked, this, &Banner::actionTriggered);
    connect(close_, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    restyle();
    hide();
}

void Banner::showMessage(Severity severity, const QString& text, const QString& details, const QString& action)
{
    severity_ = severity;
    text_->setText(text);
    details_->setText(details);
    more_->setChecked(false);
    more_->setVisible(!details.isEmpty());
    details_->hide();
    action_->setText(action);
    action_->setVisible(!action.isEmpty());
    const QString kind = severity == Info ? tr("Note") : severity == Warning ? tr("Warning") : tr("Trouble");
    setAccessibleName(QStringLiteral("%1: %2").arg(kind, text));
    setAccessibleDescription(details);
    restyle();
    show();
}

void Banner::showError(const Error& error, const QString& action)
{
    if (error.code == Errc::Cancelled)
        hide();
    else
        showMessage(Trouble, toText(error), QString::fromStdString(error.details), action);
}

void Banner::setWaiting(int others)
{
    waiting_->setText(tr("%n more", nullptr, others));
    waiting_->setToolTip(tr("Close this message to see the next one"));
    waiting_->setVisible(others > 0);
}

QString Banner::text() const { return text_->text(); }

void Banner::restyle()
{
    const QString name = severity_ == Info      ? QStringLiteral("info")
                         : severity_ == Warning ? QStringLiteral("warning")
                                                : QStringLiteral("error");
    icon_->setPixmap(iconPixmap(name, 24, markOf(severity_), devicePixelRatioF()));
    close_->setIcon(icon(QStringLiteral("close")));
}

void Banner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(colors().window, markOf(severity_), 0.1));
    painter.drawRoundedRect(rect(), 6, 6);
}

void Banner::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) restyle();
}

void Banner::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close_->click();
    else
        QFrame::keyPressEvent(event);
}

}  // namespace sonoglyph
