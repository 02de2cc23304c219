// Series of numbers that are well and that are not: what is said, in which step, and that a run that goes on from its state says the same.
#include <QTest>

#include <cmath>
#include <functional>
#include <limits>

#include <nlohmann/json.hpp>

#include "core/train/health.h"

using namespace sonoglyph;

using Series = std::function<StepMetrics(std::int64_t)>;
using Said = QList<std::pair<int, QByteArray>>;  ///< step, a part of the sentence
Q_DECLARE_METATYPE(Series)

namespace {

constexpr double meanImage = 206;
constexpr double none = std::numeric_limits<double>::quiet_NaN(), infinity = std::numeric_limits<double>::infinity();

StepMetrics well(std::int64_t number)
{
    StepMetrics m;
    m.step = number;
    m.total = 120 + 10 * std::sin(double(number));
    m.reconstruction = 100;
    m.kl = 20;
    m.gradientNorm = 30 * std::exp(std::sin(3.0 * double(number)));
    m.activeUnits = 12;
    m.discriminator = DiscriminatorMetrics{0.9, 1.1, 0.7, 0.3, 2};
    return m;
}

EpochMetrics epochOf(int number, std::optional<double> diversity)
{
    EpochMetrics m;
    m.epoch = number;
    m.step = number * 10;
    m.diversity = diversity;
    return m;
}

Said heard(Health& health, const Series& series, std::int64_t from, std::int64_t to)
{
    Said out;
    for (std::int64_t step = from; step <= to; ++step)
        for (const TrainNotice& notice : health.add(series(step)))
            out.append({int(notice.step), QByteArray::fromStdString(english(notice.message))});
    return out;
}

}  // namespace

class tst_Health : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stepsInARow()
    {
        Streak streak;
        std::string said;
        for (const char c : std::string("110111110111001111")) said += streak.add(c == '1', 3) ? '!' : '.';
        // Said at the third in a row; a gap of one is not enough to say it again, and neither is one of two.
        QCOMPARE(said, std::string(".....!............"));
        for (int i = 0; i < 3; ++i) QVERIFY(!streak.add(false, 3));
        QVERIFY(!streak.add(true, 3) && !streak.add(true, 3) && streak.add(true, 3));
    }

    void series_data()
    {
        QTest::addColumn<Series>("series");
        QTest::addColumn<Said>("said");
        const auto row = [](const char* name, const std::function<void(StepMetrics&)>& change, const Said& said) {
            QTest::newRow(name) << Series([change](std::int64_t number) {
                StepMetrics m = well(number);
                change(m);
                return m;
            }) << said;
        };
        row("all is well", [](auto&) {}, {});
        row("collapsed since step 21",
            [](auto& m) {
                if (m.step <= 20) return;
                m.activeUnits = 0;
                m.reconstruction = m.step % 2 ? 220 : 190;
            },
            {{70, "collapsed since step 21"}});
        row("collapsed twice",
            [](auto& m) {
                if ((m.step > 20 && m.step <= 100) || m.step > 200) {
                    m.activeUnits = 0;
                    m.reconstruction = 206;
                }
            },
            {{70, "since step 21"}, {250, "since step 201"}});
        row("2 % better than the mean image is no better",
            [](auto& m) {
                m.activeUnits = 0;
                m.reconstruction = meanImage / 1.02;
            },
            {{50, "collapsed since step 1"}});
        row("nothing active, but 4 % better than the mean image",
            [](auto& m) {
                m.activeUnits = 0;
                m.reconstruction = meanImage / 1.04;
            },
            {});
        row("nothing active yet, but it learns", [](auto& m) { m.activeUnits = 0; }, {});
        row("a dimension now and then",
            [](auto& m) {
                m.activeUnits = m.step % 49 == 0;
                m.reconstruction = 206;
            },
            {});
        row("no dimensions at all",
            [](auto& m) {
                m.activeUnits.reset();
                m.reconstruction = 206;
            },
            {});
        row("gradients of a file without any", [](auto& m) { m.gradientNorm.reset(); }, {});
        row("explodes at step 151", [](auto& m) { m.gradientNorm = m.step > 150 ? 1e5 : 30; }, {{160, "large as usual since step 151"}});
        row("110 times as large", [](auto& m) { m.gradientNorm = m.step > 150 ? 3300 : 30; }, {{160, "since step 151"}});
        row("90 times as large", [](auto& m) { m.gradientNorm = m.step > 150 ? 2700 : 30; }, {});
        row("large before 100 steps are known", [](auto& m) { m.gradientNorm = m.step > 95 ? 1e5 : 30; }, {{110, "since step 101"}});
        row("explodes and comes back", [](auto& m) { m.gradientNorm = m.step > 150 && m.step <= 170 ? 1e5 : 30; },
            {{160, "since step 151"}});
        row("single wild batches", [](auto& m) { m.gradientNorm = m.step % 10 == 0 ? 1e6 : 30; }, {});
        row("grows slowly, a thousandfold", [](auto& m) { m.gradientNorm = std::exp(double(m.step) / 43); }, {});
        row("grows fast", [](auto& m) { m.gradientNorm = std::exp(0.2 * double(std::max<std::int64_t>(0, m.step - 150))); },
            {{190, "since step 181"}});
        row("large in the first steps", [](auto& m) { m.gradientNorm = m.step < 20 ? 1e5 : 1; }, {});
        row("grows from nothing", [](auto& m) { m.gradientNorm = m.step < 200 ? 0 : 0.5; }, {});
        row("discriminator explodes", [](auto& m) { m.discriminator->gradientNorm = m.step > 150 ? 1e4 : 2; },
            {{160, "discriminator's gradients"}});
        row("discriminator has won since step 31",
            [](auto& m) {
                if (m.step > 30) m.discriminator->real = 0.96, m.discriminator->drawn = 0.04;
            },
            {{130, "won since step 31"}});
        row("not sure enough of real images", [](auto& m) { m.discriminator->real = 0.94, m.discriminator->drawn = 0.04; }, {});
        row("not sure enough of drawn images", [](auto& m) { m.discriminator->real = 0.96, m.discriminator->drawn = 0.06; }, {});
        row("sure of real images alone", [](auto& m) { m.discriminator->real = 0.99; }, {});
        row("sure of drawn images alone", [](auto& m) { m.discriminator->drawn = 0.01; }, {});
        row("won for 99 steps",
            [](auto& m) {
                if (m.step % 100) m.discriminator->real = 0.99, m.discriminator->drawn = 0.01;
            },
            {});
        row("no discriminator", [](auto& m) { m.discriminator.reset(); }, {});
    }

    void series()
    {
        QFETCH(Series, series);
        QFETCH(Said, said);
        Health health(meanImage);
        const Said whole = heard(health, series, 1, 300);
        QCOMPARE(whole.size(), said.size());
        for (int i = 0; i < said.size(); ++i) {
            QCOMPARE(whole[i].first, said[i].first);
            QVERIFY2(whole[i].second.contains(said[i].second), whole[i].second);
        }

        // Stopped anywhere and resumed from what the checkpoint holds.
        for (const std::int64_t stop : {1, 25, 69, 70, 129, 155, 160, 299}) {
            Health first(meanImage);
            Said parts = heard(first, series, 1, stop);
            const auto state = healthFromJson(nlohmann::json::parse(toJson(first.state()).dump()));
            QVERIFY(state.has_value());
            QVERIFY(*state == first.state());
            Health second(meanImage, *state);
            parts += heard(second, series, stop + 1, 300);
            QCOMPARE(parts, whole);
            QVERIFY(second.state() == health.state());
        }
    }

    void diversity_data()
    {
        QTest::addColumn<QList<double>>("diversities");
        QTest::addColumn<QList<int>>("epochs");  ///< in which something is said
        QTest::newRow("rises") << QList<double>{0.02, 0.05, 0.1, 0.12} << QList<int>{};
        QTest::newRow("falls a little") << QList<double>{0.1, 0.06, 0.06} << QList<int>{};
        QTest::newRow("falls below half of the best") << QList<double>{0.05, 0.1, 0.08, 0.04, 0.03} << QList<int>{4};
        QTest::newRow("falls to a little over half") << QList<double>{0.1, 0.051} << QList<int>{};
        QTest::newRow("falls to a little under half") << QList<double>{0.1, 0.049} << QList<int>{2};
        QTest::newRow("falls bit by bit") << QList<double>{0.1, 0.08, 0.06, 0.045} << QList<int>{4};
        QTest::newRow("comes back and falls again") << QList<double>{0.1, 0.04, 0.07, 0.04} << QList<int>{2, 4};
        QTest::newRow("nothing but the mean image") << QList<double>{0, 0, 0} << QList<int>{};
    }

    void diversity()
    {
        QFETCH(QList<double>, diversities);
        QFETCH(QList<int>, epochs);
        Health health(meanImage);
        QList<int> said;
        for (int i = 0; i < diversities.size(); ++i)
            for (const TrainNotice& notice : health.add(epochOf(i + 1, diversities[i]))) {
                said.append(i + 1);
                QCOMPARE(notice.step, std::int64_t(i + 1) * 10);
                const auto best = std::max_element(diversities.begin(), diversities.begin() + i);
                const QString since =
                    QStringLiteral("since step %1 (epoch %2) their diversity is %3, less than half of the %4 after epoch %5.");
                const QString expected =
                    since.arg((i + 1) * 10).arg(i + 1).arg(diversities[i]).arg(*best).arg(best - diversities.begin() + 1);
                QVERIFY2(english(notice.message).find(expected.toStdString()) != std::string::npos, qPrintable(expected));
            }
        QCOMPARE(said, epochs);
        QVERIFY(health.add(epochOf(99, std::nullopt)).empty());
    }

    void divergence_data()
    {
        QTest::addColumn<double>("total");
        QTest::addColumn<double>("gradient");
        QTest::addColumn<double>("discriminator");
        QTest::addColumn<double>("discriminatorGradient");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("all is well") << 1.0 << 1e9 << 1.0 << 1.0 << QByteArray();
        QTest::newRow("loss") << none << none << 1.0 << 1.0 << QByteArray("The loss was no longer a number at step 7.");
        QTest::newRow("loss infinite") << infinity << none << 1.0 << 1.0 << QByteArray("The loss was");
        QTest::newRow("gradient") << 1.0 << infinity << 1.0 << 1.0 << QByteArray("The gradients were no longer numbers at step 7.");
        QTest::newRow("discriminator") << 1.0 << 1.0 << none << none
                                       << QByteArray("The discriminator's loss was no longer a number at step 7.");
        QTest::newRow("its gradient") << 1.0 << 1.0 << 1.0 << none << QByteArray("The gradients were");
    }

    void divergence()
    {
        QFETCH(double, total);
        QFETCH(double, gradient);
        QFETCH(double, discriminator);
        QFETCH(double, discriminatorGradient);
        QFETCH(QByteArray, says);
        StepMetrics m = well(7);
        m.total = total;
        m.gradientNorm = gradient;
        m.discriminator->loss = discriminator;
        m.discriminator->gradientNorm = discriminatorGradient;
        const auto found = Health::divergence(m);
        QCOMPARE(found.has_value(), !says.isEmpty());
        if (found) QVERIFY2(english(*found).starts_with(says.toStdString()), english(*found).c_str());
        m.discriminator.reset();
        m.gradientNorm.reset();
        QCOMPARE(Health::divergence(m).has_value(), !std::isfinite(total));
    }

    void evaluationsThatAreNoNumber()
    {
        EpochMetrics m;
        m.step = 9;
        m.testTotal = 3;
        QVERIFY(!Health::divergence(m));
        for (const double total : {none, infinity}) {
            m.testTotal = total;
            const auto found = Health::divergence(m);
            QVERIFY(found && english(*found).starts_with("The loss on held-out pairs was no longer a number after step 9."));
        }
    }

    void statesThatAreNone()
    {
        for (const char* text : {"null", "[]", "{}", R"({"gradients": []})", "3"}) QVERIFY(!healthFromJson(nlohmann::json::parse(text)));
        auto state = toJson(HealthState());
        state["won"] = {1, 2};
        QVERIFY(!healthFromJson(state));
    }
};

QTEST_GUILESS_MAIN(tst_Health)
#include "tst_health.moc"
