#include "ui/pages/model_button.h"

#include <QActionGroup>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>

#include "ui/logic/decoder_controller.h"
#include "ui/logic/settings.h"
#include "ui/widgets/icons.h"

namespace sonoglyph {

namespace {

QString nameOf(const ModelInfo& model)
{
    return model.name.empty() ? QFileInfo(QString::fromStdString(model.file.string())).fileName() : QString::fromStdString(model.name);
}

}  // namespace

ModelButton::ModelButton(DecoderController& decoder, Settings& settings, QWidget* parent)
    : QPushButton(parent), decoder_(decoder), settings_(settings)
{
    openFile_ = new QAction(sonoglyph::icon(QStringLiteral("open")), tr("Open model file…"), this);
    openFile_->setToolTip(tr("Use a model or checkpoint file (.safetensors)"));
    openRun_ = new QAction(sonoglyph::icon(QStringLiteral("folder")), tr("Open run as model…"), this);
    openRun_->setToolTip(tr("Use the best checkpoint of a run folder"));
    connect(openFile_, &QAction::triggered, this, [this] { ask(false); });
    connect(openRun_, &QAction::triggered, this, [this] { ask(true); });

    setMenu(new QMenu(this));
    menu()->setToolTipsVisible(true);
    connect(menu(), &QMenu::aboutToShow, this, &ModelButton::fill);
    connect(&decoder, &DecoderController::stateChanged, this, &ModelButton::describe);
    connect(&decoder, &DecoderController::modelChanged, this, &ModelButton::describe);
    setIcon(sonoglyph::icon(QStringLiteral("latent")));
    setAutoDefault(false);
    describe();
}

QMenu* ModelButton::filledMenu()
{
    fill();
    return menu();
}

void ModelButton::describe()
{
    QString text;
    QString tip = tr("The model that draws the image. Choose another one here.");
    switch (decoder_.state()) {
    case DecoderController::State::WaitingForEngine:
    case DecoderController::State::LoadingModel:
        text = tr("Model is loading…");
        break;
    case DecoderController::State::NoModel:
        text = tr("No model");
        break;
    case DecoderController::State::Ready: {
        const ModelInfo& model = *decoder_.model();
        text = nameOf(model);
        const QLocale locale;
        QStringList lines{tip, {}, tr("%1 parameters, %2 features").arg(locale.toString(qlonglong(model.parameters))).arg(model.latent)};
        if (!model.dataset.empty())
            lines << tr("Trained on %1, %2 steps, minimising %3")
                         .arg(QString::fromStdString(model.dataset), locale.toString(qlonglong(model.steps)),
                              QString::fromStdString(model.objective));
        if (!model.note.empty()) lines << QString::fromStdString(model.note);
        if (!model.file.empty()) lines << QDir::toNativeSeparators(QString::fromStdString(model.file.string()));
        tip = lines.join(u'\n');
        break;
    }
    }
    setText(fontMetrics().elidedText(text, Qt::ElideMiddle, 220));
    setToolTip(tip);
    setAccessibleName(tr("Model: %1").arg(text));
}

void ModelButton::fill()
{
    menu()->clear();
    auto* group = new QActionGroup(menu());
    for (const BuiltinModel& builtin : decoder_.builtinModels()) {
        const QString name = QString::fromStdString(builtin.name);
        QAction* action = menu()->addAction(name, this, [this, name] { decoder_.loadModel(name); });
        action->setToolTip(tr("Built-in model"));
        action->setCheckable(true);
        action->setChecked(decoder_.model() && decoder_.model()->name == builtin.name);
        group->addAction(action);
    }
    if (!menu()->isEmpty()) menu()->addSeparator();
    menu()->addActions({openFile_, openRun_});
}

void ModelButton::ask(bool folder)
{
    auto* dialog = new QFileDialog(window(), folder ? tr("Open run as model") : tr("Open model file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (folder) {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        dialog->setDirectory(settings_.runsFolder());
    } else {
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setNameFilters({tr("Models and checkpoints (*.safetensors)"), tr("All files (*)")});
        dialog->setDirectory(settings_.value(QStringLiteral("listen/modelFolder"), settings_.runsFolder()).toString());
    }
    connect(dialog, &QFileDialog::fileSelected, this, [this, folder](const QString& file) {
        if (!folder) settings_.setValue(QStringLiteral("listen/modelFolder"), QFileInfo(file).absolutePath());
        decoder_.loadModel(file);
    });
    dialog->open();
}

}  // namespace sonoglyph
