// The tables of a reproduction: ours beside the paper's. Percent with one digit; several seeds as mean ± deviation. Any thread.
#pragma once

#include <vector>

#include "core/report/reproduction_files.h"
#include "core/report/table.h"

namespace sonoglyph {

/// Tables 4 and 5 of the paper, by how much the error falls with alpha, the ceilings, all measures, other splits, digits, speakers,
/// differences, zeroing, and how each run was made. One that nothing was measured for is left out.
std::vector<Table> tablesOf(const Reproduction& reproduction);

/// What has to be said beside every number of a data set that is not whole; empty where it is.
std::string incompleteNote(const Reproduction& reproduction, const std::string& set);

/// MNIST-FSDD, MNIST-SCD.
std::string titleOf(const std::string& set);

}  // namespace sonoglyph
