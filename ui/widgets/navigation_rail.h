// The pages of the program at the left edge: icon and word, one of them current. GUI thread only.
#pragma once

#include <QHash>
#include <QWidget>

class QAction;
class QAbstractButton;
class QButtonGroup;
class QVBoxLayout;

namespace sonoglyph {

class NavigationRail : public QWidget {
    Q_OBJECT
public:
    explicit NavigationRail(QWidget* parent = nullptr);

    /// `name` as in Page::pageWanted; `iconName` as in iconNames(). The first page becomes the current one, without a signal.
    void addPage(const QString& name, const QString& iconName, const QString& text, const QString& toolTip = {});
    /// New words for a page after the language was changed.
    void setPageText(const QString& name, const QString& text, const QString& toolTip = {});
    /// Without a signal; unknown names are ignored.
    void setCurrent(const QString& name);
    QString current() const { return current_; }
    QStringList names() const { return names_; }
    /// A quiet mark at a page: something is running there.
    void setBusy(const QString& name, bool busy);
    /// A button at the bottom (settings, theme); `iconName` follows the theme.
    void addFooterAction(QAction* action, const QString& iconName);

Q_SIGNALS:
    /// A person chose this page.
    void pageChosen(const QString& name);

private:
    class Button;
    Button* button(const QString& name) const;

    QVBoxLayout* pages_;
    QVBoxLayout* footer_;
    QHash<QString, Button*> buttons_;
    QStringList names_;
    QString current_;
};

}  // namespace sonoglyph
