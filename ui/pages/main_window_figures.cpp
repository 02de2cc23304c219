// The figures of the window: exported one by one or all of a page, and brought back from their files.
#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QStackedWidget>
#include <QStandardPaths>

#include "ui/logic/decoder_controller.h"
#include "ui/logic/model_finder.h"
#include "ui/logic/settings.h"
#include "ui/logic/text.h"
#include "ui/pages/main_window.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/figure_export.h"
#include "ui/widgets/toast.h"

namespace sonoglyph {

namespace {

const auto kFolder = QStringLiteral("window/figureFolder");

/// The figures of a page that can be seen now, each once.
QList<const FigureSource*> shownFigures(const QWidget* page)
{
    QList<const FigureSource*> sources;
    for (const QWidget* widget : page->findChildren<QWidget*>())
        if (const auto* source = dynamic_cast<const FigureSource*>(widget); source && widget->isVisible()) sources << source;
    return sources;
}

}  // namespace

void MainWindow::fillExportMenu(QMenu* menu)
{
    menu->clear();
    for (const FigureSource* source : shownFigures(stack_->currentWidget())) {
        QAction* action =
            menu->addAction(tr("Export: %1…").arg(source->figureTitle()), this, [this, source] { exportWithDialog(this, *source); });
        action->setToolTip(tr("As SVG, PDF or PNG at a chosen size, or the numbers behind it"));
    }
    if (menu->isEmpty()) {
        menu->addAction(tr("Nothing to export on this page"))->setEnabled(false);
        return;
    }
    menu->addSeparator();
    QAction* all = menu->addAction(tr("Export all figures of this page…"), this, &MainWindow::exportPage);
    all->setToolTip(tr("Every figure as PDF, SVG and PNG with its numbers, into one folder, in the size and colours chosen last"));
}

void MainWindow::exportPage()
{
    const QString folder = QFileDialog::getExistingDirectory(
        this, tr("Folder for the figures"),
        context_.settings->value(kFolder, QStandardPaths::writableLocation(QStandardPaths::PicturesLocation)).toString());
    if (folder.isEmpty()) return;
    context_.settings->setValue(kFolder, folder);
    exportPageTo(folder);
}

void MainWindow::exportPageTo(const QString& folder)
{
    QList<FigurePtr> figures;
    for (const FigureSource* source : shownFigures(stack_->currentWidget())) figures << source->figure();
    exportAll(figures, folder, figureFormats().mid(0, 4), figureState()).then(this, [this](const Result<QStringList>& files) {
        if (!files) return banner_->showError(files.error());
        toast_->showText(tr("%n file(s) written.", nullptr, int(files->size())));
    });
}

QJsonObject MainWindow::figureState() const
{
    QJsonObject state{{QStringLiteral("program"), QStringLiteral("Sonoglyph ") + QCoreApplication::applicationVersion()},
                      {QStringLiteral("page"), currentPage()}};
    if (const Page* shown = page(currentPage())) state[QStringLiteral("state")] = shown->figureState();
    if (!context_.decoder || !context_.decoder->model()) return state;
    state[QStringLiteral("model")] = modelTrace(*context_.decoder->model(), context_.settings->runsFolder());
    return state;
}

bool MainWindow::openFigure(const QString& file)
{
    if (!isPictureFormat(QFileInfo(file).suffix())) return false;
    const auto made = readProvenance(file);
    if (!made) {
        banner_->showMessage(Banner::Warning, toText(made.error()));
        return true;
    }
    if (!showPage(made->value(QLatin1String("page")).toString())) {
        banner_->showMessage(Banner::Warning, tr("%1 is of a page that this version does not have.").arg(QFileInfo(file).fileName()));
        return true;
    }
    missing_.clear();
    findModel(made->value(QLatin1String("model")).toObject());
    tellMissing(page(currentPage())->restoreFigure(made->value(QLatin1String("state")).toObject()));
    if (missing_.isEmpty()) toast_->showText(tr("As it was when %1 was exported.").arg(QFileInfo(file).fileName()));
    return true;
}

void MainWindow::findModel(const QJsonObject& trace)
{
    if (!context_.decoder) return;
    wantedModel_ = context_.decoder->engine() ? QJsonObject() : trace;
    if (!context_.decoder->engine()) return models_->cancel();
    const auto& present = context_.decoder->model();
    const QString fingerprint = trace[QLatin1String("fingerprint")].toString();
    if (present && !fingerprint.isEmpty() && QString::fromStdString(present->fingerprint) == fingerprint) return models_->cancel();
    models_->find(trace, *context_.decoder->engine(), context_.settings->runsFolder(), context_.settings->openedModels());
}

void MainWindow::tellMissing(const QString& text)
{
    if (text.isEmpty()) return;
    missing_ << text;
    banner_->showMessage(Banner::Warning, missing_.join(u'\n'));
}

}  // namespace sonoglyph
