#include <QAction>
#include <QApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/logic/fake_engine.h"
#include "tests/ui/pages/damaged_states.h"
#include "ui/logic/decoder_controller.h"
#include "ui/logic/engine_loader.h"
#include "ui/logic/settings.h"
#include "ui/pages/main_window.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/digit_view.h"
#include "ui/widgets/figure_file.h"
#include "ui/widgets/navigation_rail.h"
#include "ui/widgets/reading_bars.h"
#include "ui/widgets/toast.h"

using namespace sonoglyph;

namespace {

class TestPage : public Page {
public:
    TestPage(const AppContext& context, const QString& takes, QWidget* parent)
        : Page(context, parent), action(QStringLiteral("Act on ") + takes), takes_(takes)
    {
    }
    QList<QAction*> commands() const override { return {const_cast<QAction*>(&action)}; }
    bool openFiles(const QStringList& files) override
    {
        if (files.isEmpty() || !files.front().endsWith(takes_)) return false;
        opened << files;
        return true;
    }
    void closeDown() override { ++closed; }
    QJsonObject figureState() const override { return state; }
    QString restoreFigure(const QJsonObject& from) override
    {
        state = from;
        return missing;
    }

    QAction action;
    QStringList opened;
    int closed = 0;
    QJsonObject state;
    QString missing;

private:
    QString takes_;
};

}  // namespace

class tst_MainWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void buildsOnlyWhatIsShown();
    void goesToPages_data();
    void goesToPages();
    void pagesAskForPages();
    void showsWhatThePageSays();
    void remembersPageAndGeometry();
    void filesGoToThePageThatTakesThem_data();
    void filesGoToThePageThatTakesThem();
    void takesDrops();
    void aFigureBringsItsPageBack();
    void aFigureBringsItsModelBack();
    void aFigureOfOthersIsTold();
    void figuresOfThePageAreWritten();
    void aFolderThatCannotBeWrittenIsTold();
    void closingWaitsForFigures();
    void paletteShowsThePageOfAnAction();
    void closingTellsThePagesOnce();
    void menusSetThemeAndLanguage();
    void tellsOfAMissingCore();
    void everyActionHasNameAndPlace();

private:
    std::unique_ptr<MainWindow> make(DecoderController* decoder = nullptr);
    /// On the page that is shown, and an image that is empty.
    void showReading();
    TestPage* page(const char* name) const { return static_cast<TestPage*>(window_->page(QString::fromLatin1(name))); }

    QTemporaryDir folder_;
    std::unique_ptr<Settings> settings_;
    std::unique_ptr<EngineLoader> loader_;
    std::unique_ptr<MainWindow> window_;
    int built_ = 0, files_ = 0;
};

std::unique_ptr<MainWindow> tst_MainWindow::make(DecoderController* decoder)
{
    const auto entry = [this](const char* name, const char* takes) {
        const QString suffix = QString::fromLatin1(takes);
        return PageEntry{QString::fromLatin1(name),
                         QString::fromLatin1(name),
                         QString::fromLatin1(name),
                         {},
                         [this, suffix](const AppContext& context, QWidget* parent) {
                             ++built_;
                             return new TestPage(context, suffix, parent);
                         }};
    };
    AppContext context;
    context.settings = settings_.get();
    context.engine = loader_.get();
    context.decoder = decoder;
    return std::make_unique<MainWindow>(context, std::vector{entry("listen", ".wav"), entry("train", ".run"), entry("data", ".idx")});
}

void tst_MainWindow::showReading()
{
    auto* bars = new ReadingBars(page("listen"));
    bars->setReading({{0, 0, 0.75f, 0, 0.25f, 0, 0, 0, 0, 0}, {}});
    bars->show();
    (new DigitView(page("listen")))->show();
}

void tst_MainWindow::init()
{
    window_.reset();
    settings_ = std::make_unique<Settings>(folder_.filePath(QStringLiteral("%1.conf").arg(++files_)));
    loader_ = std::make_unique<EngineLoader>([]() -> Result<Engine*> { return Error{Errc::Unavailable, {"No core.", {}}, "details"}; });
    built_ = 0;
    window_ = make();
}

void tst_MainWindow::buildsOnlyWhatIsShown()
{
    QCOMPARE(built_, 1);
    QVERIFY(page("listen"));
    QVERIFY(!page("train"));
    QSignalSpy painted(window_.get(), &MainWindow::painted);
    window_->show();
    QTRY_COMPARE(painted.size(), 1);
    QCOMPARE(built_, 1);
    window_->showPage(QStringLiteral("train"));
    window_->showPage(QStringLiteral("listen"));
    window_->showPage(QStringLiteral("train"));
    QCOMPARE(built_, 2);
    QCOMPARE(painted.size(), 1);
}

void tst_MainWindow::goesToPages_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("page");
    QTest::newRow("first") << int(Qt::Key_1) << QStringLiteral("listen");
    QTest::newRow("second") << int(Qt::Key_2) << QStringLiteral("train");
    QTest::newRow("third") << int(Qt::Key_3) << QStringLiteral("data");
    QTest::newRow("no such page") << int(Qt::Key_4) << QStringLiteral("data");
}

void tst_MainWindow::goesToPages()
{
    QFETCH(int, key);
    QFETCH(QString, page);
    window_->show();
    QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    QVERIFY(!window_->showPage(QStringLiteral("nowhere")));
    window_->showPage(QStringLiteral("data"));
    QTest::keyClick(window_.get(), Qt::Key(key), Qt::ControlModifier);
    QCOMPARE(window_->currentPage(), page);
    QVERIFY(window_->page(page)->isVisible());
}

void tst_MainWindow::pagesAskForPages()
{
    Q_EMIT page("listen")->pageWanted(QStringLiteral("data"));
    QCOMPARE(window_->currentPage(), QStringLiteral("data"));
    Q_EMIT window_->findChild<NavigationRail*>()->pageChosen(QStringLiteral("train"));
    QCOMPARE(window_->currentPage(), QStringLiteral("train"));
}

void tst_MainWindow::showsWhatThePageSays()
{
    const auto shown = [this](const QString& text) {
        for (const QLabel* label : window_->findChildren<QLabel*>())
            if (label->text() == text) return true;
        return false;
    };
    Q_EMIT page("listen")->statusChanged(QStringLiteral("hearing"));
    QVERIFY(shown(QStringLiteral("hearing")));
    window_->showPage(QStringLiteral("train"));
    QVERIFY(!shown(QStringLiteral("hearing")));
    Q_EMIT page("listen")->statusChanged(QStringLiteral("still hearing"));
    QVERIFY(!shown(QStringLiteral("still hearing")));
    window_->showPage(QStringLiteral("listen"));
    QVERIFY(shown(QStringLiteral("still hearing")));
}

void tst_MainWindow::remembersPageAndGeometry()
{
    window_->show();
    window_->resize(1100, 700);
    window_->showPage(QStringLiteral("train"));
    window_->close();
    window_ = make();
    window_->show();
    QCOMPARE(window_->currentPage(), QStringLiteral("train"));
    QTRY_COMPARE(window_->size(), QSize(1100, 700));
    settings_->setLastPage(QStringLiteral("a page of another version"));
    window_ = make();
    QCOMPARE(window_->currentPage(), QStringLiteral("listen"));
}

void tst_MainWindow::filesGoToThePageThatTakesThem_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("page");
    QTest::newRow("the current page") << QStringLiteral("a.wav") << QStringLiteral("listen");
    QTest::newRow("another page") << QStringLiteral("a.idx") << QStringLiteral("data");
    QTest::newRow("no page") << QStringLiteral("a.txt") << QStringLiteral("");
}

void tst_MainWindow::filesGoToThePageThatTakesThem()
{
    QFETCH(QString, file);
    QFETCH(QString, page);
    QCOMPARE(window_->openFiles({file}), !page.isEmpty());
    QCOMPARE(window_->currentPage(), page.isEmpty() ? QStringLiteral("listen") : page);
    if (!page.isEmpty()) QCOMPARE(static_cast<TestPage*>(window_->page(page))->opened, QStringList{file});
    QVERIFY(window_->openFiles({}));
}

void tst_MainWindow::takesDrops()
{
    window_->show();
    QMimeData files, words;
    files.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/x.wav")), QUrl(QStringLiteral("https://example.org/y.wav"))});
    words.setText(QStringLiteral("words"));
    QDragEnterEvent wrong(QPoint(9, 9), Qt::CopyAction, &words, Qt::LeftButton, Qt::NoModifier);
    wrong.ignore();
    QCoreApplication::sendEvent(window_.get(), &wrong);
    QVERIFY(!wrong.isAccepted());
    QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QCoreApplication::sendEvent(window_.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(9, 9), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window_.get(), &drop);
    QTRY_COMPARE(page("listen")->opened, QStringList{QStringLiteral("/tmp/x.wav")});
}

void tst_MainWindow::aFigureBringsItsPageBack()
{
    ReadingBars figure;
    ExportOptions options;
    window_->showPage(QStringLiteral("train"));
    page("train")->state = {{QStringLiteral("run"), QStringLiteral("seven")}};
    options.provenance = window_->figureState();
    const QString file = folder_.filePath(QStringLiteral("figure.svg"));
    QVERIFY(exportFigure(*figure.figure(), file, options).ok());
    page("train")->state = {};
    window_->showPage(QStringLiteral("listen"));
    QVERIFY(window_->openFiles({file}));
    QCOMPARE(window_->currentPage(), QStringLiteral("train"));
    QCOMPARE(page("train")->state[QStringLiteral("run")].toString(), QStringLiteral("seven"));
    QVERIFY(page("train")->opened.isEmpty());

    // What is missing is told in one warning, also what is found out later; the next figure begins anew.
    page("train")->missing = QStringLiteral("The run is gone.");
    QVERIFY(window_->openFiles({file}));
    auto* banner = window_->findChild<Banner*>();
    QCOMPARE(banner->text(), QStringLiteral("The run is gone."));
    Q_EMIT page("train")->figureMisses(QStringLiteral("So is the sound."));
    QCOMPARE(banner->text(), QStringLiteral("The run is gone.\nSo is the sound."));
    page("train")->missing = QStringLiteral("The run is still gone.");
    QVERIFY(window_->openFiles({file}));
    QCOMPARE(banner->text(), QStringLiteral("The run is still gone."));
}

void tst_MainWindow::aFigureBringsItsModelBack()
{
    FakeEngine engine;
    DecoderController decoder(nullptr, settings_.get());
    settings_->setRunsFolder(folder_.filePath(QStringLiteral("runs")));
    decoder.useEngine(engine);
    QTRY_COMPARE(decoder.state(), DecoderController::State::Ready);
    window_ = make(&decoder);
    int figures = 0;
    const auto figure = [&](const QJsonObject& model) {
        ReadingBars bars;
        ExportOptions options;
        options.provenance = window_->figureState();
        if (!model.isEmpty()) options.provenance[QStringLiteral("model")] = model;
        const QString file = folder_.filePath(QStringLiteral("model-%1.svg").arg(++figures));
        if (!exportFigure(*bars.figure(), file, options).ok()) qFatal("not written");
        return file;
    };
    QVERIFY(test::holdsNoPath(window_->figureState()));
    const QString own = figure({});
    const std::string before = decoder.model()->name;
    decoder.loadModel(QStringLiteral("wide"));
    QTRY_COMPARE(decoder.model()->name, std::string("wide"));
    QVERIFY(window_->openFiles({own}));
    QTRY_COMPARE(decoder.model()->name, before);
    auto* banner = window_->findChild<Banner*>();
    QVERIFY(banner->text().isEmpty());
    QVERIFY(window_->openFiles(
        {figure({{QStringLiteral("name"), QStringLiteral("gone.safetensors")}, {QStringLiteral("fingerprint"), QStringLiteral("f")}})}));
    QTRY_COMPARE(banner->text(), QStringLiteral("The model gone.safetensors is not here."));
    QCOMPARE(decoder.model()->name, before);
    // One of that name, but of another version, is better than none.
    QVERIFY(window_->openFiles(
        {figure({{QStringLiteral("name"), QStringLiteral("wide")}, {QStringLiteral("fingerprint"), QStringLiteral("f")}})}));
    QTRY_COMPARE(decoder.model()->name, std::string("wide"));
    QVERIFY(banner->text().contains(QStringLiteral("other weights")));
    window_.reset();

    // One that is opened before the core is there waits for it.
    loader_ = std::make_unique<EngineLoader>([&]() -> Result<Engine*> { return &engine; });
    DecoderController later(loader_.get(), settings_.get());
    window_ = make(&later);
    QVERIFY(window_->openFiles({own}));
    loader_->start();
    QTRY_COMPARE(later.state(), DecoderController::State::Ready);
    QTRY_COMPARE(later.model()->name, before);
    window_.reset();
}

void tst_MainWindow::aFigureOfOthersIsTold()
{
    ReadingBars figure;
    const QString file = folder_.filePath(QStringLiteral("plain.png"));
    QVERIFY(exportFigure(*figure.figure(), file, {}).ok());
    QVERIFY(window_->openFiles({file}));
    QCOMPARE(window_->currentPage(), QStringLiteral("listen"));
    QVERIFY(window_->findChild<Banner*>()->text().contains(QStringLiteral("plain.png")));
    ExportOptions options;
    options.provenance = {{QStringLiteral("page"), QStringLiteral("tomorrow")}};
    QVERIFY(exportFigure(*figure.figure(), file, options).ok());
    QVERIFY(window_->openFiles({file}));
    QCOMPARE(window_->currentPage(), QStringLiteral("listen"));
}

void tst_MainWindow::figuresOfThePageAreWritten()
{
    window_->show();
    showReading();
    const QString folder = folder_.filePath(QStringLiteral("figures"));
    QVERIFY(QDir().mkpath(folder));
    window_->exportPageTo(folder);
    auto* toast = window_->findChild<Toast*>();
    QTRY_VERIFY(toast->isVisible());
    QVERIFY(toast->findChild<QLabel*>()->text().contains(QStringLiteral("4")));
    QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 4);  // of the bars; the empty image is left out
    const QString svg = QDir(folder).entryList({QStringLiteral("*.svg")}).value(0);
    QCOMPARE(readProvenance(QDir(folder).filePath(svg))->value(QStringLiteral("page")).toString(), QStringLiteral("listen"));
}

void tst_MainWindow::aFolderThatCannotBeWrittenIsTold()
{
    window_->show();
    showReading();
    window_->exportPageTo(folder_.filePath(QStringLiteral("nowhere")));
    QTRY_VERIFY(window_->findChild<Banner*>()->text().contains(QStringLiteral("nowhere")));
}

void tst_MainWindow::closingWaitsForFigures()
{
    window_->show();
    showReading();
    const QString folder = folder_.filePath(QStringLiteral("closing"));
    QVERIFY(QDir().mkpath(folder));
    window_->exportPageTo(folder);
    window_.reset();
    QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 4);
    QVERIFY(!QImage(QDir(folder).filePath(QDir(folder).entryList({QStringLiteral("*.png")}).value(0))).isNull());
}

void tst_MainWindow::paletteShowsThePageOfAnAction()
{
    window_->show();
    QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    QTest::keyClick(window_.get(), Qt::Key_K, Qt::ControlModifier);
    QWidget* search = QApplication::focusWidget();
    QVERIFY(qobject_cast<QLineEdit*>(search));
    QTest::keyClicks(search, QStringLiteral("act on .idx"));
    QVERIFY(page("data"));
    QSignalSpy triggered(&page("data")->action, &QAction::triggered);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(triggered.size(), 1);
    QCOMPARE(window_->currentPage(), QStringLiteral("data"));
}

void tst_MainWindow::closingTellsThePagesOnce()
{
    window_->show();
    QSignalSpy closed(window_.get(), &MainWindow::closed);
    window_->showPage(QStringLiteral("train"));
    window_->closeDown();
    window_->close();
    QCOMPARE(closed.size(), 1);
    QCOMPARE(page("listen")->closed, 1);
    QCOMPARE(page("train")->closed, 1);
    QVERIFY(!page("data"));
}

void tst_MainWindow::menusSetThemeAndLanguage()
{
    QHash<QString, QAction*> actions;
    for (const Command& command : window_->commands()) actions.insert(command.action->text().remove(u'&'), command.action);
    actions.value(QStringLiteral("Dark theme"))->trigger();
    QCOMPARE(settings_->theme(), ThemeChoice::Dark);
    QVERIFY(actions.value(QStringLiteral("Dark theme"))->isChecked());
    actions.value(QStringLiteral("Polski"))->trigger();
    QTRY_COMPARE(settings_->language(), QStringLiteral("pl"));
    actions.value(QStringLiteral("Theme like the system"))->trigger();
    QCOMPARE(settings_->theme(), ThemeChoice::System);
}

void tst_MainWindow::tellsOfAMissingCore()
{
    window_->show();
    auto* banner = window_->findChild<Banner*>();
    QVERIFY(!banner->isVisible());
    loader_->start();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(banner->text().contains(QStringLiteral("No core.")));
    window_ = make();
    window_->show();
    QVERIFY(window_->findChild<Banner*>()->isVisible());
}

void tst_MainWindow::everyActionHasNameAndPlace()
{
    const auto commands = window_->commands();
    QVERIFY(commands.size() > 10);
    for (const Command& command : commands) {
        QVERIFY(!command.action->text().isEmpty());
        QVERIFY2(!command.place.isEmpty(), qPrintable(command.action->text()));
        QVERIFY2(!command.action->toolTip().isEmpty(), qPrintable(command.action->text()));
    }
}

QTEST_MAIN(tst_MainWindow)
#include "tst_main_window.moc"
