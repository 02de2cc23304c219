#include "ui/pages/latent_page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/logic/decoder_controller.h"
#include "ui/logic/settings.h"
#include "ui/logic/text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/digit_view.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/latent_panel.h"
#include "ui/widgets/reading_bars.h"
#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

constexpr const char* splitterName = "latent/main";
constexpr const char* smoothKey = "listen/smooth";  // the same images as on Listen
constexpr int originalSize = 112;

QString key(const char* name) { return QString::fromLatin1(name); }

QLabel* secondaryLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setFont(smallFont());
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QToolButton* toolButton(QAction* action, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFont(smallFont());
    return button;
}

}  // namespace

LatentPage::LatentPage(const AppContext& context, QWidget* parent) : Page(context, parent), controller_(*context.decoder)
{
    makeActions();
    banner_ = new Banner(this);
    auto* empty =
        new EmptyState(QStringLiteral("latent"), tr("The 64 features of a sound appear here. Say a digit on Listen, or open a sound file."),
                       tr("Go to Listen"), this);
    connect(empty, &EmptyState::actionTriggered, this, [this] { Q_EMIT pageWanted(QStringLiteral("listen")); });
    splitter_ = new QSplitter(Qt::Horizontal, this);
    splitter_->setChildrenCollapsible(false);
    splitter_->setHandleWidth(2 * kGrid);
    splitter_->addWidget(makePanelSide());
    splitter_->addWidget(makeImageSide());
    splitter_->setStretchFactor(0, 3);
    splitter_->setStretchFactor(1, 2);
    splitter_->setSizes({620, 380});  // a share
    splitter_->restoreState(context_.settings->splitter(key(splitterName)));
    auto* work = new QWidget(this);
    auto* workLayout = new QVBoxLayout(work);
    workLayout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    workLayout->addWidget(splitter_);

    stack_ = new QStackedLayout;
    stack_->addWidget(empty);
    stack_->addWidget(work);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(banner_);
    layout->addLayout(stack_, 1);
    connectController();
    showCode();
}

LatentPage::~LatentPage() = default;

void LatentPage::makeActions()
{
    const auto make = [this](const QString& iconName, const QString& text, const QString& tip, const QKeySequence& shortcut) {
        auto* action = new QAction(icon(iconName), text, this);
        action->setToolTip(shortcut.isEmpty() ? tip : tr("%1 (%2)").arg(tip, shortcut.toString(QKeySequence::NativeText)));
        action->setShortcut(shortcut);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        return action;
    };
    redraw_ = make(QStringLiteral("dice"), tr("Redraw"), tr("Zero as many features, but others"), Qt::CTRL | Qt::Key_D);
    sample_ = make(QStringLiteral("dice"), tr("Sample z"),
                   tr("Draw every feature from its posterior: the spread of what the model thinks of this sound"), Qt::CTRL | Qt::Key_M);
    reset_ = make(QStringLiteral("reset"), tr("Reset"), tr("Every feature at its mean, nothing zeroed"), Qt::CTRL | Qt::Key_Backspace);
    undo_ = make(QStringLiteral("undo"), tr("Undo"), tr("Take the last change back"), QKeySequence(QKeySequence::Undo));
    redo_ = make(QStringLiteral("redo"), tr("Redo"), tr("Make the change again"), QKeySequence(QKeySequence::Redo));
    redo_->setShortcuts({QKeySequence(QKeySequence::Redo), Qt::CTRL | Qt::Key_Y});
    connect(redraw_, &QAction::triggered, this, [this] {
        if (count_->value() == 0) count_->setValue(8);
        seed_->setValue(seed_->value() + 1);
    });
    connect(sample_, &QAction::triggered, this, [this] { controller_.sample(++sampleSeed_); });
    connect(reset_, &QAction::triggered, this, [this] {
        controller_.reset();
        showCode();
    });
    connect(undo_, &QAction::triggered, &controller_, &LatentController::undo);
    connect(redo_, &QAction::triggered, &controller_, &LatentController::redo);
}

QWidget* LatentPage::makePanelSide()
{
    auto* side = new QWidget(splitter_);
    caption_ = secondaryLabel({}, side);
    panel_ = new LatentPanel(side);
    panel_->setFigureTitle(tr("Features of the sound"));
    panel_->setEmptyText(tr("The features appear as soon as a model has heard the sound."));

    count_ = new QSpinBox(side);
    count_->setAccessibleName(tr("How many features to zero at random"));
    count_->setToolTip(tr("How many features, drawn at random, are set to zero. With the same seed they are the same ones."));
    seed_ = new QSpinBox(side);
    seed_->setRange(1, 999'999);
    seed_->setAccessibleName(tr("Seed of the random choice"));
    seed_->setToolTip(tr("The seed of the random choice: the same seed zeroes the same features"));
    connect(count_, &QSpinBox::valueChanged, this, &LatentPage::zeroAtRandom);
    connect(seed_, &QSpinBox::valueChanged, this, &LatentPage::zeroAtRandom);

    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    auto* zeroLabel = new QLabel(tr("&Zero at random"), side);
    zeroLabel->setBuddy(count_);
    auto* seedLabel = new QLabel(tr("S&eed"), side);
    seedLabel->setBuddy(seed_);
    row->addWidget(zeroLabel);
    row->addWidget(count_);
    row->addWidget(seedLabel);
    row->addWidget(seed_);
    row->addWidget(toolButton(redraw_, side));
    row->addStretch(1);
    row->addWidget(toolButton(sample_, side));

    auto* top = new QHBoxLayout;
    top->setSpacing(kGrid / 2);
    top->addWidget(caption_, 1);
    for (QAction* action : {undo_, redo_}) {
        QToolButton* button = toolButton(action, side);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        top->addWidget(button);
    }
    top->addWidget(toolButton(reset_, side));

    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addLayout(top);
    layout->addWidget(panel_, 1);
    layout->addWidget(new Hairline(Qt::Horizontal, side));
    layout->addLayout(row);
    return side;
}

QWidget* LatentPage::makeImageSide()
{
    auto* side = new QWidget(splitter_);
    image_ = new DigitView(side);
    image_->setFigureTitle(tr("Image of the moved features"));
    image_->setSmooth(context_.settings->value(key(smoothKey), false).toBool());
    original_ = new DigitView(side);
    original_->setFigureTitle(tr("Image of the sound"));
    original_->setFixedSize(originalSize, originalSize);
    original_->setEmptyText(QStringLiteral("–"));
    original_->setToolTip(tr("The image of the untouched features, to compare"));
    connect(image_, &DigitView::smoothChanged, this, [this](bool smooth) {
        original_->setSmooth(smooth);
        context_.settings->setValue(key(smoothKey), smooth);
    });
    original_->setSmooth(image_->isSmooth());
    connect(image_, &DigitView::hovered, this, &Page::statusChanged);
    reading_ = new ReadingBars(side);
    reading_->setFigureTitle(tr("LeNet-5's reading"));

    auto* originalColumn = new QVBoxLayout;
    originalColumn->setSpacing(kGrid / 2);
    originalColumn->addWidget(secondaryLabel(tr("As it was heard"), side));
    originalColumn->addWidget(original_);
    originalColumn->addStretch(1);
    auto* readingColumn = new QVBoxLayout;
    readingColumn->setSpacing(kGrid / 2);
    readingColumn->addWidget(secondaryLabel(tr("LeNet-5 reads the image as"), side));
    readingColumn->addWidget(reading_, 1);
    auto* lower = new QHBoxLayout;
    lower->setSpacing(kMargin);
    lower->addLayout(originalColumn);
    lower->addLayout(readingColumn, 1);

    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(image_, 1);
    layout->addLayout(lower);
    return side;
}

void LatentPage::connectController()
{
    connect(panel_, &LatentPanel::valueChanged, this, [this](int feature, double value) { controller_.setValue(feature, float(value)); });
    connect(panel_, &LatentPanel::zeroToggled, &controller_, &LatentController::setZeroed);
    connect(panel_, &LatentPanel::editingFinished, &controller_, &LatentController::commit);
    connect(panel_, &LatentPanel::editingFinished, this, &LatentPage::showValues);
    connect(&controller_, &LatentController::codeChanged, this, &LatentPage::showCode);
    connect(&controller_, &LatentController::valuesChanged, this, &LatentPage::showValues);
    connect(&controller_, &LatentController::drawingChanged, this, &LatentPage::showImages);
    connect(&context_.decoder->story(), &SoundStory::soundChanged, this, &LatentPage::showPlace);
    connect(context_.decoder, &DecoderController::failed, this,
            [this](const QString& text, const QString& details) { banner_->showMessage(Banner::Warning, text, details); });
    connect(context_.decoder, &DecoderController::drawn, banner_, &QWidget::hide);
}

void LatentPage::showPlace() { stack_->setCurrentIndex(context_.decoder->story().sound() ? 1 : 0); }

void LatentPage::showCode()
{
    showPlace();
    const QSignalBlocker quiet(count_);
    count_->setRange(0, std::max(controller_.size(), 0));
    count_->setValue(0);
    if (controller_.hasCode())
        panel_->setCode(controller_.mean(), controller_.deviation());
    else
        panel_->clear();
    showValues();
    showImages();
}

void LatentPage::showValues()
{
    if (controller_.hasCode()) {
        panel_->setValues(controller_.values());
        const std::vector<bool>& zeroed = controller_.zeroed();
        panel_->setZeroed(QVector<bool>(zeroed.begin(), zeroed.end()));
        const auto& heard = context_.decoder->story().sound();
        caption_->setText(
            tr("%1: %2 of %3 features zeroed").arg(heard ? heard->name : QString()).arg(controller_.zeroedCount()).arg(controller_.size()));
    }
    for (QAction* action : {redraw_, sample_}) action->setEnabled(controller_.hasCode());
    reset_->setEnabled(controller_.hasCode() && !controller_.untouched());
    undo_->setEnabled(controller_.canUndo());
    redo_->setEnabled(controller_.canRedo());
}

void LatentPage::showImages()
{
    const auto& drawing = controller_.drawing();
    const auto& original = context_.decoder->story().drawing();
    image_->setImage(drawing ? toQImage(drawing->image) : QImage());
    original_->setImage(original ? toQImage(original->image) : QImage());
    if (drawing)
        reading_->setProbabilities(drawing->reading.probabilities);
    else
        reading_->clear();
}

void LatentPage::zeroAtRandom() { controller_.zeroAtRandom(count_->value(), quint32(seed_->value())); }

QList<QAction*> LatentPage::commands() const { return {redraw_, sample_, reset_, undo_, redo_}; }

void LatentPage::closeDown() { context_.settings->setSplitter(key(splitterName), splitter_->saveState()); }

}  // namespace sonoglyph
