// Data, the split: how many recordings of each label and speaker are on which side, what leaks from one to the other, and what a score on
// it means therefore. GUI thread only.
#pragma once

#include <QWidget>

#include "ui/logic/recording_browser.h"

class QLabel;

namespace sonoglyph {

class StackedBars;

class SplitView : public QWidget {
    Q_OBJECT
public:
    explicit SplitView(const RecordingBrowser& browser, QWidget* parent = nullptr);

private:
    void show();
    void showLabels(const CheckedRecordings& all);
    void showSpeakers(const CheckedRecordings& all);

    const RecordingBrowser& browser_;
    QLabel *meaning_, *copies_, *counts_;
    StackedBars *labels_, *speakers_;
};

}  // namespace sonoglyph
