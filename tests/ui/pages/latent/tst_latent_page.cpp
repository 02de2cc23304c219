// The Latent page driven as a person does: sliders, zeroing, order, film strips, a morph, states.
#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "tests/ui/logic/fake_engine.h"
#include "tests/ui/pages/damaged_states.h"
#include "ui/logic/decoder_controller.h"
#include "ui/logic/settings.h"
#include "ui/logic/text.h"
#include "ui/pages/latent/arithmetic_view.h"
#include "ui/pages/latent/features_view.h"
#include "ui/pages/latent/latent_page.h"
#include "ui/pages/latent/map_view.h"
#include "ui/pages/latent/morph_view.h"
#include "ui/pages/latent/states_view.h"
#include "ui/pages/latent/traversals_view.h"
#include "ui/pages/latent/zero_bar.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/difference_view.h"
#include "ui/widgets/digit_view.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/film_view.h"
#include "ui/widgets/fine_slider.h"
#include "ui/widgets/latent_panel.h"
#include "ui/widgets/reading_bars.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/voice_map_view.h"
#include "ui/widgets/wipe_view.h"

using namespace sonoglyph;

class tst_LatentPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void emptyBeforeASound();
    void imageFollowsTheSlider();
    void zeroSwitch();
    void zeroesAtRandom();
    void theZeroSliderPlaysTheWholeWay();
    void zeroesByImportance();
    void meanOrSampleIsAChoice();
    void sortsByWhatTheFeaturesSayAndDo();
    void traversalsFollowTheSliders();
    void axesComeFromTheDataSet();
    void aMorphEndsAtItsEnds();
    void aMorphPlaysToAndFro();
    void aRecordingOfTheMapIsTheCode();
    void recordingsOfTheMapAreEndsOfAMorph();
    void thePlaceBetweenRecordingsIsDrawn();
    void theSameDigitByAnotherSpeaker();
    void surroundedRecordingsAreCountedAndAveraged();
    void theMapOfAnotherModelIsForgotten();
    void codesAreAddedAndTakenAway();
    void statesComeBack();
    void aStateBringsItsModel();
    void aFigureWaitsForItsModel();
    void damagedFigureStates_data();
    void damagedFigureStates();
    void aStateWhoseModelIsNotHereSaysWhich();
    void droppedStatesAreAdded();
    void twoStatesAreCompared();
    void resetAndUndo();
    void anotherSound();
    void anotherModel();
    void everyControlHasAName();

private:
    void hear(float digit = 7)
    {
        Drawing drawing = fakeDrawing({0.5f, digit, 1, -1});
        drawing.code = {drawing.z, std::vector<float>(4, 0.0f)};
        auto sound = std::make_shared<HeardSound>();
        sound->name = QStringLiteral("said.wav");
        decoder_->story().setSound(sound);
        decoder_->story().setDrawing(drawing);
    }
    template <class T>
    T* widget() const
    {
        return page_->findChild<T*>();
    }
    QAction* action(const QString& text) const
    {
        for (QAction* action : page_->commands())
            if (action->text() == text) return action;
        return nullptr;
    }

    Segments* segments(const char* word) const
    {
        for (auto* all : page_->findChildren<Segments*>())
            for (auto* button : all->findChildren<QToolButton*>())
                if (button->text() == QLatin1String(word)) return all;
        return nullptr;
    }
    void choose(const char* word)
    {
        for (auto* all : page_->findChildren<Segments*>())
            for (auto* button : all->findChildren<QToolButton*>())
                if (button->text() == QLatin1String(word)) return button->click();
        QFAIL(word);
    }
    QSlider* slider(const char* name) const
    {
        for (auto* slider : page_->findChildren<QSlider*>())
            if (slider->accessibleName() == QLatin1String(name)) return slider;
        return nullptr;
    }
    template <class View>
    FilmView* filmOf() const
    {
        return page_->findChild<View*>()->template findChild<FilmView*>();
    }
    QListView* list() const { return page_->findChild<QListView*>(QStringLiteral("states")); }

    QTemporaryDir folder_;
    FakeEngine engine_;
    std::unique_ptr<Settings> settings_;
    std::unique_ptr<DecoderController> decoder_;
    std::unique_ptr<LatentPage> page_;
};

void tst_LatentPage::init()
{
    page_.reset();
    settings_ = std::make_unique<Settings>(folder_.filePath(QString::fromLatin1(QTest::currentTestFunction())));
    decoder_ = std::make_unique<DecoderController>(nullptr, settings_.get());
    decoder_->useEngine(engine_);
    QTRY_COMPARE(decoder_->state(), DecoderController::State::Ready);
    AppContext context;
    context.settings = settings_.get();
    context.decoder = decoder_.get();
    page_ = std::make_unique<LatentPage>(context);
    page_->resize(930, 640);
    page_->show();
}

void tst_LatentPage::emptyBeforeASound()
{
    auto* empty = widget<EmptyState>();
    QVERIFY(empty->isVisible());
    QSignalSpy wanted(page_.get(), &Page::pageWanted);
    empty->findChild<QPushButton*>()->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toString(), QStringLiteral("listen"));
    hear();
    QVERIFY(!empty->isVisible());
    QVERIFY(widget<LatentPanel>()->isVisible());
}

void tst_LatentPage::imageFollowsTheSlider()
{
    hear();
    auto* panel = widget<LatentPanel>();
    QCOMPARE(panel->count(), 4);
    QCOMPARE(widget<ReadingBars>()->winner(), 7);
    panel->setCurrentDimension(1);
    // The range of the slider is that of the values: seven steps to the left of 7 is below 7.
    for (int i = 0; i < 30; ++i) QTest::keyClick(panel, Qt::Key_Left);
    QVERIFY(page_->controller().values()[1] < 7);
    QTRY_COMPARE(page_->controller().drawing()->z, page_->controller().z());
    QCOMPARE(widget<DigitView>()->image(), toQImage(page_->controller().drawing()->image));
    QCOMPARE(widget<ReadingBars>()->winner(), page_->controller().drawing()->reading.label());
}

void tst_LatentPage::zeroSwitch()
{
    hear();
    auto* panel = widget<LatentPanel>();
    panel->setCurrentDimension(1);
    QTest::keyClick(panel, Qt::Key_Z);
    QCOMPARE(page_->controller().zeroedCount(), 1);
    QTRY_COMPARE(widget<ReadingBars>()->winner(), 0);
    QTest::keyClick(panel, Qt::Key_Z);
    QTRY_COMPARE(widget<ReadingBars>()->winner(), 7);
}

void tst_LatentPage::zeroesAtRandom()
{
    hear();
    auto* seed = page_->findChild<ZeroBar*>()->findChild<QSpinBox*>();
    auto* count = slider("How many features are zero");
    count->setValue(2);
    QCOMPARE(page_->controller().zeroedCount(), 2);
    const auto first = page_->controller().zeroed();
    bool other = false;
    for (int i = 0; i < 20 && !other; ++i) {
        action(QStringLiteral("Redraw"))->trigger();
        QCOMPARE(page_->controller().zeroedCount(), 2);
        other = page_->controller().zeroed() != first;
    }
    QVERIFY(other);
    seed->setValue(1);
    QCOMPARE(page_->controller().zeroed(), first);
    // One more keeps those that were there.
    count->setValue(3);
    for (std::size_t i = 0; i < first.size(); ++i) QVERIFY(!first[i] || page_->controller().zeroed()[i]);
}

void tst_LatentPage::theZeroSliderPlaysTheWholeWay()
{
    hear();
    auto* count = slider("How many features are zero");
    QCOMPARE(count->maximum(), 4);
    count->setSliderDown(true);
    for (int k = 0; k <= 4; ++k) {
        count->setValue(k);
        QCOMPARE(page_->controller().zeroedCount(), k);
    }
    count->setSliderDown(false);
    action(QStringLiteral("Undo"))->trigger();  // all of it is one step
    QCOMPARE(page_->controller().zeroedCount(), 0);
    QCOMPARE(count->value(), 0);
}

void tst_LatentPage::zeroesByImportance()
{
    hear();
    // KL of the sound grows with the mean: 0.5, 7, 1, -1 (of two alike the first).
    choose("Most important");
    slider("How many features are zero")->setValue(2);
    QCOMPARE(page_->controller().zeroed(), (std::vector<bool>{false, true, true, false}));
    choose("Least important");
    QCOMPARE(page_->controller().zeroed(), (std::vector<bool>{true, false, true, false}));
}

void tst_LatentPage::meanOrSampleIsAChoice()
{
    hear();
    choose("Sample");
    QVERIFY(page_->controller().values() != page_->controller().mean());
    QVERIFY(page_->controller().placement().sampled);
    action(QStringLiteral("Undo"))->trigger();
    QCOMPARE(segments("Sample")->current(), 0);
    action(QStringLiteral("Redo"))->trigger();
    QCOMPARE(segments("Sample")->current(), 1);
    choose("Mean");
    QCOMPARE(page_->controller().values(), page_->controller().mean());
}

void tst_LatentPage::sortsByWhatTheFeaturesSayAndDo()
{
    hear();
    auto* order = page_->findChild<FeaturesView*>()->findChild<QComboBox*>();
    auto* panel = widget<LatentPanel>();
    const auto sorted = [&](const char* text) {
        order->setCurrentIndex(order->findText(QLatin1String(text)));
        return panel->order();
    };
    QCOMPARE(sorted("By mean"), (QVector<int>{1, 2, 3, 0}));
    QCOMPARE(sorted("By number"), (QVector<int>{0, 1, 2, 3}));
    // The fake model draws the first feature alone.
    QTRY_COMPARE(sorted("By effect on the image")[0], 0);
    sorted("By KL over the data set");
    // The map says 3, 1, 0.05, 0.
    choose("Most important");
    auto* count = slider("How many features are zero");
    QTRY_VERIFY((count->setValue(0), count->setValue(1), page_->controller().zeroed()[0]));  // and no longer by the sound's own KL
}

void tst_LatentPage::traversalsFollowTheSliders()
{
    hear();
    choose("Traversals");
    auto* film = filmOf<TraversalsView>();
    QTRY_COMPARE(film->rows().size(), 4);
    QCOMPARE(film->rows()[0].frames.size(), 9);
    QTRY_VERIFY(!film->rows()[0].waiting);
    const auto rowOf = [&](int feature) {
        for (int row = 0; row < film->rows().size(); ++row)
            if (film->rows()[row].title.endsWith(QString::number(feature))) return row;
        return -1;
    };
    // The second value is the digit: 7 - 3 to 7 + 3.
    QCOMPARE(film->rows()[rowOf(1)].frames[0].read, QStringLiteral("4"));
    QCOMPARE(film->rows()[rowOf(1)].frames[4].read, QStringLiteral("7"));
    QTRY_VERIFY(!film->rows()[rowOf(0)].effect.isNull());
    Q_EMIT film->chosen(rowOf(1), 0);
    QCOMPARE(page_->controller().values()[1], 4.0f);
    QTRY_COMPARE(film->rows()[rowOf(1)].frames[4].read, QStringLiteral("4"));
    action(QStringLiteral("Undo"))->trigger();
    QTRY_COMPARE(film->rows()[rowOf(1)].frames[4].read, QStringLiteral("7"));
    auto* which = page_->findChild<TraversalsView*>()->findChild<QLineEdit*>();
    which->setText(QStringLiteral("2, 99, 1"));
    QTRY_COMPARE(film->rows().size(), 2);
    QVERIFY(film->rows()[0].title.endsWith(u'2'));
}

void tst_LatentPage::axesComeFromTheDataSet()
{
    hear();
    choose("Traversals");
    choose("Principal axes");
    auto* film = filmOf<TraversalsView>();
    QTRY_COMPARE(film->rows().size(), 4);
    QVERIFY(film->rows()[0].title.endsWith(u'1'));
    QTRY_VERIFY(!film->rows()[1].frames.isEmpty() && film->rows()[1].frames[4].read == QStringLiteral("7"));
    decoder_->loadModel(QStringLiteral("wide"));  // its axes are not known
    QTRY_COMPARE(film->rows().size(), 0);
}

void tst_LatentPage::aMorphEndsAtItsEnds()
{
    hear();
    choose("Morph");
    auto* morph = page_->findChild<MorphView*>();
    morph->setEnd(0, {QStringLiteral("a"), {}, QStringLiteral("a"), {0.25f, 1, 0, 0}});
    morph->setEnd(1, {QStringLiteral("b"), {}, QStringLiteral("b"), {0.75f, 9, 0, 0}});
    auto* place = slider("Place between the two");
    for (const char* kind : {"Linear", "Spherical"}) {
        choose(kind);
        place->setValue(place->maximum());
        QCOMPARE(page_->controller().values(), (std::vector<float>{0.75f, 9, 0, 0}));
        place->setValue(0);
        QCOMPARE(page_->controller().values(), (std::vector<float>{0.25f, 1, 0, 0}));
    }
    choose("Linear");
    auto* film = filmOf<MorphView>();
    QTRY_VERIFY(!film->rows().isEmpty() && film->rows()[0].frames.size() == 11 && !film->rows()[0].waiting);
    QCOMPARE(film->rows()[0].frames[0].read, QStringLiteral("1"));
    QCOMPARE(film->rows()[0].frames[10].read, QStringLiteral("9"));
    Q_EMIT film->chosen(0, 5);
    QCOMPARE(page_->controller().values()[1], 5.0f);
    action(QStringLiteral("Swap the ends"))->trigger();
    place->setValue(0);
    QCOMPARE(page_->controller().values()[1], 9.0f);
}

void tst_LatentPage::aMorphPlaysToAndFro()
{
    hear();
    choose("Morph");
    auto* morph = page_->findChild<MorphView*>();
    morph->setEnd(0, {QStringLiteral("a"), {}, QStringLiteral("a"), {0.25f, 1, 0, 0}});
    morph->setEnd(1, {QStringLiteral("b"), {}, QStringLiteral("b"), {0.75f, 9, 0, 0}});
    auto* place = slider("Place between the two");
    place->setValue(place->maximum() - 2);
    QList<int> seen;
    connect(place, &QSlider::valueChanged, this, [&seen](int value) { seen << value; });
    action(QStringLiteral("Play the morph"))->trigger();
    const int last = place->maximum();
    QTRY_VERIFY(seen.size() >= 4);
    QCOMPARE(seen.mid(0, 4), (QList<int>{last - 1, last, last - 1, last - 2}));
    place->disconnect(this);
    choose("Features");  // out of sight it does not play
    const int there = place->value();
    QTest::qWait(0);
    QCOMPARE(place->value(), there);
    QVERIFY(!action(QStringLiteral("Play the morph"))->isChecked());
    choose("Morph");
    action(QStringLiteral("Play the morph"))->trigger();
    page_.reset();  // while it plays
}

void tst_LatentPage::aRecordingOfTheMapIsTheCode()
{
    hear();
    choose("Map");
    auto* map = widget<VoiceMapView>();
    QTRY_COMPARE(map->count(), 40);
    QSignalSpy status(page_.get(), &Page::statusChanged);
    Q_EMIT map->chosen(30);  // a seven by jackson
    QCOMPARE(page_->controller().mean(), (std::vector<float>{7, 2, -0.1f, 0}));
    QCOMPARE(page_->controller().placement().sound, QStringLiteral("7_jackson_1.wav"));
    QCOMPARE(page_->controller().deviation()[0], std::exp(-1.0f));
    QTRY_COMPARE(page_->controller().drawing()->z, page_->controller().mean());
    QTRY_COMPARE(page_->findChild<MapView*>()->findChildren<DigitView*>()[1]->image(), toQImage(fakeDrawing({7, 2, -0.1f, 0}).image));
    QTRY_VERIFY(!status.isEmpty() &&
                status.last()[0].toString().contains(QStringLiteral("7_jackson_1.wav")));  // it is not there to be played
    action(QStringLiteral("Undo"))->trigger();
    QCOMPARE(page_->controller().mean()[1], 7.0f);
}

void tst_LatentPage::recordingsOfTheMapAreEndsOfAMorph()
{
    hear();
    choose("Map");
    auto* map = widget<VoiceMapView>();
    QTRY_COMPARE(map->count(), 40);
    QVERIFY(!action(QStringLiteral("Morph from here"))->isEnabled());
    Q_EMIT map->chosen(4);  // a one
    action(QStringLiteral("Morph from here"))->trigger();
    Q_EMIT map->chosen(36);  // a nine
    action(QStringLiteral("Morph to here"))->trigger();
    choose("Morph");
    auto* place = slider("Place between the two");
    place->setValue(place->maximum());
    QCOMPARE(page_->controller().values()[0], 9.0f);
    place->setValue(0);
    QCOMPARE(page_->controller().values()[0], 1.0f);
}

void tst_LatentPage::thePlaceBetweenRecordingsIsDrawn()
{
    hear();
    choose("Map");
    auto* map = widget<VoiceMapView>();
    QTRY_COMPARE(map->count(), 40);
    Q_EMIT map->groundChosen({1.5, 2});  // from the middle of all, {4.5, 1.5, 0, 0}
    QCOMPARE(page_->controller().values(), (std::vector<float>{6, 3.5f, 0, 0}));
    QTRY_COMPARE(page_->controller().drawing()->reading.label(), 3);
    QVERIFY(action(QStringLiteral("Undo"))->isEnabled());
}

void tst_LatentPage::theSameDigitByAnotherSpeaker()
{
    hear();
    choose("Map");
    auto* map = widget<VoiceMapView>();
    QTRY_COMPARE(map->count(), 40);
    Q_EMIT map->chosen(30);
    auto* speaker = page_->findChild<MapView*>()->findChild<QComboBox*>();
    QCOMPARE(speaker->count(), 3);
    speaker->setCurrentIndex(speaker->findText(QStringLiteral("theo")));
    // Jackson's mean is {4.5, 1, -0.1, 0}, theo's {4.5, 2, 0.1, 0}.
    const std::vector<float> expected{7, 3, 0.1f, 0};
    for (std::size_t i = 0; i < 4; ++i) QVERIFY(std::abs(page_->controller().values()[i] - expected[i]) < 1e-5f);
    QCOMPARE(speaker->currentIndex(), 0);
}

void tst_LatentPage::surroundedRecordingsAreCountedAndAveraged()
{
    hear();
    choose("Map");
    auto* map = widget<VoiceMapView>();
    QTRY_COMPARE(map->count(), 40);
    QVERIFY(!action(QStringLiteral("Mean of the surrounded"))->isEnabled());
    map->setSelection({8, 9, 36});  // two twos, of which one is read as a three, and a nine
    bool told = false;
    for (const auto* label : page_->findChild<MapView*>()->findChildren<QLabel*>())
        told = told || (label->text().startsWith(QStringLiteral("3 surrounded, by 2 speakers, 66")) &&
                        label->text().endsWith(QStringLiteral("2: 2, 9: 1")));
    QVERIFY(told);
    action(QStringLiteral("Mean of the surrounded"))->trigger();
    QVERIFY(std::abs(page_->controller().values()[0] - 13.0f / 3) < 1e-5f);
}

void tst_LatentPage::theMapOfAnotherModelIsForgotten()
{
    hear();
    choose("Map");
    auto* map = widget<VoiceMapView>();
    QTRY_COMPARE(map->count(), 40);
    decoder_->loadModel(QStringLiteral("wide"));
    QTRY_COMPARE(map->count(), 0);
}

void tst_LatentPage::codesAreAddedAndTakenAway()
{
    hear();
    choose("Arithmetic");
    auto* view = page_->findChild<ArithmeticView*>();
    auto* film = view->findChild<FilmView*>();
    QVERIFY(!action(QStringLiteral("Other noise for the result"))->isEnabled());
    view->setTerm(0, {QStringLiteral("a"), {}, QStringLiteral("a"), {0.75f, 9, 1, 0}});
    view->setTerm(1, {QStringLiteral("b"), {}, QStringLiteral("b"), {0.5f, 6, 1, 0}});
    QCOMPARE(page_->controller().values()[1], 7.0f);  // a term is missing
    view->setTerm(2, {QStringLiteral("c"), {}, QStringLiteral("c"), {0.25f, 1, 2, 0}});
    const std::vector<float> sum{0.5f, 4, 2, 0};
    QCOMPARE(page_->controller().values(), sum);
    QTRY_VERIFY(!film->rows().isEmpty() && film->rows()[0].frames.size() == 4 && !film->rows()[0].waiting);
    QCOMPARE(film->rows()[0].frames[3].read, QStringLiteral("4"));
    auto* dial = view->findChild<FineSlider*>();
    dial->setValue(1);
    const std::vector<float> noisy = page_->controller().values();
    QVERIFY(noisy != sum);
    dial->setValue(2);
    for (std::size_t i = 0; i < 4; ++i) QVERIFY(std::abs((page_->controller().values()[i] - sum[i]) - 2 * (noisy[i] - sum[i])) < 1e-4f);
    action(QStringLiteral("Other noise for the result"))->trigger();
    dial->setValue(1);
    QVERIFY(page_->controller().values() != noisy);
    dial->setValue(0);
    QCOMPARE(page_->controller().values(), sum);
    action(QStringLiteral("Undo"))->trigger();
    QVERIFY(page_->controller().values() != sum);
}

void tst_LatentPage::statesComeBack()
{
    hear();
    choose("States");
    slider("How many features are zero")->setValue(2);
    const LatentPlacement kept = page_->controller().placement();
    QTRY_COMPARE(page_->controller().drawing()->z, page_->controller().z());
    action(QStringLiteral("Keep this state"))->trigger();
    QCOMPARE(list()->model()->rowCount(), 1);
    hear(3);
    QVERIFY(page_->controller().placement() != kept);
    Q_EMIT list()->doubleClicked(list()->model()->index(0, 0));
    QVERIFY(page_->controller().placement() == kept);
    // Nobody has heard that sound now: its untouched image is drawn from its code.
    QTRY_COMPARE(page_->findChildren<DigitView*>()[1]->image(), toQImage(fakeDrawing(kept.mean).image));
    action(QStringLiteral("Undo"))->trigger();
    QCOMPARE(page_->controller().mean()[1], 3.0f);
}

void tst_LatentPage::aStateBringsItsModel()
{
    hear();
    action(QStringLiteral("Keep this state"))->trigger();
    LatentState state = page_->states().state(0);
    decoder_->loadModel(QStringLiteral("wide"));
    QTRY_COMPARE(decoder_->model()->name, std::string("wide"));
    QTRY_VERIFY(!page_->controller().hasCode());
    hear(2);
    Q_EMIT list()->doubleClicked(list()->model()->index(0, 0));
    QTRY_COMPARE(decoder_->model()->name, state.model.name);
    QVERIFY(!page_->controller().hasCode());
    hear(2);  // the present sound by the model that has come
    QVERIFY(page_->controller().placement() == state.placement);
}

void tst_LatentPage::aFigureWaitsForItsModel()
{
    hear();
    const QJsonObject state = page_->figureState();
    QVERIFY(test::holdsNoPath(state));
    const LatentPlacement placement = page_->controller().placement();
    const QString model = QString::fromStdString(decoder_->model()->name);
    decoder_->loadModel(QStringLiteral("wide"));
    QTRY_COMPARE(decoder_->model()->name, std::string("wide"));
    hear(2);
    QCOMPARE(page_->restoreFigure(state), QString());
    QVERIFY(page_->controller().placement() != placement);
    decoder_->loadModel(model);  // as the window does once it has found it
    QTRY_COMPARE(QString::fromStdString(decoder_->model()->name), model);
    hear(2);
    QVERIFY(page_->controller().placement() == placement);
}

void tst_LatentPage::damagedFigureStates_data()
{
    test::addDamagedStates({{QStringLiteral("view"), 1}, {QStringLiteral("features"), QStringLiteral("{\"format\":1,\"mean\":[1]}")}});
}

void tst_LatentPage::damagedFigureStates()
{
    QFETCH(QJsonObject, state);
    hear();
    const LatentPlacement placement = page_->controller().placement();
    (void)page_->restoreFigure(state);
    QVERIFY(page_->controller().placement() == placement);
}

void tst_LatentPage::aStateWhoseModelIsNotHereSaysWhich()
{
    hear();
    action(QStringLiteral("Keep this state"))->trigger();
    LatentState state = page_->states().state(0);
    state.name = QStringLiteral("from afar");
    state.model.name = "somebody's run";
    state.modelFile = QStringLiteral("/nowhere/run.safetensors");
    page_->states().add(state);
    const LatentPlacement before = page_->controller().placement();
    Q_EMIT list()->doubleClicked(list()->model()->index(0, 0));
    QVERIFY(widget<Banner>()->isVisible());
    QVERIFY(widget<Banner>()->text().contains(QStringLiteral("somebody's run")));
    QVERIFY(page_->controller().placement() == before);
}

void tst_LatentPage::droppedStatesAreAdded()
{
    hear();
    slider("How many features are zero")->setValue(3);
    action(QStringLiteral("Keep this state"))->trigger();
    const LatentPlacement kept = page_->controller().placement();
    QSignalSpy copied(&page_->states(), &LatentStates::copied);
    page_->states().saveInto({0}, folder_.path());
    QTRY_COMPARE(copied.size(), 1);
    page_->states().remove({0});
    hear(2);
    QVERIFY(page_->openFiles(copied[0][0].toStringList()));
    QTRY_COMPARE(page_->states().rowCount(), 1);
    QVERIFY(page_->controller().placement() == kept);
    QFile damaged(folder_.filePath(QStringLiteral("damaged.sonoglyph")));
    QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("{") == 1);
    damaged.close();
    QVERIFY(page_->openFiles({damaged.fileName()}));
    QTRY_VERIFY(widget<Banner>()->isVisible());
    QVERIFY(widget<Banner>()->text().contains(QStringLiteral("damaged.sonoglyph")));
    QVERIFY(!page_->openFiles({folder_.filePath(QStringLiteral("sound.wav"))}));
}

void tst_LatentPage::twoStatesAreCompared()
{
    hear();
    choose("States");
    action(QStringLiteral("Keep this state"))->trigger();
    slider("How many features are zero")->setValue(2);
    QTRY_COMPARE(page_->controller().drawing()->z, page_->controller().z());
    action(QStringLiteral("Keep this state"))->trigger();
    list()->selectAll();
    QVERIFY(widget<WipeView>()->isVisible());
    QVERIFY(!widget<DifferenceView>()->empty());
    bool told = false;
    for (const auto* label : page_->findChild<StatesView*>()->findChildren<QLabel*>())
        told = told || label->text().startsWith(QStringLiteral("2 features stand elsewhere"));
    QVERIFY(told);
    action(QStringLiteral("Delete states"))->trigger();
    QCOMPARE(page_->states().rowCount(), 0);
    Q_EMIT page_->findChild<Toast*>()->actionTriggered();
    QCOMPARE(page_->states().rowCount(), 2);
}

void tst_LatentPage::resetAndUndo()
{
    hear();
    QAction* reset = action(QStringLiteral("Reset"));
    QAction* undo = action(QStringLiteral("Undo"));
    QVERIFY(!reset->isEnabled());
    QVERIFY(!undo->isEnabled());
    auto* panel = widget<LatentPanel>();
    QTest::keyClick(panel, Qt::Key_Right);
    QVERIFY(undo->isEnabled());
    const float moved = page_->controller().values()[0];
    reset->trigger();
    QVERIFY(page_->controller().untouched());
    QCOMPARE(float(panel->value(0)), 0.5f);
    undo->trigger();
    QCOMPARE(float(panel->value(0)), moved);
    action(QStringLiteral("Redo"))->trigger();
    QCOMPARE(float(panel->value(0)), 0.5f);
}

void tst_LatentPage::anotherSound()
{
    hear();
    slider("How many features are zero")->setValue(2);
    hear(3);
    QCOMPARE(page_->controller().zeroedCount(), 0);
    QCOMPARE(slider("How many features are zero")->value(), 0);
    QCOMPARE(widget<ReadingBars>()->winner(), 3);
}

void tst_LatentPage::anotherModel()
{
    hear();
    decoder_->loadModel(QStringLiteral("wide"));
    QTRY_COMPARE(widget<LatentPanel>()->count(), 0);
    QVERIFY(!widget<EmptyState>()->isVisible());
    QVERIFY(!action(QStringLiteral("Sample z"))->isEnabled());
    hear(5);
    QCOMPARE(widget<LatentPanel>()->count(), 4);
}

void tst_LatentPage::everyControlHasAName()
{
    hear();
    for (const QWidget* control : page_->findChildren<QWidget*>()) {
        if (control->focusPolicy() == Qt::NoFocus || !control->isVisible() || control->objectName().startsWith(QLatin1String("qt_")))
            continue;
        const auto* button = qobject_cast<const QAbstractButton*>(control);
        QVERIFY2(!control->accessibleName().isEmpty() || (button && !button->text().isEmpty()), control->metaObject()->className());
    }
}

QTEST_MAIN(tst_LatentPage)
#include "tst_latent_page.moc"
