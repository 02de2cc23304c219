#include "ui/pages/main_window.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include "core/session/engine.h"
#include "ui/logic/decoder_controller.h"
#include "ui/logic/engine_loader.h"
#include "ui/logic/model_finder.h"
#include "ui/logic/settings.h"
#include "ui/logic/text.h"
#include "ui/logic/training_controller.h"
#include "ui/pages/about.h"
#include "ui/pages/command_palette.h"
#include "ui/pages/status_line.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/figure_work.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/navigation_rail.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/toast.h"

namespace sonoglyph {

namespace {

constexpr QSize smallestWindow(960, 640);
constexpr QSize firstWindow(1280, 800);

QStringList localFiles(const QMimeData* data)
{
    QStringList files;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile()) files << url.toLocalFile();
    return files;
}

}  // namespace

MainWindow::MainWindow(const AppContext& context, std::vector<PageEntry> entries, QWidget* parent)
    : QMainWindow(parent), context_(context), entries_(std::move(entries)), pages_(entries_.size(), nullptr)
{
    Q_ASSERT(!entries_.empty());
    setWindowTitle(QStringLiteral("Sonoglyph"));
    setMinimumSize(smallestWindow);
    setAcceptDrops(true);

    auto* central = new QWidget(this);
    rail_ = new NavigationRail(central);
    banner_ = new Banner(central);
    stack_ = new QStackedWidget(central);
    status_ = new StatusLine(context_, central);

    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(banner_);
    right->addWidget(stack_, 1);
    auto* upper = new QHBoxLayout;
    upper->setSpacing(0);
    upper->addWidget(rail_);
    upper->addWidget(new Hairline(Qt::Vertical, central));
    upper->addLayout(right, 1);
    auto* layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(upper, 1);
    layout->addWidget(new Hairline(Qt::Horizontal, central));
    layout->addWidget(status_);
    setCentralWidget(central);

    palette_ = new CommandPalette(central);
    toast_ = new Toast(central);
    models_ = new ModelFinder(this);
    connect(models_, &ModelFinder::found, this, [this](const QString& key, bool same) {
        if (!same) tellMissing(tr("%1 has other weights here than when the figure was made.").arg(QFileInfo(key).fileName()));
        const auto& present = context_.decoder->model();
        if (same || !present || QString::fromStdString(present->name) != key) context_.decoder->loadModel(key);
    });
    connect(models_, &ModelFinder::missing, this, [this](const QString& name) { tellMissing(tr("The model %1 is not here.").arg(name)); });
    connect(palette_, &CommandPalette::chosen, this, &MainWindow::perform);
    connect(status_, &StatusLine::pageWanted, this, &MainWindow::showPage);

    for (int i = 0; i < int(entries_.size()); ++i) {
        const PageEntry& entry = entries_[std::size_t(i)];
        rail_->addPage(
            entry.name, entry.icon, entry.title,
            tr("%1 (%2)").arg(entry.toolTip, QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)).toString(QKeySequence::NativeText)));
    }
    connect(rail_, &NavigationRail::pageChosen, this, &MainWindow::showPage);
    buildMenus();
    watchEngine();
    watchTraining();

    const QByteArray geometry = context_.settings->windowGeometry();
    if (geometry.isEmpty() || !restoreGeometry(geometry)) resize(firstWindow.boundedTo(screen()->availableSize()));
    if (!showPage(context_.settings->lastPage())) showPage(entries_.front().name);
}

MainWindow::~MainWindow() { figureThreads().waitForDone(); }  // while the texts of figures are still those of this window

int MainWindow::indexOf(const QString& name) const
{
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const PageEntry& entry) { return entry.name == name; });
    return found == entries_.end() ? -1 : int(found - entries_.begin());
}

Page* MainWindow::build(int index)
{
    Page*& page = pages_[std::size_t(index)];
    if (page) return page;
    page = entries_[std::size_t(index)].make(context_, stack_);
    page->setObjectName(entries_[std::size_t(index)].name);
    stack_->addWidget(page);
    connect(page, &Page::pageWanted, this, &MainWindow::showPage);
    connect(page, &Page::runWanted, this, [this](const QString& folder) {
        const int train = indexOf(QStringLiteral("train"));
        if (train >= 0 && build(train)->openFiles({folder})) showPage(QStringLiteral("train"));
    });
    connect(page, &Page::figureMisses, this, &MainWindow::tellMissing);
    connect(page, &Page::soundToImage, status_, &StatusLine::setSoundToImage);
    connect(page, &Page::statusChanged, this, [this, page](const QString& text) {
        page->setProperty("status", text);
        if (stack_->currentWidget() == page) status_->setPageText(text);
    });
    return page;
}

bool MainWindow::showPage(const QString& name)
{
    const int index = indexOf(name);
    if (index < 0) return false;
    Page* page = build(index);
    stack_->setCurrentWidget(page);
    rail_->setCurrent(name);
    status_->setPageText(page->property("status").toString());
    context_.settings->setLastPage(name);
    return true;
}

QString MainWindow::currentPage() const { return rail_->current(); }

Page* MainWindow::page(const QString& name) const
{
    const int index = indexOf(name);
    return index < 0 ? nullptr : pages_[std::size_t(index)];
}

bool MainWindow::openFiles(const QStringList& files)
{
    if (files.isEmpty()) return true;
    if (files.size() == 1 && openFigure(files.front())) return true;
    const int current = indexOf(currentPage());
    QList<int> order{current};
    for (int i = 0; i < int(entries_.size()); ++i)
        if (i != current) order << i;
    for (const int i : order) {
        if (!build(i)->openFiles(files)) continue;
        showPage(entries_[std::size_t(i)].name);
        return true;
    }
    toast_->showText(tr("%1 cannot be opened here. Open a sound file, a model or a run folder.").arg(QFileInfo(files.front()).fileName()));
    return false;
}

std::vector<Command> MainWindow::menuCommands() const
{
    std::vector<Command> all;
    for (const QAction* top : menuBar()->actions()) {
        QList<QMenu*> menus{top->menu()};
        while (!menus.isEmpty()) {
            const QMenu* menu = menus.takeFirst();
            for (QAction* action : menu->actions()) {
                if (action->menu())
                    menus << action->menu();
                else if (!action->isSeparator())
                    all.push_back({action, menu->title().remove(u'&')});
            }
        }
    }
    return all;
}

std::vector<Command> MainWindow::commands()
{
    const std::vector<Command> ofMenus = menuCommands();
    const auto inMenu = [&](const QAction* action) {
        return std::any_of(ofMenus.begin(), ofMenus.end(),
                           [&](const Command& command) { return command.action->text().remove(u'&') == action->text().remove(u'&'); });
    };
    std::vector<Command> all;
    for (int i = 0; i < int(entries_.size()); ++i)
        for (QAction* action : build(i)->commands())
            if (!inMenu(action)) all.push_back({action, entries_[std::size_t(i)].title});
    all.insert(all.end(), ofMenus.begin(), ofMenus.end());
    return all;
}

void MainWindow::openPalette()
{
    for (QMenu* menu : menuBar()->findChildren<QMenu*>()) Q_EMIT menu->aboutToShow();
    palette_->open(commands());
}

void MainWindow::perform(QAction* action)
{
    for (int i = 0; i < int(entries_.size()); ++i)
        if (pages_[std::size_t(i)] && pages_[std::size_t(i)]->commands().contains(action)) showPage(entries_[std::size_t(i)].name);
    action->trigger();
}

void MainWindow::buildMenus()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    QAction* open = file->addAction(icon(QStringLiteral("open")), tr("&Open sound…"), QKeySequence::Open, this, &MainWindow::openSound);
    open->setToolTip(tr("Hear a sound file and see its image"));
    QMenu* exports = file->addMenu(icon(QStringLiteral("export")), tr("&Export"));
    connect(exports, &QMenu::aboutToShow, this, [this, exports] { fillExportMenu(exports); });
    file->addSeparator();
    QAction* quit = file->addAction(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), this, &QWidget::close);
    quit->setToolTip(tr("Close the program. A training stops with a checkpoint and can be resumed."));

    QMenu* view = menuBar()->addMenu(tr("&View"));
    for (int i = 0; i < int(entries_.size()); ++i) {
        const PageEntry& entry = entries_[std::size_t(i)];
        QAction* show = view->addAction(icon(entry.icon), entry.title, QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)), this,
                                        [this, name = entry.name] { showPage(name); });
        show->setToolTip(entry.toolTip);
    }
    view->addSeparator();
    buildThemeMenu(view);
    buildLanguageMenu(view);
    view->addSeparator();
    QAction* fullScreen = view->addAction(tr("&Full screen"));
    fullScreen->setShortcut(Qt::Key_F11);
    fullScreen->setCheckable(true);
    fullScreen->setToolTip(tr("The window without frame over the whole screen, and back"));
    connect(fullScreen, &QAction::triggered, this, [this](bool on) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, on)); });
    connect(view, &QMenu::aboutToShow, this, [this, fullScreen] { fullScreen->setChecked(isFullScreen()); });

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    QAction* find = help->addAction(icon(QStringLiteral("search")), tr("&Find an action…"), QKeySequence(Qt::CTRL | Qt::Key_K), this,
                                    &MainWindow::openPalette);
    find->setToolTip(tr("Every action of the program, found by a few letters"));
    QAction* about =
        help->addAction(icon(QStringLiteral("help")), tr("&About Sonoglyph"), this, [this] { (new AboutDialog(this))->open(); });
    about->setMenuRole(QAction::AboutRole);
    about->setToolTip(tr("Version, credits and licences"));
}

void MainWindow::buildThemeMenu(QMenu* view)
{
    QMenu* menu = view->addMenu(tr("&Theme"));
    auto* group = new QActionGroup(menu);
    const std::tuple<ThemeChoice, QString, QString> choices[] = {
        {ThemeChoice::System, tr("Theme like the &system"), tr("Light or dark, as the desktop is")},
        {ThemeChoice::Light, tr("&Light theme"), tr("Dark text on a light ground")},
        {ThemeChoice::Dark, tr("&Dark theme"), tr("Light text on a dark ground")},
    };
    for (const auto& [choice, text, tip] : choices) {
        QAction* action = menu->addAction(text, this, [this, choice = choice] { context_.settings->setTheme(choice); });
        action->setToolTip(tip);
        action->setCheckable(true);
        action->setChecked(choice == context_.settings->theme());
        group->addAction(action);
    }
}

void MainWindow::buildLanguageMenu(QMenu* view)
{
    QMenu* menu = view->addMenu(tr("&Language"));
    auto* group = new QActionGroup(menu);
    const std::pair<QString, QString> choices[] = {
        {QStringLiteral("system"), tr("Language of the &system")},
        {QStringLiteral("en"), QStringLiteral("&English")},
        {QStringLiteral("pl"), QStringLiteral("&Polski")},
    };
    for (const auto& [language, text] : choices) {
        // Queued: the window, and this menu with it, is built anew.
        QAction* action = menu->addAction(text);
        connect(
            action, &QAction::triggered, context_.settings,
            [settings = context_.settings, language = language] { settings->setLanguage(language); }, Qt::QueuedConnection);
        action->setCheckable(true);
        action->setChecked(language == context_.settings->language());
        group->addAction(action);
    }
}

void MainWindow::openSound()
{
    const QString key = QStringLiteral("window/openFolder");
    const QStringList files = QFileDialog::getOpenFileNames(
        this, tr("Open sound"), context_.settings->value(key, QDir::homePath()).toString(),
        tr("Sound files (*.wav *.flac *.ogg *.oga *.opus *.mp3 *.aif *.aiff *.aifc *.au *.caf *.w64);;All files (*)"));
    if (files.isEmpty()) return;
    context_.settings->setValue(key, QFileInfo(files.front()).absolutePath());
    if (indexOf(QStringLiteral("listen")) >= 0) showPage(QStringLiteral("listen"));
    openFiles(files);
}

void MainWindow::watchEngine()
{
    if (!context_.engine) return;
    const auto failed = [this] {
        banner_->showMessage(Banner::Trouble, context_.engine->failure(), context_.engine->failureDetails(), tr("Try again"));
    };
    const auto ready = [this] {
        if (banner_->severity() == Banner::Trouble) banner_->hide();
        if (const auto warning = context_.engine->engine()->info().warning) banner_->showMessage(Banner::Warning, toText(*warning));
        if (!wantedModel_.isEmpty()) findModel(QJsonObject(wantedModel_));
    };
    connect(context_.engine, &EngineLoader::failed, this, failed);
    connect(context_.engine, &EngineLoader::ready, this, ready);
    connect(banner_, &Banner::actionTriggered, this, [this] {
        banner_->hide();
        context_.engine->start();
    });
    if (context_.engine->state() == EngineLoader::State::Failed) failed();
    if (context_.engine->state() == EngineLoader::State::Ready) ready();
}

void MainWindow::watchTraining()
{
    if (!context_.training) return;
    const auto show = [this] { rail_->setBusy(QStringLiteral("train"), context_.training->active()); };
    connect(context_.training, &TrainingController::stateChanged, this, show);
    show();
}

void MainWindow::closeDown()
{
    if (std::exchange(down_, true)) return;
    context_.settings->setWindowGeometry(saveGeometry());
    for (Page* page : pages_)
        if (page) page->closeDown();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    closeDown();
    event->accept();
    Q_EMIT closed();
}

void MainWindow::paintEvent(QPaintEvent* event)
{
    QMainWindow::paintEvent(event);
    if (!std::exchange(painted_, true)) QTimer::singleShot(0, this, &MainWindow::painted);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    // What is dragged out of this window is known to it.
    if (!event->source() && !localFiles(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QStringList files = localFiles(event->mimeData());
    event->acceptProposedAction();
    // Not within the drop: the program that files were dragged from would wait.
    QTimer::singleShot(0, this, [this, files] { openFiles(files); });
}

}  // namespace sonoglyph
