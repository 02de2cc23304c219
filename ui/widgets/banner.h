// A calm bar inside a page: what happened, why, one button that helps; details fold out. GUI thread only.
#pragma once

#include <QFrame>

#include "core/base/result.h"

class QLabel;
class QPushButton;
class QToolButton;

namespace sonoglyph {

class Banner : public QFrame {
    Q_OBJECT
public:
    enum Severity { Info, Warning, Trouble };

    /// Hidden until it has something to say.
    explicit Banner(QWidget* parent = nullptr);

    /// Shows the banner. Empty `details` or `action`: without them.
    void showMessage(Severity severity, const QString& text, const QString& details = {}, const QString& action = {});
    /// An error as Trouble, translated. Cancelled is not trouble and only hides the banner.
    void showError(const Error& error, const QString& action = {});
    /// So many other messages come once this one is closed.
    void setWaiting(int others);
    QString text() const;
    Severity severity() const { return severity_; }

Q_SIGNALS:
    void actionTriggered();
    /// A person closed it.
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void restyle();

    Severity severity_ = Info;
    QLabel* icon_;
    QLabel* text_;
    QLabel* details_;
    QLabel* waiting_;
    QToolButton* more_;
    QPushButton* action_;
    QToolButton* close_;
};

}  // namespace sonoglyph
