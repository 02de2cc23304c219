// The Evaluate page driven as a person does: models chosen, a cell opened, features zeroed, the paper's folder looked at.
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "core/train/run_folder.h"
#include "tests/ui/logic/evaluating_engine.h"
#include "tests/ui/pages/damaged_states.h"
#include "ui/logic/engine_loader.h"
#include "ui/logic/settings.h"
#include "ui/pages/choice_popup.h"
#include "ui/pages/evaluate/confusion_panel.h"
#include "ui/pages/evaluate/evaluate_page.h"
#include "ui/pages/evaluate/models_view.h"
#include "ui/pages/evaluate/paper_view.h"
#include "ui/pages/evaluate/pictures_view.h"
#include "ui/pages/evaluate/zeroing_view.h"
#include "ui/widgets/accuracy_chart.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/confusion_view.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/image_grid.h"
#include "ui/widgets/results_table.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/zeroing_chart.h"

using namespace sonoglyph;
using namespace Qt::StringLiterals;

class tst_EvaluatePage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        settings_ = std::make_unique<Settings>(folder_->filePath(u"settings.ini"_s));
        settings_->setRunsFolder(folder_->filePath(u"runs"_s));
        engine_ = std::make_unique<EvaluatingEngine>();
        loader_ = std::make_unique<EngineLoader>([this]() -> Result<Engine*> { return engine_.get(); });
        loader_->start();
        QTRY_VERIFY(loader_->engine());
        open();
    }

    void cleanup()
    {
        page_.reset();
        loader_.reset();
    }

    void emptyUntilModelsAreChosen()
    {
        auto* empty = page_->findChild<ModelsView*>()->findChild<EmptyState*>();
        QVERIFY(empty->isVisible());
        QTest::mouseClick(empty->findChild<QPushButton*>(), Qt::LeftButton);
        QTRY_VERIFY(popup().isVisible());
        QTRY_COMPARE(popup().list().model()->rowCount(), 3);
        popup().close();
    }

    void modelsStandInATableAndAChart()
    {
        choose({"reads-20", "reads-10", "reads-none"});
        ResultsTable& table = view<ModelsView>()->table();
        QTRY_COMPARE(table.rowCount(), 7);  // below two of them stand other splits
        QTRY_VERIFY(cell(table, 6, 1).contains(u"is not there"_s));
        QCOMPARE(cell(table, 0, 2), u"100.0"_s);
        QCOMPARE(cell(table, 3, 2), u"50.0"_s);
        QCOMPARE(cell(table, 3, 8), u"−50.0"_s);
        QVERIFY(cell(table, 3, 1).contains(u"random"_s));
        QCOMPARE(cell(table, 0, 8), u"–"_s);
        // A score of voices that were learned is never alone.
        bool said = false;
        for (QLabel* label : page_->findChildren<QLabel*>()) said |= label->text().contains(u"nothing about a new voice"_s);
        QVERIFY(said);
    }

    void whatOtherSplitsGaveIsMissedAloud()
    {
        choose({"reads-20", "reads-10-alpha-0.5"});
        ResultsTable& table = view<ModelsView>()->table();
        QTRY_COMPARE(table.rowCount(), 6);
        QCOMPARE(cell(table, 1, 0), u"official split"_s);
        QCOMPARE(cell(table, 2, 0), u"speakers left out"_s);
        for (const int row : {1, 2}) {
            QCOMPARE(cell(table, row, 1), u"not reproduced yet: Reproduce…"_s);
            QCOMPARE(cell(table, row, 2), u"–"_s);
            QVERIFY(table.item(row, 2)->toolTip().contains(u"Reproduce"_s));
        }
        // The chart alone, in a talk, warns too.
        QCOMPARE(view<ModelsView>()->chart().rows().size(), 6);
        QVERIFY(view<ModelsView>()->chart().readout(1).contains(u"reads-20 (fsdd), official split: not measured"_s));
        // Pressing it leads to where it is made: of AIVAE by a reproduction, of any other model by training it.
        QSignalSpy wanted(page_.get(), &Page::pageWanted);
        press(table, 4, 1);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), u"train"_s);
        QCOMPARE(cell(table, 4, 1), u"not trained yet: Train…"_s);
        table.selectRow(2);
        QTest::keyClick(&table, Qt::Key_Return);
        QVERIFY(view<PaperView>()->isVisible());
        QCOMPARE(wanted.size(), 1);
    }

    void otherSplitsThatWereEvaluatedStandBelow()
    {
        choose({"reads-20", "reads-18-official", "reads-10-speaker-theo", "reads-14-speaker-jackson", "reads-2-speaker-nicolas-alpha-0.5"});
        ResultsTable& table = view<ModelsView>()->table();
        QTRY_COMPARE(cell(table, 1, 2), u"90.0"_s);
        QCOMPARE(cell(table, 1, 1), u"reads-18-official"_s);
        QTRY_COMPARE(cell(table, 2, 2), u"60.0 ± 14.1"_s);
        QCOMPARE(cell(table, 2, 0), u"speakers left out, mean of 2 of 4"_s);
        QCOMPARE(cell(table, 2, 3), u"± over 2 speaker(s)"_s);
        // Voices of the official split were heard as well.
        QCOMPARE(cell(table, 3, 0), u"reads-18-official"_s);
        QCOMPARE(cell(table, 4, 0), u"speakers left out, mean of 2 of 4"_s);
        QCOMPARE(cell(table, 5, 0), u"reads-10-speaker-theo"_s);
        QCOMPARE(table.rowCount(), 8);
        const AccuracyRow& below = view<ModelsView>()->chart().rows()[2];
        QVERIFY(below.below);
        QCOMPARE(below.each, (QList<double>{0.7, 0.5}));
    }

    void exportsTellWhoseSplitItIs()
    {
        choose({"reads-20", "reads-18-official"});
        ResultsTable& table = view<ModelsView>()->table();
        QTRY_COMPARE(cell(table, 1, 2), u"90.0"_s);
        const std::string csv = toCsv(table.table());
        QVERIFY2(csv.find("\"reads-20, official split\",reads-18-official,90.0") != std::string::npos, csv.c_str());
        QVERIFY(toLatex(table.table()).find("\\quad official split & ") != std::string::npos);
        QVERIFY(toMarkdown(table.table()).find("| &emsp;official split | ") != std::string::npos);
    }

    void seedsAreOneRow()
    {
        choose({"reads-20", "reads-10-seed-1", "reads-14-seed-2-alpha-0.5", "reads-12-seed-2"});
        ModelsView* models = view<ModelsView>();
        ResultsTable& table = models->table();
        // A seed of the first one's settings joins it, wherever it stands in the list.
        QTRY_COMPARE(cell(table, 0, 0), u"reads-20, mean of 2 seed(s)"_s);
        QTRY_VERIFY(page_->models().models()[3].result);
        QCOMPARE(cell(table, 0, 2), u"80.0 ± 28.3"_s);
        QCOMPARE(cell(table, 0, 3), u"± over 2 seed(s)"_s);
        QCOMPARE(cell(table, 0, 4), u"100.0 ± 0.0"_s);
        QCOMPARE(cell(table, 1, 0), u"official split"_s);
        QCOMPARE(cell(table, 3, 0), u"reads-10-seed-1"_s);  // the same seed twice says nothing about chance
        QCOMPARE(table.rowCount(), 9);
        // No test of core is one of means over seeds: none is shown.
        for (int row = 0; row < table.rowCount(); ++row) QCOMPARE(cell(table, row, 9), u"–"_s);
        QVERIFY(table.item(0, 9)->toolTip().contains(u"other recordings"_s));
        QVERIFY(table.item(3, 9)->toolTip().contains(u"mean of several seeds"_s));
        const AccuracyRow mean = models->chart().rows()[0];
        QCOMPARE(mean.each, (QList<double>{1.0, 0.6}));
        QVERIFY(std::abs(mean.accuracy - 0.8) < 1e-9 && std::abs(mean.high - mean.low - 2 * 0.28284) < 1e-4);
        QVERIFY(models->chart().readout(0).contains(u"over 2 seed(s)"_s));

        table.selectRow(0);
        QTest::keyClick(&table, Qt::Key_Right);
        QCOMPARE(table.rowCount(), 11);
        QCOMPARE(cell(table, 1, 0), u"reads-20"_s);
        QCOMPARE(cell(table, 1, 1), u"seed 1"_s);
        QCOMPARE(cell(table, 2, 2), u"60.0"_s);
        QCOMPARE(models->chart().rows().size(), 9);
        QCOMPARE(table.currentRow(), 0);
        table.selectRow(2);
        QCOMPARE(models->current(), 3);
        QTest::keyClick(&table, Qt::Key_Left);  // of a row without any below nothing is folded
        QCOMPARE(table.rowCount(), 11);
        table.selectRow(0);
        QTest::keyClick(&table, Qt::Key_Left);
        QCOMPARE(table.rowCount(), 9);
        // One that is folded away is unfolded where it is asked for.
        models->setCurrent(3);
        QCOMPARE(models->current(), 3);
        QCOMPARE(table.rowCount(), 11);
    }

    void seedsOfALaterRowAreTestedOneByOne()
    {
        choose({"reads-20", "reads-10-alpha-0.5", "reads-12-seed-2-alpha-0.5"});
        ResultsTable& table = view<ModelsView>()->table();
        QTRY_COMPARE(cell(table, 3, 0), u"reads-10-alpha-0.5, mean of 2 seed(s)"_s);
        QCOMPARE(cell(table, 3, 8), u"–"_s);
        Q_EMIT table.foldWanted(3, true);
        QCOMPARE(cell(table, 4, 8), u"−50.0"_s);
        QCOMPARE(cell(table, 5, 8), u"−40.0"_s);
    }

    void theChartChoosesTheSameRow()
    {
        choose({"reads-none", "reads-20", "reads-10"});
        ModelsView* models = view<ModelsView>();
        QTRY_COMPARE(models->chart().rows().size(), 6);
        Q_EMIT models->chart().rowChosen(3);
        QCOMPARE(models->table().currentRow(), 4);
        QCOMPARE(models->current(), 2);
        Q_EMIT models->chart().rowChosen(4);  // another split of it
        QCOMPARE(models->table().currentRow(), 5);
        QCOMPARE(models->current(), 2);
    }

    void aCellShowsItsImages()
    {
        choose({"reads-10"});
        show(1);
        auto* panel = view<ConfusionPanel>();
        QTRY_VERIFY(panel->matrix().isVisible());
        // The first error is chosen by itself.
        QCOMPARE(panel->matrix().spoken(), 0);
        QCOMPARE(panel->matrix().read(), 1);
        QCOMPARE(panel->examples().columnCount(), 1);
        QTest::mouseClick(&panel->matrix(), Qt::LeftButton, {}, panel->matrix().cellRect(3, 3).center().toPoint());
        QCOMPARE(panel->examples().columnCount(), 1);
        QTest::mouseClick(&panel->matrix(), Qt::LeftButton, {}, panel->matrix().cellRect(3, 7).center().toPoint());
        QCOMPARE(panel->examples().columnCount(), 0);
        QCOMPARE(panel->labels().rowCount(), 10);
        QCOMPARE(cell(panel->labels(), 4, 2), u"50.0"_s);
        QCOMPARE(cell(panel->speakers(), 0, 0), u"theo"_s);
    }

    void aModelWithoutErrorsShowsWhatIsRight()
    {
        choose({"reads-20"});
        show(1);
        auto* panel = view<ConfusionPanel>();
        QTRY_VERIFY(panel->matrix().isVisible());
        QCOMPARE(panel->matrix().spoken(), 0);
        QCOMPARE(panel->matrix().read(), 0);
        QCOMPARE(panel->examples().columnCount(), 2);
    }

    void ofManyVoicesTheWorstComeFirst()
    {
        engine_->voices = 500;
        choose({"reads-10"});
        show(1);
        auto* panel = view<ConfusionPanel>();
        QTRY_VERIFY(panel->matrix().isVisible());
        QVERIFY(panel->speakers().rowCount() < 500);
        QCOMPARE(cell(panel->speakers(), 0, 2), u"0.0"_s);
        QCOMPARE(cell(panel->speakers(), 0, 0), u"20"_s);  // of several alike the first
        QVERIFY(panel->speakers().horizontalHeaderItem(0)->text().contains(u"500"_s));
    }

    void aClassifierDrawsNothing()
    {
        choose({"reads-20-heard"});
        QTRY_VERIFY(page_->models().models()[0].result);
        QCOMPARE(view<ModelsView>()->table().rowCount(), 1);
        show(3);
        const auto labels = view<PicturesView>()->findChildren<QLabel*>();
        QVERIFY(
            std::any_of(labels.begin(), labels.end(), [](QLabel* l) { return l->isVisible() && l->text().contains(u"draws nothing"_s); }));
        choose({"reads-10"});
        show(2);
        view<ZeroingView>()->measureAction()->trigger();
        QTRY_COMPARE(view<ZeroingView>()->measureAction()->text(), u"Measure"_s);
        QCOMPARE(engine_->zeroed.load(), 3);  // of the other one
    }

    void theRowChosenIsTheOneThatIsShown()
    {
        choose({"reads-20", "reads-10"});
        ModelsView* models = view<ModelsView>();
        QTRY_COMPARE(cell(models->table(), 3, 2), u"50.0"_s);
        models->setCurrent(1);
        show(1);
        QTRY_VERIFY(view<ConfusionPanel>()->matrix().isVisible());
        QVERIFY(view<ConfusionPanel>()->matrix().figureTitle().startsWith(u"reads-10"_s));
        show(3);
        QVERIFY(view<PicturesView>()->archetypes().isVisible());
        QCOMPARE(view<PicturesView>()->archetypes().rowCount(), 3);
        QCOMPARE(view<PicturesView>()->heldOut().columnCount(), 1);
    }

    void theChosenModelStaysWhenRowsCome()
    {
        engine_->held = true;
        choose({"reads-20", "reads-10"});
        ModelsView* models = view<ModelsView>();
        QCOMPARE(models->table().rowCount(), 2);
        models->setCurrent(1);
        engine_->held = false;
        QTRY_COMPARE(models->table().rowCount(), 6);
        QCOMPARE(models->current(), 1);
        QCOMPARE(models->table().currentRow(), 3);
        // Its name stands above where it alone is shown.
        const auto named = [this] {
            const auto labels = page_->findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(), [](QLabel* l) { return l->isVisible() && l->text() == u"reads-10"_s; });
        };
        for (const int view : {0, 1, 2, 3, 4}) {
            show(view);
            QCOMPARE(named(), view == 1 || view == 3);
        }
    }

    void aModelThatIsNotMeasuredSaysWhy()
    {
        choose({"reads-none"});
        show(1);
        auto* empty = view<ConfusionPanel>()->findChild<EmptyState*>();
        QTRY_VERIFY(empty->findChildren<QLabel*>().size() >= 1);
        QTRY_VERIFY([&] {
            for (QLabel* label : empty->findChildren<QLabel*>())
                if (label->text().contains(u"is not there"_s)) return true;
            return false;
        }());
    }

    void featuresAreZeroed()
    {
        choose({"reads-20", "reads-10"});
        show(2);
        auto* zeroing = view<ZeroingView>();
        QStringList orders;
        for (const QCheckBox* box : zeroing->findChildren<QCheckBox*>()) orders << box->text();
        QCOMPARE(orders, (QStringList{u"at random"_s, u"least important first"_s, u"most important first"_s}));
        zeroing->measureAction()->trigger();
        QTRY_VERIFY(zeroing->chart().figure()->csv().count(u'\n') == 1 + 2 * 3 * 3);
        QCOMPARE(zeroing->chart().cursorAt(), 0);
        QCOMPARE(zeroing->images().rowCount(), 6);
        QTest::keyClick(&zeroing->chart(), Qt::Key_Right);
        QVERIFY(zeroing->chart().accessibleDescription().contains(u"50.0 %"_s));
        QCOMPARE(zeroing->chart().cursorAt(), 1);
        QCOMPARE(zeroing->images().grab().toImage().pixelColor(zeroing->images().cellRect(0, 0).center().toPoint()).value(), 40);
    }

    void whatIsZeroedIsKept()
    {
        choose({"reads-20"});
        show(2);
        auto* zeroing = view<ZeroingView>();
        auto* repeats = zeroing->findChild<QSpinBox*>();
        const auto measure = [&] {
            zeroing->measureAction()->trigger();
            QTRY_COMPARE(zeroing->measureAction()->text(), u"Measure"_s);
        };
        repeats->setValue(7);
        measure();
        QCOMPARE(engine_->zeroed.load(), 3);
        QCOMPARE(engine_->lastRepeats.load(), 7);
        QCOMPARE(engine_->otherRepeats.load(), 1);  // an order by importance is one
        choose({"reads-10"});
        measure();
        QCOMPARE(engine_->zeroed.load(), 6);  // those of the first were known
        repeats->setValue(8);
        measure();
        QCOMPARE(engine_->zeroed.load(), 12);
        settings_->setDataFolder(folder_->filePath(u"other data"_s));
        measure();
        QCOMPARE(engine_->zeroed.load(), 18);
        QVERIFY(engine_->evaluated >= 4);  // the models, too, are read on the other data
    }

    void theChoiceIsRemembered()
    {
        choose({"reads-20", "reads-10"});
        show(2);
        QTRY_VERIFY(page_->models().models()[1].result);
        page_->closeDown();
        open();
        QTRY_COMPARE(page_->models().models().size(), std::size_t(2));
        QCOMPARE(page_->models().models()[0].key, u"reads-20"_s);
        QVERIFY(view<ZeroingView>()->isVisible());
    }

    void aFigureBringsTheModelsBack()
    {
        choose({"reads-20", "reads-10", "reads-none"});
        QTRY_COMPARE(page_->models().models()[2].state, EvaluatedModel::State::Failed);
        view<ModelsView>()->setCurrent(1);
        show(3);
        const QJsonObject state = page_->figureState();
        QVERIFY(test::holdsNoPath(state));
        QCOMPARE(state[u"current"_s].toString(), u"reads-10"_s);
        choose({"reads-10", "reads-none"});  // taken away
        view<ModelsView>()->setCurrent(0);
        show(0);
        QCOMPARE(page_->restoreFigure(state), QString());
        QTRY_COMPARE(page_->figureState(), state);
        const QString missing = page_->restoreFigure(
            {{u"models"_s, QJsonArray{QJsonObject{{u"key"_s, u"reads-20"_s}}, QJsonObject{{u"key"_s, u"run:gone"_s}}}}});
        QVERIFY(missing.contains(u"gone"_s) && !missing.contains(u"reads"_s));
        QCOMPARE(page_->models().models().size(), std::size_t(3));
    }

    void unfoldedSeedsComeBack()
    {
        const QString runs = settings_->runsFolder();
        QDir().mkpath(runs);
        QStringList folders;
        for (const char* name : {"reads-20-seed-1", "reads-10-seed-2"}) {
            folders << runs + u'/' + QString::fromLatin1(name);
            QVERIFY(RunFolder::create(folders.back().toStdString(), {}));
        }
        for (const QString& folder : folders) Q_EMIT popup().chosen(folder);
        ResultsTable& table = view<ModelsView>()->table();
        QTRY_COMPARE(table.rowCount(), 3);
        Q_EMIT table.foldWanted(0, true);
        view<ModelsView>()->setCurrent(1);
        const QJsonObject state = page_->figureState();
        QVERIFY(test::holdsNoPath(state));
        Q_EMIT table.foldWanted(0, false);
        for (const QString& folder : folders) Q_EMIT popup().chosen(folder);
        QCOMPARE(table.rowCount(), 0);
        QCOMPARE(page_->restoreFigure(state), QString());
        QTRY_COMPARE(table.rowCount(), 5);
        QCOMPARE(page_->figureState(), state);
    }

    void damagedFigureStates_data()
    {
        test::addDamagedStates({{u"view"_s, 2},
                                {u"models"_s, QJsonArray{QJsonObject{{u"key"_s, u"reads-10"_s}}}},
                                {u"unfolded"_s, QJsonArray{u"reads-10"_s}},
                                {u"current"_s, u"reads-10"_s}});
    }

    void damagedFigureStates()
    {
        QFETCH(QJsonObject, state);
        choose({"reads-20"});
        (void)page_->restoreFigure(state);
        QTRY_VERIFY(page_->models().models()[0].result);
        QVERIFY(page_->models().models().size() <= 2);
    }

    void wrongEpochsAreTold()
    {
        show(4);
        auto* paper = view<PaperView>();
        paper->findChild<QComboBox*>()->setEditText(u"many"_s);
        paper->commands().first()->trigger();
        QVERIFY(page_->findChild<Banner*>()->text().contains(u"many"_s));
        QVERIFY(!paper->job().running());
    }

    void theEpochsAreRemembered()
    {
        show(4);
        auto* paper = view<PaperView>();
        paper->findChild<QComboBox*>()->setEditText(u"3,lenet=2"_s);
        paper->commands().first()->trigger();
        QTRY_VERIFY(!paper->job().running());
        open();
        QCOMPARE(view<PaperView>()->findChild<QComboBox*>()->currentText(), u"3,lenet=2"_s);
    }

    void whatWasReproducedIsShown()
    {
        const QString out = folder_->filePath(u"reproduction"_s);
        QDir().mkpath(out + u"/results"_s);
        QDir().mkpath(out + u"/pictures"_s);
        const std::filesystem::path folder = out.toStdString();
        RunResults run;
        run.name = "fsdd-aivae-seed-1";
        run.epoch = 3;
        run.evaluation = fakeEvaluation(19);
        Reproduction reproduction;
        reproduction.version = "1";
        reproduction.epochs = "1";
        reproduction.planned = {run.name, "fsdd-aivaegan-1-seed-1"};
        reproduction.data["fsdd"] = {2000, 4, 60000, 10000};
        QVERIFY(writeRunResults(folder, run).ok());
        for (const auto& [split, right] : {std::pair("official", 19), std::pair("speaker:theo", 10), std::pair("speaker:jackson", 20)}) {
            RunResults other = run;
            other.name = std::string("fsdd-aivae-") + std::to_string(right);
            if (other.name == "fsdd-aivae-19") other.name += "-official";
            other.config.data.split = split;
            other.evaluation = fakeEvaluation(right);
            reproduction.planned.push_back(other.name);
            QVERIFY(writeRunResults(folder, other).ok());
        }
        QVERIFY(writeReproduction(folder, reproduction).ok());
        settings_->setValue(u"evaluate/reproduction"_s, out);
        open();
        choose({"reads-20"});
        ResultsTable& models = view<ModelsView>()->table();
        QTRY_COMPARE(cell(models, 1, 2), u"95.0"_s);
        QCOMPARE(cell(models, 1, 0), u"official split"_s);
        QCOMPARE(cell(models, 1, 1), u"reproduced, 3 epoch(s)"_s);
        QCOMPARE(cell(models, 1, 3), u"76.4 – 99.1"_s);
        QCOMPARE(cell(models, 2, 0), u"speakers left out, mean of 2 of 4"_s);
        QCOMPARE(cell(models, 2, 2), u"75.0 ± 35.4"_s);
        QCOMPARE(cell(models, 2, 5), u"0.0315 ± 0.0000"_s);
        // What a person evaluates counts before what was reproduced, speaker by speaker.
        choose({"reads-16-official", "reads-18-speaker-theo"});
        QTRY_COMPARE(cell(models, 1, 2), u"80.0"_s);
        QCOMPARE(cell(models, 1, 1), u"reads-16-official"_s);
        QTRY_COMPARE(cell(models, 2, 2), u"95.0 ± 7.1"_s);
        QVERIFY(cell(models, 2, 1).contains(u"reads-18-speaker-theo"_s) && cell(models, 2, 1).contains(u"reproduced"_s));
        show(4);
        QCOMPARE(view<PaperView>()->findChild<AccuracyChart*>()->rows().size(), 1);  // other splits are no rows of the paper
        QTRY_VERIFY([&] {
            for (ResultsTable* table : view<PaperView>()->findChildren<ResultsTable*>())
                if (table->table().name == "table-4") return cell(*table, 0, 1) == u"95.0"_s && cell(*table, 0, 4) == u"94.2"_s;
            return false;
        }());
    }

    void everyControlHasAName()
    {
        for (int view = 0; view < 5; ++view) {
            show(view);
            for (const QWidget* control : page_->findChildren<QWidget*>()) {
                if (control->focusPolicy() == Qt::NoFocus || !control->isVisible() || control->objectName().startsWith(u"qt_"_s)) continue;
                const auto* button = qobject_cast<const QAbstractButton*>(control);
                QVERIFY2(!control->accessibleName().isEmpty() || (button && !button->text().isEmpty()), control->metaObject()->className());
            }
        }
    }

private:
    void open()
    {
        page_.reset();
        AppContext context;
        context.settings = settings_.get();
        context.engine = loader_.get();
        page_ = std::make_unique<EvaluatePage>(context);
        page_->resize(1000, 700);
        page_->show();
        QVERIFY(QTest::qWaitForWindowExposed(page_.get()));
    }

    ChoicePopup& popup() { return *page_->findChild<ChoicePopup*>(); }

    void choose(std::initializer_list<const char*> models)
    {
        for (const char* model : models) Q_EMIT popup().chosen(QString::fromLatin1(model));
    }

    static void press(ResultsTable& table, int row, int column)
    {
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualItemRect(table.item(row, column)).center());
    }

    void show(int index) { page_->findChild<Segments*>()->setCurrent(index); }

    template <class View>
    View* view()
    {
        return page_->findChild<View*>();
    }

    static QString cell(const ResultsTable& table, int row, int column)
    {
        const QTableWidgetItem* item = table.item(row, column);
        return item ? item->text() : QString();
    }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Settings> settings_;
    std::unique_ptr<EvaluatingEngine> engine_;
    std::unique_ptr<EngineLoader> loader_;
    std::unique_ptr<EvaluatePage> page_;
};

QTEST_MAIN(tst_EvaluatePage)
#include "tst_evaluate_page.moc"
