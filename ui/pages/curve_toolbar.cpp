#include "ui/pages/curve_toolbar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QSlider>
#include <QToolButton>

#include <algorithm>
#include <array>

#include "ui/logic/settings.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr std::array smoothings{1, 3, 10, 30, 100, 300, 1000};
constexpr int usualSmoothing = 3;  // of these
constexpr int sliderWidth = 8 * kGrid;
constexpr int narrowWidth = 80 * kGrid;  // below it words give way to icons

}  // namespace

QString titleOf(RunAxis axis)
{
    switch (axis) {
    case RunAxis::Step:
        return CurveToolbar::tr("step");
    case RunAxis::Epoch:
        return CurveToolbar::tr("epoch");
    case RunAxis::Time:
        return CurveToolbar::tr("hours");
    }
    return {};
}

CurveToolbar::CurveToolbar(Settings& settings, QWidget* parent) : QWidget(parent), settings_(settings)
{
    makeGroups();
    axis_ = new Segments({tr("Step"), tr("Epoch"), tr("Time")},
                         {tr("Curves over steps"), tr("Curves over epochs"), tr("Curves over hours of training, pauses left out")});
    axis_->setObjectName(QStringLiteral("curveAxis"));
    axis_->setCurrent(settings_.value(QStringLiteral("train/axis"), 0).toInt());
    connect(axis_, &Segments::currentChanged, this, [this](int axis) {
        settings_.setValue(QStringLiteral("train/axis"), axis);
        Q_EMIT axisChanged();
    });
    axis_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    makeSmoothing();
    logY_ = makeSwitch(tr("log y"), tr("Values on a logarithmic scale"));
    logY_->setObjectName(QStringLiteral("logarithmic"));
    logX_ = makeSwitch(tr("log x"), tr("Steps, epochs or time on a logarithmic scale"));
    for (QToolButton* button : {logY_, logX_}) {
        const bool y = button == logY_;
        const QString key = y ? QStringLiteral("train/logarithmic") : QStringLiteral("train/logarithmicX");
        button->setChecked(settings_.value(key, false).toBool());
        connect(button, &QToolButton::toggled, this, [this, key, y](bool on) {
            settings_.setValue(key, on);
            Q_EMIT logarithmicChanged(y ? Qt::Vertical : Qt::Horizontal, on);
        });
    }
    whole_ = makeSwitch(tr("Whole run"), tr("Show everything again (Home, or a double click on a chart)"));
    whole_->setObjectName(QStringLiteral("wholeRun"));
    whole_->setIcon(icon(QStringLiteral("reset")));
    whole_->setAccessibleName(whole_->text());
    whole_->setToolButtonStyle(Qt::ToolButtonIconOnly);
    whole_->setCheckable(false);
    whole_->setEnabled(false);
    connect(whole_, &QToolButton::clicked, this, &CurveToolbar::wholeWanted);
    compare_ = makeSwitch(tr("Compare"), tr("Lay the curves of other runs beside these"));
    compare_->setObjectName(QStringLiteral("compareRuns"));
    connect(compare_, &QToolButton::toggled, this, &CurveToolbar::comparingChanged);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    setMinimumWidth(1);
    row->addWidget(groups_);
    row->addWidget(axis_);
    row->addWidget(smoothing_);
    row->addWidget(smoothingText_);
    row->addWidget(logY_);
    row->addWidget(logX_);
    row->addStretch();
    row->addWidget(whole_);
    row->addWidget(compare_);
}

QToolButton* CurveToolbar::makeSwitch(const QString& text, const QString& tip)
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setToolTip(tip);
    button->setCheckable(true);
    button->setAutoRaise(true);
    return button;
}

void CurveToolbar::makeGroups()
{
    auto* menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    for (const QuantityGroup& group : quantityGroups()) {
        QAction* action = shown_[group.key] = menu->addAction(group.title);
        action->setObjectName(QStringLiteral("show/") + group.key);
        action->setToolTip(group.about);
        action->setCheckable(true);
        const QString key = QStringLiteral("train/curve/") + group.key;
        action->setChecked(settings_.value(key, group.shown).toBool());
        connect(action, &QAction::toggled, this, [this, key](bool on) {
            settings_.setValue(key, on);
            Q_EMIT shownChanged();
        });
    }
    groups_ = new QToolButton;
    groups_->setText(tr("Curves"));
    groups_->setIcon(icon(QStringLiteral("chart")));
    groups_->setAccessibleName(groups_->text());
    groups_->setToolTip(tr("Choose which curves are drawn"));
    groups_->setPopupMode(QToolButton::InstantPopup);
    groups_->setMenu(menu);
    groups_->setAutoRaise(true);
}

void CurveToolbar::makeSmoothing()
{
    smoothing_ = new QSlider(Qt::Horizontal);
    smoothing_->setObjectName(QStringLiteral("smoothing"));
    smoothing_->setAccessibleName(tr("Smoothing"));
    smoothing_->setToolTip(tr("Smoothing: the mean over about so many points stands out before the curve itself"));
    smoothing_->setRange(0, int(smoothings.size()) - 1);
    smoothing_->setPageStep(1);
    smoothing_->setFixedWidth(sliderWidth);
    smoothing_->setValue(std::clamp(settings_.value(QStringLiteral("train/smoothing"), usualSmoothing).toInt(), 0, smoothing_->maximum()));
    smoothingText_ = new QLabel;
    smoothingText_->setFont(smallNumberFont());
    const QString widest = tr("mean of %1").arg(QLocale().toString(smoothings.back()));
    smoothingText_->setMinimumWidth(smoothingText_->fontMetrics().horizontalAdvance(widest) + 2);
    const auto tell = [this] {
        smoothingText_->setText(smoothing() > 1 ? tr("mean of %1").arg(QLocale().toString(smoothing())) : tr("not smoothed"));
        smoothing_->setAccessibleDescription(smoothingText_->text());
    };
    tell();
    connect(smoothing_, &QSlider::valueChanged, this, [this, tell](int value) {
        settings_.setValue(QStringLiteral("train/smoothing"), value);
        tell();
        Q_EMIT smoothingChanged();
    });
}

void CurveToolbar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < narrowWidth;
    smoothingText_->setVisible(!narrow);
    smoothing_->setFixedWidth(narrow ? sliderWidth / 2 : sliderWidth);
    groups_->setToolButtonStyle(narrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextOnly);
}

bool CurveToolbar::isShown(const QString& group) const { return shown_.contains(group) && shown_[group]->isChecked(); }

void CurveToolbar::setShown(const QString& group, bool shown)
{
    if (shown_.contains(group)) shown_[group]->setChecked(shown);
}

RunAxis CurveToolbar::axis() const { return RunAxis(std::clamp(axis_->current(), 0, 2)); }

int CurveToolbar::smoothing() const { return smoothings[std::size_t(smoothing_->value())]; }

bool CurveToolbar::isLogarithmic(Qt::Orientation axis) const { return (axis == Qt::Vertical ? logY_ : logX_)->isChecked(); }

void CurveToolbar::setLogarithmic(Qt::Orientation axis, bool logarithmic)
{
    (axis == Qt::Vertical ? logY_ : logX_)->setChecked(logarithmic);
}

void CurveToolbar::setZoomed(bool zoomed) { whole_->setEnabled(zoomed); }

void CurveToolbar::setComparing(bool comparing) { compare_->setChecked(comparing); }

bool CurveToolbar::isComparing() const { return compare_->isChecked(); }

QJsonObject CurveToolbar::state() const
{
    QJsonArray curves;
    for (const QuantityGroup& group : quantityGroups())
        if (isShown(group.key)) curves << group.key;
    return {{QStringLiteral("curves"), curves},
            {QStringLiteral("axis"), axis_->current()},
            {QStringLiteral("smoothing"), smoothing()},
            {QStringLiteral("logX"), isLogarithmic(Qt::Horizontal)},
            {QStringLiteral("logY"), isLogarithmic(Qt::Vertical)}};
}

void CurveToolbar::restore(const QJsonObject& state)
{
    if (const QJsonValue curves = state[QStringLiteral("curves")]; curves.isArray())
        for (const QuantityGroup& group : quantityGroups()) setShown(group.key, curves.toArray().contains(group.key));
    axis_->setCurrent(state[QStringLiteral("axis")].toInt(-1));
    const auto smoothing = std::find(smoothings.begin(), smoothings.end(), state[QStringLiteral("smoothing")].toInt());
    if (smoothing != smoothings.end()) smoothing_->setValue(int(smoothing - smoothings.begin()));
    setLogarithmic(Qt::Horizontal, state[QStringLiteral("logX")].toBool(isLogarithmic(Qt::Horizontal)));
    setLogarithmic(Qt::Vertical, state[QStringLiteral("logY")].toBool(isLogarithmic(Qt::Vertical)));
}

}  // namespace sonoglyph
