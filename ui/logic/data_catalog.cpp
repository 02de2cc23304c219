#include "ui/logic/data_catalog.h"

#include "ui/logic/settings.h"

namespace sonoglyph {

DataCatalog::DataCatalog(Settings& settings, QObject* parent) : QObject(parent), settings_(settings)
{
    pool_.setMaxThreadCount(1);
    connect(&settings_, &Settings::dataFolderChanged, this, [this](const QString& folder) {
        survey_.reset();
        Q_EMIT folderChanged(folder);
        refresh();
    });
}

DataCatalog::~DataCatalog() { pool_.clear(); }

QString DataCatalog::folder() const { return settings_.dataFolder(); }

void DataCatalog::setFolder(const QString& folder) { settings_.setDataFolder(folder); }

bool DataCatalog::canUse(const QString& dataset) const { return survey_ && survey_->canUse(dataset.toStdString()); }

void DataCatalog::refresh()
{
    surveying_ = true;
    pool_.clear();
    pool_.start([this, number = ++newest_, folder = std::filesystem::path(this->folder().toStdString())] {
        auto survey = surveyData(folder);
        QMetaObject::invokeMethod(
            this,
            [this, number, survey = std::move(survey)] {
                if (number != newest_) return;
                survey_ = survey;
                surveying_ = false;
                Q_EMIT surveyed();
            },
            Qt::QueuedConnection);
    });
    Q_EMIT surveyStarted();
}

}  // namespace sonoglyph
