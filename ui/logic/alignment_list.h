// Which recordings of the browsed part and label go with which images: a row a recording, with all its images. GUI thread only.
#pragma once

#include <memory>
#include <vector>

#include <QAbstractListModel>
#include <QString>

#include "core/data/paired_dataset.h"
#include "ui/logic/pair_browser.h"

namespace sonoglyph {

class AlignmentList : public QAbstractListModel {
    Q_OBJECT
public:
    explicit AlignmentList(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    /// Null: no rows. `label` -1: every one.
    void show(std::shared_ptr<const PairedDataset> dataset, PairBrowser::Part part, int label);

    int imageCount(int row) const { return int(rows_[std::size_t(row)].pairs.size()); }
    /// The i-th image of a row.
    QImage imageAt(int row, int i) const;
    /// Where the pair with that image is among those that PairBrowser shows.
    int positionAt(int row, int i) const { return rows_[std::size_t(row)].positions[std::size_t(i)]; }
    /// Who says it, which take, and the label.
    QString nameOf(int row) const;
    /// The alignment in one sentence, with its numbers; empty without rows.
    QString sentence() const { return sentence_; }

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(rows_.size()); }
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row {
        std::uint32_t recording = 0;
        std::vector<std::uint32_t> pairs;  ///< images
        std::vector<int> positions;
    };
    void describe(int withoutImage);

    std::shared_ptr<const PairedDataset> dataset_;
    PairBrowser::Part part_ = PairBrowser::Part::Train;
    int label_ = -1;
    std::vector<Row> rows_;
    QString sentence_;
};

}  // namespace sonoglyph
