#include "ui/pages/about.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "ui/widgets/theme.h"

namespace sonoglyph {

namespace {

struct Credit {
    QString name, link, text;
};

QString list(const QString& heading, const QList<Credit>& credits)
{
    QString html = QStringLiteral("<h4>%1</h4><ul>").arg(heading.toHtmlEscaped());
    for (const Credit& credit : credits)
        html +=
            QStringLiteral("<li><a href=\"%2\">%1</a>: %3</li>").arg(credit.name.toHtmlEscaped(), credit.link, credit.text.toHtmlEscaped());
    return html + QStringLiteral("</ul>");
}

}  // namespace

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Sonoglyph"));
    resize(560, 560);
    auto* title = new QLabel(QStringLiteral("Sonoglyph"), this);
    title->setFont(titleFont());
    auto* what = new QLabel(tr("Version %1. Hear a spoken digit, see it drawn: an explorer of audio-to-image generation.")
                                .arg(QApplication::applicationVersion()),
                            this);
    what->setWordWrap(true);
    auto* text = new QTextBrowser(this);
    text->setFrameShape(QFrame::NoFrame);
    text->setOpenExternalLinks(true);
    text->setAccessibleName(tr("Credits and licences"));
    text->setHtml(credits());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(kGrid);
    layout->addWidget(title);
    layout->addWidget(what);
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
}

QString AboutDialog::credits()
{
    return QStringLiteral("<p>%1</p>")
               .arg(
                   tr("Sonoglyph is free software under the GNU General Public License, version 3 or later. It comes without any warranty.")
                       .toHtmlEscaped()) +
           list(tr("Method"),
                {{QStringLiteral("Audio-to-Image Cross-Modal Generation"),
                  QStringLiteral("https://arxiv.org/search/?query=%22Audio-to-Image+Cross-Modal+Generation%22&searchtype=title"),
                  tr("M. Żelaszczyk and J. Mańdziuk, 2021: the models AIVAE and AIVAEGAN that are rebuilt here")}}) +
           list(tr("Data"),
                {{QStringLiteral("MNIST"), QStringLiteral("http://yann.lecun.com/exdb/mnist/"),
                  tr("images of written digits by Y. LeCun, C. Cortes and C. J. C. Burges, CC BY-SA 3.0")},
                 {QStringLiteral("Free Spoken Digit Dataset"), QStringLiteral("https://github.com/Jakobovski/free-spoken-digit-dataset"),
                  tr("recordings of spoken digits by Z. Jackson and others, CC BY-SA 4.0")},
                 {QStringLiteral("Speech Commands"), QStringLiteral("https://arxiv.org/abs/1804.03209"),
                  tr("recordings of spoken words by P. Warden and many volunteers, CC BY 4.0")}}) +
           list(tr("Libraries"),
                {{QStringLiteral("Qt 6"), QStringLiteral("https://www.qt.io/"), tr("window, sound input and output, LGPL 3")},
                 {QStringLiteral("LibTorch"), QStringLiteral("https://pytorch.org/"), tr("networks and training, BSD 3-Clause")},
                 {QStringLiteral("OpenBLAS"), QStringLiteral("https://www.openblas.net/"), tr("matrix products, BSD 3-Clause")},
                 {QStringLiteral("KissFFT"), QStringLiteral("https://github.com/mborgerding/kissfft"),
                  tr("Fourier transform, BSD 3-Clause")},
                 {QStringLiteral("libsndfile"), QStringLiteral("https://libsndfile.github.io/libsndfile/"),
                  tr("sound files, LGPL 2.1 or later")},
                 {QStringLiteral("libsamplerate"), QStringLiteral("https://libsndfile.github.io/libsamplerate/"),
                  tr("resampling, BSD 2-Clause")},
                 {QStringLiteral("nlohmann/json"), QStringLiteral("https://json.nlohmann.me/"), tr("configuration files, MIT")},
                 {QStringLiteral("CLI11"), QStringLiteral("https://github.com/CLIUtils/CLI11"), tr("command line, BSD 3-Clause")},
                 {QStringLiteral("zlib"), QStringLiteral("https://zlib.net/"), tr("packed files, zlib licence")},
                 {QStringLiteral("OpenSSL"), QStringLiteral("https://www.openssl.org/"), tr("content hashes, Apache 2.0")}}) +
           list(tr("Colours"), {{QStringLiteral("magma, viridis, cividis"), QStringLiteral("https://matplotlib.org/"),
                                 tr("by S. van der Walt, N. Smith, J. Nuñez, C. Anderton and R. Renslow, CC0")},
                                {QStringLiteral("Okabe-Ito"), QStringLiteral("https://jfly.uni-koeln.de/color/"),
                                 tr("colours that everybody can tell apart")}});
}

}  // namespace sonoglyph
