#include "app/gui/program_pages.h"

#include <QCoreApplication>

#include "ui/pages/compare/compare_page.h"
#include "ui/pages/data/data_page.h"
#include "ui/pages/evaluate/evaluate_page.h"
#include "ui/pages/latent/latent_page.h"
#include "ui/pages/listen/listen_page.h"
#include "ui/pages/train_page.h"

namespace sonoglyph {

namespace {

template <class P>
Page* make(const AppContext& context, QWidget* parent)
{
    return new P(context, parent);
}

}  // namespace

std::vector<PageEntry> programPages()
{
    return {
        {QStringLiteral("listen"), QStringLiteral("listen"), QCoreApplication::translate("Pages", "Listen"),
         QCoreApplication::translate("Pages", "Say a digit or open a sound file, and see its image"), make<ListenPage>},
        {QStringLiteral("train"), QStringLiteral("train"), QCoreApplication::translate("Pages", "Train"),
         QCoreApplication::translate("Pages", "Train a model, watch it learn, resume a run"), make<TrainPage>},
        {QStringLiteral("compare"), QStringLiteral("compare"), QCoreApplication::translate("Pages", "Compare"),
         QCoreApplication::translate("Pages", "The same sounds through every alpha and model, side by side"), make<ComparePage>},
        {QStringLiteral("latent"), QStringLiteral("latent"), QCoreApplication::translate("Pages", "Latent"),
         QCoreApplication::translate("Pages", "Move the features of a sound one by one and see what they draw"), make<LatentPage>},
        {QStringLiteral("evaluate"), QStringLiteral("evaluate"), QCoreApplication::translate("Pages", "Evaluate"),
         QCoreApplication::translate("Pages", "How well images can be read: the paper's tables and figures, and more"), make<EvaluatePage>},
        {QStringLiteral("data"), QStringLiteral("data"), QCoreApplication::translate("Pages", "Data"),
         QCoreApplication::translate("Pages", "Which data sets are there, and what their pairs look and sound like"), make<DataPage>},
    };
}

}  // namespace sonoglyph
