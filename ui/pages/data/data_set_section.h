// One data set on the Data page: its name and source, how much of it is there, and what to do where something is missing. GUI thread only.
#pragma once

#include <array>
#include <optional>

#include <QWidget>

class QLabel;

namespace sonoglyph {

class CountBars;

class DataSetSection : public QWidget {
    Q_OBJECT
public:
    /// `source` is rich text: who made it, where it comes from, under which licence.
    DataSetSection(const QString& title, const QString& source, QWidget* parent = nullptr);

    /// `counts`: recordings a digit, where the set has some. `problem`: what is missing and what to do; empty where nothing is.
    void show(bool present, const QString& summary, const std::optional<std::array<int, 10>>& counts, const QString& problem);

protected:
    void changeEvent(QEvent* event) override;

private:
    void restyle();

    QLabel* mark_;
    QLabel* summary_;
    CountBars* bars_;
    QLabel* problem_;
    QLabel* origin_;
    bool present_ = false;
};

}  // namespace sonoglyph
