// The runs that can be laid beside the watched one: a filter, a tick for each, and how each is drawn. GUI thread only.
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QListView;

namespace sonoglyph {

class RunComparison;

class RunPicker : public QWidget {
    Q_OBJECT
public:
    explicit RunPicker(RunComparison& runs, QWidget* parent = nullptr);

private:
    void follow();

    RunComparison& runs_;
    QLineEdit* filter_;
    QCheckBox* all_;
    QListView* list_;
    QLabel* none_;
};

}  // namespace sonoglyph
