// Looking closer at a spectrogram: scales, levels, zoom, play cursor, and that read-out and export follow what is shown.
#include <QSignalSpy>
#include <QtTest>

#include <cmath>

#include "ui/widgets/spectrogram_actions.h"
#include "ui/widgets/spectrogram_view.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/waveform_view.h"

using namespace sonoglyph;

namespace {

/// Dark but for one bright row.
Spectrogram line(int bands, int frames, int row)
{
    Spectrogram s{bands, frames, std::vector<float>(std::size_t(bands * frames))};
    std::fill_n(s.values.begin() + row * frames, frames, 1.0f);
    return s;
}

Spectrogram flat(float value, int bands = 48, int frames = 100)
{
    return {bands, frames, std::vector<float>(std::size_t(bands * frames), value)};
}

}  // namespace

class tst_SpectrogramView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeMode::Light); }
    void init()
    {
        view_ = std::make_unique<SpectrogramView>();
        view_->setParams({}, 8000);
        view_->setSpectrogram(line(48, 100, 20), 1.0);
        view_->resize(500, 300);
        view_->show();
        QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
    }
    void cleanup() { view_.reset(); }

    void axesTellFrequencies_data()
    {
        QTest::addColumn<bool>("mel");
        QTest::addColumn<int>("row");
        QTest::addColumn<double>("hertz");
        // Filter b of 48 below 4 kHz peaks at (b + 1) / 49 of 2146 mel.
        QTest::newRow("lowest mel band") << true << 0 << 700 * (std::pow(10.0, 2146.06 / 49 / 2595) - 1);
        QTest::newRow("highest mel band") << true << 47 << 700 * (std::pow(10.0, 2146.06 * 48 / 49 / 2595) - 1);
        QTest::newRow("bin 0") << false << 0 << 0.0;
        QTest::newRow("bin 64") << false << 64 << 1000.0;
        QTest::newRow("bin 256") << false << 256 << 4000.0;
    }
    void axesTellFrequencies()
    {
        QFETCH(bool, mel);
        QFETCH(int, row);
        QFETCH(double, hertz);
        const FrequencyAxis axis = mel ? FrequencyAxis::mel(48, 4000) : FrequencyAxis::linear(257, 8000.0 / 512);
        QVERIFY2(std::abs(axis.hertzOfRow(row) - hertz) < 0.5, qPrintable(QString::number(axis.hertzOfRow(row))));
        for (double share = 0.01; share < 1; share += 0.07) QVERIFY(std::abs(axis.shareOf(axis.hertzAt(share)) - share) < 1e-9);
        double before = -1;
        for (const double tick : axis.ticks(0, 1, 6)) {
            QVERIFY(tick > before && tick <= axis.hertzAt(1));
            before = tick;
        }
    }

    void brightRowIsWhereItsFrequencyIs_data()
    {
        QTest::addColumn<bool>("linear");
        QTest::addColumn<bool>("fourier");
        QTest::addColumn<bool>("zoomed");
        QTest::newRow("mel") << false << false << false;
        QTest::newRow("mel, zoomed") << false << false << true;
        QTest::newRow("mel bands on a linear scale") << true << false << false;
        QTest::newRow("Fourier bins") << true << true << false;
        QTest::newRow("Fourier bins, zoomed") << true << true << true;
    }
    void brightRowIsWhereItsFrequencyIs()
    {
        QFETCH(bool, linear);
        QFETCH(bool, fourier);
        QFETCH(bool, zoomed);
        SpectrogramLook look;
        look.map = ColorMap::Grey;
        look.scale = linear ? FrequencyScale::Linear : FrequencyScale::Mel;
        view_->setLook(look);
        if (fourier) view_->setFourier(line(257, 100, 64));
        const double hertz = fourier ? 1000 : FrequencyAxis::mel(48, 4000).hertzOfRow(20);
        const QRectF plot = view_->plotRect();
        if (zoomed) view_->zoom(0.5, 0.5, {plot.center().x(), plot.bottom() - 20});
        const auto [low, high] = view_->hertzRange();
        QVERIFY(hertz > low && hertz < high);
        // The brightest pixel of a column, and what the pointer reads there.
        const QImage image = view_->grab().toImage();
        const int x = int(plot.center().x());
        int best = int(plot.top()) + 1;
        for (int y = best; y < int(plot.bottom()); ++y)
            if (image.pixelColor(x, y).green() > image.pixelColor(x, best).green()) best = y;
        QVERIFY(image.pixelColor(x, best).green() > 200);
        const QString text = read({double(x), best + 0.5});
        const double told = text.section(QStringLiteral("s   "), 1).section(QLatin1Char(' '), 0, 0).toDouble();
        QVERIFY2(std::abs(told - hertz) < (linear && !fourier ? 60 : 1), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("   0 dB")), qPrintable(text));
    }

    void levelsAreTheEndsOfTheColours_data()
    {
        QTest::addColumn<double>("lowest");
        QTest::addColumn<double>("highest");
        QTest::addColumn<double>("decibels");
        QTest::addColumn<int>("grey");
        QTest::newRow("all") << -80. << 0. << -40. << 128;
        QTest::newRow("at the lowest") << -40. << 0. << -40. << 0;
        QTest::newRow("below the lowest") << -30. << 0. << -40. << 0;
        QTest::newRow("between") << -60. << -20. << -40. << 128;
        QTest::newRow("at the highest") << -80. << -40. << -40. << 255;
        QTest::newRow("turned round") << -10. << -50. << -40. << 255;
        QTest::newRow("below the floor of the sound") << -160. << 0. << -40. << 128;
    }
    void levelsAreTheEndsOfTheColours()
    {
        QFETCH(double, lowest);
        QFETCH(double, highest);
        QFETCH(double, decibels);
        QFETCH(int, grey);
        view_->setSpectrogram(flat(float(1 + decibels / 80)), 1);
        view_->setLook({FrequencyScale::Mel, lowest, highest, ColorMap::Grey});
        const int shown = view_->grab().toImage().pixelColor(view_->plotRect().center().toPoint()).red();
        QVERIFY2(std::abs(shown - grey) <= 1, qPrintable(QString::number(shown)));
        QVERIFY(read(view_->plotRect().center()).contains(QStringLiteral("−40 dB")));
    }

    void wheelZoomsAtThePointer_data()
    {
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<bool>("time");
        QTest::addColumn<bool>("frequency");
        QTest::newRow("both") << int(Qt::NoModifier) << true << true;
        QTest::newRow("time") << int(Qt::ShiftModifier) << true << false;
        QTest::newRow("frequency") << int(Qt::ControlModifier) << false << true;
    }
    void wheelZoomsAtThePointer()
    {
        QFETCH(int, modifiers);
        QFETCH(bool, time);
        QFETCH(bool, frequency);
        const QRectF plot = view_->plotRect();
        const QPointF at = plot.topLeft() + QPointF(plot.width() * 0.3, plot.height() * 0.6);
        const QString before = read(at);
        QSignalSpy changed(view_.get(), &SpectrogramView::windowChanged);
        for (int i = 0; i < 4; ++i) wheel(at, 120, Qt::KeyboardModifier(modifiers));
        QCOMPARE(changed.size(), 4);
        const auto [left, right] = view_->timeRange();
        const auto [low, high] = view_->hertzRange();
        QCOMPARE(right - left < 0.5, time);
        QCOMPARE(high - low < 3000, frequency);
        // What was under the pointer is still there.
        QCOMPARE(read(at).section(QStringLiteral("   "), 1), before.section(QStringLiteral("   "), 1));
        QVERIFY(std::abs(left + 0.3 * (right - left) - 0.3) < 1e-6);
        for (int i = 0; i < 40; ++i) wheel(at, 120, {});
        const auto [closestLeft, closestRight] = view_->timeRange();
        QVERIFY(std::abs(closestRight - closestLeft - 0.04) < 1e-9);  // four columns
        for (int i = 0; i < 60; ++i) wheel(at, -120, {});
        QVERIFY(!view_->isZoomed());
    }

    void draggingPansAndADoubleClickShowsAll()
    {
        const QPoint middle = view_->plotRect().center().toPoint();
        QTest::mousePress(view_.get(), Qt::LeftButton, {}, middle);
        move(middle + QPoint(30, 0));
        QTest::mouseRelease(view_.get(), Qt::LeftButton, {}, middle + QPoint(30, 0));
        QVERIFY(!view_->isZoomed());  // there is nowhere to go
        view_->zoom(0.5, 0.5, view_->plotRect().center());
        const auto [left, right] = view_->timeRange();
        const auto [low, high] = view_->hertzRange();
        QTest::mousePress(view_.get(), Qt::LeftButton, {}, middle);
        move(middle + QPoint(30, 20));
        QTest::mouseRelease(view_.get(), Qt::LeftButton, {}, middle + QPoint(30, 20));
        QVERIFY(view_->timeRange().first < left);  // the sound goes with the pointer
        QVERIFY(std::abs(view_->timeRange().second - view_->timeRange().first - (right - left)) < 1e-9);
        QVERIFY(view_->hertzRange().first > low);
        move(middle);  // let go, it stays
        const double still = view_->timeRange().first;
        move(middle + QPoint(5, 5));
        QCOMPARE(view_->timeRange().first, still);
        QTest::mouseDClick(view_.get(), Qt::LeftButton, {}, middle);
        QVERIFY(!view_->isZoomed());
        QCOMPARE(view_->timeRange(), std::pair(0.0, 1.0));
    }

    void keysZoomAndPan()
    {
        QTest::keyClick(view_.get(), Qt::Key_Plus);
        QTest::keyClick(view_.get(), Qt::Key_Plus);
        QVERIFY(view_->isZoomed());
        const auto [left, right] = view_->timeRange();
        QTest::keyClick(view_.get(), Qt::Key_Right);
        QVERIFY(view_->timeRange().first > left);
        for (int i = 0; i < 20; ++i) QTest::keyClick(view_.get(), Qt::Key_Left);
        QCOMPARE(view_->timeRange().first, 0.0);
        QVERIFY(std::abs(view_->timeRange().second - (right - left)) < 1e-9);
        for (int i = 0; i < 20; ++i) QTest::keyClick(view_.get(), Qt::Key_Up);
        QVERIFY(view_->hertzRange().first > 500);
        QTest::keyClick(view_.get(), Qt::Key_0);
        QVERIFY(!view_->isZoomed());
        QVERIFY(view_->accessibleDescription().contains(QStringLiteral("48 frequency bands")));
    }

    void liveAndExactAreNotZoomed()
    {
        view_->startLive(100);
        for (int i = 0; i < 50; ++i) view_->appendColumn(std::vector<float>(48, 0.5f));
        wheel(view_->plotRect().center(), 120, {});
        QTest::keyClick(view_.get(), Qt::Key_Plus);
        QVERIFY(!view_->isZoomed());
        view_->setSpectrogram(line(48, 48, 3), 1);
        view_->setExact(true);
        wheel(view_->plotRect().center(), 120, {});
        QVERIFY(!view_->isZoomed());
    }

    void anotherSoundIsShownWhole()
    {
        view_->zoom(0.5, 0.5, view_->plotRect().center());
        QSignalSpy changed(view_.get(), &SpectrogramView::windowChanged);
        view_->setSpectrogram(line(48, 100, 20), 2.0);
        QVERIFY(!view_->isZoomed());
        QCOMPARE(changed.size(), 1);
        view_->setFourier(line(257, 100, 9));
        view_->setSpectrogram(line(48, 100, 20), 2.0);
        QVERIFY(!view_->hasFourier());
    }

    void theTableFollowsWhatIsShown()
    {
        const auto rows = [this] { return view_->figure()->csv().split(QLatin1Char('\n')); };
        QCOMPARE(rows().size(), 50);
        view_->setLook({FrequencyScale::Linear, -80, 0, ColorMap::Grey});
        QCOMPARE(rows().size(), 259);
        view_->setFourier(line(257, 100, 64));
        QVERIFY(rows()[65].startsWith(QStringLiteral("1000.0,1.0000")));
        QVERIFY(view_->figureTitle().contains(QStringLiteral("Linear")));
        const QRectF plot = view_->plotRect();
        view_->zoom(0.25, 1, plot.center());
        QCOMPARE(rows()[0].count(QLatin1Char(',')), 26);  // a quarter, and a part at either edge
        QVERIFY(rows()[0].startsWith(QStringLiteral("hertz,0.37")));
        view_->zoom(1, 0.1, plot.bottomLeft());
        QVERIFY(rows().size() < 32);
    }

    void exportLooksLikeTheView()
    {
        view_->setLook({FrequencyScale::Mel, -80, 0, ColorMap::Grey});
        const auto whiteRows = [this] {
            QImage paper(680, 320, QImage::Format_RGB32);
            paper.fill(Qt::red);
            QPainter painter(&paper);
            view_->figure()->paint(painter, QRectF(0, 0, 680, 320), printColors());
            painter.end();
            int rows = 0;
            for (int y = 20; y < 280; ++y) rows += paper.pixelColor(340, y).green() > 128;
            return rows;
        };
        const int whole = whiteRows();
        QVERIFY(whole > 2 && whole < 16);
        view_->zoom(1, 0.25, {view_->plotRect().center().x(), view_->plotRect().bottom() - view_->plotRect().height() * 20.5 / 48});
        QVERIFY(whiteRows() > 2 * whole);
    }

    void playCursorIsInTheRightPlace()
    {
        view_->setLook({FrequencyScale::Mel, -80, 0, ColorMap::Grey});
        const QRectF plot = view_->plotRect();
        const auto cursor = [&] {
            const QImage image = view_->grab().toImage();
            for (int x = int(plot.left()); x < int(plot.right()); ++x)
                if (image.pixelColor(x, int(plot.top()) + 3).green() > 200) return (x - plot.left()) / plot.width();
            return -1.0;
        };
        QCOMPARE(cursor(), -1.0);
        view_->setPlayPosition(0.25);
        QVERIFY(std::abs(cursor() - 0.25) < 0.01);
        view_->zoom(0.5, 1, plot.topLeft());
        QVERIFY(std::abs(cursor() - 0.5) < 0.01);
        view_->setPlayPosition(0.75);
        QCOMPARE(cursor(), -1.0);
        view_->setPlayPosition(-1);
        QCOMPARE(cursor(), -1.0);
    }

    void waveformGoesWithTheTime()
    {
        WaveformView wave;
        wave.resize(400, 100);
        wave.setSound(std::vector<float>(8000, 0.5f), 8000);
        wave.show();
        QVERIFY(QTest::qWaitForWindowExposed(&wave));
        QSignalSpy seek(&wave, &WaveformView::seekWanted);
        const auto at = [&](int x) {
            QTest::mouseClick(&wave, Qt::LeftButton, {}, {x, 40});
            return seek.takeLast()[0].toDouble();
        };
        wave.setTimeRange(0.5, 0.75);
        QVERIFY(std::abs(at(200) - 0.625) < 0.002);
        wave.setTimeRange(0.9, 7);  // no farther than the sound goes
        QVERIFY(std::abs(at(200) - 0.95) < 0.002);
        wave.setTimeRange(0, 0);
        QVERIFY(std::abs(at(200) - 0.5) < 0.002);
        wave.setTimeRange(0.5, 0.75);
        wave.setSound(std::vector<float>(8000, 0.5f), 8000);
        QVERIFY(std::abs(at(200) - 0.5) < 0.002);
    }

    void actionsAndViewAgree()
    {
        SpectrogramActions actions(*view_);
        const auto find = [&](const QString& text) {
            for (QAction* action : actions.all())
                if (action->text() == text) return action;
            return static_cast<QAction*>(nullptr);
        };
        QVERIFY(find(QStringLiteral("Mel scale"))->isChecked());
        find(QStringLiteral("Linear scale"))->trigger();
        find(QStringLiteral("Darkest at −60 dB"))->trigger();
        find(QStringLiteral("Brightest at −10 dB"))->trigger();
        find(QStringLiteral("Colours: Cividis"))->trigger();
        QVERIFY((view_->look() == SpectrogramLook{FrequencyScale::Linear, -60, -10, ColorMap::Cividis}));
        view_->setLook({});
        QVERIFY(find(QStringLiteral("Mel scale"))->isChecked() && !find(QStringLiteral("Linear scale"))->isChecked());
        QVERIFY(!find(QStringLiteral("Zoom out"))->isEnabled());
        find(QStringLiteral("Zoom in"))->trigger();
        QVERIFY(view_->isZoomed() && find(QStringLiteral("Zoom out"))->isEnabled());
        actions.showAll()->trigger();
        QVERIFY(!view_->isZoomed());
    }

private:
    void move(QPointF to)
    {
        QMouseEvent event(QEvent::MouseMove, to, view_->mapToGlobal(to), Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(view_.get(), &event);
    }
    /// What the pointer reads at a place.
    QString read(QPointF at)
    {
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(view_.get(), &leave);
        QSignalSpy hovered(view_.get(), &SpectrogramView::hovered);
        move(at);
        return hovered.isEmpty() ? QString() : hovered.last()[0].toString();
    }
    void wheel(QPointF at, int turned, Qt::KeyboardModifiers modifiers)
    {
        QWheelEvent event(at, view_->mapToGlobal(at), {}, {0, turned}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QApplication::sendEvent(view_.get(), &event);
    }

    std::unique_ptr<SpectrogramView> view_;
};

QTEST_MAIN(tst_SpectrogramView)
#include "tst_spectrogram_view.moc"
