// Everything that lives as long as the program: settings, language, the core, the controllers; and the window, which is built anew for
// another language without disturbing them. GUI thread only.
#pragma once

#include <functional>
#include <memory>

#include <QObject>

#include "app/gui/arguments.h"
#include "app/gui/language.h"
#include "ui/logic/data_catalog.h"
#include "ui/logic/dataset_downloads.h"
#include "ui/logic/decoder_controller.h"
#include "ui/logic/engine_loader.h"
#include "ui/logic/run_queue.h"
#include "ui/logic/settings.h"
#include "ui/logic/sound_library.h"
#include "ui/logic/training_controller.h"
#include "ui/pages/main_window.h"

namespace sonoglyph {

class Program : public QObject {
    Q_OBJECT
public:
    /// `audioInput`: where sound comes from; empty: the system's microphones.
    explicit Program(const Arguments& arguments, std::function<std::unique_ptr<AudioInput>()> audioInput = {});
    ~Program() override;

    /// Shows the window; the core is loaded once it can be seen.
    void start();

    EngineLoader& engine() { return engine_; }
    DecoderController& decoder() { return decoder_; }
    TrainingController& training() { return training_; }
    Settings& settings() { return settings_; }
    /// After start().
    MainWindow& window() { return *window_; }

Q_SIGNALS:
    /// Once: the first window can be seen.
    void windowPainted();

private:
    void buildWindow();
    void rebuildWindow();
    void openGiven();

    Arguments arguments_;
    std::function<std::unique_ptr<AudioInput>()> audioInput_;
    Settings settings_;
    Language language_;
    EngineLoader engine_;
    DataCatalog data_;
    DatasetDownloads downloads_;
    SoundLibrary library_;
    DecoderController decoder_;
    TrainingController training_;
    RunQueue queue_;
    std::unique_ptr<MainWindow> window_;
};

}  // namespace sonoglyph
