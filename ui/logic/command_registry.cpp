#include "ui/logic/command_registry.h"

#include <algorithm>

#include <QKeySequence>

namespace sonoglyph {

namespace {

/// Lower case without accents, letter for letter.
QString plain(const QString& text)
{
    QString result;
    for (const QChar c : text.toLower().normalized(QString::NormalizationForm_D)) {
        if (c.category() == QChar::Mark_NonSpacing) continue;
        result += c == QChar(0x142) ? QChar(u'l') : c;  // the Polish l with stroke has no decomposition
    }
    return result;
}

/// "&Open sound…" as people read it.
QString withoutMnemonic(QString text)
{
    text.replace(QLatin1String("&&"), QLatin1String("\u0001"));
    text.remove(u'&');
    return text.replace(u'\u0001', u'&');
}

/// A pass from every possible start; the best one counts.
double scoreFrom(const QString& needle, const QString& hay, int start)
{
    double score = 0;
    int previous = -2, position = start;
    for (const QChar c : needle) {
        const int found = int(hay.indexOf(c, position));
        if (found < 0) return 0;
        score += 1;
        if (found == previous + 1) score += 2;
        if (found == 0 || !hay.at(found - 1).isLetterOrNumber()) score += 2;
        previous = found;
        position = found + 1;
    }
    return score - 0.02 * start;
}

}  // namespace

double fuzzyScore(const QString& typed, const QString& text)
{
    QString needle = plain(typed);
    needle.remove(u' ');
    if (needle.isEmpty()) return 1;
    const QString hay = plain(text);
    double best = 0;
    for (int start = int(hay.indexOf(needle.front())); start >= 0; start = int(hay.indexOf(needle.front(), start + 1)))
        best = std::max(best, scoreFrom(needle, hay, start));
    return best <= 0 ? 0 : best + 1.0 / (1.0 + double(hay.size()));
}

void CommandRegistry::setCommands(std::vector<Command> commands)
{
    commands_ = std::move(commands);
    filter();
}

void CommandRegistry::setTyped(const QString& typed)
{
    typed_ = typed;
    filter();
}

void CommandRegistry::filter()
{
    std::vector<std::pair<double, Command>> found;
    for (const Command& command : commands_) {
        if (!command.action || !command.action->isEnabled() || !command.action->isVisible()) continue;
        const double inText = fuzzyScore(typed_, withoutMnemonic(command.action->text()));
        const double inAll = 0.5 * fuzzyScore(typed_, command.place + u' ' + withoutMnemonic(command.action->text()));
        if (const double score = std::max(inText, inAll); score > 0) found.emplace_back(score, command);
    }
    if (!typed_.isEmpty()) std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    beginResetModel();
    shown_.clear();
    for (auto& [score, command] : found) shown_.push_back(std::move(command));
    endResetModel();
}

int CommandRegistry::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(shown_.size()); }

QAction* CommandRegistry::action(int row) const
{
    return row >= 0 && row < int(shown_.size()) ? shown_[std::size_t(row)].action.data() : nullptr;
}

QVariant CommandRegistry::data(const QModelIndex& index, int role) const
{
    const QAction* action = index.isValid() ? this->action(index.row()) : nullptr;
    if (!action) return {};
    switch (role) {
    case Qt::DisplayRole:
        return withoutMnemonic(action->text());
    case Qt::DecorationRole:
        return action->icon();
    case Qt::ToolTipRole:
        return action->toolTip();
    case ShortcutRole:
        return action->shortcut().toString(QKeySequence::NativeText);
    case PlaceRole:
        return shown_[std::size_t(index.row())].place;
    case Qt::CheckStateRole:
        if (action->isCheckable()) return action->isChecked() ? Qt::Checked : Qt::Unchecked;
        return {};
    default:
        return {};
    }
}

}  // namespace sonoglyph
