#include "app/cli/dataset_options.h"

namespace sonoglyph {

CLI::Validator datasetName()
{
    const auto refuse = [](std::string& name) {
        return isDatasetName(name) ? std::string() : name + " is no data set: choose fsdd, fsdd6, scd, mixed, synthetic or one of your own";
    };
    return CLI::Validator(refuse, "NAME");
}

void addDatasetOptions(CLI::App& command, DatasetConfig& config)
{
    command
        .add_option(
            "--dataset", config.name,
            "fsdd (the paper's four speakers), fsdd6 (all six), scd, mixed, synthetic (made here, needs no download), or one of your own")
        ->check(datasetName());
    command.add_option("--data", config.folder, "Folder that holds mnist/, fsdd/recordings/, scd/")->type_name("DIR");
    command.add_option("--split", config.split, "random (90/10, the paper's), official, speakers (a tenth of them held out), speaker:NAME")
        ->type_name("SPLIT");
}

}  // namespace sonoglyph
