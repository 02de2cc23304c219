#include "ui/pages/data/add_view.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/logic/dataset_title.h"
#include "ui/logic/label_text.h"
#include "ui/pages/action_button.h"
#include "ui/pages/actions.h"
#include "ui/pages/data/count_bars.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/quiet.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr int widest = 560;
enum Images { Mnist, Folder };

template <class Widget>
Widget* named(Widget* widget, const QString& name, const QString& tip)
{
    widget->setAccessibleName(name);
    widget->setToolTip(tip);
    return widget;
}

}  // namespace

AddView::AddView(DataCatalog& data, const QString& words, QWidget* parent)
    : QWidget(parent), draft_(data), words_(words), banner_(new Banner(this))
{
    setAcceptDrops(true);
    browse_ = makeAction(this, icon(QStringLiteral("folder")), tr("Choose recordings…"),
                         tr("A folder of sound files; they stay where they are"), {}, [this] { chooseFolder(); });
    add_ = makeAction(this, icon(QStringLiteral("plus")), tr("Add the set"),
                      tr("From then on it stands beside the others: to look at, to train on, to evaluate"), {}, [this] { draft_.add(); });
    auto* title = new QLabel(tr("Add recordings"));
    title->setFont(titleFont());
    auto* about =
        quietLabel(tr("A folder of sound files becomes a data set, of digits or of any other words. Their labels stand in the names "
                      "(7_anna_3.wav), in folders (seven/anna_3.wav) or in a table; words kept on Listen are told apart by the names you "
                      "give them there. "
                      "A folder can also be dropped here."),
                   this);
    about->setWordWrap(true);
    folder_ = named(new QLineEdit, tr("Recordings"), browse_->toolTip());
    folder_->setReadOnly(true);
    folder_->setPlaceholderText(tr("No folder yet"));
    place_ = named(new QComboBox, tr("Labels from"), tr("Where it stands what is said in a file"));
    place_->addItem(tr("Seen by itself"), int(OwnSetDraft::Place::Guess));
    place_->addItem(tr("Names: LABEL_SPEAKER_NUMBER"), int(OwnSetDraft::Place::Names));
    place_->addItem(tr("Folders: LABEL/FILE or LABEL/SPEAKER/FILE"), int(OwnSetDraft::Place::Folders));
    place_->addItem(tr("Words of Listen: the names you gave them (7, or 7 anna)"), int(OwnSetDraft::Place::Words));
    place_->addItem(tr("A table (CSV): file, label, speaker, part…"), int(OwnSetDraft::Place::Table));
    name_ = named(new QLineEdit, tr("Name"), tr("Letters, digits, - and _, at most 40"));
    labels_ =
        named(new QLineEdit, tr("Labels"), tr("In the order of the images' labels, with commas between. Empty: those that are found"));
    images_ = named(new QComboBox, tr("Images"), tr("Four IDX files named as MNIST's: KMNIST and Fashion-MNIST are such"));
    images_->addItem(tr("MNIST, of the data folder"));
    images_->addItem(tr("Another folder…"));
    with_ = named(new QComboBox, tr("Mixed with"), tr("Recordings of a built-in set join it; each gives the same share of the pairs"));
    with_->addItem(tr("nothing"), QString());
    for (const char* set : {"fsdd", "fsdd6", "scd", "synthetic"}) with_->addItem(datasetTitle(set), QString::fromLatin1(set));
    oneToOne_ = named(new QCheckBox(tr("Each recording with one image at most")), tr("One-to-one"),
                      tr("One-to-one, as the paper pairs Speech Commands. Else every image has a recording, and a recording many images"));
    found_ = new QLabel;
    found_->setWordWrap(true);
    found_->setAccessibleName(tr("What is in the folder"));
    counts_ = new CountBars;
    counts_->setFigureTitle(tr("Recordings found"));

    // Long choices must not press the captions together.
    for (QComboBox* box : {place_, images_, with_}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }
    auto* folderRow = new QHBoxLayout;
    folderRow->setSpacing(kGrid);
    folderRow->addWidget(folder_, 1);
    folderRow->addWidget(new ActionButton(*browse_));
    auto* form = new QFormLayout;
    form->setVerticalSpacing(kGrid);
    form->setHorizontalSpacing(kMargin);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Recordings"), folderRow);
    form->addRow(tr("Labels from"), place_);
    form->addRow(tr("Labels"), labels_);
    form->addRow(tr("Images"), images_);
    form->addRow(tr("Mixed with"), with_);
    form->addRow(QString(), oneToOne_);
    form->addRow(tr("Name"), name_);
    auto* column = new QVBoxLayout;
    column->setSpacing(kGrid);
    column->addWidget(title);
    column->addWidget(about);
    column->addSpacing(kGrid);
    column->addLayout(form);
    column->addWidget(found_);
    column->addWidget(counts_);
    column->addWidget(new ActionButton(*add_), 0, Qt::AlignLeft);
    column->addStretch(1);
    auto* inner = new QWidget;
    inner->setLayout(column);
    inner->setMaximumWidth(widest);
    auto* row = new QHBoxLayout;
    row->addWidget(inner, 1);
    row->addStretch(0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(banner_);
    layout->addLayout(row, 1);

    connect(place_, &QComboBox::activated, this, [this] { choosePlace(); });
    connect(images_, &QComboBox::activated, this, [this] { chooseImages(); });
    connect(with_, &QComboBox::activated, this, [this] { draft_.setMixedWith(with_->currentData().toString()); });
    connect(oneToOne_, &QCheckBox::toggled, &draft_, &OwnSetDraft::setOneToOne);
    connect(name_, &QLineEdit::textEdited, &draft_, &OwnSetDraft::setName);
    connect(labels_, &QLineEdit::editingFinished, this, [this] {
        if (labels_->isModified()) draft_.setLabels(labels_->text());
        labels_->setModified(false);
    });
    connect(&draft_, &OwnSetDraft::changed, this, &AddView::show);
    connect(&draft_, &OwnSetDraft::added, this, [this](const QString& name) {
        banner_->showMessage(Banner::Info, tr("%1 stands on the left now. Choose it on Train to learn from it.").arg(name));
    });
    connect(&draft_, &OwnSetDraft::failed, banner_, [this](const QString& text) { banner_->showMessage(Banner::Trouble, text); });
    show();
}

void AddView::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Choose a folder of recordings"), draft_.folder());
    if (!folder.isEmpty()) draft_.setFolder(folder);
}

void AddView::choosePlace()
{
    const auto place = OwnSetDraft::Place(place_->currentData().toInt());
    QString table;
    if (place == OwnSetDraft::Place::Table) {
        table = QFileDialog::getOpenFileName(this, tr("Choose the table"), draft_.folder(), tr("Tables (*.csv *.txt)"));
        if (table.isEmpty()) return show();
    }
    if (place == OwnSetDraft::Place::Words && draft_.folder() != words_) {
        if (draft_.name().isEmpty()) draft_.setName(QStringLiteral("my-words"));
        draft_.setFolder(words_);
    }
    draft_.setPlace(place, table);
}

void AddView::chooseImages()
{
    if (images_->currentIndex() == Mnist) return draft_.setImages({});
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Choose a folder of images"), draft_.images());
    if (folder.isEmpty()) return show();
    draft_.setImages(folder);
}

void AddView::show()
{
    folder_->setText(QDir::toNativeSeparators(draft_.folder()));
    place_->setCurrentIndex(place_->findData(int(draft_.place())));
    if (name_->text() != draft_.name()) name_->setText(draft_.name());
    images_->setItemText(Folder, draft_.images().isEmpty() ? tr("Another folder…") : QDir::toNativeSeparators(draft_.images()));
    images_->setCurrentIndex(draft_.images().isEmpty() ? Mnist : Folder);
    add_->setEnabled(draft_.valid());
    const auto& found = draft_.found();
    counts_->setVisible(found && found->trouble.isEmpty());
    if (!found) {
        found_->setText(draft_.reading() ? tr("The folder is being read …") : QString());
        return;
    }
    if (!found->trouble.isEmpty()) return found_->setText(found->trouble);
    QStringList parts{tr("%Ln recording(s)", nullptr, found->recordings), tr("%Ln speaker(s)", nullptr, found->speakers)};
    if (found->skipped > 0) parts << tr("%Ln file(s) left out: they name none of the labels", nullptr, found->skipped);
    found_->setText(parts.join(QStringLiteral(", ")));
    counts_->setCounts(found->perLabel, labelTexts(found->labels));
    labels_->setPlaceholderText(labelTexts(found->labels).join(QStringLiteral(", ")));
}

void AddView::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && QFileInfo(urls.front().toLocalFile()).isDir()) event->acceptProposedAction();
}

void AddView::dropEvent(QDropEvent* event)
{
    draft_.setFolder(event->mimeData()->urls().front().toLocalFile());
    event->acceptProposedAction();
}

}  // namespace sonoglyph
