// The page Listen with a fake microphone and a fake engine, for the tests of its panels.
#pragma once

#include <QAction>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <type_traits>

#include "core/audio/sound_file.h"
#include "tests/ui/logic/fake_engine.h"
#include "tests/ui/logic/fake_microphone.h"
#include "ui/logic/decoder_controller.h"
#include "ui/logic/settings.h"
#include "ui/logic/sound_library.h"
#include "ui/pages/listen/listen_page.h"
#include "ui/widgets/figure_view.h"
#include "ui/widgets/sound_card_list.h"

namespace sonoglyph {

class ListenDesk {
protected:
    void setUp()
    {
        settings_ = std::make_unique<Settings>(folder_.filePath(QString::fromLatin1(QTest::currentTestFunction())));
        decoder_ = std::make_unique<DecoderController>(nullptr, settings_.get());
        library_ = std::make_unique<SoundLibrary>();
        seconds_ = 0.3;
        makePage();
    }
    void tearDown()
    {
        page_.reset();
        decoder_.reset();
    }
    void makePage()
    {
        auto input = std::make_unique<FakeAudioInput>();
        input_ = input.get();
        AppContext context;
        context.settings = settings_.get();
        context.decoder = decoder_.get();
        context.library = library_.get();
        page_ = std::make_unique<ListenPage>(context, std::make_unique<Microphone>(std::move(input)));
        page_->resize(930, 640);
        page_->show();
    }

    void makeReady()
    {
        decoder_->useEngine(engine_);
        QTRY_COMPARE(decoder_->state(), DecoderController::State::Ready);
    }
    void say()
    {
        if (!page_->controller().recording()) QTest::keyClick(page_.get(), Qt::Key_Space);
        input_->hear(spokenWord());
    }
    /// Opens files of these names one after the other, each longer than the one before.
    void open(const QStringList& names)
    {
        for (const QString& name : names) {
            const QString file = folder_.filePath(name);
            QVERIFY(writeWavFile(file.toStdString(), vowel(seconds_ += 0.05)));
            page_->openFiles({file});
            QTRY_COMPARE(decoder_->story().sound() ? decoder_->story().sound()->file : QString(), name);
            QTRY_VERIFY(library_->card(0).drawing);
        }
    }

    QAction* action(const QString& text) const
    {
        const auto commands = page_->commands();
        const auto found = std::find_if(commands.begin(), commands.end(), [&](const QAction* one) { return one->text() == text; });
        return found == commands.end() ? nullptr : *found;
    }
    template <class T>
    T* widget(const QString& title = {}) const
    {
        for (T* found : page_->findChildren<T*>()) {
            if constexpr (std::is_base_of_v<FigureView, T>)
                if (!title.isEmpty() && found->figureTitle() != title) continue;
            return found;
        }
        return nullptr;
    }
    bool says(const QString& part) const
    {
        const auto labels = page_->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* label) { return label->isVisible() && label->text().contains(part); });
    }
    SoundCardList* cards() const { return widget<SoundCardList>(); }
    /// Clicks on these cards, with Ctrl from the second on.
    void select(const QList<int>& rows)
    {
        for (int i = 0; i < rows.size(); ++i)
            QTest::mouseClick(cards()->viewport(), Qt::LeftButton, i == 0 ? Qt::NoModifier : Qt::ControlModifier,
                              cards()->visualRect(cards()->model()->index(rows[i], 0)).bottomLeft() + QPoint(20, -4));
    }

    QTemporaryDir folder_;
    FakeEngine engine_;
    std::unique_ptr<Settings> settings_;
    std::unique_ptr<DecoderController> decoder_;
    std::unique_ptr<SoundLibrary> library_;
    std::unique_ptr<ListenPage> page_;
    FakeAudioInput* input_ = nullptr;
    double seconds_ = 0.3;  ///< of the sound that was opened last
};

}  // namespace sonoglyph
