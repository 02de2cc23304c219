// The one window: navigation rail, pages, status line, menus, command palette.
//
// Pages are built when they are first shown. The window can be thrown away and built anew (another language) at any time: all that runs
// lives in the controllers of the context. GUI thread only.
#pragma once

#include <functional>
#include <vector>

#include <QMainWindow>

#include "ui/logic/command_registry.h"
#include "ui/pages/page.h"
#include "ui/widgets/figure.h"

class QMenu;
class QStackedWidget;

namespace sonoglyph {

class Banner;
class CommandPalette;
class ModelFinder;
class NavigationRail;
class StatusLine;
class Toast;

/// What the window must know of a page before it is built.
struct PageEntry {
    QString name;     ///< as in Page::pageWanted
    QString icon;     ///< as in iconNames()
    QString title;    ///< translated
    QString toolTip;  ///< translated
    std::function<Page*(const AppContext&, QWidget* parent)> make;
};

class MainWindow : public QMainWindow, public FigureOwner {
    Q_OBJECT
public:
    /// At least one entry. The context's settings must be there; geometry and the page shown last are taken from them.
    MainWindow(const AppContext& context, std::vector<PageEntry> entries, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// False for an unknown name.
    bool showPage(const QString& name);
    QString currentPage() const;
    /// Null where the page does not exist or has not been built yet.
    Page* page(const QString& name) const;

    /// Shows them on the first page that takes them, the current one asked first; says so where none does.
    bool openFiles(const QStringList& files);
    /// Every action of the pages (which are built for it) and of the menus; one of a page that a menu has too only once.
    std::vector<Command> commands();

    /// The program, the page, the model that draws, and what the page says of itself.
    QJsonObject figureState() const override;
    /// Every figure of the page that is shown, into a folder that a person chooses.
    void exportPage();
    /// The same into `folder`, behind the window's thread; then a toast counts the files, or the banner says what went wrong. What is not
    /// written when the window goes is waited for.
    void exportPageTo(const QString& folder);

    /// Tells the pages that they go away and remembers the geometry. Called once, also before the window is built anew.
    void closeDown();

Q_SIGNALS:
    /// Once: the window can be seen.
    void painted();
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildMenus();
    void buildThemeMenu(QMenu* view);
    void buildLanguageMenu(QMenu* view);
    void fillExportMenu(QMenu* menu);
    void openSound();
    /// False where the file is no figure of this program.
    bool openFigure(const QString& file);
    void findModel(const QJsonObject& trace);
    /// In the one warning about the figure that was opened last.
    void tellMissing(const QString& text);
    std::vector<Command> menuCommands() const;
    void openPalette();
    void perform(QAction* action);
    void watchEngine();
    void watchTraining();
    int indexOf(const QString& name) const;
    Page* build(int index);

    AppContext context_;
    std::vector<PageEntry> entries_;
    std::vector<Page*> pages_;  ///< null until built
    NavigationRail* rail_;
    QStackedWidget* stack_;
    Banner* banner_;
    StatusLine* status_;
    CommandPalette* palette_;
    Toast* toast_;
    ModelFinder* models_;
    QJsonObject wantedModel_;  ///< of the figure that was opened last, until the core is there
    QStringList missing_;      ///< what the figure that was opened last needs and is not here
    bool painted_ = false;
    bool down_ = false;
};

}  // namespace sonoglyph
