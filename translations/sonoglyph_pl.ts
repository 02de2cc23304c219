<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl" sourcelanguage="en">
<context>
    <name>Arguments</name>
    <message>
        <source>%1 See sonoglyph --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear a spoken digit, see it drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page to open: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model or checkpoint file, run folder or built-in name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder (holds mnist, fsdd and scd).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run folder to show on the Train page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings file instead of the user&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure and quit: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With --bench: print one JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound files, a model or a run folder to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no page &quot;%1&quot;. Pages: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no benchmark &quot;%1&quot;. Benchmarks: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColorMap</name>
    <message>
        <source>Magma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cividis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Listen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say a digit or open a sound file, and see its image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a model, watch it learn, resume a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the features of a sound one by one and see what they draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which data sets are there, and what their pairs look and sound like</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>%1 is a folder. Choose a sound file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a regular file. Choose a sound file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is empty. Record or copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a sound file, or its start is damaged. Open a WAV, FLAC, OGG or AIFF file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 says it has %2 samples a second; only %3 to %4 can be used. Convert it to 16000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 contains samples that are not numbers (at %2 s). Record or convert it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 contains no sound. Record or copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written as WAV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spectrogram setting %1 must be %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 is not there. Create it or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room left to write %1. Free some space or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: no permission. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a folder. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a folder, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is already closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too long for a file of its kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in use by %2. Stop it there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty image cannot be written as PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text &quot;%1&quot; cannot be kept in a PNG file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged or no safetensors file. Choose another file or make it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds values of the type %2, which this program does not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to read %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: a fault of the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged or no MNIST file. Download it again and put it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing. Download MNIST&apos;s four files and put them into the folder %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out as well: %1 more recordings that cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sound files were skipped: their names do not follow the data set&apos;s pattern.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recordings of these digits to learn from: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recordings of these digits to test with: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recordings of %1 and the images of MNIST have no digit in common.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recordings in %1. Put the WAV files of the Free Spoken Digit Dataset there or choose another data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recordings in %1. Put the folders zero to nine of Speech Commands there or choose another data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no data set %1. Choose fsdd, fsdd6, scd or mixed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for stored spectrograms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing %1 spectrograms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the %1 recordings can be read, for example %2. Download the data set again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spectrograms could not be stored in %1 and will be computed again next time: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for %1 spectrograms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set %1 has no speaker %2. It has %3: %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The official split needs testing_list.txt and validation_list.txt in the folder scd. Put them there or choose another split.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no split %1. Choose random, official or speaker:NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The split %1 of the data set %2 leaves nothing to learn from or nothing to test with. Choose another split or add recordings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing in %1: %2. Download MNIST&apos;s four files and put them there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recordings of these digits in %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>testing_list.txt or validation_list.txt is missing in %1: the official split cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the images of held-out sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a model of this program, or it is damaged. Choose a model file, a checkpoint or a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Sonoglyph (format %2, this one reads up to %3). Update the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model %1: no such file, no run folder and no built-in model of this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds a network of the kind %2, which draws no images. Choose an audio-to-image model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a LeNet-5 model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not hold this kind of model: the tensor %2 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not fit its own description: the tensor %2 has the shape %3 instead of %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model %1 hears spectrograms of %2 x %2 values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model %1 has %2 latent dimensions, not %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A latent value is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model %1 could not draw this sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibTorch could not do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected went wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrices are multiplied by the slow reference BLAS (%1). Install libopenblas0-openmp: training becomes many times faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program&apos;s library %1 cannot be loaded. Install or build the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be resumed: the optimiser&apos;s tensor %2 is missing or has another shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a checkpoint of this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be resumed: the state of the random generator is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LeNet-5: epoch %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged in line %2. Correct or delete that line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last line of %1 is not complete and was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration&apos;s &quot;%1&quot; cannot be %2. Correct it or leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration holds &quot;%1&quot;, which this program does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be between %1 and %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be even.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model %1. Choose aivae or aivaegan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no initialisation %1. Choose he or pytorch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no time mode %1. Choose stretch or pad.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the speaker that is held out, for example speaker:theo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no device %1. Choose cpu or cuda.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration&apos;s &quot;%1&quot; is wrong: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run in %1: config.json is missing. Choose the folder of a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged: it is not JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not empty. Choose a new folder for the run, or resume the run in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run in %1 has no checkpoint yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not name a checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set %1 in %2 gives no pairs to train on: it needs MNIST and recordings of the same digits in both parts of the split.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No accuracy will be measured: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss was no longer a number at step %1. The last checkpoint is intact: resume with a lower learning rate, or start anew with another seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The posterior has collapsed since step %1: no latent dimension carries anything and every image is the mean of all digits. Start anew with a KL warm-up, He initialisation and standardised spectrograms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run goes on, but could not be saved at step %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training failed inside LibTorch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for this run. Choose a smaller batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A figure must be 10 to 1000 mm wide and high.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The resolution of a picture must be 72 to 1200 dots per inch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text of a figure must be 5 to 24 points high.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room left for %1. Choose another folder or free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is too large. Choose a smaller size or resolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has none of the endings .svg, .pdf, .png or .csv, so the format is not known.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::AboutDialog</name>
    <message>
        <source>About Sonoglyph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1. Hear a spoken digit, see it drawn: an explorer of audio-to-image generation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credits and licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sonoglyph is free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M. Żelaszczyk and J. Mańdziuk, 2021: the models AIVAE and AIVAEGAN that are rebuilt here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images of written digits by Y. LeCun, C. Cortes and C. J. C. Burges, CC BY-SA 3.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recordings of spoken digits by Z. Jackson and others, CC BY-SA 4.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recordings of spoken words by P. Warden and many volunteers, CC BY 4.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window, sound input and output, LGPL 3; Qt Charts, GPL 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>networks and training, BSD 3-Clause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>matrix products, BSD 3-Clause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fourier transform, BSD 3-Clause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sound files, LGPL 2.1 or later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resampling, BSD 2-Clause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>configuration files, MIT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>command line, BSD 3-Clause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>packed files, zlib licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>content hashes, Apache 2.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by S. van der Walt, N. Smith, J. Nuñez, C. Anderton and R. Renslow, CC0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colours that everybody can tell apart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::Banner</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the technical details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a few letters of an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No action has these letters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::CountBars</name>
    <message>
        <source>Recordings per digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>digit %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::DataPage</name>
    <message>
        <source>Choose the data folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder that holds mnist, fsdd/recordings and scd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look into the data folder again, after files were put there (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images of written digits by Y. LeCun, C. Cortes and C. J. C. Burges, CC BY-SA 3.0. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free Spoken Digit Dataset (FSDD)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings of spoken digits by Z. Jackson and others, CC BY-SA 4.0. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech Commands (SCD)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings of spoken words by P. Warden and many volunteers, CC BY 4.0; the digits are used. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder does not exist. Choose another one, or make it and put the data sets there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 images to learn from, %2 to test with</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n speaker(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) left out because of their name</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2 of them by the paper&apos;s four speakers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::DataSetSection</name>
    <message>
        <source>Recordings per digit of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This set is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This set is missing or not complete.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::DecoderController</name>
    <message>
        <source>%1 is still used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The built-in model is used instead.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::DigitView</name>
    <message>
        <source>The image appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1, column %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by %2 pixels, white on black.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::ExportDialog</name>
    <message>
        <source>Export “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF: vectors, for print and papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG: vectors, for drawing programs and the web</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG: pixels, for slides and messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV: the numbers behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> dpi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dots per inch: 300 for print, 96 for the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> pt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of comma-separated values, the point as decimal mark.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2 pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharp at any size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export figure…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this figure as PDF, SVG or PNG, or its numbers as CSV (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::FigureView</name>
    <message>
        <source>Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::ImageGrid</name>
    <message>
        <source>The images appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows of %2 images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Row %1, column %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::LatentPanel</name>
    <message>
        <source>The features of a sound appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audio-visual features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of feature %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature %1: mean %2, spread %3 (sigma)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says nothing of this sound (KL below 0.01 nat).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says %1 nats of this sound (KL to the prior).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag or turn the wheel (Shift: fine), double-click to reset, click the number to zero it (Z), click the value to type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature %1 of %2: value %3, mean %4, spread %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Set to zero.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::LevelMeter</name>
    <message>
        <source>Microphone level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level of the microphone in decibels below full scale: the bar is the average (RMS), the line the peak. The mark at the end lights once a sample was clipped; click to forget it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 decibels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 dB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::ListenController</name>
    <message>
        <source>The microphone sends nothing. Is it switched off, or is another one meant?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone went away while it was recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was heard. Is the microphone muted, or far away?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound could not be transformed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::LossChart</name>
    <message>
        <source>The curves appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 at %3 %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::MainWindow</name>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be opened here. Open a sound file, a model or a run folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open sound…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear a sound file and see its image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the program. A training stops with a checkpoint and can be resumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window without frame over the whole screen, and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find an action…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every action of the program, found by a few letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Sonoglyph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version, credits and licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme like the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark, as the desktop is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark text on a light ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light text on a dark ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export: %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As SVG, PDF or PNG at a chosen size, or the numbers behind it as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to export on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound files (*.wav *.flac *.ogg *.oga *.opus *.mp3 *.aif *.aiff *.aifc *.au *.caf *.w64);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::Microphone</name>
    <message>
        <source>No microphone was found. Plug one in, or open a sound file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone could not be opened. Another program may hold it, or the system&apos;s privacy settings may block it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::PairPanel</name>
    <message>
        <source>Previous pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pair before this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pair after this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any pair of this part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear the recording of this pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data set can be used yet. On the left is what is missing and where to put it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of opening the data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not open this data set now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop playing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which recordings are paired with MNIST&apos;s images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the recordings are divided into a part to learn from and a part that is held out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs that a model learns from, or held-out pairs that it is tested on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show pairs of one digit only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image of the pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pair of this digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording of the pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording is being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network input of the pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the pair in its part; type one to go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network input: mel spectrogram, 48 x 48</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST and FSDD, the paper&apos;s four speakers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST and FSDD, all six speakers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST and Speech Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST, FSDD and Speech Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random, 90 % and 10 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Official</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 held out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the data set…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs of image and recording appear here once the data set is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, said by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 s, %3 Hz</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::ReadingBars</name>
    <message>
        <source>How LeNet-5, a network that knows only real digits, reads the image: the probability of each digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading by LeNet-5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads a %1, %2 percent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> A %1 was said.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::RecordButton</name>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the microphone and waits for a spoken digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a spoken digit (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for a word. Press to stop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for a word. Press to stop (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word is being recorded. Press to stop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop recording (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image is being made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image is being made</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::RunDraft</name>
    <message>
        <source>There is no data folder at %1. Choose it on the Data page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This data set is not complete. The Data page shows what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name is the name of one folder: leave out the slash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a run of this name already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::RunForm</name>
    <message>
        <source>More settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the code, learning rate, split and everything else that a run&apos;s results depend on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of the new run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the Data page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the data folder and see what it holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a whole number of 0 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in 300 steps on MNIST-FSDD: digits can be told apart, no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper: MNIST-FSDD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in the paper&apos;s training on MNIST-FSDD: 100 epochs, batch 128, 64 dimensions, alpha 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which sounds are paired with MNIST&apos;s images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST-FSDD (4 speakers)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST-FSDD (6 speakers)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST-SCD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixed (FSDD and SCD)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AIVAE: a variational autoencoder (paper, table 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the reconstruction term (paper, objective 4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often every pair is seen. The paper: 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps, at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run ends after so many steps even inside an epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs a step. The paper: 128</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of initialisation, noise and order: equal seeds give equal runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the run&apos;s folder in the folder of runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latent size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimensions of the code z. The paper: 64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of Adam. Empty: the paper&apos;s, 0.001 for AIVAE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the paper&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random: 90 % to learn from, 10 % held out, as in the paper. official: the data set&apos;s own. speaker:NAME: NAME is held out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How a sound of any length becomes 48 columns: stretched to them, or filled up with silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stretch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the split and of which sound is paired with which image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initialisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the weights start. He is our choice: with PyTorch&apos;s the posterior collapses (every image the same)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>He</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PyTorch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standardise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spectrograms with mean 0 and deviation 1 over the training set. Our choice; the paper does not say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps over which the weight of KL (how much the code says beyond the prior, in nats) rises from 0 to 1. Empty: none, as in the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor cores that are used. Empty: all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AIVAE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AIVAEGAN</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: about %2 at the speed of the last run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::RunList</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>finished, %n step(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>stopped at step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running, step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, accuracy %2 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::RunView</name>
    <message>
        <source>real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping, writing a checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped, can be resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended before its first checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the held-out pairs of the last epoch. Accuracy: how many images, drawn from samples of the code, LeNet-5 reads as the digit that was said; in brackets from its mean. Active units: dimensions of the code that say more than 0.01 nat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Losses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nats per pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curves begin with the first step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is minimised: alpha times reconstruction plus weight times KL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How well the image is drawn, in nats a pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the code says beyond the prior, in nats a pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, held out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss on a logarithmic scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconstructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out images and what the model draws from their sounds appear here while it learns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 samples/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alpha %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After epoch %1: accuracy %2 (mean %3)  ·  active units %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::SoundPlayer</name>
    <message>
        <source>There is nothing to play through: no loudspeaker or headphones were found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound could not be played: the system&apos;s output could not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::SpectrogramView</name>
    <message>
        <source>The spectrogram appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mel spectrogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s   %2 Hz   %3 dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 columns of %2 frequency bands.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::StatusLine</name>
    <message>
        <source>%1 h %2 min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the page says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training is under way. Show the Train page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound to image: from the last sample of a word to its image on the screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound to image %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibTorch is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading LibTorch…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The networks are computed with LibTorch, which is being loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n thread(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>CPU and GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the networks are computed with: LibTorch %1, matrices by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that draws: %1
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the training, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training paused at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping the training…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training, %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::TrainPage</name>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a model with these settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a quick look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>300 steps on MNIST-FSDD: digits can be told apart, no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the run that is training, and let it go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the run that is training, with a checkpoint: it can be resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with this run from its latest checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear and draw with this run&apos;s latest checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of runs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where runs are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs appear here once they have begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet, and no data set to train on. The Data page says what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the Data page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet. Train a quick look: about %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>No runs yet. Train a quick look: %n step(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::TrainingController</name>
    <message>
        <source>Loading LibTorch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::WaveformView</name>
    <message>
        <source>The sound appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 seconds of sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> A word from %1 to %2 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sonoglyph::durationText</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
