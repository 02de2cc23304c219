// A tiny but complete data folder for tests of the ui: MNIST with a few images a digit, FSDD with a few recordings.
#pragma once

#include <cmath>

#include <QDir>
#include <QFile>
#include <QString>

#include "core/audio/sound_file.h"

namespace sonoglyph::test {

inline QByteArray bigEndian(quint32 value)
{
    QByteArray bytes(4, '\0');
    for (int i = 0; i < 4; ++i) bytes[i] = char(value >> (24 - 8 * i));
    return bytes;
}

inline bool writeFile(const QString& path, const QByteArray& content)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// `perLabel` images of each digit in both parts; image i of digit d is filled with the grey 20 * d + i.
inline bool writeMnist(const QString& data, int perLabel)
{
    for (const QString& part : {QStringLiteral("train"), QStringLiteral("t10k")}) {
        QByteArray images, labels;
        for (int i = 0; i < perLabel; ++i)
            for (int digit = 0; digit < 10; ++digit) {
                images += QByteArray(28 * 28, char(20 * digit + i));
                labels += char(digit);
            }
        const quint32 count = quint32(perLabel) * 10;
        if (!writeFile(data + QStringLiteral("/mnist/%1-images-idx3-ubyte").arg(part),
                       bigEndian(0x803) + bigEndian(count) + bigEndian(28) + bigEndian(28) + images) ||
            !writeFile(data + QStringLiteral("/mnist/%1-labels-idx1-ubyte").arg(part), bigEndian(0x801) + bigEndian(count) + labels))
            return false;
    }
    return true;
}

/// Takes 0 to `takes` - 1 of each digit by jackson and theo: a quarter of a second of a tone, 200 Hz higher a digit.
inline bool writeFsdd(const QString& data, int takes)
{
    if (!QDir().mkpath(data + QStringLiteral("/fsdd/recordings"))) return false;
    for (int digit = 0; digit < 10; ++digit)
        for (const char* speaker : {"jackson", "theo"})
            for (int take = 0; take < takes; ++take) {
                Sound sound{8000, std::vector<float>(2000)};
                for (std::size_t i = 0; i < sound.samples.size(); ++i)
                    sound.samples[i] = 0.3F * std::sin(float(i) * (300.F + 200.F * float(digit)) * 6.2832F / 8000.F);
                const QString name = QStringLiteral("/fsdd/recordings/%1_%2_%3.wav").arg(digit).arg(QLatin1String(speaker)).arg(take);
                if (!writeWavFile((data + name).toStdString(), sound)) return false;
            }
    return true;
}

}  // namespace sonoglyph::test
