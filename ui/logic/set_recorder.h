// Leads a speaker through a set of words: asks for one label after the other, listens, checks each word as soon as it is said, keeps it or
// asks for it again. What is kept is on the disk at once, so that it can be stopped at any time and gone on with later. GUI thread only;
// words are checked and written on a worker thread.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include <QObject>
#include <QString>
#include <QThreadPool>

#include "core/data/recorded_set.h"
#include "core/data/take_faults.h"
#include "ui/logic/listener.h"

namespace sonoglyph {

/// The word that was said last.
struct SaidWord {
    int take = -1;                       ///< into RecordedSet::takes
    std::shared_ptr<const Sound> sound;  ///< as it would be kept: the word alone
    CheckedTake check;
    bool kept = false;
};

class SetRecorder : public QObject {
    Q_OBJECT
public:
    explicit SetRecorder(std::unique_ptr<Microphone> microphone, QObject* parent = nullptr);
    /// Waits for the word that is being written.
    ~SetRecorder() override;

    Listener& listener() { return listener_; }
    /// Opens the set (makes it where there is none) and begins to listen. Answered by changed() or failed().
    void begin(const RecordingPlan& plan);
    /// Stops listening; goOn() takes it up again.
    void pause();
    void goOn();
    /// Lets go of the set.
    void end();

    bool opened() const { return bool(set_); }
    bool listening() const { return listener_.on(); }
    const RecordingPlan& plan() const { return plan_; }
    const RecordedSet* set() const { return set_ ? &*set_ : nullptr; }
    /// Of the set's takes the one that is asked for; -1: all are there.
    int current() const { return current_; }
    /// Its label's name; empty where nothing is asked for.
    QString prompt() const;
    const std::optional<SaidWord>& last() const { return last_; }

    /// Asks for the word that was said last again; what was kept of it stays until the new one is kept.
    void again();
    /// Keeps the word that was said last in spite of its faults.
    void keepAnyway();
    /// Another one first; it is asked for again later.
    void skip();

    /// What is wrong and what to do, a sentence.
    static QString text(TakeFault fault);

Q_SIGNALS:
    /// What is asked for, what is there, or what was said.
    void changed();
    void finished();
    void failed(const QString& text, const QString& details);

private:
    struct Checked {
        SaidWord word;
        std::optional<Error> trouble;
    };
    void hear(const SpokenWord& word);
    void keep(std::function<SaidWord()> said, int take, bool whateverItIs);
    void take(const Checked& checked, quint64 session);
    void fail(const Error& error);

    Listener listener_;
    RecordingPlan plan_;
    std::optional<RecordedSet> set_;
    int current_ = -1;
    std::optional<SaidWord> last_;
    quint64 session_ = 0;  ///< what is answered late, of a set that was let go, is not taken
    bool checking_ = false;
    QThreadPool worker_;  ///< last member: ends first
};

}  // namespace sonoglyph
