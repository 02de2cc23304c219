// The Evaluate page driven as a person does: models chosen, a cell opened, features zeroed, the paper's folder looked at.
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "tests/ui/logic/evaluating_engine.h"
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
        QTRY_COMPARE(table.rowCount(), 3);
        QTRY_VERIFY(cell(table, 2, 1).contains(u"is not there"_s));
        QCOMPARE(cell(table, 0, 2), u"100.0"_s);
        QCOMPARE(cell(table, 1, 2), u"50.0"_s);
        QCOMPARE(cell(table, 1, 8), u"−50.0"_s);
        QVERIFY(cell(table, 1, 1).contains(u"random"_s));
        QCOMPARE(cell(table, 0, 8), u"–"_s);
        // A score of voices that were learned is never alone.
        bool said = false;
        for (QLabel* label : page_->findChildren<QLabel*>()) said |= label->text().contains(u"nothing about a new voice"_s);
        QVERIFY(said);
        QVERIFY(shows(u"is measured by “Reproduce”"_s));
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

    void theRowChosenIsTheOneThatIsShown()
    {
        choose({"reads-20", "reads-10"});
        ModelsView* models = view<ModelsView>();
        QTRY_COMPARE(cell(models->table(), 1, 2), u"50.0"_s);
        models->setCurrent(1);
        show(1);
        QTRY_VERIFY(view<ConfusionPanel>()->matrix().isVisible());
        QVERIFY(view<ConfusionPanel>()->matrix().figureTitle().startsWith(u"reads-10"_s));
        show(3);
        QVERIFY(view<PicturesView>()->archetypes().isVisible());
        QCOMPARE(view<PicturesView>()->archetypes().rowCount(), 3);
        QCOMPARE(view<PicturesView>()->heldOut().columnCount(), 1);
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
        zeroing->measureAction()->trigger();
        QTRY_VERIFY(zeroing->chart().figure()->csv().count(u'\n') == 1 + 2 * 3 * 3);
        QCOMPARE(zeroing->chart().cursorAt(), 0);
        QCOMPARE(zeroing->images().rowCount(), 6);
        QTest::keyClick(&zeroing->chart(), Qt::Key_Right);
        QVERIFY(zeroing->chart().accessibleDescription().contains(u"50.0 %"_s));
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

    void wrongEpochsAreTold()
    {
        show(4);
        auto* paper = view<PaperView>();
        paper->findChild<QComboBox*>()->setEditText(u"many"_s);
        paper->commands().first()->trigger();
        QVERIFY(page_->findChild<Banner*>()->text().contains(u"many"_s));
        QVERIFY(!paper->job().running());
    }

    void whatWasReproducedIsShown()
    {
        const QString out = folder_->filePath(u"reproduction"_s);
        QDir().mkpath(out + u"/results"_s);
        QDir().mkpath(out + u"/pictures"_s);
        const std::filesystem::path folder = out.toStdString();
        RunResults run;
        run.name = "fsdd-aivae-seed-1";
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
        QTRY_VERIFY(shows(u"95.0 % with the official split, 75.0 % on average with a voice left out"_s));
        show(4);
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

    bool shows(const QString& text) const
    {
        for (const QLabel* label : page_->findChildren<QLabel*>())
            if (label->text().contains(text)) return true;
        return false;
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
