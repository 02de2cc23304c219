// Data, the alignment as it is: every recording of the chosen part and label beside all the images that go with it. GUI thread only.
#pragma once

#include <QWidget>

#include "ui/logic/alignment_list.h"

class QLabel;
class QListView;

namespace sonoglyph {

class AlignmentView : public QWidget {
    Q_OBJECT
public:
    explicit AlignmentView(PairBrowser& browser, QWidget* parent = nullptr);

    const AlignmentList& model() const { return model_; }

Q_SIGNALS:
    /// The browser is at a pair that a person wants to hear.
    void playWanted();

private:
    void follow();
    void choose(const QModelIndex& index, int image);

    PairBrowser& browser_;
    AlignmentList model_;
    QLabel* sentence_;
    QListView* list_;
};

}  // namespace sonoglyph
