// Whether the desktop wants light or dark: the freedesktop portal's "color-scheme" where there is one, else the lightness of the platform's
// palette. GUI thread only. (Qt 6.4 has no QStyleHints::colorScheme.)
#pragma once

#include <QDBusVariant>
#include <QObject>

#include <optional>

namespace sonoglyph {

class DesktopScheme : public QObject {
    Q_OBJECT
public:
    /// Made on first use, which must be before the application's palette is set.
    static DesktopScheme& instance();

    bool isDark() const { return portal_.value_or(paletteIsDark_); }

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private Q_SLOTS:
    void onSettingChanged(const QString& space, const QString& key, const QDBusVariant& value);

private:
    DesktopScheme();
    void askPortal();
    void setPortal(uint value);

    std::optional<bool> portal_;
    bool paletteIsDark_ = false;
};

}  // namespace sonoglyph
