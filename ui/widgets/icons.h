// The program's icons: our own SVG drawings on a 24 x 24 grid, one stroke width, in the colours of the present theme. GUI thread only.
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>
#include <QStringList>

namespace sonoglyph {

/// One of iconNames(); an empty icon for an unknown name. Drawn sharp at any size, in the text colour (normal), secondary (disabled),
/// accent (on); follows a change of theme.
QIcon icon(const QString& name);
/// The same in one fixed colour.
QIcon icon(const QString& name, const QColor& color);
/// A picture of `size` device-independent pixels for painting by hand.
QPixmap iconPixmap(const QString& name, int size, const QColor& color, qreal devicePixelRatio);
/// chart check close compare copy data delete dice discriminator down epoch error evaluate export first folder generator help image
/// info language latent listen microphone moon more next open pause play plus record redo rename reset search settings snapshot sound star
/// step stop sun system train undo up warning zero
QStringList iconNames();

}  // namespace sonoglyph
