#include "ui/widgets/segments.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

#include "ui/widgets/theme.h"

namespace sonoglyph {

Segments::Segments(const QStringList& words, const QStringList& tips, QWidget* parent) : QWidget(parent), group_(new QButtonGroup(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid / 4);
    for (int i = 0; i < words.size(); ++i) {
        auto* button = new QToolButton(this);
        button->setText(words[i]);
        button->setToolTip(tips.value(i));
        button->setFont(smallFont());
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);  // a word that is cut says nothing
        group_->addButton(button, i);
        layout->addWidget(button);
    }
    layout->addStretch(1);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Preferred);
    setCurrent(0);
    connect(group_, &QButtonGroup::idToggled, this, [this](int index, bool on) {
        if (on) Q_EMIT currentChanged(index);
    });
}

int Segments::current() const { return group_->checkedId(); }

void Segments::setCurrent(int index)
{
    if (QAbstractButton* button = group_->button(index)) button->setChecked(true);
}

}  // namespace sonoglyph
