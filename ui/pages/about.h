// Version, credits and licences of the program, the data sets and the libraries. GUI thread only.
#pragma once

#include <QDialog>

namespace sonoglyph {

class AboutDialog : public QDialog {
    Q_OBJECT
public:
    explicit AboutDialog(QWidget* parent);

private:
    static QString credits();
};

}  // namespace sonoglyph
