// An own data set before it is there: a folder of sound files, how they are labelled, what they are mixed with, which images they go with;
// and what would come of it. GUI thread only; folders are read on a worker thread.
#pragma once

#include <optional>

#include <QObject>
#include <QString>
#include <QThreadPool>

#include "core/data/own_dataset.h"

namespace sonoglyph {

class DataCatalog;

class OwnSetDraft : public QObject {
    Q_OBJECT
public:
    /// What the folder holds, read with the present choices.
    struct Found {
        Labels labels;
        std::vector<int> perLabel;
        int recordings = 0, speakers = 0, skipped = 0;
        QString trouble;  ///< why it would be no data set; empty: it would be one
    };
    enum class Place { Guess, Names, Folders, Words, Table };
    Q_ENUM(Place)

    /// `data` must outlive it.
    explicit OwnSetDraft(DataCatalog& data, QObject* parent = nullptr);
    /// Waits for a folder that is being read.
    ~OwnSetDraft() override;

    QString folder() const { return folder_; }
    /// Takes the folder's name for the set where it has none.
    void setFolder(const QString& folder);
    void setPlace(Place place, const QString& table = {});
    Place place() const { return place_; }
    QString table() const { return table_; }
    QString name() const { return name_; }
    void setName(const QString& name);
    /// With commas between; empty: those that are found.
    void setLabels(const QString& labels);
    /// A folder of four IDX files; empty: MNIST's.
    void setImages(const QString& folder);
    QString images() const { return images_; }
    /// A built-in set; empty: none.
    void setMixedWith(const QString& dataset);
    void setOneToOne(bool oneToOne);

    bool reading() const { return reading_; }
    /// Empty before a folder was chosen and while it is being read.
    const std::optional<Found>& found() const { return found_; }
    /// There is something to add, and it has a name that can be.
    bool valid() const;
    /// Writes the description. Answered by added() or failed().
    void add();
    /// A name made of the letters, digits, - and _ of any text.
    static QString nameFrom(const QString& text);

Q_SIGNALS:
    void changed();
    void added(const QString& name);
    void failed(const QString& text);

private:
    OwnDataset described(const Labels& labels, LabelsFrom from) const;
    void read();

    DataCatalog& data_;
    QString folder_, table_, name_, images_, mixedWith_;
    Labels labels_;  ///< that a person named
    Place place_ = Place::Guess;
    bool oneToOne_ = false, reading_ = false;
    std::optional<Found> found_;
    LabelsFrom foundFrom_ = LabelsFrom::Names;
    quint64 request_ = 0;
    QThreadPool worker_;  ///< last member: ends first
};

}  // namespace sonoglyph
