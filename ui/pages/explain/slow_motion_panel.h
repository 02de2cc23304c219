// Slow motion: one training step of a model, walked through stage by stage with its real numbers and pictures. GUI thread only.
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/logic/step_tracer.h"
#include "ui/pages/explain/step_story.h"
#include "ui/pages/page.h"

class QComboBox;
class QLabel;

namespace sonoglyph {

class Banner;

class SlowMotionPanel : public QWidget {
    Q_OBJECT
public:
    /// Needs settings and decoder.
    explicit SlowMotionPanel(const AppContext& context, QWidget* parent = nullptr);

    /// Takes a step of `model` (as Engine::openModel()) apart; `title` is what people call it.
    void start(const QString& model, const QString& title);
    void leave();

Q_SIGNALS:
    /// By leave(): a person is done.
    void closed();
    /// The data set is missing: another page helps.
    void dataPageWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void layOut();
    void trace();
    void take(const StepTrace& trace);
    void showStage(int stage);
    void setPlaying(bool playing);

    AppContext context_;
    StepTracer tracer_;
    QString model_;
    std::uint64_t seed_ = 1;
    QList<StoryStage> story_;
    Banner* banner_;
    QLabel *title_, *sentence_;
    QComboBox* digit_;
    StepFlow* flow_;
    QAction *back_, *next_, *play_, *other_, *close_;
    QTimer timer_;
};

}  // namespace sonoglyph
