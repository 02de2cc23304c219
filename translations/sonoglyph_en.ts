<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Coach</name>
    <message numerus="yes">
        <source>Too early to tell: %n step(s) so far.</source>
        <translation>
            <numerusform>Too early to tell: %n step so far.</numerusform>
            <numerusform>Too early to tell: %n steps so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>over the last %n step(s)</source>
        <translation>
            <numerusform>over the last %n step</numerusform>
            <numerusform>over the last %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepStory</name>
    <message numerus="yes">
        <source>%n dimension(s)</source>
        <translation>
            <numerusform>%n dimension</numerusform>
            <numerusform>%n dimensions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::AddView</name>
    <message numerus="yes">
        <source>%Ln recording(s)</source>
        <translation>
            <numerusform>%Ln recording</numerusform>
            <numerusform>%Ln recordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln speaker(s)</source>
        <translation>
            <numerusform>%Ln speaker</numerusform>
            <numerusform>%Ln speakers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) left out: they name none of the labels</source>
        <translation>
            <numerusform>%Ln file left out: it names none of the labels</numerusform>
            <numerusform>%Ln files left out: they name none of the labels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::AlignmentList</name>
    <message numerus="yes">
        <source>%1: %Ln image(s)</source>
        <translation>
            <numerusform>%1: %Ln image</numerusform>
            <numerusform>%1: %Ln images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::Banner</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::DataPage</name>
    <message numerus="yes">
        <source>%Ln recording(s)</source>
        <translation>
            <numerusform>%Ln recording</numerusform>
            <numerusform>%Ln recordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln speaker(s)</source>
        <translation>
            <numerusform>%Ln speaker</numerusform>
            <numerusform>%Ln speakers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) left out because of their name</source>
        <translation>
            <numerusform>%Ln file left out because of their name</numerusform>
            <numerusform>%Ln files left out because of their name</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::ExportDialog</name>
    <message numerus="yes">
        <source>%n line(s), the point as decimal mark.</source>
        <translation>
            <numerusform>%n line, the point as decimal mark.</numerusform>
            <numerusform>%n lines, the point as decimal mark.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::FilmView</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::HistoryStrip</name>
    <message numerus="yes">
        <source>Saved %n sound(s) in %1.</source>
        <translation>
            <numerusform>Saved %n sound in %1.</numerusform>
            <numerusform>Saved %n sounds in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n cannot be read</source>
        <translation>
            <numerusform>, %n cannot be read</numerusform>
            <numerusform>, %n cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sound(s)</source>
        <translation>
            <numerusform>%n sound</numerusform>
            <numerusform>%n sounds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n sound(s).</source>
        <translation>
            <numerusform>Deleted %n sound.</numerusform>
            <numerusform>Deleted %n sounds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::LatentPanel</name>
    <message numerus="yes">
        <source> %n feature(s) selected.</source>
        <translation>
            <numerusform> %n feature selected.</numerusform>
            <numerusform> %n features selected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::ListenController</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read: the details say why.</source>
        <translation>
            <numerusform>%n file could not be read: the details say why.</numerusform>
            <numerusform>%n files could not be read: the details say why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::MainWindow</name>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n file written.</numerusform>
            <numerusform>%n files written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::ModelsView</name>
    <message numerus="yes">
        <source>reproduced, %n epoch(s)</source>
        <translation>
            <numerusform>reproduced, %n epoch</numerusform>
            <numerusform>reproduced, %n epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, mean of %n seed(s)</source>
        <translation>
            <numerusform>%1, mean of %n seed</numerusform>
            <numerusform>%1, mean of %n seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s)</source>
        <translation>
            <numerusform>%n seed</numerusform>
            <numerusform>%n seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n speaker(s)</source>
        <translation>
            <numerusform>%n speaker</numerusform>
            <numerusform>%n speakers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::PosteriorView</name>
    <message numerus="yes">
        <source>%n draw(s)</source>
        <translation>
            <numerusform>%n draw</numerusform>
            <numerusform>%n draws</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::QueuePanel</name>
    <message numerus="yes">
        <source>%n run(s) wait, held</source>
        <translation>
            <numerusform>%n run waits, held</numerusform>
            <numerusform>%n runs wait, held</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) wait</source>
        <translation>
            <numerusform>%n run waits</numerusform>
            <numerusform>%n runs wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::ReadingArea</name>
    <message numerus="yes">
        <source>Distance to the five nearest of %n training recording(s): %1 standard deviations of the posterior.</source>
        <translation>
            <numerusform>Distance to the five nearest of %n training recording: %1 standard deviations of the posterior.</numerusform>
            <numerusform>Distance to the five nearest of %n training recordings: %1 standard deviations of the posterior.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::RecordingsView</name>
    <message numerus="yes">
        <source>%Ln recording(s)</source>
        <translation>
            <numerusform>%Ln recording</numerusform>
            <numerusform>%Ln recordings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::RunDraft</name>
    <message numerus="yes">
        <source>That would be %n runs, too many at once.</source>
        <translation>
            <numerusform>That would be %n run, too many at once.</numerusform>
            <numerusform>That would be %n runs, too many at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::RunList</name>
    <message numerus="yes">
        <source>finished, %n step(s)</source>
        <translation>
            <numerusform>finished, %n step</numerusform>
            <numerusform>finished, %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::RunTable</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::RunTablePanel</name>
    <message numerus="yes">
        <source>%n run(s) moved to the wastebasket</source>
        <translation>
            <numerusform>%n run moved to the wastebasket</numerusform>
            <numerusform>%n runs moved to the wastebasket</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n run(s)</source>
        <translation>
            <numerusform>%1 of %n run</numerusform>
            <numerusform>%1 of %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::SoundLibrary</name>
    <message numerus="yes">
        <source>%n sound(s) of the history are damaged and were left out. Their files are in the folder %1.</source>
        <translation>
            <numerusform>%n sound of the history is damaged and was left out. Its files are in the folder %1.</numerusform>
            <numerusform>%n sounds of the history are damaged and were left out. Their files are in the folder %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::StatesView</name>
    <message numerus="yes">
        <source>%n state(s) saved</source>
        <translation>
            <numerusform>%n state saved</numerusform>
            <numerusform>%n states saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n state(s) deleted</source>
        <translation>
            <numerusform>%n state deleted</numerusform>
            <numerusform>%n states deleted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::StatusLine</name>
    <message numerus="yes">
        <source>%1, %Ln thread(s)</source>
        <translation>
            <numerusform>%1, %Ln thread</numerusform>
            <numerusform>%1, %Ln threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::TrainPage</name>
    <message numerus="yes">
        <source>No runs yet. Train a quick look: %n step(s).</source>
        <translation>
            <numerusform>No runs yet. Train a quick look: %n step.</numerusform>
            <numerusform>No runs yet. Train a quick look: %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n run(s) to the queue</source>
        <translation>
            <numerusform>Add %n run to the queue</numerusform>
            <numerusform>Add %n runs to the queue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start %n run(s)</source>
        <translation>
            <numerusform>Start %n run</numerusform>
            <numerusform>Start %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::VoiceMapView</name>
    <message numerus="yes">
        <source>%n recording(s)</source>
        <translation>
            <numerusform>%n recording</numerusform>
            <numerusform>%n recordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them surrounded</source>
        <translation>
            <numerusform>%n of them surrounded</numerusform>
            <numerusform>%n of them surrounded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::WallView</name>
    <message numerus="yes">
        <source>%n sound(s)</source>
        <translation>
            <numerusform>%n sound</numerusform>
            <numerusform>%n sounds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::estimateText</name>
    <message numerus="yes">
        <source>%n run(s), %1</source>
        <translation>
            <numerusform>%n run, %1</numerusform>
            <numerusform>%n runs, %1</numerusform>
        </translation>
    </message>
</context>
</TS>
