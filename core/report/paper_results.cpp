#include "core/report/paper_results.h"

#include <algorithm>
#include <array>

namespace sonoglyph {

namespace {

struct Cell {
    ModelKind model;
    std::string_view set;
    double alpha, accuracy;
};

constexpr std::array cells{
    Cell{ModelKind::Aivae, "fsdd", 1, 0.942},      Cell{ModelKind::Aivae, "scd", 1, 0.866},
    Cell{ModelKind::Aivaegan, "fsdd", 0.2, 0.810}, Cell{ModelKind::Aivaegan, "fsdd", 0.5, 0.805},
    Cell{ModelKind::Aivaegan, "fsdd", 1, 0.930},   Cell{ModelKind::Aivaegan, "fsdd", 2, 0.943},
    Cell{ModelKind::Aivaegan, "scd", 0.2, 0.669},  Cell{ModelKind::Aivaegan, "scd", 0.5, 0.762},
    Cell{ModelKind::Aivaegan, "scd", 1, 0.817},    Cell{ModelKind::Aivaegan, "scd", 2, 0.815},
};

}  // namespace

std::optional<double> paperAccuracy(ModelKind model, std::string_view set, double alpha)
{
    const auto cell =
        std::find_if(cells.begin(), cells.end(), [&](const Cell& c) { return c.model == model && c.set == set && c.alpha == alpha; });
    return cell == cells.end() ? std::nullopt : std::optional(cell->accuracy);
}

std::optional<double> paperErrorDrop(std::string_view set)
{
    if (set == "fsdd") return 0.70;
    if (set == "scd") return 0.44;
    return std::nullopt;
}

}  // namespace sonoglyph
