#include "app/gui/program.h"

#include <QApplication>

#include "app/gui/program_pages.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

void useTheme(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::System:
        return applyTheme(ThemeMode::System);
    case ThemeChoice::Light:
        return applyTheme(ThemeMode::Light);
    case ThemeChoice::Dark:
        return applyTheme(ThemeMode::Dark);
    }
}

}  // namespace

Program::Program(const Arguments& arguments, std::function<std::unique_ptr<AudioInput>()> audioInput)
    : arguments_(arguments), audioInput_(std::move(audioInput)), settings_(arguments.settings), data_(settings_), downloads_(data_),
      library_(settings_.historyFolder()), decoder_(&engine_, &settings_), training_(engine_), queue_(training_)
{
    settings_.overrideDataFolder(arguments_.data);
    settings_.overrideModel(arguments_.model);
    language_.use(settings_.language());
    useTheme(settings_.theme());
    connect(&settings_, &Settings::themeChanged, this, useTheme);
    connect(&settings_, &Settings::languageChanged, this, &Program::rebuildWindow);
}

Program::~Program() = default;

void Program::start()
{
    buildWindow();
    if (!arguments_.page.isEmpty()) window_->showPage(arguments_.page);
    connect(window_.get(), &MainWindow::painted, this, [this] {
        Q_EMIT windowPainted();
        engine_.start();
        library_.load();
        openGiven();
    });
    window_->show();
}

void Program::openGiven()
{
    if (!arguments_.run.isEmpty()) {
        window_->showPage(QStringLiteral("train"));
        window_->openFiles({arguments_.run});
    }
    window_->openFiles(arguments_.files);
}

void Program::buildWindow()
{
    window_ = std::make_unique<MainWindow>(
        AppContext{&settings_, &engine_, &decoder_, &library_, &data_, &downloads_, &training_, &queue_, audioInput_}, programPages());
}

void Program::rebuildWindow()
{
    const QString before = language_.current();
    language_.use(settings_.language());
    if (!window_ || language_.current() == before) return;
    const bool quits = QApplication::quitOnLastWindowClosed();
    QApplication::setQuitOnLastWindowClosed(false);
    window_->closeDown();
    window_->hide();
    buildWindow();
    window_->show();
    QApplication::setQuitOnLastWindowClosed(quits);
}

}  // namespace sonoglyph
