// The Train page through its real widgets, with runs from a thread.
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "core/base/safetensors.h"
#include "core/train/metrics_csv.h"
#include "core/train/run_changes.h"
#include "core/train/run_folder.h"
#include "core/train/run_notices.h"
#include "tests/ui/logic/fake_training.h"
#include "tests/ui/pages/damaged_states.h"
#include "ui/logic/data_catalog.h"
#include "ui/logic/engine_loader.h"
#include "ui/logic/run_queue.h"
#include "ui/logic/settings.h"
#include "ui/logic/training_controller.h"
#include "ui/pages/coach_line.h"
#include "ui/pages/curve_toolbar.h"
#include "ui/pages/epoch_panel.h"
#include "ui/pages/run_form.h"
#include "ui/pages/run_picker.h"
#include "ui/pages/run_view.h"
#include "ui/pages/train_page.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/curve_chart.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/image_grid.h"
#include "ui/widgets/segments.h"

using namespace sonoglyph;
using namespace sonoglyph::test;
using State = TrainingController::State;

class TestTrainPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void emptyStateStartsAQuickLook();
    void emptyStateNamesNoMinutesThatWereNotMeasured();
    void formRefuses_data();
    void formRefuses();
    void typedTextStays();
    void presetsFillTheForm();
    void hiddenFieldWithTroubleUnfolds();
    void startsWhatTheFormSays();
    void watchesARun();
    void pauseContinueStop();
    void failureIsToldInABanner();
    void noticeIsToldInABanner();
    void runOnDiskIsShownAndResumed();
    void aNewPageShowsTheActiveRun();
    void missingDataLeadsToTheDataPage();
    void missingDataCutsNothingOff();
    void formIsRemembered();
    void everyActionHasATooltip();
    void stepsInAPause();
    void oneNetworkAtATimeIsForRivals();
    void alphaIsChangedInPlace();
    void aRunIsDuplicatedAndRestarted();
    void severalAlphasAreAQueue();
    void theQueueIsReordered();
    void aQueueOfEarlierWaits();
    void runsOfOtherProgramsAreFollowed();
    void whatARunCostsIsMeasured();
    void whatARunCostsIsKnownUnasked();
    void aRunThatDivergedGoesOnSlower();
    void aRunBesideIsStoppedFromItsView();
    void theCoachKnowsWhatWasSaidOfARunOnDisk();
    void aFigureBringsTheViewBack();
    void aFigureOfARunThatIsGoneBringsTheRestBack();
    void aFigureOfARunThatIsGoneComesBackWhereNoneIsShown();
    void damagedFigureStates_data();
    void damagedFigureStates();

private:
    template <class W = QWidget>
    W* find(const char* name)
    {
        W* widget = page_->findChild<W*>(QString::fromLatin1(name));
        if (!widget) qFatal("no widget %s", name);
        return widget;
    }
    QList<QPointF> pointsOf(const char* chart, int curve = 0)
    {
        const CurveSeries& series = find<CurveChart>(chart)->plot()[curve].raw;
        QList<QPointF> points;
        for (qsizetype i = 0; i < series.size(); ++i) points.append(series[i]);
        return points;
    }
    QAction* action(const QString& text)
    {
        for (QAction* action : page_->commands())
            if (action->text() == text) return action;
        qFatal("no action %s", qPrintable(text));
        return nullptr;
    }
    void makePage();
    void makeRun(const QString& name, int epochs);
    void type(const char* field, const QString& text)
    {
        auto* line = find<QLineEdit>(field);
        line->setFocus();
        line->selectAll();
        QTest::keyClick(line, Qt::Key_Backspace);
        QTest::keyClicks(line, text);
    }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Settings> settings_;
    std::unique_ptr<FakeEngine> engine_;
    std::unique_ptr<EngineLoader> loader_;
    std::unique_ptr<DataCatalog> data_;
    std::unique_ptr<TrainingController> training_;
    std::unique_ptr<RunQueue> queue_;
    std::unique_ptr<TrainPage> page_;
};

void TestTrainPage::init()
{
    folder_ = std::make_unique<QTemporaryDir>();
    settings_ = std::make_unique<Settings>(folder_->filePath(QStringLiteral("settings.conf")));
    settings_->setRunsFolder(folder_->filePath(QStringLiteral("runs")));
    settings_->setDataFolder(folder_->filePath(QStringLiteral("data")));
    engine_ = std::make_unique<FakeEngine>();
    loader_ = std::make_unique<EngineLoader>([this]() -> Result<Engine*> { return engine_.get(); });
    loader_->start();
    QTRY_COMPARE(loader_->state(), EngineLoader::State::Ready);
    training_ = std::make_unique<TrainingController>(*loader_);
    queue_ = std::make_unique<RunQueue>(*training_);
}

void TestTrainPage::cleanup()
{
    page_.reset();
    queue_.reset();
    training_.reset();
    data_.reset();
    QCOMPARE(FakeSession::alive.load(), 0);
}

void TestTrainPage::makePage()
{
    AppContext context;
    context.settings = settings_.get();
    context.engine = loader_.get();
    context.data = data_.get();
    context.training = training_.get();
    context.queue = queue_.get();
    page_ = std::make_unique<TrainPage>(context);
    page_->resize(936, 608);
    page_->show();
    QVERIFY(QTest::qWaitForWindowExposed(page_.get()));
    QTRY_VERIFY(queue_->loaded());
}

void TestTrainPage::makeRun(const QString& name, int epochs)
{
    RunConfig config;
    config.epochs = 10;
    QDir().mkpath(settings_->runsFolder());
    auto run = RunFolder::create(QDir(settings_->runsFolder()).filePath(name).toStdString(), config);
    QVERIFY(run);
    auto metrics = MetricsCsvWriter::open(run->metricsFile());
    QVERIFY(metrics);
    for (int epoch = 1; epoch <= epochs; ++epoch) {
        QVERIFY(metrics->add(StepMetrics{epoch * 10, epoch, 3, 2, 1, 1, 0, 100}));
        QVERIFY(metrics->add(EpochMetrics{epoch, epoch * 10, 3, 2, 1, 3, 2, 1, 0.925, 0.95, 12, 0}));
        QFile file(run->epochCheckpoint(epoch));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(run->setLatest(run->epochCheckpoint(epoch)));
    }
    // Two rows of three images, two pixels apart, as previews are written.
    QImage grid(3 * 28 + 4, 2 * 28 + 2, QImage::Format_Grayscale8);
    grid.fill(Qt::gray);
    QVERIFY(grid.save(QString::fromStdString(run->preview(epochs).string())));
}

void TestTrainPage::emptyStateStartsAQuickLook()
{
    makePage();
    auto* empty = page_->findChild<EmptyState*>();
    QTRY_VERIFY(empty->isVisible());
    auto* button = empty->findChild<QPushButton*>();
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(training_->state(), State::Finished);
    QCOMPARE(engine_->config.maxSteps, 300);
    QCOMPARE(engine_->config.data.folder, std::filesystem::path(settings_->dataFolder().toStdString()));
    QVERIFY(!empty->isVisible());
}

void TestTrainPage::emptyStateNamesNoMinutesThatWereNotMeasured()
{
    const auto sentence = [this] {
        QStringList texts;
        for (const QLabel* label : page_->findChild<EmptyState*>()->findChildren<QLabel*>()) texts << label->text();
        return texts.join(u' ');
    };
    makePage();
    QTRY_VERIFY(sentence().contains(QStringLiteral("300")));
    QVERIFY(!sentence().contains(QStringLiteral("min")));
    page_.reset();
    settings_->setValue(QStringLiteral("train/speed/aivae-128"), 160.0);
    makePage();
    QTRY_VERIFY(sentence().contains(QStringLiteral("about 4 min")));
}

void TestTrainPage::formRefuses_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("right");
    const auto row = [](const char* field, const char* text, bool right) {
        QTest::addRow("%s \"%s\"", field, text) << QString::fromLatin1(field) << QString::fromLatin1(text) << right;
    };
    row("epochs", "12", true);
    row("epochs", "", false);
    row("epochs", "0", false);
    row("epochs", "-3", false);
    row("epochs", "many", false);
    row("epochs", "1.5", false);
    row("epochs", "99999999999999999999", false);
    row("maxSteps", "", true);
    row("maxSteps", "-1", false);
    row("batch", "2", true);
    row("batch", "0", false);
    row("alpha", "0.5", true);
    row("alpha", "0,5", true);
    row("alpha", "1e-1", true);
    row("alpha", "-1", false);
    row("alpha", "nan", false);
    row("alpha", "", false);
    row("seed", "7", true);
    row("seed", "-7", false);
    row("learningRate", "", true);
    row("learningRate", "0.001", true);
    row("learningRate", "fast", false);
    row("latent", "0", false);
    row("threads", "", true);
    row("threads", "-1", false);
    row("klWarmup", "", true);
    row("name", "mine", true);
    row("name", "a/b", false);
}

void TestTrainPage::formRefuses()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(bool, right);
    makePage();
    QTest::mouseClick(find<QToolButton>("more"), Qt::LeftButton);
    type(field.toLatin1(), text);
    auto* reason = find<QLabel>((field + QStringLiteral(".reason")).toLatin1());
    QCOMPARE(reason->isVisible(), !right);
    QCOMPARE(reason->text().isEmpty(), right);
    QCOMPARE(find<QPushButton>("start")->isEnabled(), right);
    QCOMPARE(find<QLineEdit>(field.toLatin1())->text(), text);
    find<QAction>("paper")->trigger();
    if (field != QStringLiteral("name")) {
        QVERIFY(!reason->isVisible());
        QVERIFY(find<QPushButton>("start")->isEnabled());
    }
}

void TestTrainPage::typedTextStays()
{
    makePage();
    type("alpha", QStringLiteral("0.10"));
    type("epochs", QStringLiteral("007"));
    QCOMPARE(find<QLineEdit>("alpha")->text(), QStringLiteral("0.10"));
    QCOMPARE(find<QLineEdit>("epochs")->text(), QStringLiteral("007"));
}

void TestTrainPage::presetsFillTheForm()
{
    makePage();
    find<QAction>("quick")->trigger();
    QCOMPARE(find<QLineEdit>("maxSteps")->text(), QStringLiteral("300"));
    QVERIFY(find<QLabel>("estimate")->text().contains(QStringLiteral("300")));
    find<QAction>("microphone")->trigger();
    QCOMPARE(find<QLineEdit>("alpha")->text(), QStringLiteral("4"));
    QCOMPARE(find<QComboBox>("data.name")->currentData().toString(), QStringLiteral("mixed"));
    QCOMPARE(find<QComboBox>("augmentation")->currentData().toString(), QStringLiteral("microphone"));
    find<QAction>("paper")->trigger();
    QCOMPARE(find<QLineEdit>("maxSteps")->text(), QString());
    QCOMPARE(find<QLineEdit>("epochs")->text(), QStringLiteral("100"));
    QCOMPARE(find<QLineEdit>("learningRate")->text(), QString());
}

void TestTrainPage::hiddenFieldWithTroubleUnfolds()
{
    makePage();
    auto* more = find<QToolButton>("more");
    QVERIFY(!find<QLineEdit>("latent")->isVisible());
    QTest::mouseClick(more, Qt::LeftButton);
    type("latent", QStringLiteral("0"));
    QTest::mouseClick(more, Qt::LeftButton);
    QVERIFY(!find<QLineEdit>("latent")->isVisible());
    type("epochs", QStringLiteral("5"));
    QVERIFY(find<QLineEdit>("latent")->isVisible());
}

void TestTrainPage::startsWhatTheFormSays()
{
    makePage();
    QTest::mouseClick(find<QToolButton>("more"), Qt::LeftButton);
    type("epochs", QStringLiteral("3"));
    type("batch", QStringLiteral("64"));
    type("alpha", QStringLiteral("0.2"));
    type("learningRate", QStringLiteral("0.0005"));
    type("name", QStringLiteral("mine"));
    find<QComboBox>("data.name")->setCurrentIndex(2);
    find<QComboBox>("data.split")->setEditText(QStringLiteral("official"));
    find<QComboBox>("data.spectrogram.timeMode")->setCurrentIndex(1);
    find<QComboBox>("initialisation")->setCurrentIndex(1);
    find<QComboBox>("standardise")->setCurrentIndex(1);
    QTest::mouseClick(find<QPushButton>("start"), Qt::LeftButton);
    QTRY_COMPARE(training_->state(), State::Finished);
    const RunConfig& config = engine_->config;
    QCOMPARE(config.epochs, 3);
    QCOMPARE(config.batch, 64);
    QCOMPARE(config.alpha, 0.2);
    QCOMPARE(config.learningRate, 0.0005);
    QCOMPARE(config.data.name, std::string("scd"));
    QCOMPARE(config.data.split, std::string("official"));
    QCOMPARE(config.data.spectrogram.timeMode, TimeMode::Pad);
    QCOMPARE(config.initialisation, Initialisation::PyTorch);
    QCOMPARE(config.standardise, false);
    QCOMPARE(engine_->run, std::filesystem::path(QDir(settings_->runsFolder()).filePath(QStringLiteral("mine")).toStdString()));
}

void TestTrainPage::watchesARun()
{
    engine_->script.endless = true;
    makePage();
    action(QStringLiteral("Start training"))->trigger();
    QTRY_COMPARE(training_->metrics().lastStep(), 100);
    QCOMPARE(pointsOf("curves/total"), training_->metrics().curve(Quantity::Total, RunRows::Steps));
    QCOMPARE(pointsOf("curves/kl"), training_->metrics().curve(Quantity::Kl, RunRows::Steps));
    QCOMPARE(pointsOf("curves/reconstruction", 1), training_->metrics().curve(Quantity::Reconstruction, RunRows::Epochs));
    QCOMPARE(find<ImageGrid>("reconstructions")->rowCount(), 2);
    QVERIFY(find<QLabel>("facts")->text().contains(QStringLiteral("step 100 of 100")));
    QVERIFY(find<QLabel>("facts")->text().contains(QStringLiteral("320 samples/s")));
    QVERIFY(find<QLabel>("epoch")->text().contains(QStringLiteral("90.0 %")));
    QVERIFY(find<QLabel>("epoch")->text().contains(QStringLiteral("12")));
    QCOMPARE(find<QPushButton>("start")->text(), QStringLiteral("Add to the queue"));
    training_->stop();
    QTRY_COMPARE(training_->state(), State::Finished);
    QCOMPARE(find<QPushButton>("start")->text(), QStringLiteral("Start training"));
    QCOMPARE(settings_->value(QStringLiteral("train/speed/aivae-128")).toDouble(), 320.0);
}

void TestTrainPage::pauseContinueStop()
{
    engine_->script.endless = true;
    makePage();
    QAction* pause = action(QStringLiteral("Pause"));
    QAction* stop = action(QStringLiteral("Stop"));
    QVERIFY(!pause->isVisible() && !stop->isVisible());
    action(QStringLiteral("Start training"))->trigger();
    QTRY_COMPARE(training_->state(), State::Running);
    QVERIFY(pause->isVisible() && stop->isVisible());
    pause->trigger();
    QCOMPARE(training_->state(), State::Paused);
    QCOMPARE(pause->text(), QStringLiteral("Continue"));
    QCOMPARE(find<QLabel>("runState")->text(), QStringLiteral("Paused"));
    pause->trigger();
    QCOMPARE(training_->state(), State::Running);
    stop->trigger();
    QVERIFY(!stop->isEnabled());
    QTRY_COMPARE(training_->state(), State::Finished);
    QVERIFY(!pause->isVisible());
    QVERIFY(find<QLabel>("runState")->text().contains(QStringLiteral("Stopped")));
}

void TestTrainPage::failureIsToldInABanner()
{
    engine_->script.startError = Error{Errc::Unwritable, {"%1 cannot be made.", {"runs"}}, {}};
    makePage();
    action(QStringLiteral("Start training"))->trigger();
    QTRY_COMPARE(training_->state(), State::Failed);
    auto* banner = &page_->findChild<RunView*>()->banner();
    QVERIFY(banner->isVisible());
    QCOMPARE(banner->text(), QStringLiteral("runs cannot be made."));
    QCOMPARE(banner->severity(), Banner::Trouble);
    engine_->script.startError.reset();
    action(QStringLiteral("Start training"))->trigger();
    QTRY_COMPARE(training_->state(), State::Finished);
    QVERIFY(!banner->isVisible());
}

void TestTrainPage::noticeIsToldInABanner()
{
    engine_->script.notices = {{TrainNotice::Severity::Warning, 100, {"The disk is full.", {}}}};
    makePage();
    action(QStringLiteral("Start training"))->trigger();
    QTRY_COMPARE(training_->state(), State::Finished);
    auto* banner = &page_->findChild<RunView*>()->banner();
    QVERIFY(banner->isVisible());
    QCOMPARE(banner->text(), QStringLiteral("The disk is full."));
    QCOMPARE(banner->severity(), Banner::Warning);
}

void TestTrainPage::runOnDiskIsShownAndResumed()
{
    makeRun(QStringLiteral("older"), 10);
    makeRun(QStringLiteral("stopped"), 3);
    engine_->script.firstStep = 30;
    engine_->script.endless = true;
    makePage();
    auto* list = find<QListView>("runs");
    QTRY_COMPARE(list->model()->rowCount(), 2);
    const auto choose = [&](const QString& name) {
        const auto found = list->model()->match(list->model()->index(0, 0), Qt::DisplayRole, name);
        QCOMPARE(found.size(), 1);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(found.front()).center());
    };
    QAction* resume = action(QStringLiteral("Resume"));
    choose(QStringLiteral("older"));
    QTRY_COMPARE(pointsOf("curves/total").size(), 10);
    QVERIFY(!resume->isVisible());
    choose(QStringLiteral("stopped"));
    QTRY_COMPARE(pointsOf("curves/total").size(), 3);
    QCOMPARE(find<ImageGrid>("reconstructions")->columnCount(), 3);
    QCOMPARE(find<QLabel>("runName")->text(), QStringLiteral("stopped"));
    QVERIFY(resume->isVisible());
    resume->trigger();
    QTRY_COMPARE(training_->metrics().lastStep(), 100);
    QCOMPARE(engine_->resumed, 1);
    QCOMPARE(engine_->run.filename(), std::filesystem::path("stopped"));
    QCOMPARE(pointsOf("curves/total").size(), 3 + 70);
    choose(QStringLiteral("older"));
    QTRY_COMPARE(pointsOf("curves/total").size(), 10);
    choose(QStringLiteral("stopped"));
    QCOMPARE(pointsOf("curves/total").size(), 3 + 70);
}

void TestTrainPage::aNewPageShowsTheActiveRun()
{
    engine_->script.endless = true;
    makePage();
    action(QStringLiteral("Start training"))->trigger();
    QTRY_COMPARE(training_->metrics().lastStep(), 100);
    page_->closeDown();
    page_.reset();
    QVERIFY(training_->active());
    makePage();
    QCOMPARE(pointsOf("curves/total").size(), 100);
    QVERIFY(find<CurveChart>("curves/total")->isVisible());
    QVERIFY(action(QStringLiteral("Stop"))->isVisible());
}

void TestTrainPage::missingDataLeadsToTheDataPage()
{
    data_ = std::make_unique<DataCatalog>(*settings_);
    makePage();
    QTRY_VERIFY(find<QLabel>("data.name.reason")->isVisible());
    QVERIFY(!find<QPushButton>("start")->isEnabled());
    QSignalSpy wanted(page_.get(), &Page::pageWanted);
    QTest::mouseClick(find<QPushButton>("toData"), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toString(), QStringLiteral("data"));
}

void TestTrainPage::missingDataCutsNothingOff()
{
    const QString data = folder_->filePath(QString(60, u'd'));
    QVERIFY(QDir().mkpath(data));
    settings_->setDataFolder(data);
    data_ = std::make_unique<DataCatalog>(*settings_);
    makePage();
    page_->resize(800, 480);
    QTRY_VERIFY(find<QPushButton>("toData")->isVisible());
    const auto* scroll = page_->findChild<RunForm*>()->findChild<QScrollArea*>();
    QTRY_VERIFY(scroll->verticalScrollBar()->isVisible());
    QTRY_VERIFY(scroll->widget()->width() <= scroll->viewport()->width());
}

void TestTrainPage::formIsRemembered()
{
    makePage();
    type("epochs", QStringLiteral("17"));
    page_.reset();
    makePage();
    QCOMPARE(find<QLineEdit>("epochs")->text(), QStringLiteral("17"));
}

void TestTrainPage::everyActionHasATooltip()
{
    makePage();
    for (const QAction* action : page_->commands()) {
        QVERIFY(!action->text().isEmpty());
        QVERIFY2(action->toolTip() != action->text(), qPrintable(action->text()));
    }
}

void TestTrainPage::stepsInAPause()
{
    engine_->script.steps = 1000000000;
    engine_->script.stepsPerEpoch = 1000000000;
    makePage();
    auto* controls = find<QWidget>("controls");
    QVERIFY(!controls->isVisible());
    action(QStringLiteral("Start training"))->trigger();
    QTRY_COMPARE(training_->state(), State::Running);
    QVERIFY(controls->isVisible());
    QAction* step = action(QStringLiteral("Step"));
    QVERIFY(!step->isEnabled());
    training_->pause();
    QTRY_VERIFY(step->isEnabled());
    for (int i = 0; i < 3; ++i) {
        QTest::keyClick(page_.get(), Qt::Key_F8);
        QTRY_COMPARE(training_->state(), State::Paused);
    }
    action(QStringLiteral("Save a snapshot"))->trigger();
    QTRY_COMPARE(training_->notices().size(), 1);
    training_->stop();
    QTRY_VERIFY(!controls->isVisible());
}

void TestTrainPage::oneNetworkAtATimeIsForRivals()
{
    engine_->script.endless = true;
    engine_->script.steps = 1;
    makePage();
    QAction *generator = action(QStringLiteral("Generator step")), *discriminator = action(QStringLiteral("Discriminator step"));
    for (const ModelKind model : {ModelKind::Aivae, ModelKind::Aivaegan}) {
        RunConfig config;
        config.model = model;
        training_->start(config, folder_->filePath(QString::fromStdString(nameOf(model))).toStdString());
        QTRY_COMPARE(training_->state(), State::Running);
        QCOMPARE(generator->isVisible(), model == ModelKind::Aivaegan);
        QCOMPARE(discriminator->isVisible(), model == ModelKind::Aivaegan);
        training_->stop();
        QTRY_COMPARE(training_->state(), State::Finished);
    }
}

void TestTrainPage::alphaIsChangedInPlace()
{
    engine_->script.steps = 1000000000;
    engine_->script.stepsPerEpoch = 1000000000;
    makePage();
    action(QStringLiteral("Start training"))->trigger();
    QTRY_COMPARE(training_->state(), State::Running);
    QCOMPARE(find<QLineEdit>("live.alpha")->text(), QStringLiteral("1"));
    QCOMPARE(find<QLineEdit>("live.learningRate")->text(), QStringLiteral("0.001"));
    action(QStringLiteral("Change alpha or learning rate"))->trigger();
    QVERIFY(find<QLineEdit>("live.alpha")->hasFocus());
    auto* reason = find<QLabel>("controls.reason");
    for (const char* bad : {"much", "-1"}) {
        type("live.alpha", QString::fromLatin1(bad));
        QTest::keyClick(find<QLineEdit>("live.alpha"), Qt::Key_Return);
        QVERIFY(!reason->text().isEmpty());
    }
    QTest::keyClick(find<QLineEdit>("live.alpha"), Qt::Key_Escape);
    QVERIFY(reason->text().isEmpty());
    QCOMPARE(find<QLineEdit>("live.alpha")->text(), QStringLiteral("1"));
    type("live.alpha", QStringLiteral("0,5"));
    QTest::keyClick(find<QLineEdit>("live.alpha"), Qt::Key_Return);
    QTRY_COMPARE(training_->changes().size(), 1);
    QCOMPARE(training_->changes()[0].value, 0.5);
    QVERIFY(find<QLabel>("facts")->toolTip().contains(QStringLiteral("0.5 sum(BCE)")));
    QTRY_VERIFY(page_->findChild<RunView*>()->banner().text().contains(QStringLiteral("alpha is 0.5")));
}

void TestTrainPage::aRunIsDuplicatedAndRestarted()
{
    RunConfig config;
    config.alpha = 0.25;
    config.seed = 11;
    QDir().mkpath(settings_->runsFolder());
    QVERIFY(RunFolder::create(QDir(settings_->runsFolder()).filePath(QStringLiteral("first")).toStdString(), config));
    makePage();
    QTRY_COMPARE(find<QListView>("runs")->model()->rowCount(), 1);
    QTRY_VERIFY(action(QStringLiteral("Duplicate with changes"))->isEnabled());
    action(QStringLiteral("Duplicate with changes"))->trigger();
    QCOMPARE(find<QLineEdit>("alpha")->text(), QStringLiteral("0.25"));
    QCOMPARE(find<QLineEdit>("seed")->text(), QStringLiteral("11"));
    QCOMPARE(engine_->trained, 0);
    type("alpha", QStringLiteral("3"));
    action(QStringLiteral("Restart with the same first weights"))->trigger();
    QTRY_COMPARE(training_->state(), State::Finished);
    QCOMPARE(engine_->config.alpha, 0.25);
    QCOMPARE(engine_->config.seed, std::uint64_t(11));
    QVERIFY(engine_->run.filename() != std::filesystem::path("first"));
}

void TestTrainPage::severalAlphasAreAQueue()
{
    engine_->script.steps = 2;
    makePage();
    type("name", QStringLiteral("wall"));
    type("alpha", QStringLiteral("0.2, 0.5"));
    type("seed", QStringLiteral("1; 2"));
    auto* start = find<QPushButton>("start");
    QCOMPARE(start->text(), QStringLiteral("Start 4 run(s)"));
    for (const char* bad : {"0.2, 0.2", "0.2, -1", "0.2, much"}) {
        type("alpha", QString::fromLatin1(bad));
        QVERIFY2(!start->isEnabled(), bad);
        QVERIFY(find<QLabel>("alpha.reason")->isVisible());
    }
    type("alpha", QStringLiteral("0.2, 0.5"));
    QTest::mouseClick(start, Qt::LeftButton);
    QTRY_COMPARE(engine_->trained, 4);
    QTRY_COMPARE(training_->state(), State::Finished);
    QCOMPARE(engine_->run.filename(), std::filesystem::path("wall-alpha-0.5-seed-2"));
    QCOMPARE(engine_->config.seed, std::uint64_t(2));
    QVERIFY(!find<QWidget>("queuePanel")->isVisible());
}

void TestTrainPage::theQueueIsReordered()
{
    engine_->script.endless = true;
    makePage();
    type("name", QStringLiteral("run"));
    type("alpha", QStringLiteral("1, 2, 3, 4"));
    QTest::mouseClick(find<QPushButton>("start"), Qt::LeftButton);
    QTRY_COMPARE(training_->state(), State::Running);
    auto* list = find<QListView>("queue");
    QTRY_VERIFY(list->isVisible());
    const auto order = [this] {
        QStringList ends;
        for (const QString& name : queue_->names()) ends << name.section(u'-', -1);
        return ends.join(QString());
    };
    QCOMPARE(order(), QStringLiteral("234"));
    list->setFocus();
    list->setCurrentIndex(list->model()->index(2, 0));
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(order(), QStringLiteral("243"));
    QTest::keyClick(list, Qt::Key_Home, Qt::AltModifier);
    QCOMPARE(order(), QStringLiteral("423"));
    QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(order(), QStringLiteral("243"));
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(order(), QStringLiteral("23"));
    action(QStringLiteral("Hold the queue"))->trigger();
    QVERIFY(queue_->held());
    training_->stop();
    QTRY_COMPARE(training_->state(), State::Finished);
    action(QStringLiteral("Go on with the queue"))->trigger();
    QTRY_COMPARE(engine_->trained, 2);
    QCOMPARE(engine_->config.alpha, 2.0);
    QTRY_COMPARE(find<QLabel>("runName")->text(), QStringLiteral("run-alpha-2"));  // the view goes along
}

void TestTrainPage::aQueueOfEarlierWaits()
{
    queue_->setFolder(settings_->runsFolder());
    QTRY_VERIFY(queue_->loaded());
    queue_->setHeld(true);
    queue_->add({{QStringLiteral("left"), {}}});
    queue_->waitForDisk();
    queue_ = std::make_unique<RunQueue>(*training_);
    makePage();
    QTRY_VERIFY(find<QWidget>("queuePanel")->isVisible());
    QCOMPARE(engine_->trained, 0);
    QCOMPARE(find<QPushButton>("start")->text(), QStringLiteral("Add to the queue"));
    action(QStringLiteral("Go on with the queue"))->trigger();
    QTRY_COMPARE(engine_->trained, 1);
}

void TestTrainPage::runsOfOtherProgramsAreFollowed()
{
    makePage();
    QTRY_VERIFY(page_->findChild<EmptyState*>()->isVisible());
    QDir().mkpath(settings_->runsFolder());
    auto run = RunFolder::create(QDir(settings_->runsFolder()).filePath(QStringLiteral("theirs")).toStdString(), {});
    auto rows = MetricsCsvWriter::open(run->metricsFile());
    QVERIFY(rows->add(StepMetrics{1, 1, 3, 2, 1, 1, 0, 100}));
    QTRY_COMPARE(find<QLabel>("runName")->text(), QStringLiteral("theirs"));
    QTRY_COMPARE(pointsOf("curves/total").size(), 1);
    QCOMPARE(find<QLabel>("runState")->text(), QStringLiteral("Running"));
    for (int step = 2; step <= 50; ++step) QVERIFY(rows->add(StepMetrics{step, 1, 3, 2, 1, 1, 0, 100}));
    QTRY_COMPARE(pointsOf("curves/total").size(), 50);
    QVERIFY(!find<QWidget>("controls")->isVisible());
}

void TestTrainPage::whatARunCostsIsMeasured()
{
    engine_->benchmark = TrainBenchmark{};
    engine_->benchmark->samplesPerSecond = 128;
    engine_->benchmark->residentBytes = 600'000'000;
    engine_->benchmark->checkpointBytes = 250'000'000;
    makePage();
    find<QAction>("quick")->trigger();
    auto* estimate = find<QLabel>("estimate");
    QCOMPARE(estimate->text(), QStringLiteral("300 steps"));
    QTest::mouseClick(find<QToolButton>("measure"), Qt::LeftButton);
    QTRY_COMPARE(estimate->text(), QStringLiteral("300 steps: about 5 min, 850.0 MB memory, 250.0 MB disk (measured on this machine)"));
}

void TestTrainPage::whatARunCostsIsKnownUnasked()
{
    engine_->benchmark = TrainBenchmark{};
    engine_->benchmark->samplesPerSecond = 128;
    makePage();
    find<QAction>("quick")->trigger();
    QTRY_VERIFY(find<QLabel>("estimate")->text().contains(QStringLiteral("about 5 min")));
    QCOMPARE(engine_->measured, 1);
    type("epochs", QStringLiteral("1"));
    type("maxSteps", QStringLiteral("600"));
    QVERIFY(find<QLabel>("estimate")->text().contains(QStringLiteral("about 10 min")));
}

void TestTrainPage::aRunThatDivergedGoesOnSlower()
{
    makeRun(QStringLiteral("wild"), 3);
    const auto folder = std::filesystem::path(QDir(settings_->runsFolder()).filePath(QStringLiteral("wild")).toStdString());
    QVERIFY(RunFolder::openForWriting(folder)->setDiverged("The loss is not a number.").ok());
    const std::string header = "{\"progress\": {\"epoch\": 3, \"step\": 30}, \"extra\": {\"evaluated_step\": 30}}";
    QVERIFY(writeSafetensors(*RunFolder::openForReading(folder)->latest(), {}, {{"sonoglyph", header}}).ok());
    RunChanges changes;
    changes.add({7, RunChange::Field::LearningRate, 0.25});
    changes.add({35, RunChange::Field::LearningRate, 0.75});  // after the checkpoint: it led there
    QVERIFY(changes.write(folder / "changes.csv").ok());
    makePage();
    QTRY_VERIFY(page_->findChild<RunView*>()->banner().isVisible());
    const QString text = page_->findChild<RunView*>()->banner().text();
    QVERIFY2(text.contains(QLocale().toString(0.125)) && text.contains(QLocale().toString(0.25)), qPrintable(text));
    action(QStringLiteral("Resume at half the rate"))->trigger();
    QTRY_COMPARE(engine_->resumed, 1);
    const auto after = RunChanges::read(folder / "changes.csv");
    QCOMPARE(after->rows().size(), std::size_t(2));
    QCOMPARE(after->rows().size(), std::size_t(2));
    QCOMPARE(after->rows().back().value, 0.125);
    QCOMPARE(after->rows().back().step, 31);
    QCOMPARE(after->rows().back().step, 31);
}

void TestTrainPage::aRunBesideIsStoppedFromItsView()
{
    QFile program(folder_->filePath(QStringLiteral("cli")));
    QVERIFY(program.open(QIODevice::WriteOnly) && program.write("#!/bin/sh\nexec sleep 600\n") > 0);
    program.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    program.close();
    queue_ = std::make_unique<RunQueue>(*training_, 2, folder_->filePath(QStringLiteral("cli")).toStdString());
    engine_->script.endless = true;
    makePage();
    auto* spin = find<QSpinBox>("sideBySide");
    QCOMPARE(spin->maximum(), 2);
    spin->setValue(2);
    type("alpha", QStringLiteral("0.2, 0.5, 1"));
    action(QStringLiteral("Start 3 run(s)"))->trigger();
    QTRY_COMPARE(queue_->beside().count(), 1);
    QCOMPARE(queue_->rowCount(), 1);
    auto* list = find<QListView>("runs");
    QTRY_VERIFY(list->model()->rowCount() >= 1);
    QAction* stop = action(QStringLiteral("Stop this run"));
    QVERIFY(!stop->isVisible());
    // Its folder is there as soon as it trains.
    const auto row = [&] {
        for (int i = 0; i < list->model()->rowCount(); ++i)
            if (list->model()->index(i, 0).data().toString().contains(QStringLiteral("alpha-0.5"))) return i;
        return -1;
    };
    QTRY_VERIFY(row() >= 0);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(row(), 0)).center());
    QVERIFY(stop->isVisible() && stop->isEnabled());
    stop->trigger();
    QVERIFY(!stop->isEnabled());
    QTRY_COMPARE(queue_->beside().count(), 0);
    QVERIFY(!stop->isVisible());
    QVERIFY(queue_->held());
    page_.reset();
    makePage();
    QCOMPARE(find<QSpinBox>("sideBySide")->value(), 2);
}

void TestTrainPage::theCoachKnowsWhatWasSaidOfARunOnDisk()
{
    makeRun(QStringLiteral("collapsed"), 3);
    const auto folder = std::filesystem::path(QDir(settings_->runsFolder()).filePath(QStringLiteral("collapsed")).toStdString());
    QVERIFY(appendRunNotice(folder / "notices.jsonl",
                            {TrainNotice::Severity::Problem, 25, {"Since step %1 the posterior has collapsed.", {"20"}}})
                .ok());
    makePage();
    QTRY_VERIFY(find<CoachLine>("coach")->word().sentence.contains(QStringLiteral("collapsed")));
    QCOMPARE(find<CoachLine>("coach")->word().at, 20);
}

void TestTrainPage::aFigureBringsTheViewBack()
{
    makeRun(QStringLiteral("first"), 10);
    makeRun(QStringLiteral("second"), 10);
    makePage();
    const QString first = QDir(settings_->runsFolder()).filePath(QStringLiteral("first"));
    QVERIFY(page_->openFiles({first}));
    QTRY_COMPARE(find<QLabel>("runName")->text(), QStringLiteral("first"));
    QTRY_COMPARE(pointsOf("curves/total").size(), 10);
    RunView* view = page_->findChild<RunView*>();
    CurveToolbar& bar = view->charts().toolbar();
    bar.setShown(QStringLiteral("kl"), false);
    bar.setShown(QStringLiteral("accuracy"), true);
    bar.findChild<Segments*>(QStringLiteral("curveAxis"))->setCurrent(1);
    bar.findChild<QSlider*>(QStringLiteral("smoothing"))->setValue(4);
    bar.setLogarithmic(Qt::Vertical, true);
    bar.setComparing(true);
    QTRY_VERIFY(view->findChild<RunPicker*>()->findChild<QListView*>()->model()->rowCount() == 1);
    auto* beside = view->findChild<RunPicker*>()->findChild<QListView*>()->model();
    QVERIFY(beside->setData(beside->index(0, 0), Qt::Checked, Qt::CheckStateRole));
    view->charts().setView(CurveRange{2, 5});
    view->epochs().choose(4);
    const QJsonObject state = page_->figureState();
    QVERIFY(test::holdsNoPath(state));
    QCOMPARE(state[QStringLiteral("view")][QLatin1String("range")].toArray(), (QJsonArray{2.0, 5.0}));
    QCOMPARE(state[QStringLiteral("view")][QLatin1String("beside")].toArray(), QJsonArray{QStringLiteral("run:second")});

    bar.setShown(QStringLiteral("kl"), true);
    bar.setShown(QStringLiteral("accuracy"), false);
    bar.findChild<Segments*>(QStringLiteral("curveAxis"))->setCurrent(2);
    bar.findChild<QSlider*>(QStringLiteral("smoothing"))->setValue(0);
    bar.setLogarithmic(Qt::Vertical, false);
    bar.setLogarithmic(Qt::Horizontal, true);
    bar.setComparing(false);
    QVERIFY(page_->openFiles({QDir(settings_->runsFolder()).filePath(QStringLiteral("second"))}));
    QTRY_COMPARE(find<QLabel>("runName")->text(), QStringLiteral("second"));
    QTRY_COMPARE(pointsOf("curves/total").size(), 10);
    QVERIFY(page_->figureState() != state);
    QCOMPARE(page_->restoreFigure(state), QString());
    QTRY_COMPARE(page_->figureState(), state);
    QTRY_COMPARE(view->charts().view(), std::optional(CurveRange{2, 5}));
    QCOMPARE(view->epochs().chosen(), 4);
    // Of the run that is shown already it comes back at once.
    view->charts().setView({});
    view->epochs().choose(0);
    QCOMPARE(page_->restoreFigure(state), QString());
    QCOMPARE(page_->figureState(), state);
}

void TestTrainPage::aFigureOfARunThatIsGoneBringsTheRestBack()
{
    makeRun(QStringLiteral("first"), 3);
    makePage();
    QVERIFY(page_->openFiles({QDir(settings_->runsFolder()).filePath(QStringLiteral("first"))}));
    QTRY_COMPARE(pointsOf("curves/total").size(), 3);
    const QJsonObject view{{QStringLiteral("axis"), 2}, {QStringLiteral("beside"), QJsonArray{QStringLiteral("run:other")}}};
    const QString missing = page_->restoreFigure({{QStringLiteral("run"), QStringLiteral("run:gone")}, {QStringLiteral("view"), view}});
    QCOMPARE(missing.count(u'\n'), 1);
    QVERIFY(missing.contains(QStringLiteral("gone")) && missing.contains(QStringLiteral("other")));
    QCOMPARE(page_->findChild<Segments*>(QStringLiteral("curveAxis"))->current(), 2);
    QCOMPARE(find<QLabel>("runName")->text(), QStringLiteral("first"));
}

void TestTrainPage::aFigureOfARunThatIsGoneComesBackWhereNoneIsShown()
{
    makePage();
    const QJsonObject view{{QStringLiteral("axis"), 2}, {QStringLiteral("epoch"), 1}};
    const QString missing = page_->restoreFigure({{QStringLiteral("run"), QStringLiteral("run:gone")}, {QStringLiteral("view"), view}});
    QVERIFY(missing.contains(QStringLiteral("gone")));
    QCOMPARE(page_->findChild<Segments*>(QStringLiteral("curveAxis"))->current(), 2);
}

void TestTrainPage::damagedFigureStates_data()
{
    const QJsonObject view{{QStringLiteral("curves"), QJsonArray{QStringLiteral("total")}},
                           {QStringLiteral("axis"), 1},
                           {QStringLiteral("smoothing"), 30},
                           {QStringLiteral("logX"), true},
                           {QStringLiteral("range"), QJsonArray{1, 2}},
                           {QStringLiteral("epoch"), 2},
                           {QStringLiteral("beside"), QJsonArray{QStringLiteral("run:first")}}};
    test::addDamagedStates({{QStringLiteral("run"), QStringLiteral("run:first")}, {QStringLiteral("view"), view}});
}

void TestTrainPage::damagedFigureStates()
{
    QFETCH(QJsonObject, state);
    makeRun(QStringLiteral("first"), 3);
    makePage();
    QVERIFY(page_->openFiles({QDir(settings_->runsFolder()).filePath(QStringLiteral("first"))}));
    QTRY_COMPARE(pointsOf("curves/total").size(), 3);
    (void)page_->restoreFigure(state);
    QCOMPARE(page_->figureState()[QStringLiteral("run")].toString(), QStringLiteral("run:first"));
    const auto range = page_->findChild<RunView*>()->charts().view();
    QVERIFY(!range || range->low < range->high);
}

QTEST_MAIN(TestTrainPage)
#include "tst_train_page.moc"
