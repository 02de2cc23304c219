// How curves are looked at: which of them, over what, how smooth, on which scale. Remembered in the settings. GUI thread only.
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QWidget>

#include "ui/logic/metric_store.h"

class QAction;
class QLabel;
class QSlider;
class QToolButton;

namespace sonoglyph {

class Segments;
class Settings;

class CurveToolbar : public QWidget {
    Q_OBJECT
public:
    explicit CurveToolbar(Settings& settings, QWidget* parent = nullptr);

    /// By the key of a QuantityGroup.
    bool isShown(const QString& group) const;
    void setShown(const QString& group, bool shown);
    RunAxis axis() const;
    /// Over how many points curves are smoothed; 1: not at all.
    int smoothing() const;
    bool isLogarithmic(Qt::Orientation axis) const;
    void setLogarithmic(Qt::Orientation axis, bool logarithmic);
    /// Whether there is a whole to go back to.
    void setZoomed(bool zoomed);
    void setComparing(bool comparing);
    bool isComparing() const;

    /// Which curves, over what, how smooth, on which scales. restore() takes what it can of any such object.
    QJsonObject state() const;
    void restore(const QJsonObject& state);

Q_SIGNALS:
    void shownChanged();
    void axisChanged();
    void smoothingChanged();
    void logarithmicChanged(Qt::Orientation axis, bool logarithmic);
    void wholeWanted();
    void comparingChanged(bool comparing);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeGroups();
    void makeSmoothing();
    QToolButton* makeSwitch(const QString& text, const QString& tip);

    Settings& settings_;
    QToolButton* groups_;
    QHash<QString, QAction*> shown_;
    Segments* axis_;
    QSlider* smoothing_;
    QLabel* smoothingText_;
    QToolButton *logY_, *logX_, *whole_, *compare_;
};

/// What the axis is called beside it.
QString titleOf(RunAxis axis);

}  // namespace sonoglyph
