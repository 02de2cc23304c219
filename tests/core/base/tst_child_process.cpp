#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/child_process.h"

using namespace sonoglyph;

namespace {

ChildCommand shell(const std::string& script) { return {{"/bin/sh", "-c", script}}; }

}  // namespace

class tst_ChildProcess : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void endsAreTold_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("signal");
        QTest::newRow("done") << "exit 0" << 0 << 0;
        QTest::newRow("failed") << "exit 3" << 3 << 0;
        QTest::newRow("killed") << "kill -9 $$" << 0 << SIGKILL;
        QTest::newRow("standard input is empty") << "read line || exit 7" << 7 << 0;
    }

    void endsAreTold()
    {
        QFETCH(QString, script);
        QFETCH(int, status);
        QFETCH(int, signal);
        const auto end = runChild(shell(script.toStdString()), {});
        QVERIFY(end.ok());
        QCOMPARE(end->status, status);
        QCOMPARE(end->signal, signal);
    }

    void linesAreHeard()
    {
        std::vector<std::string> out, error;
        ChildCommand command = shell("echo one; echo two >&2; printf 'three\n\nfour'");
        command.onOutput = [&](const std::string& line) { out.push_back(line); };
        command.onError = [&](const std::string& line) { error.push_back(line); };
        QVERIFY(runChild(command, {}).ok());
        QCOMPARE(out, (std::vector<std::string>{"one", "three", "", "four"}));
        QCOMPARE(error, (std::vector<std::string>{"two"}));
    }

    void aProgramThatIsNotThere()
    {
        const auto end = runChild({{"/no/such/program"}}, {});
        QVERIFY(!end.ok());
        QCOMPARE(end.error().code, Errc::Unavailable);
        QVERIFY(english(end.error()).find("/no/such/program") != std::string::npos);
    }

    void aStopIsASignalThatTheProgramMayHeed()
    {
        std::stop_source stop;
        ChildCommand command = shell("trap 'echo stopping; exit 130' TERM; echo ready; while :; do sleep 0.01; done");
        std::string last;
        command.onOutput = [&](const std::string& line) {
            last = line;
            if (line == "ready") stop.request_stop();
        };
        const auto end = runChild(command, stop.get_token());
        QCOMPARE(end->status, 130);
        QCOMPARE(last, std::string("stopping"));
    }

    void killedAfterItsTime()
    {
        ChildCommand command = shell("trap '' TERM; exec sleep 1000");
        command.killAfter = std::chrono::milliseconds(1);
        QCOMPARE(runChild(command, {})->signal, SIGKILL);
    }

    void itEndsWithUs()
    {
        int told[2];
        QCOMPARE(::pipe(told), 0);  // stays open as long as the grandchild lives
        const pid_t parent = ::fork();
        if (parent == 0) {
            ::close(told[0]);
            ChildCommand command = shell("echo ready; exec sleep 1000");
            command.onOutput = [&](const std::string&) { ::kill(::getpid(), SIGKILL); };
            (void)runChild(command, {}).ok();
            ::_exit(1);
        }
        ::close(told[1]);
        int status = 0;
        QCOMPARE(::waitpid(parent, &status, 0), parent);
        QVERIFY(WIFSIGNALED(status));
        char byte = 0;
        QCOMPARE(::read(told[0], &byte, 1), ssize_t(0));
        ::close(told[0]);
    }
};

QTEST_GUILESS_MAIN(tst_ChildProcess)
#include "tst_child_process.moc"
