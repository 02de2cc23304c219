// The command line of Sonoglyph: the same jobs as in the window, for scripts and for machines without a display.
#include "app/cli/annotate_command.h"
#include "app/cli/bench_command.h"
#include "app/cli/command_line.h"
#include "app/cli/data_command.h"
#include "app/cli/decode_command.h"
#include "app/cli/evaluate_command.h"
#include "app/cli/export_command.h"
#include "app/cli/info_command.h"
#include "app/cli/lenet_command.h"
#include "app/cli/map_command.h"
#include "app/cli/morph_command.h"
#include "app/cli/reproduce_command.h"
#include "app/cli/spectrogram_command.h"
#include "app/cli/train_command.h"
#include "app/cli/traverse_command.h"
#include "app/cli/verify_resume_command.h"
#include "core/session/engine_library.h"
#include "core/session/matrix_kernels.h"

int main(int argc, char** argv)
{
    sonoglyph::keepLargeBlocks();
    sonoglyph::sleepWhileWaiting();
    sonoglyph::preferFastMatrixKernels();
    sonoglyph::CommandLine line;
    sonoglyph::addTrainCommand(line);
    sonoglyph::addDataCommand(line);
    sonoglyph::addVerifyResumeCommand(line);
    sonoglyph::addDecodeCommand(line);
    sonoglyph::addEvaluateCommand(line);
    sonoglyph::addReproduceCommand(line);
    sonoglyph::addLenetCommand(line);
    sonoglyph::addExportCommand(line);
    sonoglyph::addAnnotateCommand(line);
    sonoglyph::addInfoCommand(line);
    sonoglyph::addBenchCommand(line);
    sonoglyph::addSpectrogramCommand(line);
    sonoglyph::addTraverseCommand(line);
    sonoglyph::addMorphCommand(line);
    sonoglyph::addMapCommand(line);
    return line.run(argc, argv);
}
