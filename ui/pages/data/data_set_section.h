// One data set on the Data page: its name and source, how much of it is there, and what to do where something is missing. GUI thread only.
#pragma once

#include "core/data/survey.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace sonoglyph {

class CountBars;

class DataSetSection : public QWidget {
    Q_OBJECT
public:
    /// `source` is rich text: who made it, where it comes from, under which licence.
    DataSetSection(const QString& title, const QString& source, QWidget* parent = nullptr);

    /// `recordings`: of a set that has some, else null. `problem`: what is missing and what to do; empty where nothing is.
    void show(bool present, const QString& summary, const RecordingSurvey* recordings, const QString& problem);

    /// Comes to stand between what is told and where the set comes from.
    void addBelow(QWidget* widget);

protected:
    void changeEvent(QEvent* event) override;

private:
    void restyle();

    QLabel* mark_;
    QLabel* summary_;
    CountBars* bars_;
    QLabel* problem_;
    QLabel* origin_;
    QVBoxLayout* below_;
    bool present_ = false;
};

}  // namespace sonoglyph
