// What lies between two threads: the mailbox keeps items in order and the newest value. Run under the thread sanitizer too.
#include <QTest>

#include <optional>
#include <string>
#include <thread>

#include "core/base/mailbox.h"

using namespace sonoglyph;

class tst_Mailbox : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsItemsAndTheNewestValue()
    {
        Mailbox<int, std::string> box;
        QVERIFY(box.drain().first.empty());
        box.add(1);
        box.set("old");
        box.add(2);
        box.set("new");
        const auto [items, latest] = box.drain();
        QCOMPARE(items, (std::vector<int>{1, 2}));
        QCOMPARE(latest.value(), std::string("new"));
        QVERIFY(!box.drain().second);
    }

    void nothingIsLostBetweenThreads()
    {
        constexpr int count = 20000, writers = 3;
        Mailbox<std::pair<int, int>, std::string> box;
        std::vector<std::jthread> threads;
        for (int writer = 0; writer < writers; ++writer)
            threads.emplace_back([&box, writer] {
                for (int i = 0; i < count; ++i) {
                    box.add({writer, i});
                    box.set(std::to_string(i));
                }
            });
        int next[writers] = {};
        std::optional<std::string> last;
        for (int got = 0; got < count * writers;) {
            const auto [items, latest] = box.drain();
            for (const auto& [writer, i] : items) QCOMPARE(i, next[writer]++);
            got += int(items.size());
            if (latest) last = latest;
        }
        threads.clear();
        if (const auto rest = box.drain().second) last = rest;
        QCOMPARE(last.value(), std::to_string(count - 1));
    }
};

QTEST_GUILESS_MAIN(tst_Mailbox)
#include "tst_mailbox.moc"
