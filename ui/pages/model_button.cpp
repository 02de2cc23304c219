#include "ui/pages/model_button.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>

#include "ui/logic/decoder_controller.h"
#include "ui/logic/model_catalog.h"
#include "ui/logic/settings.h"
#include "ui/pages/choice_popup.h"
#include "ui/widgets/icons.h"

namespace sonoglyph {

ModelButton::ModelButton(DecoderController& decoder, ModelCatalog& catalog, Settings& settings, QWidget* parent)
    : QPushButton(parent), decoder_(decoder), catalog_(catalog), settings_(settings),
      popup_(new ChoicePopup(catalog, false, ChoicePopup::modelWords(), this))
{
    choose_ = new QAction(sonoglyph::icon(QStringLiteral("latent")), tr("Choose model…"), this);
    choose_->setToolTip(tr("Choose among the built-in models and the checkpoints of every run"));
    openFile_ = new QAction(sonoglyph::icon(QStringLiteral("open")), tr("Open model file…"), this);
    openFile_->setToolTip(tr("Use a model or checkpoint file (.safetensors)"));
    openRun_ = new QAction(sonoglyph::icon(QStringLiteral("folder")), tr("Open run as model…"), this);
    openRun_->setToolTip(tr("Use the best checkpoint of a run folder"));
    connect(choose_, &QAction::triggered, this, &ModelButton::open);
    connect(openFile_, &QAction::triggered, this, [this] { ask(false); });
    connect(openRun_, &QAction::triggered, this, [this] { ask(true); });
    popup_->addFooter({openFile_, openRun_});
    connect(popup_, &ChoicePopup::chosen, this, [this](const QString& key) { decoder_.loadModel(key); });
    connect(this, &QPushButton::clicked, this, &ModelButton::open);
    connect(&catalog, &ModelCatalog::refreshed, this, [this] { popup_->setReading(false); });

    connect(&decoder, &DecoderController::stateChanged, this, &ModelButton::describe);
    connect(&decoder, &DecoderController::modelChanged, this, &ModelButton::describe);
    setIcon(sonoglyph::icon(QStringLiteral("latent")));
    setAutoDefault(false);
    describe();
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
        text = modelTitle(model);
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

void ModelButton::open()
{
    catalog_.refresh(settings_.runsFolder());
    popup_->setReading(!catalog_.loaded());
    QSet<QString> used;
    if (decoder_.model())
        if (const int row = catalog_.rowOf(*decoder_.model()); row >= 0) used << catalog_.choices()[std::size_t(row)].key;
    popup_->setTicked(used);
    popup_->openBelow(*this);
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
