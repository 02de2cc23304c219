// One word through all models: built-in and chosen ones, remembered, only while somebody looks, newest word wins.
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/logic/fake_engine.h"
#include "ui/logic/decoder_controller.h"
#include "ui/logic/model_catalog.h"
#include "ui/logic/settings.h"
#include "ui/logic/word_across_models.h"

using namespace sonoglyph;

class tst_WordAcrossModels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        settings_ = std::make_unique<Settings>(folder_.filePath(QString::fromLatin1(QTest::currentTestFunction())));
        decoder_ = std::make_unique<DecoderController>(nullptr, settings_.get());
        decoder_->useEngine(engine_);
        QTRY_COMPARE(decoder_->state(), DecoderController::State::Ready);
        catalog_ = std::make_unique<ModelCatalog>();
        engine_.opened = 0;
    }

    void everyModelDraws()
    {
        WordAcrossModels word(*decoder_, *catalog_, settings_.get());
        word.setChosen(QStringLiteral("/runs/first/checkpoints/epoch-0007.safetensors"), true);
        word.setChosen(QStringLiteral("broken"), true);
        QCOMPARE(titles(word), (QStringList{QStringLiteral("aivae-fsdd"), QStringLiteral("wide"), QStringLiteral("first, epoch 7"),
                                            QStringLiteral("broken")}));
        hear(1);
        QCOMPARE(engine_.opened.load(), 0);
        word.setWatched(true);
        QTRY_VERIFY(word.cells()[2].drawing.has_value());
        QTRY_VERIFY(word.cells()[3].trouble.startsWith(QStringLiteral("broken is damaged")));
        QVERIFY(!word.cells()[3].drawing);
        QCOMPARE(word.cells()[0].drawing->reading.label(), 7);
        // The padded input of "wide" is darker.
        QVERIFY(word.cells()[1].drawing->z[0] < word.cells()[0].drawing->z[0]);
    }

    void anotherWordIsDrawnAgainTheSameIsNot()
    {
        WordAcrossModels word(*decoder_, *catalog_, settings_.get());
        word.setWatched(true);
        hear(1);
        QTRY_VERIFY(word.cells()[1].drawing.has_value());
        QSignalSpy changed(&word, &WordAcrossModels::cellsChanged);
        hear(1);  // another model has it transformed again
        QCOMPARE(changed.size(), 0);
        hear(2);
        QVERIFY(!word.cells()[1].drawing);
        QTRY_VERIFY(word.cells()[1].drawing.has_value());
        QCOMPARE(engine_.opened.load(), 2);
    }

    void theChoiceIsRemembered()
    {
        {
            WordAcrossModels word(*decoder_, *catalog_, settings_.get());
            word.setChosen(QStringLiteral("/a.safetensors"), true);
            word.setChosen(QStringLiteral("/b.safetensors"), true);
            word.setChosen(QStringLiteral("/a.safetensors"), false);
        }
        WordAcrossModels word(*decoder_, *catalog_, settings_.get());
        QCOMPARE(word.chosen(), QStringList{QStringLiteral("/b.safetensors")});
        QCOMPARE(titles(word).last(), QStringLiteral("b.safetensors"));
    }

    void newWeightsAreReadAgain()
    {
        WordAcrossModels word(*decoder_, *catalog_, settings_.get());
        word.setChosen(QStringLiteral("/runs/live"), true);
        word.setWatched(true);
        hear(1);
        QTRY_VERIFY(word.cells()[2].drawing.has_value());
        QCOMPARE(engine_.opened.load(), 3);
        word.renew(QStringLiteral("/runs/live"));
        QTRY_COMPARE(engine_.opened.load(), 4);
        word.renew(QStringLiteral("/runs/not shown"));
        QCOMPARE(engine_.opened.load(), 4);
    }

private:
    void hear(std::uint64_t number)
    {
        auto heard = std::make_shared<HeardSound>();
        heard->number = number;
        heard->sound = Sound{8000, std::vector<float>(2000)};
        for (std::size_t i = 0; i < heard->sound.samples.size(); ++i) heard->sound.samples[i] = float(i % 16) / 16;
        heard->word = {0, 2000};
        decoder_->story().setSound(heard);
    }
    static QStringList titles(const WordAcrossModels& word)
    {
        QStringList out;
        for (const auto& cell : word.cells()) out << cell.title;
        return out;
    }

    QTemporaryDir folder_;
    FakeEngine engine_;
    std::unique_ptr<Settings> settings_;
    std::unique_ptr<DecoderController> decoder_;
    std::unique_ptr<ModelCatalog> catalog_;
};

QTEST_GUILESS_MAIN(tst_WordAcrossModels)
#include "tst_word_across_models.moc"
