// What can be chosen of how a spectrogram is shown, as actions that follow the view: for its context menu, a popup and the command palette.
// GUI thread only.
#pragma once

#include <QList>
#include <QObject>

#include <functional>

class QAction;
class QActionGroup;
class QMenu;

namespace sonoglyph {

class SpectrogramView;
struct SpectrogramLook;

class SpectrogramActions : public QObject {
    Q_OBJECT
public:
    /// `view` must outlive them. An exact view has colours only.
    explicit SpectrogramActions(SpectrogramView& view, QObject* parent = nullptr);

    /// Under headings, the levels in menus of their own.
    void addTo(QMenu& menu) const;
    /// All of them, with names that can stand alone.
    QList<QAction*> all() const;
    QAction* showAll() const { return showAll_; }

private:
    using Change = std::function<void(SpectrogramLook&)>;
    using Shown = std::function<bool(const SpectrogramLook&)>;
    struct Choice {
        QAction* action;
        Shown shown;
    };
    QAction* choice(QActionGroup* group, const QString& text, const QString& tip, const Change& change, const Shown& shown);
    QActionGroup* makeGroup();
    void follow();

    SpectrogramView& view_;
    QActionGroup *scale_, *lowest_, *highest_, *colors_;
    QAction *zoomIn_, *zoomOut_, *showAll_;
    QList<Choice> choices_;
};

}  // namespace sonoglyph
