// What a run had learnt after each of its epochs: a strip to choose one, its reconstructions, what its latent dimensions say, and its
// checkpoint where it was kept. Where none is chosen the newest is shown. GUI thread only.
#pragma once

#include <filesystem>
#include <vector>

#include <QImage>
#include <QWidget>

#include "core/train/metrics.h"
#include "ui/logic/epoch_files.h"
#include "ui/widgets/image_grid.h"

class QLabel;
class QPushButton;

namespace sonoglyph {

class EpochStrip;
class KlBars;

class EpochPanel : public QWidget {
    Q_OBJECT
public:
    explicit EpochPanel(QWidget* parent = nullptr);

    /// Another run: nothing is chosen. `name` is said where it is not the run that is watched; else empty.
    void setRun(const std::filesystem::path& run, const QString& name = {});
    const std::filesystem::path& run() const { return files_.run(); }
    /// The evaluated ones, ascending.
    void setEpochs(const std::vector<EpochMetrics>& epochs);
    /// Of this moment, or the last there is.
    void setNewest(const QList<ImageRow>& rows, const QStringList& captions);
    /// Nats, of this moment; empty: those of the last evaluation are shown.
    void setNewestKl(const std::vector<double>& nats);
    /// 0: the newest.
    void choose(int epoch);
    int chosen() const;

    ImageGrid& grid() { return *grid_; }
    EpochStrip& strip() { return *strip_; }
    KlBars& bars() { return *bars_; }

    /// The rows of a grid as the run wrote it: real above generated images of 28x28.
    static QList<ImageRow> rowsOf(const QImage& grid);
    static QList<ImageRow> rowsOf(const QList<QImage>& real, const QList<QImage>& generated);

Q_SIGNALS:
    /// A person wants to hear and draw with this checkpoint file.
    void checkpointWanted(const QString& file);
    /// The newest is wanted again, of the run that is watched.
    void newestWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showChosen();
    void showGrid();
    void showBars();
    const EpochMetrics* chosenEpoch() const;

    EpochFiles files_;
    QString name_;
    std::vector<EpochMetrics> epochs_;
    QList<ImageRow> newest_;
    QStringList newestCaptions_;
    std::vector<double> newestKl_;
    QString checkpoint_;
    EpochStrip* strip_;
    QLabel* says_;
    QPushButton *newestButton_, *use_;
    QWidget* line_;
    ImageGrid* grid_;
    KlBars* bars_;
};

}  // namespace sonoglyph
