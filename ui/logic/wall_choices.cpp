#include "ui/logic/wall_choices.h"

#include "ui/logic/choice_role.h"

namespace sonoglyph {

WallChoices::WallChoices(ModelCatalog& catalog, QObject* parent) : QSortFilterProxyModel(parent), catalog_(catalog)
{
    setSourceModel(&catalog);
}

QString WallChoices::columnOf(const ModelChoice& choice)
{
    if (choice.kind == ModelChoice::Kind::Builtin || choice.kind == ModelChoice::Kind::Live) return choice.key;
    return QString::fromStdString(choice.file.parent_path().parent_path().string());
}

bool WallChoices::filterAcceptsRow(int row, const QModelIndex&) const
{
    const auto& choices = catalog_.choices();
    const auto at = std::size_t(row);
    return at < choices.size() && (row == 0 || columnOf(choices[at]) != columnOf(choices[at - 1]));
}

QVariant WallChoices::data(const QModelIndex& index, int role) const
{
    const QModelIndex source = mapToSource(index);
    if (!source.isValid()) return {};
    const ModelChoice& choice = catalog_.choices()[std::size_t(source.row())];
    return role == ChoiceRole::Key ? columnOf(choice) : QSortFilterProxyModel::data(index, role);
}

}  // namespace sonoglyph
