#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/gui/program.h"

using namespace sonoglyph;

class tst_Program : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void loadsTheCoreOnceTheWindowIsPainted();
    void anotherLanguageBuildsTheWindowAnew();
    void opensThePageAskedFor();

private:
    Arguments arguments();
    static MainWindow* window();

    QTemporaryDir folder_;
    int files_ = 0;
};

void tst_Program::initTestCase()
{
    QVERIFY(folder_.isValid());
    qputenv("XDG_CACHE_HOME", folder_.filePath(QStringLiteral("cache")).toUtf8());
    qputenv("SONOGLYPH_DATA", folder_.filePath(QStringLiteral("data")).toUtf8());
}

Arguments tst_Program::arguments()
{
    Arguments arguments;
    arguments.settings = folder_.filePath(QStringLiteral("%1.conf").arg(++files_));
    return arguments;
}

MainWindow* tst_Program::window()
{
    for (QWidget* widget : QApplication::topLevelWidgets())
        if (auto* window = qobject_cast<MainWindow*>(widget); window && window->isVisible()) return window;
    return nullptr;
}

void tst_Program::loadsTheCoreOnceTheWindowIsPainted()
{
    Program program(arguments());
    QSignalSpy painted(&program, &Program::windowPainted);
    program.start();
    QCOMPARE(program.engine().state(), EngineLoader::State::Idle);
    QTRY_COMPARE(painted.size(), 1);
    QVERIFY(program.engine().state() != EngineLoader::State::Idle);
    QVERIFY(window());
}

void tst_Program::anotherLanguageBuildsTheWindowAnew()
{
    const Arguments given = arguments();
    Program program(given);
    QSignalSpy painted(&program, &Program::windowPainted);
    program.start();
    QTRY_COMPARE(painted.size(), 1);
    const QPointer<MainWindow> first = window();
    QVERIFY(first);
    first->showPage(QStringLiteral("data"));
    first->resize(1111, 777);
    for (const Command& command : first->commands())
        if (command.action->text().contains(QStringLiteral("Polski"))) command.action->trigger();
    QTRY_VERIFY(!first);
    QTRY_VERIFY(window());
    QCOMPARE(window()->currentPage(), QStringLiteral("data"));
    QTRY_COMPARE(window()->size(), QSize(1111, 777));
    QCOMPARE(painted.size(), 1);
    QVERIFY(QApplication::quitOnLastWindowClosed());
}

void tst_Program::opensThePageAskedFor()
{
    Arguments given = arguments();
    given.page = QStringLiteral("train");
    Program program(given);
    program.start();
    QCOMPARE(window()->currentPage(), QStringLiteral("train"));
}

QTEST_MAIN(tst_Program)
#include "tst_program.moc"
