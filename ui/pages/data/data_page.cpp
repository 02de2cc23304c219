#include "ui/pages/data/data_page.h"

#include <algorithm>

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/logic/data_catalog.h"
#include "ui/logic/dataset_title.h"
#include "ui/logic/judge_training.h"
#include "ui/logic/label_doubts.h"
#include "ui/logic/microphone.h"
#include "ui/logic/settings.h"
#include "ui/logic/text.h"
#include "ui/pages/data/add_view.h"
#include "ui/pages/data/data_set_section.h"
#include "ui/pages/data/download_strip.h"
#include "ui/pages/data/judge_strip.h"
#include "ui/pages/data/pair_panel.h"
#include "ui/pages/data/record_view.h"
#include "ui/pages/scrolled.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

QString link(const QString& address, const QString& text)
{
    return QStringLiteral("<a href=\"%1\">%2</a>").arg(address, text.toHtmlEscaped());
}

QString problemOf(const std::optional<Message>& problem) { return problem ? toText(*problem) : QString(); }

/// A set of which nothing is there, but which can be downloaded, is no trouble. Nothing: its folder is not there.
QString troubleOf(const DownloadStrip* strip, const std::filesystem::path& folder, const std::optional<Message>& problem)
{
    std::error_code ignored;
    return strip && !std::filesystem::exists(folder, ignored) ? QString() : problemOf(problem);
}

}  // namespace

DataPage::DataPage(const AppContext& context, QWidget* parent) : Page(context, parent)
{
    choose_ = new QAction(icon(QStringLiteral("folder")), tr("Choose the folder…"), this);
    choose_->setToolTip(tr("The folder that holds mnist, fsdd/recordings and scd"));
    connect(choose_, &QAction::triggered, this, &DataPage::chooseFolder);
    refresh_ = new QAction(icon(QStringLiteral("reset")), tr("Look again"), this);
    refresh_->setShortcut(Qt::Key_F5);
    refresh_->setToolTip(tr("Look into the data folder again, after files were put there (%1)")
                             .arg(refresh_->shortcut().toString(QKeySequence::NativeText)));
    connect(refresh_, &QAction::triggered, context_.data, &DataCatalog::refresh);
    addActions({choose_, refresh_});

    splitter_ = new QSplitter(Qt::Horizontal, this);
    splitter_->setChildrenCollapsible(false);
    splitter_->addWidget(buildOverview());
    splitter_->addWidget(buildViews());
    splitter_->setStretchFactor(1, 1);
    splitter_->setSizes({320, 800});
    splitter_->restoreState(context_.settings->splitter(QStringLiteral("data/main")));

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter_);

    if (context_.engine) {
        judges_ = new JudgeTraining(*context_.engine, this);
        connect(judges_, &StudyJob::changed, this, [this] {
            if (judges_->report()) context_.data->refresh();
        });
    }
    connect(context_.data, &DataCatalog::surveyed, this, &DataPage::showSurvey);
    connect(context_.data, &DataCatalog::folderChanged, this, &DataPage::showSurvey);
    showSurvey();
}

QWidget* DataPage::buildOverview()
{
    auto* content = new QWidget(this);
    auto* title = new QLabel(tr("Data"), content);
    title->setFont(titleFont());
    folder_ = new QLabel(content);
    folder_->setWordWrap(true);
    folder_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    folder_->setAccessibleName(tr("Data folder"));
    folderProblem_ = new QLabel(content);
    folderProblem_->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    for (QAction* action : {choose_, refresh_}) {
        auto* button = new QToolButton(content);
        button->setDefaultAction(action);
        button->setToolButtonStyle(action == choose_ ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
        button->setAccessibleName(action->text());
        button->setFocusPolicy(Qt::StrongFocus);
        buttons->addWidget(button);
    }
    buttons->addStretch();

    mnist_ = new DataSetSection(QStringLiteral("MNIST"),
                                tr("Images of written digits by Y. LeCun, C. Cortes and C. J. C. Burges, CC BY-SA 3.0. %1")
                                    .arg(link(QStringLiteral("http://yann.lecun.com/exdb/mnist/"), tr("Where it comes from"))),
                                content);
    fsdd_ = new DataSetSection(
        tr("Free Spoken Digit Dataset (FSDD)"),
        tr("Recordings of spoken digits by Z. Jackson and others, CC BY-SA 4.0. %1")
            .arg(link(QStringLiteral("https://github.com/Jakobovski/free-spoken-digit-dataset"), tr("Where it comes from"))),
        content);
    scd_ = new DataSetSection(tr("Speech Commands (SCD)"),
                              tr("Recordings of spoken words by P. Warden and many volunteers, CC BY 4.0; the digits are used. %1")
                                  .arg(link(QStringLiteral("https://arxiv.org/abs/1804.03209"), tr("Where it comes from"))),
                              content);

    synthetic_ = new DataSetSection(
        tr("Synthetic digits"),
        tr("Spoken by the library espeak-ng and drawn by this program. Made on this computer in some seconds when they are first "
           "used; they need no download and no MNIST."),
        content);
    synthetic_->show(true, tr("200 voices, 2,000 recordings, 14,000 images"), nullptr, {});

    mnistStrip_ = addStrip(*mnist_, "mnist");
    fsddStrip_ = addStrip(*fsdd_, "fsdd");
    scdStrip_ = addStrip(*scd_, "scd");

    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(kGrid);
    layout->addWidget(title);
    layout->addWidget(folder_);
    layout->addWidget(folderProblem_);
    layout->addLayout(buttons);
    for (QWidget* section : {mnist_, fsdd_, scd_, synthetic_}) {
        layout->addSpacing(kGrid);
        layout->addWidget(new Hairline(Qt::Horizontal, content));
        layout->addSpacing(kGrid);
        layout->addWidget(section);
    }
    own_ = new QVBoxLayout;
    own_->setSpacing(kGrid);
    layout->addLayout(own_);
    layout->addStretch();

    overview_ = new QScrollArea(this);
    overview_->setWidget(content);
    overview_->setWidgetResizable(true);
    overview_->setFrameShape(QFrame::NoFrame);
    overview_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    fitOverview();
    return overview_;
}

/// Nothing is cut off; what is shown changes with what is there.
void DataPage::fitOverview()
{
    constexpr int narrowest = 264;  // the name of a set, word by word
    overview_->setMinimumWidth(std::max(narrowest, overview_->widget()->minimumSizeHint().width()) +
                               overview_->verticalScrollBar()->sizeHint().width());
}

QWidget* DataPage::buildViews()
{
    auto* doubts = context_.engine ? new LabelDoubts(*context_.engine, *context_.settings, this) : nullptr;
    pairs_ = new PairPanel(*context_.settings, doubts, this);
    connect(pairs_, &PairPanel::chooseFolderWanted, this, &DataPage::chooseFolder);
    connect(pairs_, &PairPanel::statusChanged, this, &Page::statusChanged);
    connect(pairs_, &PairPanel::misses, this, &Page::figureMisses);
    record_ = new RecordView(*context_.settings, *context_.data,
                             std::make_unique<Microphone>(context_.audioInput ? context_.audioInput() : systemAudioInput()), this);
    add_ = new AddView(*context_.data, context_.settings->historyFolder(), this);
    view_ = new Segments({tr("Pairs"), tr("Alignment"), tr("Recordings"), tr("Split"), tr("Record"), tr("Add")},
                         {tr("What a model learns from: images and the recordings they go with"),
                          tr("Which recordings go with which images"), tr("Every recording: how long, how loud, what may be wrong with it"),
                          tr("What is learned from and what is held out, and what a score on it means"),
                          tr("A set of your own, spoken into the microphone"), tr("A set of your own, of sound files")});
    auto* right = new QWidget(this);
    views_ = new QStackedLayout;
    views_->addWidget(pairs_);
    views_->addWidget(record_);
    views_->addWidget(scrolled(add_, tr("Add recordings")));
    connect(view_, &Segments::currentChanged, this, [this](int index) {
        constexpr int viewsOfASet = 4;
        if (index < viewsOfASet) pairs_->setView(PairPanel::View(index));
        views_->setCurrentIndex(index < viewsOfASet ? 0 : index - viewsOfASet + 1);
        context_.settings->setValue(QStringLiteral("data/view"), index);
    });
    auto* layout = new QVBoxLayout(right);
    layout->setContentsMargins(kMargin, kGrid, kMargin, kMargin);
    layout->setSpacing(kGrid);
    layout->addWidget(view_, 0, Qt::AlignLeft);
    layout->addLayout(views_, 1);
    view_->setCurrent(context_.settings->value(QStringLiteral("data/view")).toInt());
    return right;
}

DownloadStrip* DataPage::addStrip(DataSetSection& section, const char* name)
{
    if (!context_.downloads) return nullptr;
    auto* strip = new DownloadStrip(*context_.downloads, QString::fromLatin1(name), &section);
    section.addBelow(strip);
    return strip;
}

QList<QAction*> DataPage::commands() const
{
    return QList<QAction*>{choose_, refresh_} + pairs_->commands() + record_->commands() + add_->commands();
}

QJsonObject DataPage::figureState() const { return {{QStringLiteral("view"), view_->current()}, {QStringLiteral("set"), pairs_->state()}}; }

QString DataPage::restoreFigure(const QJsonObject& state)
{
    view_->setCurrent(state[QStringLiteral("view")].toInt());
    return pairs_->restore(state[QStringLiteral("set")].toObject());
}

void DataPage::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Choose the data folder"), context_.data->folder());
    if (!folder.isEmpty()) context_.data->setFolder(folder);
}

void DataPage::showSurvey()
{
    folder_->setText(QDir::toNativeSeparators(context_.data->folder()));
    const auto& survey = context_.data->survey();
    if (!survey) return;
    folderProblem_->setVisible(!survey->folderThere);
    folderProblem_->setText(context_.downloads
                                ? tr("This folder does not exist yet. A download makes it.")
                                : tr("This folder does not exist. Choose another one, or make it and put the data sets there."));
    const QLocale locale;
    mnist_->show(
        survey->mnist.present,
        survey->mnist.present
            ? tr("%1 images to learn from, %2 to test with").arg(locale.toString(survey->mnist.train), locale.toString(survey->mnist.test))
            : QString(),
        nullptr, troubleOf(mnistStrip_, survey->mnist.folder, survey->mnist.problem));
    const auto recordings = [](const RecordingSurvey& set) {
        QStringList parts{DataPage::tr("%Ln recording(s)", nullptr, set.recordings),
                          DataPage::tr("%Ln speaker(s)", nullptr, int(set.speakers.size()))};
        if (set.skipped > 0) parts << DataPage::tr("%Ln file(s) left out because of their name", nullptr, set.skipped);
        return parts.join(QStringLiteral(", "));
    };
    fsdd_->show(
        survey->fsdd.present,
        survey->fsdd.present
            ? tr("%1; %2 of them by the paper's four speakers").arg(recordings(survey->fsdd), locale.toString(survey->paperRecordings))
            : QString(),
        &survey->fsdd, troubleOf(fsddStrip_, survey->fsdd.folder, survey->fsdd.problem));
    scd_->show(survey->scd.present, survey->scd.present ? recordings(survey->scd) : QString(), &survey->scd,
               troubleOf(scdStrip_, survey->scd.folder, survey->scd.problem));
    for (const auto& [strip, present] : {std::pair(mnistStrip_, survey->mnist.present), std::pair(fsddStrip_, survey->fsdd.present),
                                         std::pair(scdStrip_, survey->scd.present)})
        if (strip) strip->setPresent(present);
    showOwn(survey->own);
    fitOverview();
    if (isVisible()) pairs_->setSurvey(*survey);
}

void DataPage::showOwn(const std::vector<RecordingSurvey>& sets)
{
    while (QLayoutItem* item = own_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const RecordingSurvey& set : sets) {
        auto* section = new DataSetSection(datasetTitle(set),
                                           tr("Your own, in %1").arg(QString::fromStdString(set.folder.string()).toHtmlEscaped()), this);
        section->show(set.present && set.images,
                      set.present ? tr("%Ln recording(s)", nullptr, set.recordings) + QStringLiteral(", ") +
                                        tr("%Ln speaker(s)", nullptr, int(set.speakers.size()))
                                  : QString(),
                      set.present ? &set : nullptr, problemOf(set.problem));
        own_->addSpacing(kGrid);
        own_->addWidget(new Hairline(Qt::Horizontal, this));
        own_->addSpacing(kGrid);
        own_->addWidget(section);
        if (judges_ && set.images)
            section->addBelow(new JudgeStrip(*judges_, context_.data->folder(), QString::fromStdString(set.name), set.readable, section));
    }
}

void DataPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    context_.data->refresh();
}

void DataPage::hideEvent(QHideEvent* event)
{
    Page::hideEvent(event);
    pairs_->stopPlaying();
}

void DataPage::closeDown()
{
    context_.settings->setSplitter(QStringLiteral("data/main"), splitter_->saveState());
    pairs_->stopPlaying();
    record_->stop();
}

}  // namespace sonoglyph
