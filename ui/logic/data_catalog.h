// What is in the data folder, looked up behind the GUI. GUI thread only; signals arrive there.
#pragma once

#include <optional>

#include <QObject>
#include <QString>
#include <QThreadPool>

#include "core/data/survey.h"

namespace sonoglyph {

class Settings;

class DataCatalog : public QObject {
    Q_OBJECT
public:
    /// The folder is the settings' data folder. Surveys nothing until refresh() or the first change. `settings` must outlive the catalog.
    explicit DataCatalog(Settings& settings, QObject* parent = nullptr);
    /// Waits for a survey under way (a fraction of a second).
    ~DataCatalog() override;

    QString folder() const;
    /// Remembered in the settings; surveys it.
    void setFolder(const QString& folder);
    /// Looks again. Of several calls during one survey only the last is answered.
    void refresh();

    bool surveying() const { return surveying_; }
    /// Of folder(); empty until the first survey has ended. While surveying the one before is still there, unless the folder changed.
    const std::optional<DataSurvey>& survey() const { return survey_; }
    /// Whether the folder holds what `dataset` needs; false until surveyed.
    bool canUse(const QString& dataset) const;

Q_SIGNALS:
    void folderChanged(const QString& folder);
    void surveyStarted();
    void surveyed();

private:
    Settings& settings_;
    std::optional<DataSurvey> survey_;
    bool surveying_ = false;
    quint64 newest_ = 0;
    QThreadPool pool_;  ///< last member: waits for its job first
};

}  // namespace sonoglyph
