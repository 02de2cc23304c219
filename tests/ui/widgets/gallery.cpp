// Every widget with plausible content, as pictures in the folder given: for eyes, not for ctest.
//
// usage: gallery FOLDER [light|dark] [WIDTH HEIGHT]
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMouseEvent>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSlider>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>
#include <numbers>
#include <random>

#include "ui/widgets/banner.h"
#include "ui/widgets/curve_chart.h"
#include "ui/widgets/digit_view.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/figure_export.h"
#include "ui/widgets/figure_work.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/image_grid.h"
#include "ui/widgets/latent_panel.h"
#include "ui/widgets/level_meter.h"
#include "ui/widgets/navigation_rail.h"
#include "ui/widgets/reading_bars.h"
#include "ui/widgets/record_button.h"
#include "ui/widgets/spectrogram_view.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/waveform_view.h"

using namespace sonoglyph;

namespace {

std::mt19937 generator(7);
QString folder;
QString suffix;

void shoot(QWidget& widget, const char* name)
{
    widget.show();
    QApplication::processEvents();
    for (CurveChart* chart : widget.findChildren<CurveChart*>()) chart->refreshNow();
    QApplication::processEvents();
    widget.grab().save(QStringLiteral("%1/%2-%3.png").arg(folder, QString::fromLatin1(name), suffix));
}

QImage digit(int which, double noise = 0)
{
    QImage image(28, 28, QImage::Format_Grayscale8);
    image.fill(0);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = painter.font();
    font.setPixelSize(24);
    font.setItalic(noise > 0);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(image.rect(), Qt::AlignCenter, QString::number(which));
    painter.end();
    if (noise > 0) {
        const QImage soft = image.scaled(16, 16, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        image = soft.scaled(28, 28, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_Grayscale8);
    }
    return image;
}

std::vector<float> speech(double seconds, int rate)
{
    std::normal_distribution<float> noise(0, 0.006f);
    std::vector<float> samples(std::size_t(seconds * rate));
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double t = double(i) / rate;
        const double envelope = std::exp(-std::pow((t - 0.45) / 0.12, 2)) + 0.6 * std::exp(-std::pow((t - 0.72) / 0.06, 2));
        samples[i] = float(envelope * 0.5 * (std::sin(2 * std::numbers::pi * 140 * t) + 0.4 * std::sin(2 * std::numbers::pi * 733 * t))) +
                     noise(generator);
    }
    return samples;
}

Spectrogram mel(int frames)
{
    Spectrogram s{48, frames, std::vector<float>(std::size_t(48 * frames))};
    std::uniform_real_distribution<float> noise(0, 0.12f);
    for (int band = 0; band < 48; ++band) {
        for (int frame = 0; frame < frames; ++frame) {
            const double t = double(frame) / frames;
            const double envelope = std::exp(-std::pow((t - 0.45) / 0.18, 2)) + 0.7 * std::exp(-std::pow((t - 0.75) / 0.08, 2));
            double formants = 0;
            for (const double centre : {6 + 4 * t, 17 - 6 * t, 30 + 5 * std::sin(5 * t)})
                formants += std::exp(-std::pow((band - centre) / 2.4, 2));
            s.values[std::size_t(band * frames + frame)] =
                float(std::min(1.0, 0.15 + 0.8 * envelope * (0.35 + formants * 0.6))) - noise(generator);
        }
    }
    return s;
}

QList<QPointF> curve(int n, double from, double to, double noise)
{
    std::normal_distribution<double> normal(0, noise);
    QList<QPointF> points;
    for (int i = 1; i <= n; ++i)
        points.append({double(i), to + (from - to) * std::exp(-i * 6.0 / n) + normal(generator) * (1 + 3 * std::exp(-i * 10.0 / n))});
    return points;
}

void listen(int w, int h)
{
    QWidget window;
    window.resize(w, h);
    auto* across = new QHBoxLayout(&window);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    auto* rail = new NavigationRail;
    rail->addPage(QStringLiteral("listen"), QStringLiteral("listen"), QStringLiteral("Listen"));
    rail->addPage(QStringLiteral("train"), QStringLiteral("train"), QStringLiteral("Train"));
    rail->addPage(QStringLiteral("latent"), QStringLiteral("latent"), QStringLiteral("Latent"));
    rail->addPage(QStringLiteral("data"), QStringLiteral("data"), QStringLiteral("Data"));
    rail->setBusy(QStringLiteral("train"), true);
    rail->addFooterAction(new QAction(QStringLiteral("Settings"), rail), QStringLiteral("settings"));
    across->addWidget(rail);
    auto* page = new QVBoxLayout;
    page->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    page->setSpacing(kMargin);
    across->addLayout(page, 1);
    auto* banner = new Banner;
    page->addWidget(banner);
    banner->showMessage(Banner::Warning, QStringLiteral("No microphone was found. Plug one in, or open a sound file."),
                        QStringLiteral("QMediaDevices lists no audio input."), QStringLiteral("Open a sound file"));
    auto* body = new QHBoxLayout;
    body->setSpacing(kMargin);
    page->addLayout(body, 1);
    auto* left = new QVBoxLayout;
    left->setSpacing(kGrid);
    body->addLayout(left, 3);
    auto* title = new QLabel(QStringLiteral("Say a digit"));
    title->setFont(titleFont());
    left->addWidget(title);
    auto* controls = new QHBoxLayout;
    auto* record = new RecordButton;
    record->setState(RecordButton::Recording);
    record->setLevel(0.6);
    auto* meter = new LevelMeter;
    meter->setLevels(-9, -18);
    controls->addWidget(record);
    controls->addSpacing(kMargin);
    controls->addWidget(meter, 1);
    left->addLayout(controls);
    auto* wave = new WaveformView;
    wave->setSound(speech(1.2, 16000), 16000);
    wave->setWord(3800, 13200);
    wave->setPlayPosition(0.5);
    left->addWidget(wave, 2);
    auto* spectrum = new SpectrogramView;
    SpectrogramParams params;
    spectrum->setParams(params, 16000);
    spectrum->setSpectrogram(mel(120));
    left->addWidget(spectrum, 3);
    auto* right = new QVBoxLayout;
    right->setSpacing(kGrid);
    body->addLayout(right, 2);
    auto* image = new DigitView;
    image->setImage(digit(3, 1));
    image->setSmooth(true);
    right->addWidget(image, 4);
    auto* bars = new ReadingBars;
    bars->setReading({{0.001f, 0.002f, 0.01f, 0.913f, 0.0f, 0.05f, 0.0f, 0.0f, 0.02f, 0.004f}, {}});
    bars->setExpected(3);
    right->addWidget(bars);
    auto* exact = new SpectrogramView;
    exact->setExact(true);
    exact->setParams(params, 16000);
    exact->setSpectrogram(mel(48), 0.62);
    right->addWidget(exact, 2);
    shoot(window, "listen");
}

void train(int w, int h)
{
    QWidget window;
    window.resize(w, h);
    auto* page = new QVBoxLayout(&window);
    page->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    page->setSpacing(kMargin);
    auto* charts = new QHBoxLayout;
    charts->setSpacing(kMargin);
    page->addLayout(charts, 3);
    for (const bool logarithmic : {false, true}) {
        auto* chart = new CurveChart;
        chart->setTitle(logarithmic ? QStringLiteral("KL") : QStringLiteral("Loss"));
        chart->setAxisTitles(QStringLiteral("step"), QStringLiteral("nats per pair"));
        chart->addCurve({QStringLiteral("total")});
        chart->addCurve({QStringLiteral("total, held out"), {}, {}, 0, 0});
        chart->addCurve({QStringLiteral("reconstruction"), {}, seriesDash(2)});
        chart->setLogarithmic(Qt::Vertical, logarithmic);
        chart->setSmoothing(logarithmic ? 100 : 1);
        chart->setPoints(0, curve(20000, 540, 118, 6));
        chart->setPoints(2, curve(20000, 500, 84, 5));
        QList<QPointF> test;
        for (const QPointF& p : curve(20, 300, 125, 1)) test.append({p.x() * 1000, p.y()});
        chart->setPoints(1, test);
        if (logarithmic) chart->setMarks({{8000, QStringLiteral("alpha 0.5")}, {8200, QStringLiteral("learning rate 0.0001")}});
        charts->addWidget(chart);
    }
    auto* grid = new ImageGrid;
    ImageRow real{QStringLiteral("Real"), ImageRow::Real, {}}, ours{QStringLiteral("Generated"), ImageRow::Ours, {}};
    QStringList captions;
    for (int i = 0; i < 10; ++i) {
        real.images.append(digit(i));
        ours.images.append(digit(i, 1));
        captions << QString::number(i);
    }
    grid->setRows({real, ours});
    grid->setCaptions(captions);
    grid->setCurrentCell({3, 1});
    page->addWidget(grid, 2);
    window.show();
    QApplication::processEvents();
    for (CurveChart* chart : window.findChildren<CurveChart*>()) chart->refreshNow();
    QApplication::processEvents();
    auto* chart = window.findChildren<CurveChart*>().first();
    QMouseEvent move(QEvent::MouseMove, QPointF(chart->width() * 0.4, chart->height() / 2.0),
                     chart->mapToGlobal(QPointF(chart->width() * 0.4, 100)), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(chart, &move);
    window.grab().save(QStringLiteral("%1/train-%2.png").arg(folder, suffix));
    const auto exportAll = [](const FigureSource& source, const QString& name) {
        for (const auto* ext : {"svg", "pdf", "png"}) {
            const auto done = exportFigure(*source.figure(), QStringLiteral("%1/export-%2.%3").arg(folder, name, QString::fromLatin1(ext)),
                                           {120, 80, 200, 8});
            if (!done) qWarning("%s", english(done.error()).c_str());
        }
    };
    exportAll(*chart, QStringLiteral("chart"));
    exportAll(*grid, QStringLiteral("grid"));
}

void latent(int w, int h)
{
    LatentPanel panel;
    panel.resize(w, h);
    std::normal_distribution<float> normal(0, 1);
    std::vector<float> mean(64), sigma(64);
    for (std::size_t i = 0; i < 64; ++i) {
        const bool dead = i % 5 == 3;
        mean[i] = dead ? 0.02f : normal(generator);
        sigma[i] = dead ? 0.99f : 0.2f + 0.4f * std::abs(normal(generator));
    }
    panel.setCode(mean, sigma);
    std::vector<float> values = mean;
    values[5] = 2.4f;
    values[20] = -1.7f;
    panel.setValues(values);
    QVector<bool> zeroed(64, false), locked(64, false);
    zeroed[7] = zeroed[40] = locked[12] = true;
    panel.setZeroed(zeroed);
    panel.setLocked(locked);
    QVector<double> kl(64);
    for (int i = 0; i < 64; ++i) kl[i] = 2.0 * std::abs(double(mean[std::size_t(i)]));
    panel.setMeasure(kl, QStringLiteral("%1 nats"));
    panel.setCurrentDimension(9);
    panel.show();
    panel.activateWindow();
    panel.setFocus();
    shoot(panel, "latent");
    (void)exportFigure(*panel.figure(), folder + QStringLiteral("/export-latent.png"), {160, 110, 150, 8});
}

void controls()
{
    QWidget window;
    window.resize(980, 700);
    auto* across = new QHBoxLayout(&window);
    across->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    across->setSpacing(2 * kMargin);
    auto* form = new QFormLayout;
    form->setSpacing(kGrid);
    across->addLayout(form, 1);
    auto* set = new QComboBox;
    set->addItems({QStringLiteral("MNIST-FSDD"), QStringLiteral("MNIST-SCD")});
    form->addRow(QStringLiteral("Data set"), set);
    auto* alpha = new QDoubleSpinBox;
    form->addRow(QStringLiteral("Alpha"), alpha);
    auto* seed = new QLineEdit(QStringLiteral("42"));
    form->addRow(QStringLiteral("Seed"), seed);
    auto* empty = new QLineEdit;
    empty->setPlaceholderText(QStringLiteral("Folder for the run"));
    form->addRow(QStringLiteral("Run"), empty);
    auto* check = new QCheckBox(QStringLiteral("Show every step"));
    check->setChecked(true);
    form->addRow(check);
    form->addRow(new QCheckBox(QStringLiteral("Sample from the posterior")));
    auto* radio = new QRadioButton(QStringLiteral("Stretch to the width"));
    radio->setChecked(true);
    form->addRow(radio);
    form->addRow(new QRadioButton(QStringLiteral("Pad to one second")));
    auto* progress = new QProgressBar;
    progress->setValue(43);
    form->addRow(QStringLiteral("Progress"), progress);
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setValue(30);
    form->addRow(QStringLiteral("Epoch"), slider);
    auto* buttons = new QHBoxLayout;
    auto* start = new QPushButton(icon(QStringLiteral("play")), QStringLiteral("Start"));
    start->setDefault(true);
    buttons->addWidget(start);
    buttons->addWidget(new QPushButton(icon(QStringLiteral("pause")), QStringLiteral("Pause")));
    auto* off = new QPushButton(icon(QStringLiteral("stop")), QStringLiteral("Stop"));
    off->setEnabled(false);
    buttons->addWidget(off);
    auto* tool = new QToolButton;
    tool->setIcon(icon(QStringLiteral("dice")));
    tool->setAutoRaise(true);
    buttons->addWidget(tool);
    buttons->addStretch();
    form->addRow(buttons);
    auto* list = new QListWidget;
    for (int i = 0; i < 12; ++i) list->addItem(QStringLiteral("run-%1").arg(i));
    list->setCurrentRow(2);
    form->addRow(list);
    auto* right = new QVBoxLayout;
    across->addLayout(right, 1);
    auto* icons = new QGridLayout;
    int i = 0;
    for (const QString& name : iconNames()) {
        auto* label = new QLabel;
        label->setPixmap(icon(name).pixmap(QSize(24, 24), window.devicePixelRatioF()));
        icons->addWidget(label, i / 8, i % 8);
        ++i;
    }
    right->addLayout(icons);
    auto* meter = new LevelMeter;
    meter->setLevels(0, -4);
    right->addWidget(meter);
    auto* records = new QHBoxLayout;
    for (const auto state : {RecordButton::Idle, RecordButton::Waiting, RecordButton::Recording, RecordButton::Busy}) {
        auto* button = new RecordButton;
        button->setState(state);
        button->setLevel(0.3);
        records->addWidget(button);
    }
    right->addLayout(records);
    auto* banner = new Banner;
    right->addWidget(banner);
    banner->showError(
        Error{Errc::Corrupt, {"%1 is not a sound file. Open a WAV, FLAC, OGG or AIFF file.", {"notes.txt"}}, "libsndfile: unknown format"},
        QStringLiteral("Open another"));
    auto* state = new EmptyState(QStringLiteral("train"), QStringLiteral("No runs yet. Train a quick look: about 2 minutes."),
                                 QStringLiteral("Train a quick look"));
    right->addWidget(state, 1);
    auto* toast = new Toast(&window);
    toast->showText(QStringLiteral("Ten features set to zero"), QStringLiteral("Undo"));
    shoot(window, "controls");
}

void exporting()
{
    CurveChart chart;
    chart.setAxisTitles(QStringLiteral("step"), QStringLiteral("nats per pair"));
    chart.addCurve({QStringLiteral("train")});
    chart.setPoints(0, curve(2000, 540, 118, 6));
    ExportDialog dialog(chart.figure());
    figureThreads().waitForDone();  // with the preview
    QApplication::processEvents();
    shoot(dialog, "export");
    SpectrogramView spectrum;
    spectrum.setParams({}, 8000);
    spectrum.setSpectrogram(mel(80));
    (void)exportFigure(*spectrum.figure(), folder + QStringLiteral("/export-spectrogram.png"), {120, 60, 200, 8});
    WaveformView wave;
    wave.setSound(speech(1.2, 16000), 16000);
    wave.setWord(3800, 13200);
    (void)exportFigure(*wave.figure(), folder + QStringLiteral("/export-wave.png"), {120, 40, 200, 8});
    ReadingBars bars;
    bars.setReading({{0.001f, 0.002f, 0.01f, 0.913f, 0.0f, 0.05f, 0.0f, 0.0f, 0.02f, 0.004f}, {}});
    (void)exportFigure(*bars.figure(), folder + QStringLiteral("/export-bars.png"), {85, 40, 200, 8});
}

}  // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    folder = arguments.value(1, QDir::tempPath());
    suffix = arguments.value(2, QStringLiteral("light"));
    QDir().mkpath(folder);
    applyTheme(suffix == QLatin1String("dark") ? ThemeMode::Dark : ThemeMode::Light);
    const int w = arguments.value(3, QStringLiteral("1024")).toInt(), h = arguments.value(4, QStringLiteral("700")).toInt();
    listen(w, h);
    train(w, h);
    latent(600, 600);
    controls();
    exporting();
    return 0;
}
