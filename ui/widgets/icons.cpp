#include "ui/widgets/icons.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include "ui/widgets/theme.h"

static void initIconResources() { Q_INIT_RESOURCE(icons); }

namespace sonoglyph {

namespace {

QByteArray drawing(const QString& name)
{
    static QHash<QString, QByteArray> cache;
    auto found = cache.find(name);
    if (found == cache.end()) {
        initIconResources();
        QFile file(QStringLiteral(":/icons/") + name + QStringLiteral(".svg"));
        found = cache.insert(name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    return *found;
}

void render(QPainter& painter, const QString& name, const QRectF& area, const QColor& color)
{
    QByteArray svg = drawing(name);
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    const double side = std::min(area.width(), area.height());
    QRectF square(0, 0, side, side);
    square.moveCenter(area.center());
    renderer.render(&painter, square);
}

class StrokeIconEngine : public QIconEngine {
public:
    StrokeIconEngine(const QString& name, const QColor& color) : name_(name), color_(color) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        render(*painter, name_, rect, colorFor(mode, state));
    }

    // QIcon asks with the size in device pixels.
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override { return scaledPixmap(size, mode, state, 1.0); }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        const QColor color = colorFor(mode, state);
        const auto key = std::make_pair(color.rgba(), size.width() << 16 | size.height());
        auto found = cache_.find(key);
        if (found == cache_.end()) {
            QPixmap picture(size);
            picture.fill(Qt::transparent);
            QPainter painter(&picture);
            render(painter, name_, QRectF(QPointF(), QSizeF(size)), color);
            found = cache_.insert(key, picture);
        }
        return *found;
    }

    QIconEngine* clone() const override { return new StrokeIconEngine(name_, color_); }
    QString key() const override { return QStringLiteral("sonoglyph"); }
    bool isNull() override { return false; }

private:
    QColor colorFor(QIcon::Mode mode, QIcon::State state) const
    {
        const Colors& c = colors();
        if (mode == QIcon::Disabled) return mixed(c.window, c.secondaryText, 0.6);
        if (color_.isValid()) return color_;
        if (mode == QIcon::Selected) return c.onAccent;
        return state == QIcon::On ? c.accent : c.text;
    }

    QString name_;
    QColor color_;
    QHash<std::pair<QRgb, int>, QPixmap> cache_;
};

}  // namespace

QIcon icon(const QString& name) { return icon(name, QColor()); }

QIcon icon(const QString& name, const QColor& color)
{
    return drawing(name).isEmpty() ? QIcon() : QIcon(new StrokeIconEngine(name, color));
}

QPixmap iconPixmap(const QString& name, int size, const QColor& color, qreal devicePixelRatio)
{
    const int pixels = qRound(size * devicePixelRatio);
    QPixmap picture(pixels, pixels);
    picture.fill(Qt::transparent);
    if (!drawing(name).isEmpty()) {
        QPainter painter(&picture);
        render(painter, name, QRectF(0, 0, pixels, pixels), color);
    }
    picture.setDevicePixelRatio(devicePixelRatio);
    return picture;
}

QStringList iconNames()
{
    initIconResources();
    QStringList names;
    for (const QString& file : QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name))
        names << file.chopped(4);
    return names;
}

}  // namespace sonoglyph
