#include "ui/logic/set_recorder.h"

#include "ui/logic/label_text.h"
#include "ui/logic/microphone.h"
#include "ui/logic/text.h"

namespace sonoglyph {

SetRecorder::SetRecorder(std::unique_ptr<Microphone> microphone, QObject* parent) : QObject(parent), listener_(std::move(microphone))
{
    worker_.setMaxThreadCount(1);
    connect(&listener_, &Listener::wordEnded, this, &SetRecorder::hear);
    connect(&listener_, &Listener::stateChanged, this, &SetRecorder::changed);
}

SetRecorder::~SetRecorder()
{
    disconnect(&listener_, nullptr, this, nullptr);
    listener_.stop();
}

void SetRecorder::begin(const RecordingPlan& plan)
{
    end();
    plan_ = plan;
    worker_.start([this, plan, session = session_] {
        auto opened = openRecordedSet(plan);
        QMetaObject::invokeMethod(
            this,
            [this, session, opened = std::move(opened)] {
                if (session != session_) return;
                if (!opened) return fail(opened.error());
                set_ = *opened;
                current_ = set_->next();
                if (current_ >= 0) return goOn();
                Q_EMIT changed();
                Q_EMIT finished();
            },
            Qt::QueuedConnection);
    });
}

void SetRecorder::pause()
{
    listener_.stop();
    Q_EMIT changed();
}

void SetRecorder::goOn()
{
    if (current_ >= 0 && !listener_.on()) listener_.press();
    Q_EMIT changed();
}

void SetRecorder::end()
{
    ++session_;
    listener_.stop();
    checking_ = false;
    set_.reset();
    current_ = -1;
    last_.reset();
    Q_EMIT changed();
}

QString SetRecorder::prompt() const
{
    return set_ && current_ >= 0 ? labelText(set_->labels, set_->takes[std::size_t(current_)].label) : QString();
}

void SetRecorder::again()
{
    if (!last_) return;
    current_ = last_->take;
    goOn();
}

void SetRecorder::skip()
{
    if (!set_ || current_ < 0) return;
    const int next = set_->next(current_ + 1);
    if (next >= 0) current_ = next;
    Q_EMIT changed();
}

void SetRecorder::keepAnyway()
{
    if (!last_ || last_->kept || checking_) return;
    keep([word = *last_] { return word; }, last_->take, true);
}

void SetRecorder::hear(const SpokenWord& word)
{
    // Said while the one before is looked at: nobody was asked for it.
    if (!set_ || current_ < 0 || checking_ || !word.bounds || word.bounds->begin >= word.bounds->end) return;
    keep(
        [word, take = current_] {
            return SaidWord{take, std::make_shared<const Sound>(cut(word.sound, *word.bounds)), checkTake(word.sound, *word.bounds), false};
        },
        current_, false);
}

void SetRecorder::keep(std::function<SaidWord()> said, int take, bool whateverItIs)
{
    checking_ = true;
    worker_.start([this, said = std::move(said), whateverItIs, file = set_->takes[std::size_t(take)], session = session_] {
        Checked checked{said(), {}};
        if (whateverItIs || checked.word.check.faults.empty()) {
            auto written = writeTake(file, *checked.word.sound);
            checked.word.kept = written.ok();
            if (!written) checked.trouble = written.error();
        }
        QMetaObject::invokeMethod(
            this, [this, session, checked = std::move(checked)] { this->take(checked, session); }, Qt::QueuedConnection);
    });
}

void SetRecorder::take(const Checked& checked, quint64 session)
{
    if (session != session_) return;
    checking_ = false;
    last_ = checked.word;
    if (checked.trouble) {
        listener_.stop();
        return fail(*checked.trouble);
    }
    if (checked.word.kept) {
        set_->there[std::size_t(checked.word.take)] = true;
        current_ = set_->next(checked.word.take + 1);
        if (current_ < 0) {
            listener_.stop();
            Q_EMIT changed();
            Q_EMIT finished();
            return;
        }
    }
    Q_EMIT changed();
}

void SetRecorder::fail(const Error& error)
{
    Q_EMIT changed();
    Q_EMIT failed(toText(error.message), QString::fromStdString(error.details));
}

QString SetRecorder::text(TakeFault fault)
{
    switch (fault) {
    case TakeFault::Silent:
        return tr("Nothing was heard. Speak up, or come nearer.");
    case TakeFault::Quiet:
        return tr("Too quiet. Speak up, or come nearer.");
    case TakeFault::Clipped:
        return tr("Too loud: it is cut off at the top. Speak more softly, or lower the microphone's level.");
    case TakeFault::TooShort:
        return tr("Too short for a word.");
    case TakeFault::TooLong:
        return tr("Too long for one word.");
    case TakeFault::CutOff:
        return tr("The beginning or the end is cut off. Wait a moment before the word.");
    }
    return {};
}

}  // namespace sonoglyph
