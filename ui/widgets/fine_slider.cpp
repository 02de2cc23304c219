#include "ui/widgets/fine_slider.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSlider>
#include <QWheelEvent>

#include <cmath>

#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr double perUnit = 100;  // the field's two decimals
constexpr int step = 10, fineStep = 1;

}  // namespace

FineSlider::FineSlider(double low, double high, double reset, QWidget* parent)
    : QWidget(parent), reset_(reset), slider_(new QSlider(Qt::Horizontal, this)), field_(new QDoubleSpinBox(this))
{
    slider_->setRange(int(std::lround(low * perUnit)), int(std::lround(high * perUnit)));
    slider_->setSingleStep(step);
    slider_->setPageStep(5 * step);
    slider_->installEventFilter(this);
    field_->setRange(low, high);
    field_->setDecimals(2);
    field_->setSingleStep(step / perUnit);
    field_->setButtonSymbols(QAbstractSpinBox::NoButtons);
    field_->setAlignment(Qt::AlignRight);
    field_->setFont(smallNumberFont());
    field_->setKeyboardTracking(false);
    field_->setFixedWidth(field_->fontMetrics().horizontalAdvance(QStringLiteral("00.00")) + 3 * kGrid);
    connect(slider_, &QSlider::valueChanged, this, [this](int value) { field_->setValue(value / perUnit); });
    connect(field_, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        slider_->setValue(int(std::lround(value * perUnit)));
        Q_EMIT valueChanged(value);
    });
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(slider_, 1);
    layout->addWidget(field_);
    setFocusProxy(slider_);
    setValue(reset);
}

double FineSlider::value() const { return field_->value(); }

void FineSlider::setValue(double value)
{
    if (std::isfinite(value)) field_->setValue(value);
}

void FineSlider::setName(const QString& name, const QString& tip)
{
    slider_->setAccessibleName(name);
    field_->setAccessibleName(name);
    slider_->setToolTip(tip);
    field_->setToolTip(tip);
}

bool FineSlider::eventFilter(QObject* watched, QEvent* event)
{
    const auto move = [this](int steps, Qt::KeyboardModifiers modifiers) {
        slider_->setValue(slider_->value() + steps * (modifiers & Qt::ShiftModifier ? fineStep : step));
        return true;
    };
    switch (event->type()) {
    case QEvent::MouseButtonDblClick:
        setValue(reset_);
        return true;
    case QEvent::Wheel: {
        const auto* wheel = static_cast<QWheelEvent*>(event);
        // With Shift some desktops turn the wheel sideways.
        const int delta = wheel->angleDelta().y() != 0 ? wheel->angleDelta().y() : wheel->angleDelta().x();
        return delta == 0 || move(delta > 0 ? 1 : -1, wheel->modifiers());
    }
    case QEvent::KeyPress: {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Right || key->key() == Qt::Key_Up) return move(1, key->modifiers());
        if (key->key() == Qt::Key_Left || key->key() == Qt::Key_Down) return move(-1, key->modifiers());
        break;
    }
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace sonoglyph
