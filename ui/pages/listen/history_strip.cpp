#include "ui/pages/listen/history_strip.h"

#include <QAction>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/logic/decoder_controller.h"
#include "ui/logic/duration_text.h"
#include "ui/logic/listen_controller.h"
#include "ui/logic/settings.h"
#include "ui/logic/sound_library.h"
#include "ui/widgets/quiet.h"
#include "ui/widgets/sound_card_list.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/toast.h"

namespace sonoglyph {

namespace {

const QString folderKey = QStringLiteral("listen/folder");
const QString saveFolderKey = QStringLiteral("listen/saveFolder");
constexpr int progressWidth = 120;

QString sizeText(std::int64_t bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < (1 << 20) ? 0 : 1, QLocale::DataSizeTraditionalFormat);
}

}  // namespace

HistoryStrip::HistoryStrip(const AppContext& context, ListenController& listen, QWidget* parent)
    : QWidget(parent), context_(context), listen_(listen), library_(*context.library),
      list_(new SoundCardList({SoundLibrary::StarredRole, SoundLibrary::ImageRole, SoundLibrary::InputRole, SoundLibrary::ReadRole}, this)),
      summary_(quietLabel({}, this)), progress_(new QProgressBar(this)), toast_(new Toast(parent))
{
    shown_.setSourceModel(&library_);
    shown_.setFilterRole(SoundLibrary::StarredRole);
    list_->setModel(&shown_);
    list_->setAccessibleName(tr("History: sounds heard"));
    makeActions();
    layOut();
    connectList();
    connectLibrary();
    connect(toast_, &Toast::actionTriggered, this, [this] {
        if (noted_) noted_();
    });
    parent->addActions({play_, undo_});
    mark();
    showActions();
    showSummary();
}

/// The list goes before the model that it shows.
HistoryStrip::~HistoryStrip() { delete list_; }

QAction* HistoryStrip::add(const QString& iconName, const QString& text, const QString& tip, const QKeySequence& shortcut,
                           void (HistoryStrip::*what)())
{
    auto* action = new QAction(icon(iconName), text, this);
    action->setToolTip(shortcut.isEmpty() ? tip : tr("%1 (%2)").arg(tip, shortcut.toString(QKeySequence::NativeText)));
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, what);
    return action;
}

void HistoryStrip::makeActions()
{
    open_ = add(QStringLiteral("open"), tr("Open sound…"),
                tr("Hear sound files and see their images (Ctrl+O). Files and folders can be dropped on the window, too."), {},
                &HistoryStrip::askForFiles);
    openFolder_ = add(QStringLiteral("folder"), tr("Open folder of sounds…"),
                      tr("Hear all sound files in a folder and in the folders below"), {}, &HistoryStrip::askForFolder);
    play_ = add(QStringLiteral("play"), tr("Play"), tr("Play the part of the sound that was used"), Qt::Key_P, &HistoryStrip::play);
    show_ =
        add(QStringLiteral("listen"), tr("Show"), tr("Show this sound and its image again"), Qt::Key_Return, &HistoryStrip::showCurrent);
    compare_ = add(QStringLiteral("compare"), tr("Compare"),
                   tr("Two selected sounds side by side, and their difference. Ctrl and a click selects a second one."), Qt::Key_C,
                   &HistoryStrip::compare);
    rename_ = add(QStringLiteral("rename"), tr("Rename"), tr("Give this sound a name"), Qt::Key_F2, &HistoryStrip::rename);
    star_ = add(QStringLiteral("star"), tr("Star"), tr("What has a star is never removed to make room"), Qt::Key_S, &HistoryStrip::star);
    save_ = add(QStringLiteral("export"), tr("Save as…"), tr("Save sound, image and all numbers: WAV, PNG and JSON"), QKeySequence::Save,
                &HistoryStrip::save);
    latent_ = add(QStringLiteral("latent"), tr("Open in Latent"), tr("See and move the features behind this image"), Qt::Key_L,
                  &HistoryStrip::openInLatent);
    delete_ = add(QStringLiteral("delete"), tr("Delete"), tr("Delete the selected sounds; can be undone until the program ends"),
                  QKeySequence::Delete, &HistoryStrip::remove);
    undo_ = add(QStringLiteral("undo"), tr("Undo delete"), tr("Bring back what was deleted last"), QKeySequence::Undo, &HistoryStrip::undo);
    onlyStarred_ = add(QStringLiteral("star"), tr("Starred"), tr("Show only sounds with a star"), {}, &HistoryStrip::filter);
    onlyStarred_->setCheckable(true);
    cancel_ = add(QStringLiteral("close"), tr("Cancel"), tr("Read no more files; what was read stays"), {}, &HistoryStrip::cancelImport);
    play_->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    undo_->setShortcutContext(Qt::WidgetWithChildrenShortcut);

    const auto separator = [this] {
        auto* action = new QAction(this);
        action->setSeparator(true);
        return action;
    };
    list_->addActions({show_, play_, latent_, compare_, separator(), rename_, star_, save_, separator(), delete_, undo_});
}

QList<QAction*> HistoryStrip::commands() const
{
    return {open_, openFolder_, play_, compare_, rename_, star_, save_, latent_, delete_, undo_, onlyStarred_, cancel_};
}

void HistoryStrip::layOut()
{
    progress_->setFixedWidth(progressWidth);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Files read"));
    auto* files = new QMenu(this);
    files->addActions({open_, openFolder_});
    QToolButton* open = quietButton(open_, this);
    open->setMenu(files);
    open->setPopupMode(QToolButton::MenuButtonPopup);

    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid / 2);
    row->addWidget(quietButton(onlyStarred_, this));
    row->addWidget(summary_, 1);
    row->addWidget(progress_);
    row->addWidget(quietButton(cancel_, this));
    row->addWidget(quietButton(compare_, this));
    row->addWidget(open);
    row->addWidget(quietButton(play_, this));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(row);
    layout->addWidget(list_);
    summary_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    toast_->setRoomBelow(list_->minimumSizeHint().height());
}

void HistoryStrip::connectList()
{
    connect(list_, &QListView::clicked, this, [this](const QModelIndex& index) {
        if (selected().size() == 1) listen_.show(index.data(SoundLibrary::NumberRole).toULongLong());
    });
    connect(list_, &SoundCardList::steppedTo, this, [this](const QModelIndex& index) {
        const bool held = listen_.recording() && listen_.listener().mode() == Listener::Mode::PushToTalk;
        if (selected().size() == 1 && !held) listen_.show(index.data(SoundLibrary::NumberRole).toULongLong());
    });
    connect(list_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HistoryStrip::showActions);
}

void HistoryStrip::connectLibrary()
{
    connect(&library_, &SoundLibrary::summaryChanged, this, &HistoryStrip::showSummary);
    connect(&library_, &SoundLibrary::dataChanged, this, &HistoryStrip::showActions);
    connect(&library_, &SoundLibrary::copied, this, [this](const QStringList& files) {
        const QFileInfo first(files.front());
        const QString text =
            files.size() == 3 ? tr("Saved %1 as WAV, PNG and JSON.").arg(first.completeBaseName())
                              : tr("Saved %n sound(s) in %1.", nullptr, int(files.size() / 3)).arg(QDir::toNativeSeparators(first.path()));
        note(text, tr("Open folder"), [folder = first.path()] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
    });
    connect(&library_, &SoundLibrary::copyFailed, &listen_, &ListenController::trouble);
    connect(&listen_.import(), &SoundImport::progressChanged, this, &HistoryStrip::showSummary);
    connect(&context_.decoder->story(), &SoundStory::soundChanged, this, &HistoryStrip::mark);
    connect(&listen_.player(), &SoundPlayer::playingChanged, this, [this](bool playing) {
        play_->setIcon(icon(playing ? QStringLiteral("stop") : QStringLiteral("play")));
        play_->setText(playing ? tr("Stop") : tr("Play"));
    });
    connect(&listen_, &ListenController::stateChanged, this, &HistoryStrip::showState);
}

std::vector<quint64> HistoryStrip::selected() const
{
    std::vector<int> rows;
    for (const QModelIndex& index : list_->selectionModel()->selectedIndexes()) rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    std::vector<quint64> numbers;
    for (const int row : rows) numbers.push_back(shown_.index(row, 0).data(SoundLibrary::NumberRole).toULongLong());
    return numbers;
}

/// The one that what needs a single sound is about; 0: none.
quint64 HistoryStrip::current() const
{
    const std::vector<quint64> numbers = selected();
    return numbers.size() == 1 ? numbers.front() : 0;
}

/// The current sound of the program is the current card, where it is kept; but what a person does with the cards goes on.
void HistoryStrip::mark()
{
    if (list_->editing() || selected().size() > 1) return showState();
    const auto& heard = context_.decoder->story().sound();
    const QModelIndex index = heard ? shown_.mapFromSource(library_.index(library_.rowOf(heard->number))) : QModelIndex();
    if (index.isValid() && index != list_->currentIndex()) {
        list_->setCurrentIndex(index);
        list_->scrollTo(index);
    }
    showState();
}

void HistoryStrip::showState()
{
    const bool waits = !listen_.recording();
    play_->setEnabled(waits && (context_.decoder->story().sound() || current() > 0));
}

void HistoryStrip::showActions()
{
    const std::vector<quint64> numbers = selected();
    for (QAction* action : {show_, rename_, latent_}) action->setEnabled(numbers.size() == 1);
    compare_->setEnabled(numbers.size() == 2);
    for (QAction* action : {star_, save_, delete_}) action->setEnabled(!numbers.empty());
    const auto starred = [this](quint64 number) {
        const SoundCard* card = library_.find(number);
        return card && card->starred;
    };
    const bool allStarred = !numbers.empty() && std::all_of(numbers.begin(), numbers.end(), starred);
    star_->setText(allStarred ? tr("Remove star") : tr("Star"));
    undo_->setEnabled(library_.canUndoRemove());
    showState();
}

void HistoryStrip::showSummary()
{
    const SoundImport& import = listen_.import();
    const bool reads = import.active() && (import.searching() || import.total() > 1);
    progress_->setVisible(reads);
    cancel_->setVisible(reads);
    if (reads) {
        progress_->setRange(0, import.searching() ? 0 : import.total());
        progress_->setValue(import.done());
        QString text =
            import.total() > 0 ? tr("Read %1 of %2 files").arg(import.done()).arg(import.total()) : tr("Looking for sound files");
        if (!import.bad().empty()) text += tr(", %n cannot be read", nullptr, int(import.bad().size()));
        if (const auto left = import.secondsLeft(); left && *left > 2) text += tr(", %1 left").arg(durationText(*left));
        summary_->setText(text);
        return;
    }
    const int count = library_.rowCount();
    summary_->setText(count == 0 ? tr("Every word you say is kept here, on this computer only.")
                                 : tr("%n sound(s)", nullptr, count) + QStringLiteral(", ") + sizeText(library_.bytes()) +
                                       QStringLiteral(" · ") + tr("kept on this computer only"));
    summary_->setToolTip(
        tr("Nothing that is recorded ever leaves this computer. There is room for %1 sounds or %2; beyond that the oldest "
           "without a star give way, files before recordings.\n%3")
            .arg(QLocale().toString(qulonglong(library_.limits().sounds)), sizeText(library_.limits().bytes), library_.folder()));
}

void HistoryStrip::note(const QString& text, const QString& action, std::function<void()> what)
{
    noted_ = std::move(what);
    toast_->showText(text, action);
}

void HistoryStrip::showCurrent()
{
    if (const quint64 number = current()) listen_.show(number);
}

void HistoryStrip::play()
{
    if (const quint64 number = current(); number && !listen_.player().playing())
        listen_.play(number);
    else
        listen_.togglePlaying();
}

void HistoryStrip::compare()
{
    const std::vector<quint64> numbers = selected();
    // As they lie: the newer one is on the left.
    if (numbers.size() == 2) Q_EMIT compareWanted(numbers[0], numbers[1]);
}

void HistoryStrip::rename()
{
    if (current() == 0) return;
    list_->setFocus();
    list_->edit(list_->selectionModel()->selectedIndexes().front());
}

void HistoryStrip::star()
{
    const std::vector<quint64> numbers = selected();
    const bool starred = std::any_of(numbers.begin(), numbers.end(), [this](quint64 number) {
        const SoundCard* card = library_.find(number);
        return card && !card->starred;
    });
    for (const quint64 number : numbers) library_.setStarred(number, starred);
}

void HistoryStrip::save()
{
    const std::vector<quint64> numbers = selected();
    if (numbers.empty()) return;
    if (numbers.size() == 1) return saveOne(numbers.front());
    auto* dialog =
        new QFileDialog(window(), tr("Save sounds in a folder"), context_.settings->value(saveFolderKey, QDir::homePath()).toString());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this, numbers](const QString& folder) {
        context_.settings->setValue(saveFolderKey, folder);
        library_.saveInto(QList<quint64>(numbers.begin(), numbers.end()), folder);
    });
    dialog->open();
}

void HistoryStrip::saveOne(quint64 number)
{
    const SoundCard* card = library_.find(number);
    if (!card) return;
    const QString folder = context_.settings->value(saveFolderKey, QDir::homePath()).toString();
    auto* dialog = new QFileDialog(window(), tr("Save sound, image and numbers"), folder, tr("Sound, image and numbers (*.wav)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("wav"));
    dialog->selectFile(SoundLibrary::stemOf(*card) + QStringLiteral(".wav"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, number](const QString& file) {
        const QFileInfo chosen(file);
        context_.settings->setValue(saveFolderKey, chosen.absolutePath());
        // The dialog asked whether the sound may be replaced, not about the other two.
        for (const char* extension : {".png", ".json"}) {
            const QString other = chosen.completeBaseName() + QLatin1String(extension);
            if (!chosen.exists() && chosen.dir().exists(other))
                return Q_EMIT listen_.trouble(tr("%1 is already there. Choose another name.").arg(other), {});
        }
        library_.saveAs(number, chosen.absolutePath(), chosen.completeBaseName());
    });
    dialog->open();
}

void HistoryStrip::openInLatent()
{
    showCurrent();
    if (current() > 0) Q_EMIT pageWanted(QStringLiteral("latent"));
}

void HistoryStrip::remove()
{
    const std::vector<quint64> numbers = selected();
    if (numbers.empty()) return;
    library_.remove(QList<quint64>(numbers.begin(), numbers.end()));
    showActions();
    note(tr("Deleted %n sound(s).", nullptr, int(numbers.size())), tr("Undo"), [this] { undo(); });
}

void HistoryStrip::undo()
{
    library_.undoRemove();
    toast_->hide();
    mark();
    showActions();
}

void HistoryStrip::filter()
{
    shown_.setFilterFixedString(onlyStarred_->isChecked() ? QStringLiteral("true") : QString());
    mark();
}

void HistoryStrip::cancelImport() { listen_.import().cancel(); }

void HistoryStrip::askForFiles()
{
    auto* dialog = new QFileDialog(window(), tr("Open sound"), context_.settings->value(folderKey, QDir::homePath()).toString());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Sound files (%1)").arg(SoundImport::patterns().join(u' ')), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& files) {
        if (files.isEmpty()) return;
        context_.settings->setValue(folderKey, QFileInfo(files.front()).absolutePath());
        listen_.openFiles(files);
    });
    dialog->open();
}

void HistoryStrip::askForFolder()
{
    auto* dialog = new QFileDialog(window(), tr("Open folder of sounds"), context_.settings->value(folderKey, QDir::homePath()).toString());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        context_.settings->setValue(folderKey, folder);
        listen_.openFiles({folder});
    });
    dialog->open();
}

}  // namespace sonoglyph
