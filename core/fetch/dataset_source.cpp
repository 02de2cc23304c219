#include "core/fetch/dataset_source.h"

#include <algorithm>

namespace sonoglyph {

namespace {

SourceFile mnistFile(const std::string& name)
{
    return {name, {"https://ossci-datasets.s3.amazonaws.com/mnist/" + name, "https://storage.googleapis.com/cvdf-datasets/mnist/" + name}};
}

}  // namespace

const std::vector<DatasetSource>& datasetSources()
{
    static const std::vector<DatasetSource> sources{
        {"mnist",
         "MNIST",
         "CC BY-SA 3.0",
         "Y. LeCun, C. Cortes and C. J. C. Burges",
         "http://yann.lecun.com/exdb/mnist/",
         11'594'722,
         11'594'722,
         {mnistFile("train-images-idx3-ubyte.gz"), mnistFile("train-labels-idx1-ubyte.gz"), mnistFile("t10k-images-idx3-ubyte.gz"),
          mnistFile("t10k-labels-idx1-ubyte.gz")}},
        {"fsdd",
         "Free Spoken Digit Dataset",
         "CC BY-SA 4.0",
         "Z. Jackson and others",
         "https://github.com/Jakobovski/free-spoken-digit-dataset",
         16'000'000,
         22'000'000,
         {{"fsdd-1.0.10.tar.gz",
           {"https://github.com/Jakobovski/free-spoken-digit-dataset/archive/refs/tags/v1.0.10.tar.gz",
            "https://codeload.github.com/Jakobovski/free-spoken-digit-dataset/tar.gz/refs/tags/v1.0.10"}}}},
        {"scd",
         "Speech Commands 0.01",
         "CC BY 4.0",
         "P. Warden, Google, and many volunteers",
         "https://arxiv.org/abs/1804.03209",
         1'489'096'277,
         760'000'000,
         {{"speech_commands_v0.01.tar.gz",
           {"https://storage.googleapis.com/download.tensorflow.org/data/speech_commands_v0.01.tar.gz",
            "http://download.tensorflow.org/data/speech_commands_v0.01.tar.gz"}}}},
    };
    return sources;
}

const DatasetSource* datasetSource(const std::string& name)
{
    const auto& all = datasetSources();
    const auto found = std::find_if(all.begin(), all.end(), [&](const DatasetSource& source) { return source.name == name; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace sonoglyph
