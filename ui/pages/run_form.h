// The form of a new run, or of one for each of several alphas, seeds, models and data sets: presets, fields with the reason under each that
// is wrong, and the button that starts. GUI thread only.
//
// The fields' object names are the keys of config.json ("batch", "data.split"), the run's name is "name".
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <QHash>
#include <QWidget>

#include "core/data/survey.h"
#include "ui/logic/run_draft.h"

class QAction;
class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace sonoglyph {

class RunForm : public QWidget {
    Q_OBJECT
public:
    /// `draft` must outlive the form. `start` is the action of the button at the end, `measure` that of the one beside the estimate.
    RunForm(RunDraft& draft, QAction& start, QAction& measure, QWidget* parent = nullptr);

    /// Models that the engine can train; before it is known, AIVAE alone.
    void setModels(const std::vector<ModelKind>& models);
    void setSpeakers(const std::vector<std::string>& speakers);
    /// Offered below the built-in ones.
    void setOwnDataSets(const std::vector<RecordingSurvey>& sets);
    /// What the runs will cost, in one line above the button that starts them.
    void setEstimate(const QString& text);
    /// Everything that is typed can be read and the draft is valid.
    bool valid() const;

    /// Fill in known recipes: for the command palette.
    const QList<QAction*>& presets() const { return presets_; }
    /// Whatever was typed before is forgotten.
    void showConfig(const RunConfig& config);

Q_SIGNALS:
    void validChanged();
    void dataPageWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Field {
        QString key;
        QWidget* editor = nullptr;
        QLabel* reason = nullptr;
        QLabel* caption = nullptr;
        bool advanced = false;
        std::function<void()> show;  ///< draft to editor
    };
    /// What a field of one number shows and changes.
    struct Number {
        bool whole = true;
        QString whenEmpty;  ///< what an empty field means, shown in it; empty: a number must be given
        std::function<QString(const RunConfig&)> get;
        std::function<void(RunConfig&, double)> set;
        bool negative = true;  ///< may be typed: what is wrong with it says validate()
    };
    /// The same of several.
    struct Numbers {
        bool whole = true;  ///< of 0 or more
        std::function<QStringList(const RunDraft::Choices&)> get;
        std::function<void(RunDraft::Choices&, const std::vector<double>&)> set;
    };

    Field& addRow(const QString& key, const QString& label, const QString& tip, QWidget* editor);
    void addNumber(const QString& key, const QString& label, const QString& tip, const Number& number);
    void addChoice(const QString& key, const QString& label, const QString& tip, QComboBox* choice,
                   const std::function<QString(const RunConfig&)>& get, const std::function<void(RunConfig&, const QString&)>& set);
    /// Several numbers, one run each.
    void addNumbers(const QString& key, const QString& label, const QString& tip, const Numbers& numbers);
    /// Entries that stand for one or several values, joined by "+".
    void addChoices(const QString& key, const QString& label, const QString& tip, QComboBox* choice,
                    const std::function<QStringList(const RunDraft::Choices&)>& get,
                    const std::function<void(RunDraft::Choices&, const QStringList&)>& set);
    void addPresets(QVBoxLayout* layout);
    void addBasics();
    void addAdvanced();
    void unfold(bool open);
    void showDraft();
    void showReasons();
    void restyle();

    RunDraft& draft_;
    QGridLayout* rows_ = nullptr;
    bool buildingAdvanced_ = false;
    std::vector<Field> fields_;
    QHash<QString, QString> unread_;  ///< what is typed there is no number
    QList<QAction*> presets_;
    QComboBox* dataSet_ = nullptr;
    int builtInSets_ = 0;  ///< items before the own ones
    QComboBox* model_ = nullptr;
    QComboBox* split_ = nullptr;
    QToolButton* more_ = nullptr;
    QLabel* estimate_ = nullptr;
    QPushButton* toData_ = nullptr;
    bool showing_ = false;  ///< the draft is being shown: editors' signals are not a person's
};

}  // namespace sonoglyph
