// What can become a column of the alpha wall, as a list for ChoicePopup: every built-in model, and every run once. GUI thread only.
#pragma once

#include <QSortFilterProxyModel>

#include "ui/logic/model_catalog.h"

namespace sonoglyph {

class WallChoices : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit WallChoices(ModelCatalog& catalog, QObject* parent = nullptr);

    /// ModelCatalog's roles; KeyRole is WallColumn::key.
    QVariant data(const QModelIndex& index, int role) const override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    static QString columnOf(const ModelChoice& choice);
    ModelCatalog& catalog_;
};

}  // namespace sonoglyph
