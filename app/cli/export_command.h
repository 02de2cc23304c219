// sonoglyph-cli export: a model alone, without what only going on with its training needs.
#pragma once

namespace sonoglyph {

class CommandLine;
void addExportCommand(CommandLine& line);

}  // namespace sonoglyph
