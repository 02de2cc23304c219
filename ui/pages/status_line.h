// The one line at the bottom: what the page says, what is running and how far it is, and at the right model, device, threads and the time
// from sound to image. GUI thread only.
#pragma once

#include <QWidget>

#include "ui/pages/page.h"

class QLabel;
class QProgressBar;
class QToolButton;

namespace sonoglyph {

class StatusLine : public QWidget {
    Q_OBJECT
public:
    /// Every member of the context but the settings may be null.
    explicit StatusLine(const AppContext& context, QWidget* parent = nullptr);

    /// What the page that is shown says; empty: nothing.
    void setPageText(const QString& text);
    void setSoundToImage(double milliseconds);

Q_SIGNALS:
    void pageWanted(const QString& name);

private:
    void showEngine();
    void showModel();
    void showTraining();

    AppContext context_;
    QLabel* page_;
    QToolButton* running_;
    QProgressBar* progress_;
    QLabel* model_;
    QLabel* time_;
    QLabel* engine_;
};

}  // namespace sonoglyph
