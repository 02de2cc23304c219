// A page of the program: what the main window needs to know of it. GUI thread only.
#pragma once

#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <memory>

class QAction;

namespace sonoglyph {

class AudioInput;
class DataCatalog;
class DatasetDownloads;
class DecoderController;
class EngineLoader;
class Settings;
class RunQueue;
class SoundLibrary;
class TrainingController;

/// What every page may use. All of it lives as long as the program: longer than the window, which is built anew for another language.
struct AppContext {
    Settings* settings = nullptr;
    EngineLoader* engine = nullptr;
    DecoderController* decoder = nullptr;
    SoundLibrary* library = nullptr;
    DataCatalog* data = nullptr;
    DatasetDownloads* downloads = nullptr;  ///< may stay null: then nothing can be downloaded
    TrainingController* training = nullptr;
    RunQueue* queue = nullptr;
    /// Where sound comes from; empty: the system's microphones.
    std::function<std::unique_ptr<AudioInput>()> audioInput;
};

class Page : public QWidget {
    Q_OBJECT
public:
    explicit Page(const AppContext& context, QWidget* parent = nullptr) : QWidget(parent), context_(context) {}

    /// Every action of the page, with text, tooltip and shortcut: for the menu and the command palette.
    virtual QList<QAction*> commands() const { return {}; }
    /// Files dropped on the window or named on the command line; true where the page takes them.
    virtual bool openFiles(const QStringList& files) { return files.isEmpty(); }
    /// What its figures were made from, enough to bring it back: restoreFigure() of this page, on another machine too, takes it. Holds no
    /// path: runs are named as in the runs folder.
    virtual QJsonObject figureState() const { return {}; }
    /// As it stood when a figure was exported; the model that draws is brought back by the window. As far as `state` tells: what is of a
    /// wrong type in it is passed over, as it may come from anywhere. Gives sentences, a line each, where something that it needs is not
    /// here, else nothing; figureMisses() tells what is found out later.
    virtual QString restoreFigure(const QJsonObject& state)
    {
        Q_UNUSED(state)
        return {};
    }
    /// Told once before the page goes away (the window closes, or is built anew for another language): the page saves what a person set and
    /// lets go of the microphone. It does not stop a training: controllers outlive the page and stop their work themselves when the program
    /// ends. Must not ask and must not block for long.
    virtual void closeDown() {}

Q_SIGNALS:
    /// For the status line; empty text clears what this page said before.
    void statusChanged(const QString& text);
    /// "listen", "train", "compare", "latent", "data": the page asks the window to show another one.
    void pageWanted(const QString& name);
    /// The page asks the window to show a run on Train.
    void runWanted(const QString& folder);
    /// Something that the figure restored last needs is not here: a sentence.
    void figureMisses(const QString& text);
    /// From the last sample that came in to its painted image, for the status line.
    void soundToImage(double milliseconds);

protected:
    AppContext context_;
};

}  // namespace sonoglyph
