// The core's messages in the language of the program, and its pictures as Qt's. Any thread.
#pragma once

#include <QImage>
#include <QString>

#include "core/base/byte_image.h"
#include "core/base/result.h"

namespace sonoglyph {

/// Translated (context "core"), with the placeholders filled in.
QString toText(const Message& message);
inline QString toText(const Error& error) { return toText(error.message); }

/// The same pixels, not a copy: the image keeps their owner alive.
QImage toQImage(const ByteImage& image);

}  // namespace sonoglyph
