// The form of a new run: presets, fields with the reason under each that is wrong, and the button that starts. GUI thread only.
//
// The fields' object names are the keys of config.json ("batch", "data.split"), the run's name is "name".
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <QHash>
#include <QWidget>

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
    /// `draft` must outlive the form. `start` is the action of the button at the end.
    RunForm(RunDraft& draft, QAction& start, QWidget* parent = nullptr);

    /// Models that the engine can train; before it is known, AIVAE alone.
    void setModels(const std::vector<ModelKind>& models);
    void setSpeakers(const std::vector<std::string>& speakers);
    /// Training speed of earlier runs, for the estimate; absent where none has been measured.
    void setSamplesPerSecond(std::optional<double> speed);
    /// Everything that is typed can be read and the draft is valid.
    bool valid() const;

    void showQuickLook();
    void showPaper();

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
    struct Number;

    Field& addRow(const QString& key, const QString& label, const QString& tip, QWidget* editor);
    void addNumber(const QString& key, const QString& label, const QString& tip, const Number& number);
    void addChoice(const QString& key, const QString& label, const QString& tip, QComboBox* choice,
                   const std::function<QString(const RunConfig&)>& get, const std::function<void(RunConfig&, const QString&)>& set);
    void addPresets(QVBoxLayout* layout);
    void addBasics();
    void addAdvanced();
    void unfold(bool open);
    void showPreset(const RunConfig& preset);
    void showDraft();
    void showReasons();
    void showEstimate();
    void restyle();

    RunDraft& draft_;
    QGridLayout* rows_ = nullptr;
    bool buildingAdvanced_ = false;
    std::vector<Field> fields_;
    QHash<QString, QString> unread_;  ///< what is typed there is no number
    QComboBox* model_ = nullptr;
    QComboBox* split_ = nullptr;
    QToolButton* more_ = nullptr;
    QLabel* estimate_ = nullptr;
    QPushButton* toData_ = nullptr;
    std::optional<double> speed_;
    bool showing_ = false;  ///< the draft is being shown: editors' signals are not a person's
};

}  // namespace sonoglyph
