// The epochs of a run in a row: what was drawn after each of them and how well it was read. One can be chosen, by pointer or by arrows.
// GUI thread only.
#pragma once

#include <QImage>
#include <QList>
#include <QListView>

namespace sonoglyph {

struct EpochCell {
    int epoch = 0;
    double accuracy = 0;  ///< 0 to 1
    QImage image;         ///< null: not read yet, or not there
};

class EpochStrip : public QListView {
    Q_OBJECT
public:
    explicit EpochStrip(QWidget* parent = nullptr);

    /// In ascending epochs. The chosen epoch stays chosen while it is there.
    void setCells(const QList<EpochCell>& cells);
    /// Of an epoch that is there.
    void setImage(int epoch, const QImage& image);
    int count() const;
    /// Smaller pictures, for low windows.
    void setCompact(bool compact);
    /// 0: none.
    int currentEpoch() const;
    /// 0: none. Not announced.
    void setCurrentEpoch(int epoch);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// By hand; 0 where the choice was given up (Escape, or the chosen cell pressed again).
    void epochChosen(int epoch);

protected:
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    class Cells;
    class Painter;
    Cells* cells_;
    Painter* painter_;
    bool quiet_ = false;
};

}  // namespace sonoglyph
