#include "ui/logic/text.h"

#include <QCoreApplication>

namespace sonoglyph {

QString toText(const Message& message)
{
    Message translated{QCoreApplication::translate("core", message.text.c_str()).toStdString(), message.arguments};
    return QString::fromStdString(english(translated));
}

QImage toQImage(const ByteImage& image)
{
    if (image.empty()) return {};
    auto* keep = new std::shared_ptr<const std::uint8_t>(image.pixels);
    return QImage(
        keep->get(), image.width, image.height, image.width, QImage::Format_Grayscale8,
        [](void* owner) { delete static_cast<std::shared_ptr<const std::uint8_t>*>(owner); }, keep);
}

}  // namespace sonoglyph
