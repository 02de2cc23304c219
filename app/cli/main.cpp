// The command line of Sonoglyph: the same jobs as in the window, for scripts and for machines without a display.
#include "app/cli/command_line.h"
#include "app/cli/info_command.h"
#include "core/session/engine_library.h"

int main(int argc, char** argv)
{
    sonoglyph::keepLargeBlocks();
    sonoglyph::CommandLine line;
    sonoglyph::addInfoCommand(line);
    return line.run(argc, argv);
}
