// Below an own data set: whether a LeNet-5 can read its images, and the way to train one. GUI thread only.
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;

namespace sonoglyph {

class JudgeTraining;

class JudgeStrip : public QWidget {
    Q_OBJECT
public:
    /// `training` must outlive it. `readable`: one is there.
    JudgeStrip(JudgeTraining& training, const QString& folder, const QString& dataset, bool readable, QWidget* parent = nullptr);

private:
    void show();

    JudgeTraining& training_;
    QString dataset_;
    bool readable_;
    QAction *train_, *stop_;
    QLabel* text_;
    QProgressBar* progress_;
};

}  // namespace sonoglyph
