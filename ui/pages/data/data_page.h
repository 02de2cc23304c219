// Data: which sets are there, how much of each, from where, what is missing and what to do; and what a pair looks and sounds like.
#pragma once

#include "ui/pages/page.h"

class QLabel;
class QSplitter;

namespace sonoglyph {

class DataSetSection;
class PairPanel;

class DataPage : public Page {
    Q_OBJECT
public:
    /// Needs the context's settings and data.
    explicit DataPage(const AppContext& context, QWidget* parent = nullptr);

    QList<QAction*> commands() const override;
    void closeDown() override;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* buildOverview();
    void chooseFolder();
    void showSurvey();

    QAction* choose_;
    QAction* refresh_;
    QSplitter* splitter_;
    QLabel* folder_;
    QLabel* folderProblem_;
    DataSetSection* mnist_;
    DataSetSection* fsdd_;
    DataSetSection* scd_;
    DataSetSection* synthetic_;
    PairPanel* pairs_;
};

}  // namespace sonoglyph
