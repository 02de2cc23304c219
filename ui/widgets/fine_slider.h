// A horizontal slider over a range of numbers, with the value beside it to be typed: wheel, arrows, Shift is fine, double click resets. GUI
// thread only.
#pragma once

#include <QWidget>

class QDoubleSpinBox;
class QSlider;

namespace sonoglyph {

class FineSlider : public QWidget {
    Q_OBJECT
public:
    /// `low` < `high`; values have two decimals.
    FineSlider(double low, double high, double reset, QWidget* parent = nullptr);

    double value() const;
    /// Clamped; with a signal where it is another one.
    void setValue(double value);
    /// For slider and field.
    void setName(const QString& name, const QString& tip);

Q_SIGNALS:
    void valueChanged(double value);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    double reset_;
    QSlider* slider_;
    QDoubleSpinBox* field_;
};

}  // namespace sonoglyph
