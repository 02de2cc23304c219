// Data: which sets are there, how much of each, from where, what is missing and what to do; what a pair looks and sounds
// like; and sets of one's own, recorded here.
#pragma once

#include "core/data/survey.h"
#include "ui/pages/page.h"

class QLabel;
class QScrollArea;
class QSplitter;
class QVBoxLayout;
class QStackedLayout;

namespace sonoglyph {

class AddView;
class DataSetSection;
class DownloadStrip;
class JudgeTraining;
class PairPanel;
class RecordView;
class Segments;

class DataPage : public Page {
    Q_OBJECT
public:
    /// Needs the context's settings and data.
    explicit DataPage(const AppContext& context, QWidget* parent = nullptr);

    QList<QAction*> commands() const override;
    void closeDown() override;
    QJsonObject figureState() const override;
    QString restoreFigure(const QJsonObject& state) override;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* buildOverview();
    void fitOverview();
    QWidget* buildViews();
    void chooseFolder();
    void showSurvey();
    void showOwn(const std::vector<RecordingSurvey>& sets);
    DownloadStrip* addStrip(DataSetSection& section, const char* name);

    QAction* choose_;
    QAction* refresh_;
    QSplitter* splitter_;
    QScrollArea* overview_;
    QLabel* folder_;
    QLabel* folderProblem_;
    DataSetSection* mnist_;
    DataSetSection* fsdd_;
    DataSetSection* scd_;
    DataSetSection* synthetic_;
    DownloadStrip *mnistStrip_ = nullptr, *fsddStrip_ = nullptr, *scdStrip_ = nullptr;  ///< null where nothing can be downloaded
    QVBoxLayout* own_;                                                                  ///< sections of own data sets
    Segments* view_;
    QStackedLayout* views_;
    PairPanel* pairs_;
    RecordView* record_;
    AddView* add_;
    JudgeTraining* judges_ = nullptr;  ///< null without an engine
};

}  // namespace sonoglyph
