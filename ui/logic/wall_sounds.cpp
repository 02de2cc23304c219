#include "ui/logic/wall_sounds.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include <QMetaObject>

#include "core/audio/sound_file.h"
#include "core/audio/used_part.h"
#include "core/data/data_folders.h"
#include "core/data/random.h"
#include "core/data/split.h"
#include "ui/logic/label_text.h"
#include "ui/logic/portable_key.h"
#include "ui/logic/text.h"

namespace sonoglyph {

namespace {

constexpr std::uint64_t rowStream = 0x726f7773;  // apart from other uses of the seed

std::shared_ptr<const Sound> usedSound(const Sound& sound) { return std::make_shared<const Sound>(cut(sound, usedPart(sound).bounds)); }

/// Null where the file is not there or is no sound.
std::shared_ptr<const Sound> soundAt(const std::filesystem::path& file)
{
    const auto sound = readSoundFile(file);
    return sound ? usedSound(*sound) : nullptr;
}

/// "theo 23" of "7_theo_23.wav": what a row's digit leaves to be said.
QString takeOf(const std::string& recording)
{
    const QString stem = QString::fromStdString(std::filesystem::path(recording).stem().string());
    return stem.section(u'_', 1).replace(QLatin1String("_nohash_"), QLatin1String(" ")).replace(u'_', u' ');
}

QString wordId(std::uint64_t number) { return QStringLiteral("word %1").arg(number); }

}  // namespace

WallSounds::WallSounds(SoundLibrary* library, QObject* parent) : QObject(parent), library_(library)
{
    worker_.setMaxThreadCount(1);
    if (!library_) return;
    const auto newWords = [this] {
        if (source_ == Source::Words) showWords();
    };
    connect(library_, &SoundLibrary::rowsInserted, this, newWords);
    connect(library_, &SoundLibrary::rowsRemoved, this, newWords);
    connect(library_, &SoundLibrary::dataChanged, this, newWords);
    connect(library_, &SoundLibrary::fetched, this, &WallSounds::takeWord);
}

WallSounds::~WallSounds() { worker_.waitForDone(); }

void WallSounds::togglePicked(const QString& id)
{
    QStringList& ids = picked_[source_];
    if (!ids.removeOne(id)) ids << id;
    if (ids.size() > most) ids.removeFirst();
    refresh();
}

void WallSounds::pick(const QStringList& ids)
{
    const QStringList wanted = ids.mid(std::max<qsizetype>(0, ids.size() - most));
    if (std::exchange(picked_[source_], wanted) != wanted) refresh();
}

QString WallSounds::portableOf(const QString& id) const
{
    if (source_ == Source::Words) {
        const SoundCard* card = library_ ? library_->find(id.section(u' ', -1).toULongLong()) : nullptr;
        return card ? card->id : QString();
    }
    return source_ == Source::HeldOut ? portableRecording(id.toStdString()) : id;
}

QStringList WallSounds::fromPortable(const QStringList& portables) const
{
    QHash<QString, QString> ids;
    for (const WallSoundChoice& choice : choices_) ids.insert(portableOf(choice.id), choice.id);
    QStringList found;
    for (const QString& portable : portables) found << (portable.isEmpty() ? QString() : ids.value(portable));
    return found;
}

void WallSounds::clearPicked()
{
    if (picked_.take(source_).isEmpty()) return;
    refresh();
}

void WallSounds::setSource(Source source)
{
    if (source == source_) return;
    source_ = source;
    refresh();
}

void WallSounds::setSeed(std::uint64_t seed)
{
    if (seed == seed_) return;
    seed_ = seed;
    if (source_ != Source::Words) refresh();
}

void WallSounds::setDigit(int digit)
{
    if (digit == digit_) return;
    digit_ = digit;
    if (source_ != Source::Words) refresh();
}

void WallSounds::setExamples(const std::vector<ExampleCode>& examples, const QString& folder)
{
    const auto same = [](const ExampleCode& a, const ExampleCode& b) { return a.recording == b.recording; };
    if (folder == folder_ && std::equal(examples.begin(), examples.end(), examples_.begin(), examples_.end(), same)) return;
    examples_ = examples;
    folder_ = folder;
    if (source_ == Source::Examples) refresh();
}

void WallSounds::setData(const DatasetConfig& data)
{
    if (data == data_) return;
    data_ = data;
    if (source_ == Source::HeldOut) refresh();
}

WallSounds::Read WallSounds::rows(std::vector<Candidate> candidates, const QStringList& picked, int digit, std::uint64_t seed, bool known)
{
    const auto byDigit = [](const Candidate& a, const Candidate& b) { return a.choice.digit < b.choice.digit; };
    std::stable_sort(candidates.begin(), candidates.end(), byDigit);
    Read out;
    for (const Candidate& c : candidates) out.choices.push_back(c.choice);
    const auto isPicked = [&](const Candidate& c) { return picked.contains(c.choice.id); };
    if (std::any_of(candidates.begin(), candidates.end(), isPicked)) {
        std::erase_if(candidates, std::not_fn(isPicked));
    } else {
        Random random = seededRandom(seed, rowStream);
        shuffle(std::span(candidates), random);
        std::map<int, int> taken;
        int count = 0;
        std::erase_if(candidates, [&](const Candidate& c) {
            const bool wanted = digit < 0 ? taken[c.choice.digit]++ == 0 : c.choice.digit == digit && count++ < most;
            return !wanted;
        });
        std::stable_sort(candidates.begin(), candidates.end(), byDigit);
    }
    for (const Candidate& c : candidates)
        if (auto sound = soundAt(c.file); sound || known)
            out.sounds.push_back({c.choice.id, c.choice.title, c.choice.digit, c.choice.said, std::move(sound), c.recording});
    return out;
}

void WallSounds::refresh()
{
    switch (source_) {
    case Source::Words:
        return showWords();
    case Source::Examples:
        return read([examples = examples_, folder = folder_.toStdString(), picked = picked(), digit = digit_, seed = seed_] {
            const std::filesystem::path recordings = fsddFolder(folder);
            std::vector<Candidate> candidates;
            for (const ExampleCode& e : examples)
                candidates.push_back(
                    {{QString::fromStdString(e.recording), takeOf(e.recording), e.label, labelText(digitLabels(), e.label)},
                     recordings / e.recording,
                     e.recording});
            Read out = rows(std::move(candidates), picked, digit, seed, true);
            if (out.sounds.empty()) out.trouble = tr("No built-in model knows a recording of this kind.");
            return out;
        });
    case Source::HeldOut:
        return read([data = data_, picked = picked(), digit = digit_, seed = seed_]() -> Read {
            const auto set = listRecordings(data.name, data.folder.empty() ? defaultDataFolder() : data.folder);
            if (!set) return {{}, {}, toText(set.error())};
            const auto split = splitRecordings(*set, data.split, data.seed);
            if (!split) return {{}, {}, toText(split.error())};
            std::vector<Candidate> candidates;
            for (const std::uint32_t i : split->test) {
                const Recording& r = set->recordings[i];
                const std::string name = r.file.filename().string();
                candidates.push_back(
                    {{QString::fromStdString(r.file.string()), takeOf(name), r.label, labelText(set->labels, r.label)}, r.file, name});
            }
            Read out = rows(std::move(candidates), picked, digit, seed, false);
            if (out.sounds.empty()) out.trouble = tr("No held-out recording of this digit can be read.");
            return out;
        });
    }
}

void WallSounds::read(std::function<Read()> work)
{
    reading_ = true;
    trouble_.clear();
    worker_.clear();
    worker_.start([this, work = std::move(work), request = ++request_] {
        QMetaObject::invokeMethod(
            this, [this, result = work(), request]() mutable { take(std::move(result), request); }, Qt::QueuedConnection);
    });
    Q_EMIT changed();
}

void WallSounds::take(Read result, int request)
{
    if (request != request_) return;
    reading_ = false;
    choices_ = std::move(result.choices);
    sounds_ = std::move(result.sounds);
    trouble_ = std::move(result.trouble);
    Q_EMIT changed();
}

void WallSounds::showWords()
{
    ++request_;  // what is being read is no longer wanted
    reading_ = false;
    std::vector<WallSound> before = std::move(sounds_);
    choices_.clear();
    sounds_.clear();
    words_.clear();
    const int all = library_ ? library_->rowCount() : 0;
    for (int row = 0; row < all; ++row) choices_.push_back({wordId(library_->card(row).number), library_->card(row).title(), -1, {}});
    const auto isPicked = [&](const WallSoundChoice& choice) { return picked().contains(choice.id); };
    const bool any = std::any_of(choices_.begin(), choices_.end(), isPicked);
    trouble_ = all > 0 ? QString() : tr("No words yet. Say one on the Listen page.");
    for (int row = 0; row < all && int(sounds_.size()) < most; ++row) {
        if (any && !isPicked(choices_[std::size_t(row)])) continue;
        const SoundCard& card = library_->card(row);
        const QString& id = choices_[std::size_t(row)].id;
        const auto known = std::find_if(before.begin(), before.end(), [&](const WallSound& s) { return s.id == id; });
        WallSound sound{id, card.title(), -1, {}, known == before.end() ? nullptr : known->sound, {}};
        words_.push_back(card.number);
        const bool missing = !sound.sound;
        sounds_.push_back(std::move(sound));
        if (missing) library_->fetch(card.number, card.params);
    }
    Q_EMIT changed();
}

void WallSounds::takeWord(const HeardSoundPtr& word)
{
    if (source_ != Source::Words) return;
    const auto at = std::find(words_.begin(), words_.end(), word->number);
    if (at == words_.end()) return;
    WallSound& row = sounds_[std::size_t(at - words_.begin())];
    if (row.sound) return;
    row.sound = std::make_shared<const Sound>(cut(word->sound, word->word));
    Q_EMIT changed();
}

}  // namespace sonoglyph
