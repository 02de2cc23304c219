<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl" sourcelanguage="en">
<context>
    <name>Arguments</name>
    <message>
        <source>%1 See sonoglyph --help.</source>
        <translation>%1 Zobacz sonoglyph --help.</translation>
    </message>
    <message>
        <source>Hear a spoken digit, see it drawn.</source>
        <translation>Usłysz cyfrę i zobacz, jak zostaje narysowana.</translation>
    </message>
    <message>
        <source>Page to open: %1.</source>
        <translation>Strona, która ma się otworzyć: %1.</translation>
    </message>
    <message>
        <source>Model or checkpoint file, run folder or built-in name.</source>
        <translation>Plik modelu lub punktu kontrolnego, folder przebiegu albo nazwa modelu wbudowanego.</translation>
    </message>
    <message>
        <source>Data folder (holds mnist, fsdd and scd).</source>
        <translation>Folder danych (zawiera mnist, fsdd i scd).</translation>
    </message>
    <message>
        <source>Run folder to show on the Train page.</source>
        <translation>Folder przebiegu, który ma pokazać strona Trening.</translation>
    </message>
    <message>
        <source>Settings file instead of the user&apos;s own.</source>
        <translation>Plik ustawień zamiast własnego pliku użytkownika.</translation>
    </message>
    <message>
        <source>Measure and quit: %1.</source>
        <translation>Zmierz i zakończ: %1.</translation>
    </message>
    <message>
        <source>With --bench: print one JSON object.</source>
        <translation>Z --bench: wypisz jeden obiekt JSON.</translation>
    </message>
    <message>
        <source>Sound files, a model or a run folder to open.</source>
        <translation>Pliki dźwiękowe, model lub folder przebiegu do otwarcia.</translation>
    </message>
    <message>
        <source>There is no page &quot;%1&quot;. Pages: %2.</source>
        <translation>Nie ma strony „%1”. Strony: %2.</translation>
    </message>
    <message>
        <source>There is no benchmark &quot;%1&quot;. Benchmarks: %2.</source>
        <translation>Nie ma pomiaru „%1”. Pomiary: %2.</translation>
    </message>
    <message>
        <source>With --bench soak: minutes of sound, 60 where not given.</source>
        <translation>Z --bench soak: minuty dźwięku, domyślnie 60.</translation>
    </message>
    <message>
        <source>--minutes must be 1 to %1.</source>
        <translation>--minutes musi być od 1 do %1.</translation>
    </message>
    <message>
        <source>With --bench listen or latent: measure while a training runs.</source>
        <translation>Z --bench listen lub latent: mierz podczas uczenia.</translation>
    </message>
    <message>
        <source>Draw the figures of a reproduction (sonoglyph-cli reproduce) and quit; needs no display.</source>
        <translation>Narysuj rysunki odtworzenia (sonoglyph-cli reproduce) i zakończ; nie wymaga ekranu.</translation>
    </message>
</context>
<context>
    <name>Coach</name>
    <message>
        <source>Held-out reconstruction was best after epoch %1 and has risen %2 % since: the run learns its training pairs by heart. Stop it, and use the checkpoint of its best epoch.</source>
        <translation>Rekonstrukcja na parach odłożonych była najlepsza po epoce %1 i od tego czasu wzrosła o %2 %: model uczy się par uczących na pamięć. Zatrzymaj przebieg i użyj punktu kontrolnego z najlepszej epoki.</translation>
    </message>
    <message numerus="yes">
        <source>Too early to tell: %n step(s) so far.</source>
        <translation>
            <numerusform>Za wcześnie, by coś powiedzieć: dotąd %n krok.</numerusform>
            <numerusform>Za wcześnie, by coś powiedzieć: dotąd %n kroki.</numerusform>
            <numerusform>Za wcześnie, by coś powiedzieć: dotąd %n kroków.</numerusform>
        </translation>
    </message>
    <message>
        <source>over the last epoch</source>
        <translation>w ostatniej epoce</translation>
    </message>
    <message numerus="yes">
        <source>over the last %n step(s)</source>
        <translation>
            <numerusform>w ostatnim %n kroku</numerusform>
            <numerusform>w ostatnich %n krokach</numerusform>
            <numerusform>w ostatnich %n krokach</numerusform>
        </translation>
    </message>
    <message>
        <source>Settled: reconstruction has changed by less than 1 % %1 and is %2 nats.</source>
        <translation>Ustalona: rekonstrukcja zmieniła się %1 o mniej niż 1 % i wynosi %2 nata.</translation>
    </message>
    <message>
        <source>Learning: reconstruction fell %1 % %2, to %3 nats.</source>
        <translation>Uczy się: rekonstrukcja spadła o %1 % %2, do %3 nata.</translation>
    </message>
    <message>
        <source>Reconstruction rose %1 % %2, to %3 nats: that is usual while the weight of KL rises.</source>
        <translation>Rekonstrukcja wzrosła o %1 % %2, do %3 nata: to zwykłe, dopóki rośnie waga KL.</translation>
    </message>
    <message>
        <source>Best accuracy so far: %1 % after epoch %2.</source>
        <translation>Najlepsza dotąd trafność: %1 % po epoce %2.</translation>
    </message>
</context>
<context>
    <name>ColorMap</name>
    <message>
        <source>Magma</source>
        <translation>Magma</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Cividis</source>
        <translation>Cividis</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Szarości</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Różnica</translation>
    </message>
</context>
<context>
    <name>CurveReadout</name>
    <message>
        <source>smoothed</source>
        <translation>wygładzone</translation>
    </message>
</context>
<context>
    <name>FilmExport</name>
    <message>
        <source>Save the film</source>
        <translation>Zapisz film</translation>
    </message>
    <message>
        <source>PNG, with a CSV beside it (*.png)</source>
        <translation>PNG, a obok CSV (*.png)</translation>
    </message>
    <message>
        <source>Saved as %1.png and .csv</source>
        <translation>Zapisano jako %1.png i .csv</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Listen</source>
        <translation>Słuchanie</translation>
    </message>
    <message>
        <source>Say a digit or open a sound file, and see its image</source>
        <translation>Powiedz cyfrę lub otwórz plik dźwiękowy i zobacz jej obraz</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trening</translation>
    </message>
    <message>
        <source>Train a model, watch it learn, resume a run</source>
        <translation>Trenuj model, patrz, jak się uczy, wznawiaj przebiegi</translation>
    </message>
    <message>
        <source>Latent</source>
        <translation>Cechy</translation>
    </message>
    <message>
        <source>Move the features of a sound one by one and see what they draw</source>
        <translation>Przesuwaj cechy dźwięku po kolei i zobacz, co rysują</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Dane</translation>
    </message>
    <message>
        <source>Which data sets are there, and what their pairs look and sound like</source>
        <translation>Jakie zbiory danych są dostępne oraz jak wyglądają i brzmią ich pary</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Porównanie</translation>
    </message>
    <message>
        <source>The same sounds through every alpha and model, side by side</source>
        <translation>Te same dźwięki przez każdą alfę i każdy model, obok siebie</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Ocena</translation>
    </message>
    <message>
        <source>How well images can be read: the paper&apos;s tables and figures, and more</source>
        <translation>Jak dobrze można odczytać obrazy: tabele i rysunki artykułu i nie tylko</translation>
    </message>
</context>
<context>
    <name>Quantity</name>
    <message>
        <source>Total</source>
        <translation>Razem</translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation>Rekonstrukcja</translation>
    </message>
    <message>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <source>Adversarial</source>
        <translation>Przeciwstawna</translation>
    </message>
    <message>
        <source>Discriminator</source>
        <translation>Dyskryminator</translation>
    </message>
    <message>
        <source>D(real)</source>
        <translation>D(prawdziwe)</translation>
    </message>
    <message>
        <source>D(drawn)</source>
        <translation>D(narysowane)</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>Discriminator&apos;s gradient</source>
        <translation>Gradient dyskryminatora</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Dokładność</translation>
    </message>
    <message>
        <source>Accuracy of the mean</source>
        <translation>Trafność ze średniej</translation>
    </message>
    <message>
        <source>Diversity</source>
        <translation>Różnorodność</translation>
    </message>
    <message>
        <source>Active units</source>
        <translation>Czynne wymiary</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Szybkość</translation>
    </message>
    <message>
        <source>nats per pair</source>
        <translation>naty na parę</translation>
    </message>
    <message>
        <source>What is minimised; hold the pointer over the run&apos;s facts for its formula</source>
        <translation>Co jest minimalizowane; wzór pokazuje wskaźnik nad opisem przebiegu</translation>
    </message>
    <message>
        <source>How well the image is drawn, in nats a pair</source>
        <translation>Jak dobrze narysowany jest obraz, w natach na parę</translation>
    </message>
    <message>
        <source>How much the code says beyond the prior, in nats a pair</source>
        <translation>Ile kod mówi ponad rozkład a priori, w natach na parę</translation>
    </message>
    <message>
        <source>How many held-out images LeNet-5 reads as the digit that was said</source>
        <translation>Ile odłożonych obrazów LeNet-5 czyta jako cyfrę, która została powiedziana</translation>
    </message>
    <message>
        <source>Discriminator&apos;s judgement</source>
        <translation>Osąd dyskryminatora</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>prawdopodobieństwo</translation>
    </message>
    <message>
        <source>How sure the discriminator is that an image is real: of real ones and of drawn ones</source>
        <translation>Jak pewny jest dyskryminator, że obraz jest prawdziwy: przy prawdziwych i przy narysowanych</translation>
    </message>
    <message>
        <source>Adversarial losses</source>
        <translation>Straty przeciwstawne</translation>
    </message>
    <message>
        <source>The generator&apos;s adversarial term and the discriminator&apos;s loss, in nats a pair</source>
        <translation>Składnik przeciwstawny generatora i strata dyskryminatora, w natach na parę</translation>
    </message>
    <message>
        <source>Gradient norms</source>
        <translation>Normy gradientów</translation>
    </message>
    <message>
        <source>The length of the gradient over all weights</source>
        <translation>Długość gradientu po wszystkich wagach</translation>
    </message>
    <message>
        <source>How much the images of one digit differ, as the deviation of a pixel</source>
        <translation>Jak bardzo różnią się obrazy jednej cyfry, jako odchylenie piksela</translation>
    </message>
    <message>
        <source>Dimensions of the code that say more than 0.01 nat</source>
        <translation>Wymiary kodu, które mówią więcej niż 0,01 nata</translation>
    </message>
    <message>
        <source>samples/s</source>
        <translation>próbek/s</translation>
    </message>
    <message>
        <source>Pairs that are learnt from in a second</source>
        <translation>Par, z których model uczy się w ciągu sekundy</translation>
    </message>
</context>
<context>
    <name>Reproduction</name>
    <message>
        <source>Classifier</source>
        <translation>Klasyfikator</translation>
    </message>
    <message>
        <source>most important first</source>
        <translation>najważniejsze najpierw</translation>
    </message>
    <message>
        <source>least important first</source>
        <translation>najmniej ważne najpierw</translation>
    </message>
    <message>
        <source>at random</source>
        <translation>losowo</translation>
    </message>
    <message>
        <source>, seed %1</source>
        <translation>, ziarno %1</translation>
    </message>
    <message>
        <source>LeNet-5 on real images</source>
        <translation>LeNet-5 na prawdziwych obrazach</translation>
    </message>
    <message>
        <source>heard by the classifier</source>
        <translation>usłyszane przez klasyfikator</translation>
    </message>
</context>
<context>
    <name>RunTrash</name>
    <message>
        <source>%1 could not be moved to the wastebasket: %2</source>
        <translation>Nie udało się przenieść %1 do kosza: %2</translation>
    </message>
    <message>
        <source>%1 could not be brought back. It may still be in the wastebasket.</source>
        <translation>Nie udało się przywrócić %1. Może nadal być w koszu.</translation>
    </message>
</context>
<context>
    <name>StepStory</name>
    <message>
        <source>%1 nats</source>
        <translation>%1 nata</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>7. Discriminator</source>
        <translation>7. Dyskryminator</translation>
    </message>
    <message>
        <source>none</source>
        <translation>bez</translation>
    </message>
    <message>
        <source>AIVAE has no discriminator: the image is compared with the real one only, pixel by pixel.</source>
        <translation>AIVAE nie ma dyskryminatora: obraz jest tylko porównywany z prawdziwym, piksel po pikselu.</translation>
    </message>
    <message>
        <source>This file holds no discriminator, as an exported or built-in model does not. Choose a run of AIVAEGAN to see it at work.</source>
        <translation>Ten plik nie zawiera dyskryminatora, jak każdy model wyeksportowany lub wbudowany. Wybierz przebieg AIVAEGAN, aby zobaczyć go przy pracy.</translation>
    </message>
    <message>
        <source>D(real) %1 · D(drawn) %2</source>
        <translation>D(prawdziwy) %1 · D(narysowany) %2</translation>
    </message>
    <message>
        <source>The discriminator takes the real image to be real with %1, the drawn one with %2; its own loss is %3. The picture shows what it would have changed: orange wants more ink, blue less. For the generator this is worth %4.</source>
        <translation>Dyskryminator uznaje obraz prawdziwy za prawdziwy z pewnością %1, a narysowany z pewnością %2; jego własna strata to %3. Obrazek pokazuje, co by zmienił: pomarańczowy chce więcej tuszu, niebieski mniej. Dla generatora jest to warte %4.</translation>
    </message>
    <message>
        <source>%1 × %2 + %3 × %4</source>
        <translation>%1 × %2 + %3 × %4</translation>
    </message>
    <message>
        <source>%1 + %2</source>
        <translation>%1 + %2</translation>
    </message>
    <message>
        <source>8. Gradient</source>
        <translation>8. Gradient</translation>
    </message>
    <message>
        <source>total %1</source>
        <translation>razem %1</translation>
    </message>
    <message>
        <source>What is minimised, %1, is here %2 = %3. Its gradient has the length %4 in the encoder and %5 in the decoder; Adam moves every weight a little against it. Here nothing is moved: the model stays as it is.</source>
        <translation>To, co jest minimalizowane, %1, wynosi tutaj %2 = %3. Gradient ma długość %4 w koderze i %5 w dekoderze; Adam przesuwa każdą wagę trochę w przeciwną stronę. Tutaj nic się nie przesuwa: model zostaje, jaki jest.</translation>
    </message>
    <message>
        <source>1. Sound</source>
        <translation>1. Dźwięk</translation>
    </message>
    <message>
        <source>A recording of the digit %1 becomes %2 values: time to the right, low pitch below.</source>
        <translation>Nagranie cyfry %1 staje się %2 wartościami: czas biegnie w prawo, niskie tony są na dole.</translation>
    </message>
    <message>
        <source>2. Mean and deviation</source>
        <translation>2. Średnia i odchylenie</translation>
    </message>
    <message numerus="yes">
        <source>%n dimension(s)</source>
        <translation>
            <numerusform>%n wymiar</numerusform>
            <numerusform>%n wymiary</numerusform>
            <numerusform>%n wymiarów</numerusform>
        </translation>
    </message>
    <message>
        <source>The encoder does not give one code but a distribution: for each of %1 dimensions a mean (bar) and a deviation (whisker).</source>
        <translation>Koder nie podaje jednego kodu, lecz rozkład: dla każdego z wymiarów (jest ich %1) średnią (słupek) i odchylenie (wąs).</translation>
    </message>
    <message>
        <source>3. Noise</source>
        <translation>3. Szum</translation>
    </message>
    <message>
        <source>z = mean + deviation × noise</source>
        <translation>z = średnia + odchylenie × szum</translation>
    </message>
    <message>
        <source>Noise is drawn and added: z = mean + deviation × noise. So the decoder must cope with all that the sound leaves open.</source>
        <translation>Losowany jest szum i dodawany: z = średnia + odchylenie × szum. Dekoder musi więc radzić sobie ze wszystkim, czego dźwięk nie rozstrzyga.</translation>
    </message>
    <message>
        <source>4. Image</source>
        <translation>4. Obraz</translation>
    </message>
    <message>
        <source>decoded from z</source>
        <translation>zdekodowany</translation>
    </message>
    <message>
        <source>The decoder turns z into 28 × 28 pixels.</source>
        <translation>Dekoder zamienia z w 28 × 28 pikseli.</translation>
    </message>
    <message>
        <source>5. Reconstruction</source>
        <translation>5. Rekonstrukcja</translation>
    </message>
    <message>
        <source>Every pixel is compared with the real image of the pair, on the left (binary cross-entropy). On the right, bright pixels cost most; together they cost %1.</source>
        <translation>Każdy piksel jest porównywany z prawdziwym obrazem pary, po lewej (binarna entropia krzyżowa). Po prawej jasne piksele kosztują najwięcej; razem kosztują %1.</translation>
    </message>
    <message>
        <source>6. KL</source>
        <translation>6. KL</translation>
    </message>
    <message>
        <source>How much the code says beyond the prior: %1, in %2 active dimensions of %3. The others are as good as silent.</source>
        <translation>Ile kod mówi ponad rozkład a priori: %1, aktywnych wymiarów: %2 z %3. Pozostałe prawie milczą.</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>%1 is a folder. Choose a sound file in it.</source>
        <translation>%1 to folder. Wybierz w nim plik dźwiękowy.</translation>
    </message>
    <message>
        <source>%1 is not a regular file. Choose a sound file.</source>
        <translation>%1 nie jest zwykłym plikiem. Wybierz plik dźwiękowy.</translation>
    </message>
    <message>
        <source>%1 is empty. Record or copy it again.</source>
        <translation>Plik %1 jest pusty. Nagraj lub skopiuj go ponownie.</translation>
    </message>
    <message>
        <source>%1 is not a sound file, or its start is damaged. Open a WAV, FLAC, OGG or AIFF file.</source>
        <translation>%1 nie jest plikiem dźwiękowym albo jego początek jest uszkodzony. Otwórz plik WAV, FLAC, OGG lub AIFF.</translation>
    </message>
    <message>
        <source>%1 says it has %2 samples a second; only %3 to %4 can be used. Convert it to 16000.</source>
        <translation>Według nagłówka plik %1 ma %2 próbek na sekundę, a można użyć tylko od %3 do %4. Przekonwertuj go na 16000.</translation>
    </message>
    <message>
        <source>%1 contains samples that are not numbers (at %2 s). Record or convert it again.</source>
        <translation>Plik %1 zawiera próbki, które nie są liczbami (w %2 s). Nagraj lub przekonwertuj go ponownie.</translation>
    </message>
    <message>
        <source>%1 contains no sound. Record or copy it again.</source>
        <translation>Plik %1 nie zawiera dźwięku. Nagraj lub skopiuj go ponownie.</translation>
    </message>
    <message>
        <source>%1 could not be written as WAV.</source>
        <translation>Nie udało się zapisać pliku %1 jako WAV.</translation>
    </message>
    <message>
        <source>The spectrogram setting %1 must be %2.</source>
        <translation>Ustawienie spektrogramu %1 musi mieć wartość %2.</translation>
    </message>
    <message>
        <source>The folder %1 is not there. Create it or choose another.</source>
        <translation>Nie ma folderu %1. Utwórz go lub wybierz inny.</translation>
    </message>
    <message>
        <source>There is no room left to write %1. Free some space or choose another folder.</source>
        <translation>Brakuje miejsca, aby zapisać %1. Zwolnij miejsce lub wybierz inny folder.</translation>
    </message>
    <message>
        <source>%1 cannot be written: no permission. Choose another folder.</source>
        <translation>Nie można zapisać %1: brak uprawnień. Wybierz inny folder.</translation>
    </message>
    <message>
        <source>%1 is a folder. Choose another name.</source>
        <translation>%1 to folder. Wybierz inną nazwę.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>Nie można zapisać %1: %2.</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>Nie ma pliku %1.</translation>
    </message>
    <message>
        <source>%1 is a folder, not a file.</source>
        <translation>%1 to folder, a nie plik.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>Nie można odczytać %1: %2.</translation>
    </message>
    <message>
        <source>%1 is already closed.</source>
        <translation>Plik %1 jest już zamknięty.</translation>
    </message>
    <message>
        <source>%1 is too long for a file of its kind.</source>
        <translation>Plik %1 jest za długi jak na swój rodzaj.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Zatrzymano.</translation>
    </message>
    <message>
        <source>%1 is in use by %2. Stop it there first.</source>
        <translation>%1 jest w użyciu (%2). Najpierw zakończ to tam.</translation>
    </message>
    <message>
        <source>An empty image cannot be written as PNG.</source>
        <translation>Pustego obrazu nie można zapisać jako PNG.</translation>
    </message>
    <message>
        <source>The text &quot;%1&quot; cannot be kept in a PNG file.</source>
        <translation>Tekstu „%1” nie można zapisać w pliku PNG.</translation>
    </message>
    <message>
        <source>%1 is damaged or no safetensors file. Choose another file or make it again.</source>
        <translation>Plik %1 jest uszkodzony lub nie jest plikiem safetensors. Wybierz inny plik lub utwórz go ponownie.</translation>
    </message>
    <message>
        <source>%1 holds values of the type %2, which this program does not read.</source>
        <translation>Plik %1 zawiera wartości typu %2, których ten program nie czyta.</translation>
    </message>
    <message>
        <source>There is not enough memory to read %1.</source>
        <translation>Brakuje pamięci, aby odczytać %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: a fault of the program.</source>
        <translation>Nie można zapisać %1: błąd programu.</translation>
    </message>
    <message>
        <source>%1 is damaged or no MNIST file. Download it again and put it there.</source>
        <translation>Plik %1 jest uszkodzony lub nie jest plikiem MNIST. Pobierz go ponownie i umieść w tym miejscu.</translation>
    </message>
    <message>
        <source>%1 is missing. Download MNIST&apos;s four files and put them into the folder %2.</source>
        <translation>Brakuje pliku %1. Pobierz cztery pliki MNIST i umieść je w folderze %2.</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Pominięto: %1</translation>
    </message>
    <message>
        <source>Left out as well: %1 more recordings that cannot be read.</source>
        <translation>Pominięto też inne nagrania, których nie można odczytać: %1.</translation>
    </message>
    <message>
        <source>%1 sound files were skipped: their names do not follow the data set&apos;s pattern.</source>
        <translation>Pominięte pliki dźwiękowe: %1. Ich nazwy nie odpowiadają wzorcowi zbioru danych.</translation>
    </message>
    <message>
        <source>The data set is ready</source>
        <translation>Zbiór danych jest gotowy</translation>
    </message>
    <message>
        <source>No recordings in %1. Put the WAV files of the Free Spoken Digit Dataset there or choose another data folder.</source>
        <translation>Brak nagrań w %1. Umieść tam pliki WAV zbioru Free Spoken Digit Dataset lub wybierz inny folder danych.</translation>
    </message>
    <message>
        <source>No recordings in %1. Put the folders zero to nine of Speech Commands there or choose another data folder.</source>
        <translation>Brak nagrań w %1. Umieść tam foldery od zero do nine zbioru Speech Commands lub wybierz inny folder danych.</translation>
    </message>
    <message>
        <source>Looking for stored spectrograms</source>
        <translation>Szukanie zapisanych spektrogramów</translation>
    </message>
    <message>
        <source>Computing %1 spectrograms</source>
        <translation>Obliczanie spektrogramów (%1)</translation>
    </message>
    <message>
        <source>None of the %1 recordings can be read, for example %2. Download the data set again.</source>
        <translation>Nie można odczytać żadnego z nagrań (%1), na przykład %2. Pobierz zbiór danych ponownie.</translation>
    </message>
    <message>
        <source>The spectrograms could not be stored in %1 and will be computed again next time: %2</source>
        <translation>Nie udało się zapisać spektrogramów w %1; następnym razem zostaną obliczone od nowa: %2</translation>
    </message>
    <message>
        <source>There is not enough memory for %1 spectrograms.</source>
        <translation>Brakuje pamięci na spektrogramy (%1).</translation>
    </message>
    <message>
        <source>The data set %1 has no speaker %2. It has %3: %4.</source>
        <translation>W zbiorze danych %1 nie ma mówcy %2. Liczba mówców: %3, a są to: %4.</translation>
    </message>
    <message>
        <source>The split %1 of the data set %2 leaves nothing to learn from or nothing to test with. Choose another split or add recordings.</source>
        <translation>Podział %1 zbioru danych %2 nie zostawia nic do nauki albo nic do testów. Wybierz inny podział lub dodaj nagrania.</translation>
    </message>
    <message>
        <source>Missing in %1: %2. Download MNIST&apos;s four files and put them there.</source>
        <translation>W folderze %1 brakuje: %2. Pobierz cztery pliki MNIST i umieść je tam.</translation>
    </message>
    <message>
        <source>testing_list.txt or validation_list.txt is missing in %1: the official split cannot be used.</source>
        <translation>W folderze %1 brakuje pliku testing_list.txt lub validation_list.txt: nie można użyć podziału oficjalnego.</translation>
    </message>
    <message>
        <source>Reading the images of held-out sounds</source>
        <translation>Odczytywanie obrazów dźwięków odłożonych</translation>
    </message>
    <message>
        <source>%1 is not a model of this program, or it is damaged. Choose a model file, a checkpoint or a run.</source>
        <translation>%1 nie jest modelem tego programu albo jest uszkodzony. Wybierz plik modelu, punkt kontrolny lub przebieg.</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Sonoglyph (format %2, this one reads up to %3). Update the program.</source>
        <translation>Plik %1 zapisała nowsza wersja programu Sonoglyph (format %2, ta czyta do %3). Zaktualizuj program.</translation>
    </message>
    <message>
        <source>There is no model %1: no such file, no run folder and no built-in model of this name.</source>
        <translation>Nie ma modelu %1: ani pliku, ani folderu przebiegu, ani modelu wbudowanego o tej nazwie.</translation>
    </message>
    <message>
        <source>%1 holds a network of the kind %2, which draws no images. Choose an audio-to-image model.</source>
        <translation>Plik %1 zawiera sieć rodzaju %2, która nie rysuje obrazów. Wybierz model zamieniający dźwięk na obraz.</translation>
    </message>
    <message>
        <source>%1 is not a LeNet-5 model.</source>
        <translation>%1 nie jest modelem LeNet-5.</translation>
    </message>
    <message>
        <source>%1 does not hold this kind of model: the tensor %2 is missing.</source>
        <translation>Plik %1 nie zawiera modelu tego rodzaju: brakuje tensora %2.</translation>
    </message>
    <message>
        <source>%1 does not fit its own description: the tensor %2 has the shape %3 instead of %4.</source>
        <translation>Plik %1 nie zgadza się z własnym opisem: tensor %2 ma kształt %3 zamiast %4.</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Mierzenie</translation>
    </message>
    <message>
        <source>The model %1 hears spectrograms of %2 x %2 values.</source>
        <translation>Model %1 przyjmuje spektrogramy o rozmiarze %2 x %2.</translation>
    </message>
    <message>
        <source>The model %1 has %2 latent dimensions, not %3.</source>
        <translation>Model %1 ma wymiarów ukrytych: %2, a nie %3.</translation>
    </message>
    <message>
        <source>A latent value is not a number.</source>
        <translation>Wartość cechy nie jest liczbą.</translation>
    </message>
    <message>
        <source>The model %1 could not draw this sound.</source>
        <translation>Model %1 nie zdołał narysować tego dźwięku.</translation>
    </message>
    <message>
        <source>LibTorch could not do this.</source>
        <translation>LibTorch nie zdołał tego wykonać.</translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>Brakuje na to pamięci.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong.</source>
        <translation>Wystąpił nieoczekiwany błąd.</translation>
    </message>
    <message>
        <source>Matrices are multiplied by the slow reference BLAS (%1). Install libopenblas0-openmp: training becomes many times faster.</source>
        <translation>Macierze mnoży powolna, wzorcowa biblioteka BLAS (%1). Zainstaluj libopenblas0-openmp: trening będzie wielokrotnie szybszy.</translation>
    </message>
    <message>
        <source>The program&apos;s library %1 cannot be loaded. Install or build the program again.</source>
        <translation>Nie można załadować biblioteki programu %1. Zainstaluj lub zbuduj program ponownie.</translation>
    </message>
    <message>
        <source>%1 cannot be resumed: the optimiser&apos;s tensor %2 is missing or has another shape.</source>
        <translation>Nie można wznowić %1: tensora optymalizatora %2 nie ma lub ma on inny kształt.</translation>
    </message>
    <message>
        <source>%1 is not a checkpoint of this run.</source>
        <translation>%1 nie jest punktem kontrolnym tego przebiegu.</translation>
    </message>
    <message>
        <source>%1 cannot be resumed: the state of the random generator is missing.</source>
        <translation>Nie można wznowić %1: brakuje stanu generatora losowego.</translation>
    </message>
    <message>
        <source>LeNet-5: epoch %1 of %2</source>
        <translation>LeNet-5: epoka %1 z %2</translation>
    </message>
    <message>
        <source>%1 is damaged in line %2. Correct or delete that line.</source>
        <translation>Plik %1 jest uszkodzony w wierszu %2. Popraw lub usuń ten wiersz.</translation>
    </message>
    <message>
        <source>The last line of %1 is not complete and was left out.</source>
        <translation>Ostatni wiersz pliku %1 jest niepełny i został pominięty.</translation>
    </message>
    <message>
        <source>The configuration&apos;s &quot;%1&quot; cannot be %2. Correct it or leave it out.</source>
        <translation>Pole „%1” konfiguracji nie może mieć wartości %2. Popraw je lub pomiń.</translation>
    </message>
    <message>
        <source>The configuration holds &quot;%1&quot;, which this program does not know.</source>
        <translation>Konfiguracja zawiera pole „%1”, którego ten program nie zna.</translation>
    </message>
    <message>
        <source>Must be between %1 and %2.</source>
        <translation>Wartość od %1 do %2.</translation>
    </message>
    <message>
        <source>Must be even.</source>
        <translation>Liczba musi być parzysta.</translation>
    </message>
    <message>
        <source>There is no initialisation %1. Choose he or pytorch.</source>
        <translation>Nie ma inicjalizacji %1. Wybierz he lub pytorch.</translation>
    </message>
    <message>
        <source>There is no time mode %1. Choose stretch or pad.</source>
        <translation>Nie ma trybu czasu %1. Wybierz stretch lub pad.</translation>
    </message>
    <message>
        <source>Name the speaker that is held out, for example speaker:theo.</source>
        <translation>Podaj mówcę, który ma być odłożony, na przykład speaker:theo.</translation>
    </message>
    <message>
        <source>There is no device %1. Choose cpu or cuda.</source>
        <translation>Nie ma urządzenia %1. Wybierz cpu lub cuda.</translation>
    </message>
    <message>
        <source>The configuration&apos;s &quot;%1&quot; is wrong: %2</source>
        <translation>Pole „%1” konfiguracji jest błędne: %2</translation>
    </message>
    <message>
        <source>There is no run in %1: config.json is missing. Choose the folder of a run.</source>
        <translation>W %1 nie ma przebiegu: brakuje pliku config.json. Wybierz folder przebiegu.</translation>
    </message>
    <message>
        <source>%1 is damaged: it is not JSON.</source>
        <translation>Plik %1 jest uszkodzony: to nie jest JSON.</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <translation>Nie można użyć %1: %2</translation>
    </message>
    <message>
        <source>%1 is not empty. Choose a new folder for the run, or resume the run in it.</source>
        <translation>Folder %1 nie jest pusty. Wybierz nowy folder dla przebiegu lub wznów przebieg, który w nim jest.</translation>
    </message>
    <message>
        <source>The run in %1 has no checkpoint yet.</source>
        <translation>Przebieg w %1 nie ma jeszcze punktu kontrolnego.</translation>
    </message>
    <message>
        <source>%1 does not name a checkpoint.</source>
        <translation>%1 nie wskazuje punktu kontrolnego.</translation>
    </message>
    <message>
        <source>Making the networks</source>
        <translation>Tworzenie sieci</translation>
    </message>
    <message>
        <source>No accuracy will be measured: %1</source>
        <translation>Dokładność nie będzie mierzona: %1</translation>
    </message>
    <message>
        <source>The loss was no longer a number at step %1. The last checkpoint is intact: resume with a lower learning rate, or start anew with another seed.</source>
        <translation>W kroku %1 strata przestała być liczbą. Ostatni punkt kontrolny jest nienaruszony: wznów z mniejszym współczynnikiem uczenia albo zacznij od nowa z innym ziarnem.</translation>
    </message>
    <message>
        <source>The posterior has collapsed since step %1: no latent dimension carries anything and every image is the mean of all digits. Start anew with a KL warm-up, He initialisation and standardised spectrograms.</source>
        <translation>Od kroku %1 rozkład a posteriori jest zapadnięty: żaden wymiar ukryty nic nie niesie, a każdy obraz jest średnią wszystkich cyfr. Zacznij od nowa z rozgrzewką KL, inicjalizacją He i standaryzowanymi spektrogramami.</translation>
    </message>
    <message>
        <source>The training failed inside LibTorch.</source>
        <translation>Trening nie powiódł się wewnątrz LibTorch.</translation>
    </message>
    <message>
        <source>There is not enough memory for this run. Choose a smaller batch.</source>
        <translation>Brakuje pamięci na ten przebieg. Wybierz mniejszy wsad.</translation>
    </message>
    <message>
        <source>The training failed.</source>
        <translation>Trening nie powiódł się.</translation>
    </message>
    <message>
        <source>A figure must be 10 to 1000 mm wide and high.</source>
        <translation>Rysunek musi mieć od 10 do 1000 mm szerokości i wysokości.</translation>
    </message>
    <message>
        <source>The resolution of a picture must be 72 to 1200 dots per inch.</source>
        <translation>Rozdzielczość obrazu musi wynosić od 72 do 1200 punktów na cal.</translation>
    </message>
    <message>
        <source>The text of a figure must be 5 to 24 points high.</source>
        <translation>Tekst na rysunku musi mieć wysokość od 5 do 24 punktów.</translation>
    </message>
    <message>
        <source>There is no room left for %1. Choose another folder or free some space.</source>
        <translation>Brakuje miejsca na %1. Wybierz inny folder lub zwolnij miejsce.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another folder.</source>
        <translation>Nie można zapisać %1. Wybierz inny folder.</translation>
    </message>
    <message>
        <source>The picture is too large. Choose a smaller size or resolution.</source>
        <translation>Obraz jest za duży. Wybierz mniejszy rozmiar lub rozdzielczość.</translation>
    </message>
    <message>
        <source>LibTorch finds no GPU for the device %1. Build with a LibTorch that has CUDA, on a machine with an NVIDIA GPU and its driver, or choose the device cpu.</source>
        <translation>LibTorch nie znajduje karty graficznej dla urządzenia %1. Zbuduj program z LibTorch z obsługą CUDA, na komputerze z kartą NVIDIA i jej sterownikiem, albo wybierz urządzenie cpu.</translation>
    </message>
    <message>
        <source>There is no adversarial term %1. Choose non-saturating or saturating.</source>
        <translation>Nie ma składnika adwersaryjnego %1. Wybierz non-saturating albo saturating.</translation>
    </message>
    <message>
        <source>There is no reduction %1. Choose sum or mean.</source>
        <translation>Nie ma redukcji %1. Wybierz sum albo mean.</translation>
    </message>
    <message>
        <source>%1 cannot be run: %2.</source>
        <translation>Nie można uruchomić %1: %2.</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>Nie udało się zapisać %1.</translation>
    </message>
    <message>
        <source>%1 was removed while the run was going on.</source>
        <translation>%1 usunięto w czasie przebiegu.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3 in %4, but %5 in %6.</source>
        <translation>Wiersz %1, kolumna %2: %3 w %4, a %5 w %6.</translation>
    </message>
    <message>
        <source>%1 has no tensor %2.</source>
        <translation>W %1 nie ma tensora %2.</translation>
    </message>
    <message>
        <source>The tensor %1 in %2 is not the one in %3.</source>
        <translation>Tensor %1 w %2 jest inny niż w %3.</translation>
    </message>
    <message>
        <source>%1 is damaged: it is no checkpoint of a run.</source>
        <translation>Plik %1 jest uszkodzony: to nie jest punkt kontrolny przebiegu.</translation>
    </message>
    <message>
        <source>%1 is damaged. Start the sweep anew in another folder.</source>
        <translation>Plik %1 jest uszkodzony. Rozpocznij serię od nowa w innym folderze.</translation>
    </message>
    <message>
        <source>The sweep holds the run %1 twice.</source>
        <translation>Seria zawiera przebieg %1 dwa razy.</translation>
    </message>
    <message>
        <source>%1 is not empty. Choose a new folder for the sweep, or resume the sweep in it.</source>
        <translation>Folder %1 nie jest pusty. Wybierz nowy folder dla serii albo wznów serię, która w nim jest.</translation>
    </message>
    <message>
        <source>There is no sweep in %1: sweep.json is missing. Choose the folder of a sweep.</source>
        <translation>W %1 nie ma serii: brakuje pliku sweep.json. Wybierz folder serii.</translation>
    </message>
    <message>
        <source>The run changes from the device %1 to %2. They round differently: what comes is as good, but not the same to the last bit.</source>
        <translation>Przebieg przechodzi z urządzenia %1 na %2. Zaokrąglają one inaczej: wynik będzie równie dobry, ale nie taki sam co do bitu.</translation>
    </message>
    <message>
        <source>The run goes on from step %1, from an earlier checkpoint: %2</source>
        <translation>Przebieg trwa dalej od kroku %1, od wcześniejszego punktu kontrolnego: %2</translation>
    </message>
    <message>
        <source>The run can be saved again: all up to step %1 is on the disk.</source>
        <translation>Przebieg znów można zapisywać: wszystko do kroku %1 jest na dysku.</translation>
    </message>
    <message>
        <source>The run goes on in memory, but could not be saved at step %1: %2 It is tried again every minute.</source>
        <translation>Przebieg trwa dalej w pamięci, ale w kroku %1 nie udało się go zapisać: %2 Następne próby co minutę.</translation>
    </message>
    <message>
        <source>%1 is a classifier: it hears digits, but draws no images. Choose an audio-to-image model.</source>
        <translation>%1 jest klasyfikatorem: słyszy cyfry, ale nie rysuje obrazów. Wybierz model zamieniający dźwięk w obraz.</translation>
    </message>
    <message>
        <source>%1 is no classifier.</source>
        <translation>%1 nie jest klasyfikatorem.</translation>
    </message>
    <message>
        <source>The discriminator&apos;s loss was no longer a number at step %1. The last checkpoint is intact: resume with a lower learning rate, or start anew with another seed.</source>
        <translation>W kroku %1 strata dyskryminatora przestała być liczbą. Ostatni punkt kontrolny jest nienaruszony: wznów z mniejszym współczynnikiem uczenia albo zacznij od nowa z innym ziarnem.</translation>
    </message>
    <message>
        <source>The gradients were no longer numbers at step %1. The last checkpoint is intact: resume with a lower learning rate, or start anew with another seed.</source>
        <translation>W kroku %1 gradienty przestały być liczbami. Ostatni punkt kontrolny jest nienaruszony: wznów z mniejszym współczynnikiem uczenia albo zacznij od nowa z innym ziarnem.</translation>
    </message>
    <message>
        <source>The gradients have been over 100 times as large as usual since step %1: the run may be about to diverge. If its loss does not come down again, stop it and start anew with a lower learning rate.</source>
        <translation>Od kroku %1 gradienty są ponad 100 razy większe niż zwykle: przebieg może się rozbiegać. Jeśli strata nie spadnie, zatrzymaj go i zacznij od nowa z mniejszym współczynnikiem uczenia.</translation>
    </message>
    <message>
        <source>The discriminator&apos;s gradients have been over 100 times as large as usual since step %1: the run may be about to diverge. If its loss does not come down again, stop it and start anew with a lower learning rate.</source>
        <translation>Od kroku %1 gradienty dyskryminatora są ponad 100 razy większe niż zwykle: przebieg może się rozbiegać. Jeśli jego strata nie spadnie, zatrzymaj go i zacznij od nowa z mniejszym współczynnikiem uczenia.</translation>
    </message>
    <message>
        <source>The discriminator has won since step %1: it is over 95 % sure of real and of drawn images, and the generator learns next to nothing from it. Try the non-saturating term, another alpha or a lower learning rate.</source>
        <translation>Od kroku %1 dyskryminator wygrywa: jest na ponad 95 % pewny obrazów prawdziwych i narysowanych, a generator prawie niczego się od niego nie uczy. Wypróbuj nienasycającą postać, inną alfę albo mniejszy współczynnik uczenia.</translation>
    </message>
    <message>
        <source>Images of one digit have become alike: since step %1 (epoch %2) their diversity is %3, less than half of the %4 after epoch %5. The generator may have collapsed to a few images.</source>
        <translation>Obrazy tej samej cyfry stały się do siebie podobne: od kroku %1 (epoka %2) ich różnorodność wynosi %3, mniej niż połowę z %4 po epoce %5. Generator mógł ograniczyć się do kilku obrazów.</translation>
    </message>
    <message>
        <source>There is no model %1. Choose aivae, aivaegan or classifier.</source>
        <translation>Nie ma modelu %1. Wybierz aivae, aivaegan lub classifier.</translation>
    </message>
    <message>
        <source>There is no split %1. Choose random, official, speakers or speaker:NAME.</source>
        <translation>Nie ma podziału %1. Wybierz random, official, speakers lub speaker:NAZWA.</translation>
    </message>
    <message>
        <source>Reading %1 recordings</source>
        <translation>Wczytywanie nagrań: %1</translation>
    </message>
    <message>
        <source>There is not enough memory for %1 recordings.</source>
        <translation>Za mało pamięci na nagrania (%1).</translation>
    </message>
    <message>
        <source>The loss on held-out pairs was no longer a number after step %1. The last checkpoint is intact: resume with a lower learning rate, or start anew with another seed.</source>
        <translation>Po kroku %1 strata na parach odłożonych przestała być liczbą. Ostatni punkt kontrolny jest nienaruszony: wznów z mniejszym współczynnikiem uczenia albo zacznij od nowa z innym ziarnem.</translation>
    </message>
    <message>
        <source>%1 is damaged where it tells of its training recordings. Use another copy of the model.</source>
        <translation>Plik %1 jest uszkodzony tam, gdzie mówi o nagraniach treningowych. Użyj innej kopii modelu.</translation>
    </message>
    <message>
        <source>The spread of a posterior&apos;s draws must be 0 to 3, and their number 2 or more.</source>
        <translation>Rozrzut losowań z rozkładu a posteriori musi wynosić od 0 do 3, a ich liczba co najmniej 2.</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>Plik %1 jest uszkodzony.</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Sonoglyph (format %2, this one knows %3).</source>
        <translation>Plik %1 zapisała nowsza wersja Sonoglyph (format %2, ta zna %3).</translation>
    </message>
    <message>
        <source>%1 is missing or cut off.</source>
        <translation>Pliku %1 brakuje albo jest ucięty.</translation>
    </message>
    <message>
        <source>%1 is another sound than its card says.</source>
        <translation>Plik %1 to inny dźwięk, niż mówi jego karta.</translation>
    </message>
    <message>
        <source>There is no schedule %1 of the learning rate. Choose constant or cosine.</source>
        <translation>Nie ma planu współczynnika uczenia %1. Wybierz constant albo cosine.</translation>
    </message>
    <message>
        <source>There is no part %1 of this sound to hide.</source>
        <translation>Ten dźwięk nie ma fragmentu %1 do ukrycia.</translation>
    </message>
    <message>
        <source>Patches to hide and the steps between them must be 1 to %1 cells.</source>
        <translation>Ukrywane fragmenty i odstępy między nimi muszą mieć od 1 do %1 komórek.</translation>
    </message>
    <message>
        <source>The data set %1 has no training pair of the digit %2.</source>
        <translation>Zbiór danych %1 nie ma pary treningowej cyfry %2.</translation>
    </message>
    <message>
        <source>The examples of the model do not fit it.</source>
        <translation>Przykłady modelu do niego nie pasują.</translation>
    </message>
    <message>
        <source>The model %1 does not know the recording %2, and its sound is not at hand.</source>
        <translation>Model %1 nie zna nagrania %2, a jego dźwięku nie ma pod ręką.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>Nie można odczytać %1.</translation>
    </message>
    <message>
        <source>%1 is damaged: it holds a line that is no row.</source>
        <translation>Plik %1 jest uszkodzony: zawiera wiersz, który nie jest wierszem danych.</translation>
    </message>
    <message>
        <source>From step %1 on alpha is %2.</source>
        <translation>Od kroku %1 alfa wynosi %2.</translation>
    </message>
    <message>
        <source>From step %1 on the learning rate is %2.</source>
        <translation>Od kroku %1 współczynnik uczenia wynosi %2.</translation>
    </message>
    <message>
        <source>In step %1 only the generator learns.</source>
        <translation>W kroku %1 uczy się tylko generator.</translation>
    </message>
    <message>
        <source>In step %1 only the discriminator learns.</source>
        <translation>W kroku %1 uczy się tylko dyskryminator.</translation>
    </message>
    <message>
        <source>The notes in %1 cannot be read. New ones replace them.</source>
        <translation>Nie można odczytać notatek w %1. Zastąpią je nowe.</translation>
    </message>
    <message>
        <source>There is nothing to save before the first step.</source>
        <translation>Przed pierwszym krokiem nie ma czego zapisać.</translation>
    </message>
    <message>
        <source>The state after step %1 is kept in %2.</source>
        <translation>Stan po kroku %1 jest przechowany w %2.</translation>
    </message>
    <message>
        <source>The queue %1 is damaged and is left out. Delete the file.</source>
        <translation>Kolejka %1 jest uszkodzona i została pominięta. Usuń ten plik.</translation>
    </message>
    <message>
        <source>Hearing %1 recordings</source>
        <translation>Słuchanie %1 nagrań</translation>
    </message>
    <message>
        <source>The model hears recordings as codes that are no numbers.</source>
        <translation>Model słyszy nagrania jako kody, które nie są liczbami.</translation>
    </message>
    <message>
        <source>Reading %1 images</source>
        <translation>Odczytywanie %1 obrazów</translation>
    </message>
    <message>
        <source>Repeats and step must be 1 or more, the limit 0 or more.</source>
        <translation>Powtórzenia i krok muszą wynosić co najmniej 1, a ograniczenie co najmniej 0.</translation>
    </message>
    <message>
        <source>Reading images while dimensions are zero</source>
        <translation>Odczytywanie obrazów przy wyzerowanych wymiarach</translation>
    </message>
    <message>
        <source>A code of %1 values does not fit %2 latent dimensions.</source>
        <translation>Kod o %1 wartościach nie pasuje do %2 wymiarów ukrytych.</translation>
    </message>
    <message>
        <source>There is no image to write.</source>
        <translation>Nie ma obrazu do zapisania.</translation>
    </message>
    <message>
        <source>There is no code to take the mean of.</source>
        <translation>Nie ma kodu, z którego można policzyć średnią.</translation>
    </message>
    <message>
        <source>The share of noise is not a number.</source>
        <translation>Udział szumu nie jest liczbą.</translation>
    </message>
    <message>
        <source>A film has %1 to %2 frames, not %3.</source>
        <translation>Film ma od %1 do %2 klatek, a nie %3.</translation>
    </message>
    <message>
        <source>A range must be above 0 and at most %1 deviations.</source>
        <translation>Zakres musi być większy od 0 i wynosić najwyżej %1 odchyleń.</translation>
    </message>
    <message>
        <source>%1 is not a saved state of the features, or it is damaged.</source>
        <translation>%1 nie jest zapisanym stanem cech albo jest uszkodzony.</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of this program.</source>
        <translation>%1 pochodzi z nowszej wersji tego programu.</translation>
    </message>
    <message>
        <source>These results are damaged or of another kind.</source>
        <translation>Te wyniki są uszkodzone albo innego rodzaju.</translation>
    </message>
    <message>
        <source>%1 is damaged. Remove it and measure again.</source>
        <translation>Plik %1 jest uszkodzony. Usuń go i zmierz ponownie.</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of the program.</source>
        <translation>Plik %1 zapisała nowsza wersja programu.</translation>
    </message>
    <message>
        <source>“%1” does not say how many epochs. Examples: 100, or 1,scd=10,fsdd/aivae=3,lenet=5.</source>
        <translation>„%1” nie mówi, ile ma być epok. Przykłady: 100 albo 1,scd=10,fsdd/aivae=3,lenet=5.</translation>
    </message>
    <message>
        <source>Name at least one data set, one alpha and one seed.</source>
        <translation>Podaj co najmniej jeden zbiór danych, jedną alfę i jedno ziarno.</translation>
    </message>
    <message>
        <source>The paper&apos;s data sets are fsdd and scd.</source>
        <translation>Zbiory danych artykułu to fsdd i scd.</translation>
    </message>
    <message>
        <source>A data set, an alpha or a seed is named twice.</source>
        <translation>Zbiór danych, alfa albo ziarno podane jest dwa razy.</translation>
    </message>
    <message>
        <source>Repeats must be 1 or more.</source>
        <translation>Powtórzeń musi być 1 lub więcej.</translation>
    </message>
    <message>
        <source>%1 holds another training than the one asked for. Choose another folder, or remove it.</source>
        <translation>W %1 jest inny trening niż żądany. Wybierz inny folder albo usuń ten.</translation>
    </message>
    <message>
        <source>%1 has none of the endings .csv, .tex or .md, so the format is not known.</source>
        <translation>Plik %1 nie ma zakończenia .csv, .tex ani .md, więc format nie jest znany.</translation>
    </message>
    <message>
        <source>%1 has none of the endings .svg, .pdf, .png, .csv, .json, .tex or .md, so the format is not known.</source>
        <translation>Plik %1 nie ma zakończenia .svg, .pdf, .png, .csv, .json, .tex ani .md, więc format nie jest znany.</translation>
    </message>
    <message>
        <source>%1 is larger than a figure of this program.</source>
        <translation>Plik %1 jest większy niż rysunek tego programu.</translation>
    </message>
    <message>
        <source>%1 does not say what it was made from: this program did not export it, or another one has saved it since.</source>
        <translation>Plik %1 nie mówi, z czego powstał: nie wyeksportował go ten program albo inny zapisał go później.</translation>
    </message>
    <message>
        <source>What %1 says of its origin is damaged.</source>
        <translation>To, co plik %1 mówi o swoim pochodzeniu, jest uszkodzone.</translation>
    </message>
    <message>
        <source>%1 was exported by a newer version of the program.</source>
        <translation>Plik %1 wyeksportowała nowsza wersja programu.</translation>
    </message>
    <message>
        <source>Drawing synthetic digits</source>
        <translation>Rysowanie syntetycznych cyfr</translation>
    </message>
    <message>
        <source>Reading the images</source>
        <translation>Czytanie obrazów</translation>
    </message>
    <message>
        <source>The synthetic digits are not in %1 yet: they are made when they are first trained on.</source>
        <translation>Syntetycznych cyfr nie ma jeszcze w %1: powstają, gdy pierwszy raz się na nich trenuje.</translation>
    </message>
    <message>
        <source>Digits cannot be spoken: the voices of espeak-ng are not installed. Install espeak-ng-data.</source>
        <translation>Cyfr nie da się wymówić: nie ma zainstalowanych głosów espeak-ng. Zainstaluj espeak-ng-data.</translation>
    </message>
    <message>
        <source>Speaking synthetic digits</source>
        <translation>Wymawianie syntetycznych cyfr</translation>
    </message>
    <message>
        <source>%1 needs a first line that names the columns file and label.</source>
        <translation>%1 potrzebuje pierwszego wiersza, który nazywa kolumny file i label.</translation>
    </message>
    <message>
        <source>%1, line %2: the part %3 is none of train, validation and test.</source>
        <translation>%1, wiersz %2: część %3 nie jest żadną z train, validation i test.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Nie ma folderu %1.</translation>
    </message>
    <message>
        <source>%1 does not describe a data set: it is damaged or was changed by hand.</source>
        <translation>%1 nie opisuje zbioru danych: jest uszkodzony lub został zmieniony ręcznie.</translation>
    </message>
    <message>
        <source>There is no data set %1 in %2. Choose one of %3.</source>
        <translation>W %2 nie ma zbioru danych %1. Wybierz jeden z: %3.</translation>
    </message>
    <message>
        <source>%1 has format %2, this program reads formats up to %3. Use a newer version of it.</source>
        <translation>%1 ma format %2, ten program czyta formaty do %3. Użyj jego nowszej wersji.</translation>
    </message>
    <message>
        <source>A data set cannot be called %1. Use letters, digits, - and _, at most 40, and not the name of a built-in one.</source>
        <translation>Zbiór danych nie może nazywać się %1. Użyj liter, cyfr, - i _, najwyżej 40, i nie nazwy zbioru wbudowanego.</translation>
    </message>
    <message>
        <source>A data set needs 2 to 256 labels, each with a name of its own that does not begin with a point and has no /.</source>
        <translation>Zbiór danych potrzebuje od 2 do 256 etykiet; każda ma własną nazwę, która nie zaczyna się od kropki i nie zawiera /.</translation>
    </message>
    <message>
        <source>There is no built-in data set %1.</source>
        <translation>Nie ma wbudowanego zbioru danych %1.</translation>
    </message>
    <message>
        <source>%1 holds spoken digits: it can only be mixed into a data set of the ten digits.</source>
        <translation>%1 zawiera mówione cyfry: można go domieszać tylko do zbioru dziesięciu cyfr.</translation>
    </message>
    <message>
        <source>In %1 fewer than two labels were found. Name the sound files LABEL_SPEAKER_NUMBER, put them into a folder for each label, or give a table with the columns file and label.</source>
        <translation>W %1 znaleziono mniej niż dwie etykiety. Nazwij pliki dźwiękowe ETYKIETA_MÓWCA_NUMER, umieść je w folderach etykiet albo podaj tabelę z kolumnami file i label.</translation>
    </message>
    <message>
        <source>The data set %1 has no recordings yet: record some or add a folder of sound files.</source>
        <translation>Zbiór danych %1 nie ma jeszcze nagrań: nagraj je lub dodaj folder plików dźwiękowych.</translation>
    </message>
    <message>
        <source>The images in %1 have labels up to %2, but the data set %3 names only %4. Name a label for each.</source>
        <translation>Obrazy w %1 mają etykiety do %2, a zbiór danych %3 nazywa tylko %4. Nazwij etykietę dla każdego.</translation>
    </message>
    <message>
        <source>No recordings to learn from of: %1.</source>
        <translation>Brak nagrań do uczenia dla: %1.</translation>
    </message>
    <message>
        <source>No recordings to test with of: %1.</source>
        <translation>Brak nagrań do testów dla: %1.</translation>
    </message>
    <message>
        <source>The recordings of %1 and the images have no label in common.</source>
        <translation>Nagrania zbioru %1 i obrazy nie mają wspólnej etykiety.</translation>
    </message>
    <message>
        <source>A speaker cannot be called “%1”: use letters, digits and -, at most 40.</source>
        <translation>Mówca nie może nazywać się „%1”: użyj liter, cyfr i -, najwyżej 40.</translation>
    </message>
    <message>
        <source>Say every label 1 to 1000 times.</source>
        <translation>Każdą etykietę można powiedzieć od 1 do 1000 razy.</translation>
    </message>
    <message>
        <source>The data set %1 has no official split: of some recordings nobody says what they are for (Speech Commands: testing_list.txt and validation_list.txt; own ones: the column part). Choose another split.</source>
        <translation>Zbiór danych %1 nie ma oficjalnego podziału: o niektórych nagraniach nie wiadomo, do czego służą (Speech Commands: testing_list.txt i validation_list.txt; własne: kolumna part). Wybierz inny podział.</translation>
    </message>
    <message>
        <source>No recordings in %1 of: %2.</source>
        <translation>Brak nagrań w %1 dla: %2.</translation>
    </message>
    <message>
        <source>%1 does not hold the four files of images and labels.</source>
        <translation>%1 nie zawiera czterech plików obrazów i etykiet.</translation>
    </message>
    <message>
        <source>%1 holds more files than it should. Nothing was taken.</source>
        <translation>%1 zawiera więcej plików, niż powinien. Niczego nie przejęto.</translation>
    </message>
    <message>
        <source>%1 is damaged or incomplete. Download it again.</source>
        <translation>%1 jest uszkodzony lub niekompletny. Pobierz go ponownie.</translation>
    </message>
    <message>
        <source>Unpacking</source>
        <translation>Rozpakowywanie</translation>
    </message>
    <message>
        <source>%1 wants to write outside its folder (%2). Nothing was taken.</source>
        <translation>%1 próbuje pisać poza swoim folderem (%2). Niczego nie przejęto.</translation>
    </message>
    <message>
        <source>%1 holds a link where a file should be (%2). Nothing was taken.</source>
        <translation>%1 zawiera dowiązanie w miejscu pliku (%2). Niczego nie przejęto.</translation>
    </message>
    <message>
        <source>%1 holds the same file twice (%2). Nothing was taken.</source>
        <translation>%1 zawiera ten sam plik dwa razy (%2). Niczego nie przejęto.</translation>
    </message>
    <message>
        <source>%1 becomes larger than it should (%2). Nothing was taken.</source>
        <translation>%1 staje się większy, niż powinien (%2). Niczego nie przejęto.</translation>
    </message>
    <message>
        <source>Complete: %1 files, each as it was published.</source>
        <translation>Kompletny: plików %1, każdy taki, jak go opublikowano.</translation>
    </message>
    <message>
        <source>Not complete: of %1 files %2 are right, %3 are missing, %4 are damaged.</source>
        <translation>Niekompletny: z %1 plików %2 jest dobrych, %3 brakuje, %4 jest uszkodzonych.</translation>
    </message>
    <message>
        <source>Checking the files</source>
        <translation>Sprawdzanie plików</translation>
    </message>
    <message>
        <source>There is no data set %1 to check. Choose mnist, fsdd or scd.</source>
        <translation>Nie ma zbioru danych %1 do sprawdzenia. Wybierz mnist, fsdd lub scd.</translation>
    </message>
    <message>
        <source>Nothing of %1 is in %2.</source>
        <translation>W %2 nie ma niczego ze zbioru %1.</translation>
    </message>
    <message>
        <source>There is no data set %1 to download. Choose mnist, fsdd or scd.</source>
        <translation>Nie ma zbioru danych %1 do pobrania. Wybierz mnist, fsdd lub scd.</translation>
    </message>
    <message>
        <source>Another program is downloading %1 at the moment.</source>
        <translation>Inny program właśnie pobiera %1.</translation>
    </message>
    <message>
        <source>The folder %1 is there already and was not brought by this program, so it is left alone. Move it away, or choose another data folder.</source>
        <translation>Folder %1 już istnieje i nie pochodzi z tego programu, więc pozostaje nietknięty. Przenieś go lub wybierz inny folder danych.</translation>
    </message>
    <message>
        <source>%1 needs %2 MB in %3 while it is unpacked, and only %4 MB are free there.</source>
        <translation>%1 potrzebuje przy rozpakowywaniu %2 MB w %3, a wolne są tam tylko %4 MB.</translation>
    </message>
    <message>
        <source>What came is not %1 as it was published, so it was thrown away. Try again, or download from elsewhere.</source>
        <translation>To, co nadeszło, nie jest zbiorem %1 w opublikowanej postaci, więc zostało wyrzucone. Spróbuj ponownie lub pobierz z innego miejsca.</translation>
    </message>
    <message>
        <source>This program did not bring %1 into %2, so it removes nothing there.</source>
        <translation>Ten program nie umieścił zbioru %1 w %2, więc niczego tam nie usuwa.</translation>
    </message>
    <message>
        <source>The program could not prepare a download.</source>
        <translation>Program nie mógł przygotować pobierania.</translation>
    </message>
    <message>
        <source>%1 sends more than this file can be. Try again later.</source>
        <translation>%1 wysyła więcej, niż ten plik może zawierać. Spróbuj później.</translation>
    </message>
    <message>
        <source>There is no such file at %1 any more.</source>
        <translation>Pod adresem %1 nie ma już takiego pliku.</translation>
    </message>
    <message>
        <source>The server of %1 refused (status %2). Try again later.</source>
        <translation>Serwer adresu %1 odmówił (status %2). Spróbuj później.</translation>
    </message>
    <message>
        <source>The identity of the server of %1 could not be checked, so nothing was taken from it. Is the computer&apos;s clock right?</source>
        <translation>Nie udało się sprawdzić tożsamości serwera adresu %1, więc niczego z niego nie przejęto. Czy zegar komputera jest dobrze ustawiony?</translation>
    </message>
    <message>
        <source>%1 could not be reached. Is this computer online?</source>
        <translation>Nie udało się połączyć z %1. Czy ten komputer ma dostęp do sieci?</translation>
    </message>
    <message>
        <source>%1 answers too slowly. What has come is kept: try again later, and it goes on there.</source>
        <translation>%1 odpowiada zbyt wolno. To, co nadeszło, zostaje: spróbuj później, a pobieranie ruszy od tego miejsca.</translation>
    </message>
    <message>
        <source>%1 leads nowhere.</source>
        <translation>%1 prowadzi donikąd.</translation>
    </message>
    <message>
        <source>The connection to %1 broke. What has come is kept: try again, and it goes on there.</source>
        <translation>Połączenie z %1 zostało przerwane. To, co nadeszło, zostaje: spróbuj ponownie, a pobieranie ruszy od tego miejsca.</translation>
    </message>
    <message>
        <source>There is no address to download %1 from.</source>
        <translation>Nie ma adresu, z którego można pobrać %1.</translation>
    </message>
    <message>
        <source>No LeNet-5 has been trained on the images of %1 yet: train one on the page Data or by sonoglyph-cli lenet train --dataset %1.</source>
        <translation>Na obrazach zbioru %1 nie wyuczono jeszcze sieci LeNet-5: wyucz ją na stronie Dane albo poleceniem sonoglyph-cli lenet train --dataset %1.</translation>
    </message>
    <message>
        <source>The LeNet-5 tells %1 labels apart, the data set %2 has %3. Train one on its images.</source>
        <translation>LeNet-5 rozróżnia %1 etykiet, a zbiór danych %2 ma ich %3. Wyucz sieć na jego obrazach.</translation>
    </message>
    <message>
        <source>Say with --out where the trained LeNet-5 should go.</source>
        <translation>Podaj przez --out, gdzie zapisać wyuczoną sieć LeNet-5.</translation>
    </message>
    <message>
        <source>A data set cannot be called %1. Choose fsdd, fsdd6, scd, mixed, synthetic or one of your own.</source>
        <translation>Zbiór danych nie może nazywać się %1. Wybierz fsdd, fsdd6, scd, mixed, synthetic lub własny.</translation>
    </message>
    <message>
        <source>The data set %1 in %2 gives no pairs to train on: it needs images and recordings of the same labels in both parts of the split.</source>
        <translation>Zbiór danych %1 w %2 nie daje par do uczenia: potrzebuje obrazów i nagrań tych samych etykiet w obu częściach podziału.</translation>
    </message>
    <message>
        <source>The test part is empty: there is nothing to score.</source>
        <translation>Część testowa jest pusta: nie ma czego oceniać.</translation>
    </message>
    <message>
        <source>No voice of the test part is learned from: a score on this split says how well new voices are drawn.</source>
        <translation>Żaden głos z części testowej nie służy do nauki: wynik w tym podziale mówi, jak dobrze rysowane są nowe głosy.</translation>
    </message>
    <message>
        <source>Every voice of the test part is also learned from: a score on this split says how well known voices are drawn, not new ones.</source>
        <translation>Każdy głos z części testowej służy też do nauki: wynik w tym podziale mówi, jak dobrze rysowane są znane głosy, nie nowe.</translation>
    </message>
    <message>
        <source>Some voices of the test part are also learned from (%1 of %2): a score on this split mixes known and new voices.</source>
        <translation>Niektóre głosy z części testowej służą też do nauki (%1 z %2): wynik w tym podziale miesza głosy znane i nowe.</translation>
    </message>
    <message>
        <source>Whether the same recording is on both sides is known once the recordings have been looked at.</source>
        <translation>Czy to samo nagranie jest po obu stronach, będzie wiadomo po przejrzeniu nagrań.</translation>
    </message>
    <message>
        <source>No recording of the test part is also in the training part.</source>
        <translation>Żadne nagranie z części testowej nie jest też w części uczącej.</translation>
    </message>
    <message>
        <source>Recordings of the test part that are also in the training part, so that they count as known: %1.</source>
        <translation>Nagrania z części testowej, które są też w części uczącej, więc są znane: %1.</translation>
    </message>
    <message>
        <source>Looking at %1 recordings</source>
        <translation>Przeglądanie nagrań: %1</translation>
    </message>
    <message>
        <source>What was found could not be stored in %1 and will be looked for again next time: %2</source>
        <translation>Wyników nie można zapisać w %1, następnym razem będą szukane od nowa: %2</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Nie do odczytania</translation>
    </message>
    <message>
        <source>Clipped</source>
        <translation>Przesterowane</translation>
    </message>
    <message>
        <source>Nearly silent</source>
        <translation>Prawie cisza</translation>
    </message>
    <message>
        <source>Too short</source>
        <translation>Za krótkie</translation>
    </message>
    <message>
        <source>No word found</source>
        <translation>Nie znaleziono słowa</translation>
    </message>
    <message>
        <source>Word cut off</source>
        <translation>Ucięte słowo</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Powtórzone</translation>
    </message>
    <message>
        <source>The model %1 knows other labels than the data set %2 has.</source>
        <translation>Model %1 zna inne etykiety niż zbiór danych %2.</translation>
    </message>
    <message>
        <source>Reading the recordings</source>
        <translation>Czytanie nagrań</translation>
    </message>
    <message>
        <source>No classifier knows these labels yet. Train one: sonoglyph-cli train --model classifier --dataset %1.</source>
        <translation>Żaden klasyfikator nie zna jeszcze tych etykiet. Wyucz go: sonoglyph-cli train --model classifier --dataset %1.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::AboutDialog</name>
    <message>
        <source>About Sonoglyph</source>
        <translation>O programie Sonoglyph</translation>
    </message>
    <message>
        <source>Version %1. Hear a spoken digit, see it drawn: an explorer of audio-to-image generation.</source>
        <translation>Wersja %1. Usłysz cyfrę i zobacz, jak zostaje narysowana: program do badania zamiany dźwięku na obraz.</translation>
    </message>
    <message>
        <source>Credits and licences</source>
        <translation>Autorzy i licencje</translation>
    </message>
    <message>
        <source>Sonoglyph is free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Sonoglyph jest wolnym oprogramowaniem na licencji GNU General Public License w wersji 3 lub nowszej. Nie daje żadnej gwarancji.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Metoda</translation>
    </message>
    <message>
        <source>M. Żelaszczyk and J. Mańdziuk, 2021: the models AIVAE and AIVAEGAN that are rebuilt here</source>
        <translation>M. Żelaszczyk i J. Mańdziuk, 2021: modele AIVAE i AIVAEGAN, które są tu odtworzone</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Dane</translation>
    </message>
    <message>
        <source>images of written digits by Y. LeCun, C. Cortes and C. J. C. Burges, CC BY-SA 3.0</source>
        <translation>obrazy pisanych cyfr, Y. LeCun, C. Cortes i C. J. C. Burges, CC BY-SA 3.0</translation>
    </message>
    <message>
        <source>recordings of spoken digits by Z. Jackson and others, CC BY-SA 4.0</source>
        <translation>nagrania mówionych cyfr, Z. Jackson i inni, CC BY-SA 4.0</translation>
    </message>
    <message>
        <source>recordings of spoken words by P. Warden and many volunteers, CC BY 4.0</source>
        <translation>nagrania mówionych słów, P. Warden i wielu ochotników, CC BY 4.0</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Biblioteki</translation>
    </message>
    <message>
        <source>networks and training, BSD 3-Clause</source>
        <translation>sieci i trening, BSD 3-Clause</translation>
    </message>
    <message>
        <source>matrix products, BSD 3-Clause</source>
        <translation>iloczyny macierzy, BSD 3-Clause</translation>
    </message>
    <message>
        <source>Fourier transform, BSD 3-Clause</source>
        <translation>transformata Fouriera, BSD 3-Clause</translation>
    </message>
    <message>
        <source>sound files, LGPL 2.1 or later</source>
        <translation>pliki dźwiękowe, LGPL 2.1 lub nowsza</translation>
    </message>
    <message>
        <source>resampling, BSD 2-Clause</source>
        <translation>zmiana częstotliwości próbkowania, BSD 2-Clause</translation>
    </message>
    <message>
        <source>configuration files, MIT</source>
        <translation>pliki konfiguracji, MIT</translation>
    </message>
    <message>
        <source>command line, BSD 3-Clause</source>
        <translation>wiersz poleceń, BSD 3-Clause</translation>
    </message>
    <message>
        <source>packed files, zlib licence</source>
        <translation>pliki spakowane, licencja zlib</translation>
    </message>
    <message>
        <source>content hashes, Apache 2.0</source>
        <translation>skróty zawartości, Apache 2.0</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Kolory</translation>
    </message>
    <message>
        <source>by S. van der Walt, N. Smith, J. Nuñez, C. Anderton and R. Renslow, CC0</source>
        <translation>S. van der Walt, N. Smith, J. Nuñez, C. Anderton i R. Renslow, CC0</translation>
    </message>
    <message>
        <source>colours that everybody can tell apart</source>
        <translation>kolory, które każdy odróżni</translation>
    </message>
    <message>
        <source>window, sound input and output, LGPL 3</source>
        <translation>okno, wejście i wyjście dźwięku, LGPL 3</translation>
    </message>
</context>
<context>
    <name>sonoglyph::AccuracyChart</name>
    <message>
        <source>The accuracies appear when a model has been evaluated.</source>
        <translation>Dokładności pojawią się, gdy jakiś model zostanie oceniony.</translation>
    </message>
    <message>
        <source>How many images LeNet-5 reads right. Arrow keys move, Return chooses a row.</source>
        <translation>Ile obrazów LeNet-5 odczytuje dobrze. Strzałki przesuwają, Enter wybiera wiersz.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Accuracy of the models</source>
        <translation>Dokładność modeli</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (od %2 do %3)</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nie zmierzono</translation>
    </message>
    <message>
        <source>from means %1</source>
        <translation>ze średnich %1</translation>
    </message>
    <message>
        <source>paper %1</source>
        <translation>artykuł %1</translation>
    </message>
    <message>
        <source>Accuracy, with its 95 % interval</source>
        <translation>Dokładność z przedziałem 95 %</translation>
    </message>
    <message>
        <source>from samples</source>
        <translation>z próbek</translation>
    </message>
    <message>
        <source>from means</source>
        <translation>ze średnich</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>artykuł</translation>
    </message>
    <message>
        <source>mean %1, deviation %2 over %3</source>
        <translation>średnia %1, odchylenie %2 (%3)</translation>
    </message>
    <message>
        <source>other splits</source>
        <translation>inne podziały</translation>
    </message>
    <message>
        <source>what a mean is of</source>
        <translation>składniki średniej</translation>
    </message>
</context>
<context>
    <name>sonoglyph::AddView</name>
    <message>
        <source>Choose recordings…</source>
        <translation>Wybierz nagrania…</translation>
    </message>
    <message>
        <source>A folder of sound files; they stay where they are</source>
        <translation>Folder plików dźwiękowych; zostają one na swoim miejscu</translation>
    </message>
    <message>
        <source>Add the set</source>
        <translation>Dodaj zbiór</translation>
    </message>
    <message>
        <source>From then on it stands beside the others: to look at, to train on, to evaluate</source>
        <translation>Od tej chwili stoi obok innych: do oglądania, uczenia i oceny</translation>
    </message>
    <message>
        <source>Add recordings</source>
        <translation>Dodaj nagrania</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Nagrania</translation>
    </message>
    <message>
        <source>No folder yet</source>
        <translation>Nie ma jeszcze folderu</translation>
    </message>
    <message>
        <source>Labels from</source>
        <translation>Etykiety z</translation>
    </message>
    <message>
        <source>Where it stands what is said in a file</source>
        <translation>Skąd wiadomo, co mówi plik</translation>
    </message>
    <message>
        <source>Seen by itself</source>
        <translation>Rozpoznane samo</translation>
    </message>
    <message>
        <source>Names: LABEL_SPEAKER_NUMBER</source>
        <translation>Nazwy: ETYKIETA_MÓWCA_NUMER</translation>
    </message>
    <message>
        <source>Folders: LABEL/FILE or LABEL/SPEAKER/FILE</source>
        <translation>Foldery: ETYKIETA/PLIK lub ETYKIETA/MÓWCA/PLIK</translation>
    </message>
    <message>
        <source>A table (CSV): file, label, speaker, part…</source>
        <translation>Tabela (CSV): file, label, speaker, part…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nazwa</translation>
    </message>
    <message>
        <source>Letters, digits, - and _, at most 40</source>
        <translation>Litery, cyfry, - i _, najwyżej 40</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etykiety</translation>
    </message>
    <message>
        <source>In the order of the images&apos; labels, with commas between. Empty: those that are found</source>
        <translation>W kolejności etykiet obrazów, rozdzielone przecinkami. Puste: te, które znaleziono</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Obrazy</translation>
    </message>
    <message>
        <source>Four IDX files named as MNIST&apos;s: KMNIST and Fashion-MNIST are such</source>
        <translation>Cztery pliki IDX nazwane jak w MNIST: takie są KMNIST i Fashion-MNIST</translation>
    </message>
    <message>
        <source>MNIST, of the data folder</source>
        <translation>MNIST, z folderu danych</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Inny folder…</translation>
    </message>
    <message>
        <source>Mixed with</source>
        <translation>Zmieszane z</translation>
    </message>
    <message>
        <source>Recordings of a built-in set join it; each gives the same share of the pairs</source>
        <translation>Dołączają nagrania zbioru wbudowanego; każdy daje taki sam udział par</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>niczym</translation>
    </message>
    <message>
        <source>Each recording with one image at most</source>
        <translation>Każde nagranie najwyżej z jednym obrazem</translation>
    </message>
    <message>
        <source>One-to-one</source>
        <translation>Jeden do jednego</translation>
    </message>
    <message>
        <source>One-to-one, as the paper pairs Speech Commands. Else every image has a recording, and a recording many images</source>
        <translation>Jeden do jednego, jak artykuł łączy Speech Commands. W przeciwnym razie każdy obraz ma nagranie, a nagranie wiele obrazów</translation>
    </message>
    <message>
        <source>What is in the folder</source>
        <translation>Co jest w folderze</translation>
    </message>
    <message>
        <source>Recordings found</source>
        <translation>Znalezione nagrania</translation>
    </message>
    <message>
        <source>%1 stands on the left now. Choose it on Train to learn from it.</source>
        <translation>%1 stoi teraz po lewej. Wybierz go na stronie Trening, aby z niego uczyć.</translation>
    </message>
    <message>
        <source>Choose a folder of recordings</source>
        <translation>Wybierz folder nagrań</translation>
    </message>
    <message>
        <source>Choose the table</source>
        <translation>Wybierz tabelę</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt)</source>
        <translation>Tabele (*.csv *.txt)</translation>
    </message>
    <message>
        <source>Choose a folder of images</source>
        <translation>Wybierz folder obrazów</translation>
    </message>
    <message>
        <source>The folder is being read …</source>
        <translation>Folder jest czytany …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln recording(s)</source>
        <translation>
            <numerusform>%Ln nagranie</numerusform>
            <numerusform>%Ln nagrania</numerusform>
            <numerusform>%Ln nagrań</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln speaker(s)</source>
        <translation>
            <numerusform>%Ln mówca</numerusform>
            <numerusform>%Ln mówców</numerusform>
            <numerusform>%Ln mówców</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) left out: they name none of the labels</source>
        <translation>
            <numerusform>%Ln plik pominięty: nie nazywa żadnej etykiety</numerusform>
            <numerusform>%Ln pliki pominięte: nie nazywają żadnej etykiety</numerusform>
            <numerusform>%Ln plików pominiętych: nie nazywają żadnej etykiety</numerusform>
        </translation>
    </message>
    <message>
        <source>A folder of sound files becomes a data set, of digits or of any other words. Their labels stand in the names (7_anna_3.wav), in folders (seven/anna_3.wav) or in a table; words kept on Listen are told apart by the names you give them there. A folder can also be dropped here.</source>
        <translation>Folder plików dźwiękowych staje się zbiorem danych: cyfr lub dowolnych innych słów. Etykiety stoją w nazwach (7_anna_3.wav), w folderach (seven/anna_3.wav) lub w tabeli; słowa zachowane na stronie Słuchanie odróżniają nazwy, które im tam nadasz. Folder można też tu upuścić.</translation>
    </message>
    <message>
        <source>Words of Listen: the names you gave them (7, or 7 anna)</source>
        <translation>Słowa ze strony Słuchanie: nadane im nazwy (7 lub 7 anna)</translation>
    </message>
</context>
<context>
    <name>sonoglyph::AlignmentList</name>
    <message>
        <source>Many-to-one: %1 images share %2 recordings. Every image has one recording, a recording has %3 to %4 images.</source>
        <translation>Wiele do jednego: obrazy (%1) dzielą nagrania (%2). Każdy obraz ma jedno nagranie, nagranie ma od %3 do %4 obrazów.</translation>
    </message>
    <message>
        <source>One-to-one: %1 images and as many recordings, each used once; %2 images and %3 recordings have no partner.</source>
        <translation>Jeden do jednego: tyle samo obrazów i nagrań (%1), każde użyte raz; bez pary obrazy: %2, nagrania: %3.</translation>
    </message>
    <message>
        <source>%1, %2 no. %3</source>
        <translation>%1, %2 nr %3</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln image(s)</source>
        <translation>
            <numerusform>%1: %Ln obraz</numerusform>
            <numerusform>%1: %Ln obrazy</numerusform>
            <numerusform>%1: %Ln obrazów</numerusform>
        </translation>
    </message>
    <message>
        <source>no image</source>
        <translation>bez obrazu</translation>
    </message>
</context>
<context>
    <name>sonoglyph::AlignmentView</name>
    <message>
        <source>Recordings and their images</source>
        <translation>Nagrania i ich obrazy</translation>
    </message>
    <message>
        <source>Click or Enter: hear the recording</source>
        <translation>Kliknięcie lub Enter: posłuchaj nagrania</translation>
    </message>
</context>
<context>
    <name>sonoglyph::AlphaWall</name>
    <message>
        <source>No weights of this run have been kept yet.</source>
        <translation>Nie zachowano jeszcze żadnych wag tego przebiegu.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::ArithmeticView</name>
    <message>
        <source>Other noise for the result</source>
        <translation>Inny szum dla wyniku</translation>
    </message>
    <message>
        <source>Draw other noise; with the same noise the dial goes along one line</source>
        <translation>Wylosuj inny szum; przy tym samym szumie pokrętło porusza się po jednej linii</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Szum</translation>
    </message>
    <message>
        <source>So many deviations of this sound&apos;s posterior are added as noise: 0 none, 1 a sample</source>
        <translation>Tyle odchyleń rozkładu a posteriori tego dźwięku dodaje się jako szum: 0 nic, 1 próbka</translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>Działania</translation>
    </message>
    <message>
        <source>Choose A, B and C: A less B plus C is drawn, as an analogy. B is to A as C is to the result.</source>
        <translation>Wybierz A, B i C: rysowane jest A minus B plus C, jak w analogii. B ma się do A tak jak C do wyniku.</translation>
    </message>
    <message>
        <source>The code that stands for %1</source>
        <translation>Kod, który oznacza %1</translation>
    </message>
    <message>
        <source>Search words, states and recordings</source>
        <translation>Szukaj słów, stanów i nagrań</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Kody</translation>
    </message>
    <message>
        <source>Nothing has these words in its name.</source>
        <translation>Nic nie ma tych słów w nazwie.</translation>
    </message>
    <message>
        <source>A − B + C</source>
        <translation>A − B + C</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wybierz…</translation>
    </message>
</context>
<context>
    <name>sonoglyph::Banner</name>
    <message>
        <source>Details</source>
        <translation>Szczegóły</translation>
    </message>
    <message>
        <source>Show the technical details</source>
        <translation>Pokaż szczegóły techniczne</translation>
    </message>
    <message>
        <source>Close this message (Esc)</source>
        <translation>Zamknij ten komunikat (Esc)</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Zamknij ten komunikat</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Uwaga</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Ostrzeżenie</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>Kłopot</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>jeszcze %n</numerusform>
            <numerusform>jeszcze %n</numerusform>
            <numerusform>jeszcze %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Close this message to see the next one</source>
        <translation>Zamknij ten komunikat, aby zobaczyć następny</translation>
    </message>
</context>
<context>
    <name>sonoglyph::ChoicePopup</name>
    <message>
        <source>Search models and runs</source>
        <translation>Szukaj modeli i przebiegów</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modele</translation>
    </message>
    <message>
        <source>The runs are being read…</source>
        <translation>Trwa odczyt przebiegów…</translation>
    </message>
    <message>
        <source>No model has these words in its name.</source>
        <translation>Żaden model nie ma tych słów w nazwie.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::CloserLook</name>
    <message>
        <source>Image of the cell</source>
        <translation>Obraz komórki</translation>
    </message>
    <message>
        <source>LeNet-5&apos;s reading</source>
        <translation>Odczyt LeNet-5</translation>
    </message>
    <message>
        <source>Two models, wiped</source>
        <translation>Dwa modele pod suwakiem</translation>
    </message>
    <message>
        <source>Difference of two models</source>
        <translation>Różnica dwóch modeli</translation>
    </message>
    <message>
        <source>An image is missing.</source>
        <translation>Brakuje obrazu.</translation>
    </message>
    <message>
        <source>Orange: the second model has more. Blue: the first one has more. White: no difference.</source>
        <translation>Pomarańczowy: więcej ma drugi model. Niebieski: więcej ma pierwszy. Biały: bez różnicy.</translation>
    </message>
    <message>
        <source>Right: second less first. Orange is more, blue is less.</source>
        <translation>Po prawej: drugi minus pierwszy. Pomarańczowy to więcej, niebieski to mniej.</translation>
    </message>
    <message>
        <source>Images: %1 apart (root mean square of 0 to 1)</source>
        <translation>Obrazy: odległość %1 (średnia kwadratowa, od 0 do 1)</translation>
    </message>
    <message>
        <source>Readings: %1 apart (0 the same, 1 nothing in common)</source>
        <translation>Odczyty: odległość %1 (0: takie same, 1: nic wspólnego)</translation>
    </message>
</context>
<context>
    <name>sonoglyph::CoachLine</name>
    <message>
        <source>How the run goes. Press to see the piece of curve that this speaks of</source>
        <translation>Jak idzie przebieg. Naciśnij, aby zobaczyć kawałek krzywej, o którym mowa</translation>
    </message>
</context>
<context>
    <name>sonoglyph::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Paleta poleceń</translation>
    </message>
    <message>
        <source>Type a few letters of an action</source>
        <translation>Wpisz kilka liter polecenia</translation>
    </message>
    <message>
        <source>Search actions</source>
        <translation>Szukaj poleceń</translation>
    </message>
    <message>
        <source>Actions found</source>
        <translation>Znalezione polecenia</translation>
    </message>
    <message>
        <source>No action has these letters.</source>
        <translation>Żadne polecenie nie ma tych liter.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::ComparePage</name>
    <message>
        <source>%1
Minimised: %2
Trained on %3, seed %4
Shown: %5
A click pins the column to compare it with another one.</source>
        <translation>%1
Minimalizowane: %2
Trenowany na %3, ziarno %4
Pokazane: %5
Kliknięcie przypina kolumnę, aby porównać ją z inną.</translation>
    </message>
    <message>
        <source>The same sounds through several models appear here. Choose models to compare.</source>
        <translation>Tu pojawią się te same dźwięki przez kilka modeli. Wybierz modele do porównania.</translation>
    </message>
    <message>
        <source>A dot appears here for every model whose accuracy and diversity were measured.</source>
        <translation>Tu pojawi się kropka dla każdego modelu, którego dokładność i różnorodność zmierzono.</translation>
    </message>
    <message>
        <source>Point at an image to see it large. Click the heads of two columns to compare them.</source>
        <translation>Wskaż obraz, aby zobaczyć go w powiększeniu. Kliknij nagłówki dwóch kolumn, aby je porównać.</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modele…</translation>
    </message>
    <message>
        <source>Choose the models and runs that are compared</source>
        <translation>Wybierz porównywane modele i przebiegi</translation>
    </message>
    <message>
        <source>Other sounds</source>
        <translation>Inne dźwięki</translation>
    </message>
    <message>
        <source>Other noise</source>
        <translation>Inny szum</translation>
    </message>
    <message>
        <source>Draw other samples, with the same noise in every column</source>
        <translation>Wylosuj inne próbki, z tym samym szumem w każdej kolumnie</translation>
    </message>
    <message>
        <source>Play the sound</source>
        <translation>Odtwórz dźwięk</translation>
    </message>
    <message>
        <source>Play the sound of this row</source>
        <translation>Odtwórz dźwięk tego wiersza</translation>
    </message>
    <message>
        <source>Pin the column</source>
        <translation>Przypnij kolumnę</translation>
    </message>
    <message>
        <source>Compare this column closely with another pinned one</source>
        <translation>Porównaj tę kolumnę dokładnie z inną przypiętą</translation>
    </message>
    <message>
        <source>Take the column away</source>
        <translation>Usuń kolumnę</translation>
    </message>
    <message>
        <source>The model stays, and can be chosen again</source>
        <translation>Model zostaje i można go wybrać ponownie</translation>
    </message>
    <message>
        <source>Column to the left</source>
        <translation>Kolumna w lewo</translation>
    </message>
    <message>
        <source>Move this column one place to the left</source>
        <translation>Przesuń tę kolumnę o jedno miejsce w lewo</translation>
    </message>
    <message>
        <source>Column to the right</source>
        <translation>Kolumna w prawo</translation>
    </message>
    <message>
        <source>Move this column one place to the right</source>
        <translation>Przesuń tę kolumnę o jedno miejsce w prawo</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>Użyj tego modelu</translation>
    </message>
    <message>
        <source>Hear and draw with this column&apos;s model</source>
        <translation>Słuchaj i rysuj z modelem tej kolumny</translation>
    </message>
    <message>
        <source>Slow motion</source>
        <translation>Zwolnione tempo</translation>
    </message>
    <message>
        <source>Walk through one training step of this column&apos;s model with its real numbers</source>
        <translation>Przejdź przez jeden krok treningu modelu tej kolumny z jego prawdziwymi liczbami</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Przykłady</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Odłożone</translation>
    </message>
    <message>
        <source>My words</source>
        <translation>Moje słowa</translation>
    </message>
    <message>
        <source>Held-out recordings that the built-in models know: there without any data set</source>
        <translation>Odłożone nagrania, które znają modele wbudowane: są i bez zbioru danych</translation>
    </message>
    <message>
        <source>Recordings of the data set that the first column was not trained on</source>
        <translation>Nagrania ze zbioru danych, na których pierwsza kolumna nie była trenowana</translation>
    </message>
    <message>
        <source>The newest words of Listen&apos;s history</source>
        <translation>Najnowsze słowa z historii strony Słuchanie</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Średnia</translation>
    </message>
    <message>
        <source>One image a cell, from the mean of z</source>
        <translation>Jeden obraz w komórce, ze średniej z</translation>
    </message>
    <message>
        <source>Four samples of z a cell, with the same noise in every column</source>
        <translation>Cztery próbki z w komórce, z tym samym szumem w każdej kolumnie</translation>
    </message>
    <message>
        <source>Nine samples of z a cell, with the same noise in every column</source>
        <translation>Dziewięć próbek z w komórce, z tym samym szumem w każdej kolumnie</translation>
    </message>
    <message>
        <source>Sixteen samples of z a cell, with the same noise in every column</source>
        <translation>Szesnaście próbek z w komórce, z tym samym szumem w każdej kolumnie</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Tylko %1</translation>
    </message>
    <message>
        <source>Order of the columns</source>
        <translation>Kolejność kolumn</translation>
    </message>
    <message>
        <source>How the columns are sorted</source>
        <translation>Jak sortowane są kolumny</translation>
    </message>
    <message>
        <source>As chosen</source>
        <translation>Jak wybrano</translation>
    </message>
    <message>
        <source>By alpha</source>
        <translation>Według alfy</translation>
    </message>
    <message>
        <source>By accuracy</source>
        <translation>Według dokładności</translation>
    </message>
    <message>
        <source>By diversity</source>
        <translation>Według różnorodności</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Według nazwy</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Obrazy</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>Ściana</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Przebiegi</translation>
    </message>
    <message>
        <source>The same sounds through several models</source>
        <translation>Te same dźwięki przez kilka modeli</translation>
    </message>
    <message>
        <source>All runs as a table: sort, tag, delete, put on the wall</source>
        <translation>Wszystkie przebiegi w tabeli: sortuj, oznaczaj, usuwaj, dodawaj do ściany</translation>
    </message>
    <message>
        <source>A click plays the sound.</source>
        <translation>Kliknięcie odtwarza dźwięk.</translation>
    </message>
    <message>
        <source>%1 is not at hand: the models know only how they hear it, so it cannot be played.</source>
        <translation>%1 nie ma pod ręką: modele wiedzą tylko, jak je słyszą, więc nie można go odtworzyć.</translation>
    </message>
    <message>
        <source>live, as it trains</source>
        <translation>na żywo, podczas treningu</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>epoka %1</translation>
    </message>
    <message>
        <source>within epoch 1</source>
        <translation>w epoce 1</translation>
    </message>
    <message>
        <source>α %1 · %2</source>
        <translation>α %1 · %2</translation>
    </message>
    <message>
        <source>live</source>
        <translation>na żywo</translation>
    </message>
    <message>
        <source>Reading recordings…</source>
        <translation>Odczytywanie nagrań…</translation>
    </message>
    <message>
        <source>“%1” by %2</source>
        <translation>„%1” mówi %2</translation>
    </message>
    <message>
        <source>%1, drawn by %2</source>
        <translation>%1, rysuje %2</translation>
    </message>
    <message>
        <source>%1 is not at hand: the models know only how they hear it.</source>
        <translation>%1 nie ma pod ręką: modele wiedzą tylko, jak je słyszą.</translation>
    </message>
    <message>
        <source>Search sounds</source>
        <translation>Szukaj dźwięków</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Dźwięki</translation>
    </message>
    <message>
        <source>The recordings are being read…</source>
        <translation>Nagrania są wczytywane…</translation>
    </message>
    <message>
        <source>No sound has these words in its name.</source>
        <translation>Żaden dźwięk nie ma tych słów w nazwie.</translation>
    </message>
    <message>
        <source>Sounds…</source>
        <translation>Dźwięki…</translation>
    </message>
    <message>
        <source>Choose the sounds that are compared, up to ten</source>
        <translation>Wybierz porównywane dźwięki, najwyżej dziesięć</translation>
    </message>
    <message>
        <source>Draw recordings of the same kind, other ones each time</source>
        <translation>Losuj nagrania tego samego rodzaju, za każdym razem inne</translation>
    </message>
    <message>
        <source>Label that is said</source>
        <translation>Wypowiadana etykieta</translation>
    </message>
    <message>
        <source>One recording of each label, or ten of one: do all images of it look alike?</source>
        <translation>Jedno nagranie każdej etykiety albo dziesięć jednej: czy wszystkie jej obrazy są podobne?</translation>
    </message>
    <message>
        <source>Every label</source>
        <translation>Każda etykieta</translation>
    </message>
    <message>
        <source>The model %1 is not here.</source>
        <translation>Modelu %1 tu nie ma.</translation>
    </message>
    <message>
        <source>Not among the sounds that are here: %1.</source>
        <translation>Tych dźwięków tu nie ma: %1.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::ComparePanel</name>
    <message>
        <source>Network input</source>
        <translation>Wejście sieci</translation>
    </message>
    <message>
        <source>Image of the sound</source>
        <translation>Obraz dźwięku</translation>
    </message>
    <message>
        <source>LeNet-5&apos;s reading</source>
        <translation>Odczyt LeNet-5</translation>
    </message>
    <message>
        <source>Difference of the network inputs</source>
        <translation>Różnica wejść sieci</translation>
    </message>
    <message>
        <source>Their sizes differ.</source>
        <translation>Różnią się rozmiarem.</translation>
    </message>
    <message>
        <source>Difference of the images</source>
        <translation>Różnica obrazów</translation>
    </message>
    <message>
        <source>An image is missing.</source>
        <translation>Brakuje obrazu.</translation>
    </message>
    <message>
        <source>Orange: the right sound has more. Blue: the left one has more. White: no difference.</source>
        <translation>Pomarańczowy: prawy dźwięk ma więcej. Niebieski: lewy ma więcej. Biały: bez różnicy.</translation>
    </message>
    <message>
        <source>End the comparison</source>
        <translation>Zakończ porównanie</translation>
    </message>
    <message>
        <source>Back to the current sound (Escape)</source>
        <translation>Z powrotem do bieżącego dźwięku (Escape)</translation>
    </message>
    <message>
        <source>Right less left</source>
        <translation>Prawy minus lewy</translation>
    </message>
    <message>
        <source>%1, drawn by %2</source>
        <translation>%1, narysował %2</translation>
    </message>
    <message>
        <source>Network inputs: %1 apart (root mean square of 0 to 1)</source>
        <translation>Wejścia sieci: różnica %1 (średnia kwadratowa, skala od 0 do 1)</translation>
    </message>
    <message>
        <source>Images: %1 apart</source>
        <translation>Obrazy: różnica %1</translation>
    </message>
    <message>
        <source>Codes: %1 standard deviations of the prior apart</source>
        <translation>Kody: odległość %1 odchyleń standardowych rozkładu a priori</translation>
    </message>
    <message>
        <source>Readings: %1 apart (0 the same, 1 nothing in common)</source>
        <translation>Odczyty: odległość %1 (0 takie same, 1 nic wspólnego)</translation>
    </message>
    <message>
        <source>Two models: their codes cannot be compared.</source>
        <translation>Dwa modele: ich kodów nie da się porównać.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::ConfusionPanel</name>
    <message>
        <source>Recordings</source>
        <translation>Nagrania</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Dokładność</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>Przedział 95 %</translation>
    </message>
    <message>
        <source>From means</source>
        <translation>Ze średnich</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Procent</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Liczby</translation>
    </message>
    <message>
        <source>Shares of what was spoken</source>
        <translation>Udziały tego, co powiedziano</translation>
    </message>
    <message>
        <source>Numbers of images</source>
        <translation>Liczby obrazów</translation>
    </message>
    <message>
        <source>Choose a cell to see images that were read so.</source>
        <translation>Wybierz pole, aby zobaczyć tak odczytane obrazy.</translation>
    </message>
    <message>
        <source>Examples of a reading</source>
        <translation>Przykłady odczytu</translation>
    </message>
    <message>
        <source>%1: spoken and read</source>
        <translation>%1: powiedziane i odczytane</translation>
    </message>
    <message>
        <source>%1: each voice</source>
        <translation>%1: każdy głos</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Głos</translation>
    </message>
    <message>
        <source>Voice (%1 of %2, the worst read)</source>
        <translation>Głos (%1 z %2, odczytywane najgorzej)</translation>
    </message>
    <message>
        <source>Examples, labels and voices</source>
        <translation>Przykłady, etykiety i głosy</translation>
    </message>
    <message>
        <source>%1: each label</source>
        <translation>%1: każda etykieta</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etykieta</translation>
    </message>
</context>
<context>
    <name>sonoglyph::ConfusionView</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>The table appears when a model has been evaluated.</source>
        <translation>Tabela pojawi się, gdy jakiś model zostanie oceniony.</translation>
    </message>
    <message>
        <source>a spoken %1 is read as %2: %3 of %4 (%5)</source>
        <translation>powiedziane %1 odczytane jako %2: %3 z %4 (%5)</translation>
    </message>
    <message>
        <source>read right: %1 of %2 (%3)</source>
        <translation>odczytane dobrze: %1 z %2 (%3)</translation>
    </message>
    <message>
        <source>all</source>
        <translation>razem</translation>
    </message>
    <message>
        <source>read</source>
        <translation>odczytana</translation>
    </message>
    <message>
        <source>spoken</source>
        <translation>powiedziana</translation>
    </message>
    <message>
        <source>How LeNet-5 reads the images of each spoken label. Arrow keys choose a cell.</source>
        <translation>Jak LeNet-5 odczytuje obrazy każdej wypowiedzianej etykiety. Strzałki wybierają komórkę.</translation>
    </message>
    <message>
        <source>Confusion of labels</source>
        <translation>Pomyłki etykiet</translation>
    </message>
</context>
<context>
    <name>sonoglyph::CountBars</name>
    <message>
        <source>Recordings per label</source>
        <translation>Nagrania na etykietę</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sonoglyph::CursorCurve</name>
    <message>
        <source>Accuracy</source>
        <translation>Dokładność</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1: %2 %</source>
        <translation>%1: %2 %</translation>
    </message>
</context>
<context>
    <name>sonoglyph::CurveChart</name>
    <message>
        <source>The curves appear here.</source>
        <translation>Tu pojawią się krzywe.</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Krzywe</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>Oś logarytmiczna</translation>
    </message>
    <message>
        <source>Logarithmic horizontal axis</source>
        <translation>Logarytmiczna oś pozioma</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Pokaż wszystko</translation>
    </message>
    <message>
        <source>Back to the last view</source>
        <translation>Wróć do poprzedniego widoku</translation>
    </message>
    <message>
        <source>%1: %2 at %3 %4</source>
        <translation>%1: %2 przy %3 %4</translation>
    </message>
</context>
<context>
    <name>sonoglyph::CurveToolbar</name>
    <message>
        <source>step</source>
        <translation>krok</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>epoka</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>godziny</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Krok</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoka</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Czas</translation>
    </message>
    <message>
        <source>Curves over steps</source>
        <translation>Krzywe według kroków</translation>
    </message>
    <message>
        <source>Curves over epochs</source>
        <translation>Krzywe według epok</translation>
    </message>
    <message>
        <source>Curves over hours of training, pauses left out</source>
        <translation>Krzywe według godzin uczenia, bez przerw</translation>
    </message>
    <message>
        <source>log y</source>
        <translation>log y</translation>
    </message>
    <message>
        <source>Values on a logarithmic scale</source>
        <translation>Wartości w skali logarytmicznej</translation>
    </message>
    <message>
        <source>log x</source>
        <translation>log x</translation>
    </message>
    <message>
        <source>Steps, epochs or time on a logarithmic scale</source>
        <translation>Kroki, epoki lub czas w skali logarytmicznej</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>Cały przebieg</translation>
    </message>
    <message>
        <source>Show everything again (Home, or a double click on a chart)</source>
        <translation>Pokaż znów wszystko (Home albo podwójne kliknięcie wykresu)</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Porównanie</translation>
    </message>
    <message>
        <source>Lay the curves of other runs beside these</source>
        <translation>Połóż obok krzywe innych przebiegów</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Krzywe</translation>
    </message>
    <message>
        <source>Choose which curves are drawn</source>
        <translation>Wybierz, które krzywe są rysowane</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Wygładzanie</translation>
    </message>
    <message>
        <source>Smoothing: the mean over about so many points stands out before the curve itself</source>
        <translation>Wygładzanie: średnia z mniej więcej tylu punktów wyróżnia się na tle samej krzywej</translation>
    </message>
    <message>
        <source>mean of %1</source>
        <translation>średnia z %1</translation>
    </message>
    <message>
        <source>not smoothed</source>
        <translation>bez wygładzania</translation>
    </message>
</context>
<context>
    <name>sonoglyph::DataPage</name>
    <message>
        <source>The folder that holds mnist, fsdd/recordings and scd</source>
        <translation>Folder, który zawiera mnist, fsdd/recordings i scd</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Sprawdź ponownie</translation>
    </message>
    <message>
        <source>Look into the data folder again, after files were put there (%1)</source>
        <translation>Zajrzyj ponownie do folderu danych, gdy dodano pliki (%1)</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Dane</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Folder danych</translation>
    </message>
    <message>
        <source>Images of written digits by Y. LeCun, C. Cortes and C. J. C. Burges, CC BY-SA 3.0. %1</source>
        <translation>Obrazy pisanych cyfr. Y. LeCun, C. Cortes i C. J. C. Burges, CC BY-SA 3.0. %1</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>Skąd pochodzi</translation>
    </message>
    <message>
        <source>Free Spoken Digit Dataset (FSDD)</source>
        <translation>Free Spoken Digit Dataset (FSDD)</translation>
    </message>
    <message>
        <source>Recordings of spoken digits by Z. Jackson and others, CC BY-SA 4.0. %1</source>
        <translation>Nagrania mówionych cyfr. Z. Jackson i inni, CC BY-SA 4.0. %1</translation>
    </message>
    <message>
        <source>Speech Commands (SCD)</source>
        <translation>Speech Commands (SCD)</translation>
    </message>
    <message>
        <source>Recordings of spoken words by P. Warden and many volunteers, CC BY 4.0; the digits are used. %1</source>
        <translation>Nagrania mówionych słów; używane są cyfry. P. Warden i wielu ochotników, CC BY 4.0. %1</translation>
    </message>
    <message>
        <source>Choose the data folder</source>
        <translation>Wybierz folder danych</translation>
    </message>
    <message>
        <source>This folder does not exist. Choose another one, or make it and put the data sets there.</source>
        <translation>Tego folderu nie ma. Wybierz inny albo utwórz go i umieść w nim zbiory danych.</translation>
    </message>
    <message>
        <source>%1 images to learn from, %2 to test with</source>
        <translation>Obrazy do nauki: %1, do testów: %2</translation>
    </message>
    <message>
        <source>%1; %2 of them by the paper&apos;s four speakers</source>
        <translation>%1; w tym %2 czworga mówców z artykułu</translation>
    </message>
    <message>
        <source>Choose the folder…</source>
        <translation>Wybierz folder…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln recording(s)</source>
        <translation>
            <numerusform>%Ln nagranie</numerusform>
            <numerusform>%Ln nagrania</numerusform>
            <numerusform>%Ln nagrań</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln speaker(s)</source>
        <translation>
            <numerusform>%Ln mówca</numerusform>
            <numerusform>%Ln mówców</numerusform>
            <numerusform>%Ln mówców</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) left out because of their name</source>
        <translation>
            <numerusform>%Ln plik pominięty z powodu nazwy</numerusform>
            <numerusform>%Ln pliki pominięte z powodu nazwy</numerusform>
            <numerusform>%Ln plików pominiętych z powodu nazwy</numerusform>
        </translation>
    </message>
    <message>
        <source>Synthetic digits</source>
        <translation>Syntetyczne cyfry</translation>
    </message>
    <message>
        <source>Spoken by the library espeak-ng and drawn by this program. Made on this computer in some seconds when they are first used; they need no download and no MNIST.</source>
        <translation>Wymawiane przez bibliotekę espeak-ng i rysowane przez ten program. Powstają na tym komputerze w kilka sekund, gdy są pierwszy raz użyte; nie wymagają pobierania ani MNIST.</translation>
    </message>
    <message>
        <source>200 voices, 2,000 recordings, 14,000 images</source>
        <translation>200 głosów, 2000 nagrań, 14 000 obrazów</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Pary</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Nagrywanie</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Dodaj</translation>
    </message>
    <message>
        <source>What a model learns from: images and the recordings they go with</source>
        <translation>Z czego uczy się model: obrazy i nagrania, które do nich należą</translation>
    </message>
    <message>
        <source>A set of your own, spoken into the microphone</source>
        <translation>Własny zbiór, wypowiedziany do mikrofonu</translation>
    </message>
    <message>
        <source>A set of your own, of sound files</source>
        <translation>Własny zbiór, z plików dźwiękowych</translation>
    </message>
    <message>
        <source>Add recordings</source>
        <translation>Dodaj nagrania</translation>
    </message>
    <message>
        <source>This folder does not exist yet. A download makes it.</source>
        <translation>Ten folder jeszcze nie istnieje. Pobieranie go utworzy.</translation>
    </message>
    <message>
        <source>Your own, in %1</source>
        <translation>Własny, w %1</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>Przyporządkowanie</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Nagrania</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Podział</translation>
    </message>
    <message>
        <source>Which recordings go with which images</source>
        <translation>Które nagrania należą do których obrazów</translation>
    </message>
    <message>
        <source>Every recording: how long, how loud, what may be wrong with it</source>
        <translation>Każde nagranie: jak długie, jak głośne, co może być z nim nie tak</translation>
    </message>
    <message>
        <source>What is learned from and what is held out, and what a score on it means</source>
        <translation>Co służy do nauki, co jest odłożone i co znaczy wynik na tym</translation>
    </message>
</context>
<context>
    <name>sonoglyph::DataSetSection</name>
    <message>
        <source>This set is there.</source>
        <translation>Ten zbiór jest dostępny.</translation>
    </message>
    <message>
        <source>This set is missing or not complete.</source>
        <translation>Tego zbioru brakuje lub jest niepełny.</translation>
    </message>
    <message>
        <source>Recordings per label of %1</source>
        <translation>Nagrania na etykietę zbioru %1</translation>
    </message>
    <message>
        <source>Not here yet</source>
        <translation>Jeszcze go tu nie ma</translation>
    </message>
</context>
<context>
    <name>sonoglyph::DecoderController</name>
    <message>
        <source>%1 is still used.</source>
        <translation>Nadal używany jest model %1.</translation>
    </message>
    <message>
        <source>The built-in model is used instead.</source>
        <translation>Zamiast niego używany jest model wbudowany.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::DifferenceView</name>
    <message>
        <source>Difference</source>
        <translation>Różnica</translation>
    </message>
    <message>
        <source>row %1, column %2: %3</source>
        <translation>wiersz %1, kolumna %2: %3</translation>
    </message>
</context>
<context>
    <name>sonoglyph::DigitView</name>
    <message>
        <source>The image appears here.</source>
        <translation>Tu pojawi się obraz.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Obraz</translation>
    </message>
    <message>
        <source>row %1, column %2: %3</source>
        <translation>wiersz %1, kolumna %2: %3</translation>
    </message>
    <message>
        <source>Smooth pixels</source>
        <translation>Wygładzone piksele</translation>
    </message>
    <message>
        <source>%1 by %2 pixels, white on black.</source>
        <translation>%1 na %2 pikseli, biel na czerni.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::DownloadStrip</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 z %2</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 na sekundę</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>zostało %1</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Pobierz</translation>
    </message>
    <message>
        <source>Downloads %1 (by %2, %3) into the data folder</source>
        <translation>Pobiera %1 (autorzy: %2, %3) do folderu danych</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Wstrzymaj</translation>
    </message>
    <message>
        <source>What has come stays; it goes on there later</source>
        <translation>To, co nadeszło, zostaje; później pobieranie ruszy stamtąd</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Stops and throws away what has come</source>
        <translation>Zatrzymuje i wyrzuca to, co nadeszło</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Sprawdź</translation>
    </message>
    <message>
        <source>Compares every file of %1 with what its makers published</source>
        <translation>Porównuje każdy plik zbioru %1 z tym, co opublikowali autorzy</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Removes what was downloaded of %1; it can be downloaded again</source>
        <translation>Usuwa to, co pobrano ze zbioru %1; można go pobrać ponownie</translation>
    </message>
    <message>
        <source>Not here yet: %1 to download.</source>
        <translation>Jeszcze go tu nie ma: do pobrania %1.</translation>
    </message>
    <message>
        <source>%1: what happened</source>
        <translation>%1: co się stało</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Postęp: %1</translation>
    </message>
    <message>
        <source>Unpacking …</source>
        <translation>Rozpakowywanie …</translation>
    </message>
    <message>
        <source>Checking the files …</source>
        <translation>Sprawdzanie plików …</translation>
    </message>
    <message>
        <source>%1 are here already.</source>
        <translation>%1 już tu jest.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Spróbuj ponownie</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zatrzymaj</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Dalej</translation>
    </message>
</context>
<context>
    <name>sonoglyph::EpochBar</name>
    <message>
        <source>Play the epochs</source>
        <translation>Odtwarzaj epoki</translation>
    </message>
    <message>
        <source>Epoch of every column</source>
        <translation>Epoka każdej kolumny</translation>
    </message>
    <message>
        <source>The epoch that every column shows: of its kept weights the last that are not later</source>
        <translation>Epoka, którą pokazuje każda kolumna: ostatnie z zachowanych wag, które nie są późniejsze</translation>
    </message>
    <message>
        <source>Epoch %1 of %2</source>
        <translation>Epoka %1 z %2</translation>
    </message>
    <message>
        <source>Hold the epochs here</source>
        <translation>Zatrzymaj epoki tutaj</translation>
    </message>
    <message>
        <source>Play all columns from their first epoch to the last</source>
        <translation>Odtwarzaj wszystkie kolumny od pierwszej epoki do ostatniej</translation>
    </message>
    <message>
        <source>Epoch %1</source>
        <translation>Epoka %1</translation>
    </message>
    <message>
        <source>Newest weights</source>
        <translation>Najnowsze wagi</translation>
    </message>
    <message>
        <source>Within epoch 1</source>
        <translation>W epoce 1</translation>
    </message>
</context>
<context>
    <name>sonoglyph::EpochPanel</name>
    <message>
        <source>real</source>
        <translation>prawdziwe</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>narysowane</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Najnowsze</translation>
    </message>
    <message>
        <source>Back to what the run draws now (Escape in the strip)</source>
        <translation>Wróć do tego, co przebieg rysuje teraz (Escape w pasku)</translation>
    </message>
    <message>
        <source>Use this checkpoint</source>
        <translation>Użyj tego punktu kontrolnego</translation>
    </message>
    <message>
        <source>Reconstructions</source>
        <translation>Rekonstrukcje</translation>
    </message>
    <message>
        <source>Held-out images and what the model draws from their sounds appear here while it learns.</source>
        <translation>Gdy model się uczy, pojawiają się tu odłożone obrazy i to, co model rysuje z ich dźwięków.</translation>
    </message>
    <message>
        <source>How much every latent dimension says beyond the prior, in nats; grey: 0.01 nat and less, nothing</source>
        <translation>Ile każdy wymiar ukryty mówi ponad rozkład a priori, w natach; szary: 0,01 nata i mniej, nic</translation>
    </message>
    <message>
        <source>What every latent dimension says appears here, a bar each.</source>
        <translation>Tu pojawi się to, co mówi każdy wymiar ukryty, po jednym słupku.</translation>
    </message>
    <message>
        <source>The checkpoint of this epoch was not kept: only the last three and the best are</source>
        <translation>Punkt kontrolny tej epoki nie został zachowany: zachowywane są trzy ostatnie i najlepszy</translation>
    </message>
    <message>
        <source>Hear and draw with the model as it was after this epoch</source>
        <translation>Słuchaj i rysuj modelem takim, jaki był po tej epoce</translation>
    </message>
    <message>
        <source>After epoch %1: accuracy %2, reconstruction %3, KL %4 nats</source>
        <translation>Po epoce %1: trafność %2, rekonstrukcja %3, KL %4 nata</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>sonoglyph::EpochStrip</name>
    <message>
        <source>Epoch %1: accuracy %2</source>
        <translation>Epoka %1: trafność %2</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epoki</translation>
    </message>
    <message>
        <source>What was drawn after every epoch: choose one to see its images and its code (Escape: back to the newest)</source>
        <translation>Co zostało narysowane po każdej epoce: wybierz jedną, aby zobaczyć jej obrazy i kod (Escape: powrót do najnowszych)</translation>
    </message>
</context>
<context>
    <name>sonoglyph::EvaluatePage</name>
    <message>
        <source>Add models…</source>
        <translation>Dodaj modele…</translation>
    </message>
    <message>
        <source>Choose built-in models and runs to evaluate</source>
        <translation>Wybierz modele wbudowane i przebiegi do oceny</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Zmierz ponownie</translation>
    </message>
    <message>
        <source>Evaluate the chosen models anew, after a run has gone on</source>
        <translation>Oceń wybrane modele od nowa, gdy przebieg poszedł dalej</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modele</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>Pomyłki</translation>
    </message>
    <message>
        <source>Zeroing</source>
        <translation>Zerowanie</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Obrazy</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Artykuł</translation>
    </message>
    <message>
        <source>Accuracy and diversity, model beside model</source>
        <translation>Dokładność i różnorodność, model obok modelu</translation>
    </message>
    <message>
        <source>Which digits are taken for which</source>
        <translation>Które cyfry brane są za które</translation>
    </message>
    <message>
        <source>Accuracy with ever more features set to zero</source>
        <translation>Dokładność, gdy zerowanych jest coraz więcej cech</translation>
    </message>
    <message>
        <source>Archetypes, held-out and learned pairs</source>
        <translation>Archetypy, pary odłożone i uczące</translation>
    </message>
    <message>
        <source>The paper&apos;s tables and figures, reproduced</source>
        <translation>Tabele i rysunki artykułu, odtworzone</translation>
    </message>
    <message>
        <source>Choose models with “Add models…” first.</source>
        <translation>Najpierw wybierz modele przez „Dodaj modele…”.</translation>
    </message>
    <message>
        <source>Its images are being read …</source>
        <translation>Jego obrazy są odczytywane…</translation>
    </message>
    <message>
        <source>The model %1 is not here.</source>
        <translation>Modelu %1 tu nie ma.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::ExportDialog</name>
    <message>
        <source>Export “%1”</source>
        <translation>Eksport: „%1”</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Szerokość</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Wysokość</translation>
    </message>
    <message>
        <source>PDF: vectors, for print and papers</source>
        <translation>PDF: wektory, do druku i artykułów</translation>
    </message>
    <message>
        <source>SVG: vectors, for drawing programs and the web</source>
        <translation>SVG: wektory, do programów graficznych i stron WWW</translation>
    </message>
    <message>
        <source>PNG: pixels, for slides and messages</source>
        <translation>PNG: piksele, do slajdów i wiadomości</translation>
    </message>
    <message>
        <source>CSV: the numbers behind it</source>
        <translation>CSV: liczby, z których powstał rysunek</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>Dots per inch: 300 for print, 96 for the screen</source>
        <translation>Punkty na cal: 300 do druku, 96 na ekran</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Preview of the figure</source>
        <translation>Podgląd rysunku</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation>&amp;Rozdzielczość</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Tekst</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Wybierz plik…</translation>
    </message>
    <message>
        <source>%1 × %2 pixels.</source>
        <translation>%1 × %2 pikseli.</translation>
    </message>
    <message>
        <source>Sharp at any size.</source>
        <translation>Ostry w każdym rozmiarze.</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>Eksportuj rysunek</translation>
    </message>
    <message>
        <source>Export figure…</source>
        <translation>Eksportuj rysunek…</translation>
    </message>
    <message>
        <source>Own size</source>
        <translation>Własny rozmiar</translation>
    </message>
    <message>
        <source>One column of a paper: 85 mm</source>
        <translation>Jedna kolumna artykułu: 85 mm</translation>
    </message>
    <message>
        <source>Two columns of a paper: 175 mm</source>
        <translation>Dwie kolumny artykułu: 175 mm</translation>
    </message>
    <message>
        <source>Slide: 254 mm</source>
        <translation>Slajd: 254 mm</translation>
    </message>
    <message>
        <source>With its title</source>
        <translation>Z tytułem</translation>
    </message>
    <message>
        <source>JSON: the numbers behind it</source>
        <translation>JSON: liczby, które za nim stoją</translation>
    </message>
    <message>
        <source>LaTeX: the numbers as a table</source>
        <translation>LaTeX: liczby jako tabela</translation>
    </message>
    <message>
        <source>Markdown: the numbers as a table</source>
        <translation>Markdown: liczby jako tabela</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>Krój pisma</translation>
    </message>
    <message>
        <source>Colours on white, safe for colour-blind readers</source>
        <translation>Kolory na białym, czytelne dla osób z zaburzeniem widzenia barw</translation>
    </message>
    <message>
        <source>Greys on white, for print</source>
        <translation>Szarości na białym, do druku</translation>
    </message>
    <message>
        <source>Colours on dark, for slides</source>
        <translation>Kolory na ciemnym, na slajdy</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Brak</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Rozmiar</translation>
    </message>
    <message>
        <source>Co&amp;lours</source>
        <translation>&amp;Kolory</translation>
    </message>
    <message>
        <source>&amp;Caption</source>
        <translation>&amp;Podpis</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiuj</translation>
    </message>
    <message>
        <source>To the clipboard, as vectors and pixels, or as text</source>
        <translation>Do schowka, jako wektory i piksele albo jako tekst</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Skopiowano.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s), the point as decimal mark.</source>
        <translation>
            <numerusform>%n wiersz, kropka jako znak dziesiętny.</numerusform>
            <numerusform>%n wiersze, kropka jako znak dziesiętny.</numerusform>
            <numerusform>%n wierszy, kropka jako znak dziesiętny.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save this figure as PDF, SVG or PNG, or its numbers as CSV, JSON, LaTeX or Markdown (Ctrl+E)</source>
        <translation>Zapisz ten rysunek jako PDF, SVG lub PNG albo jego liczby jako CSV, JSON, LaTeX lub Markdown (Ctrl+E)</translation>
    </message>
    <message>
        <source>Height of the text</source>
        <translation>Wysokość tekstu</translation>
    </message>
    <message>
        <source>F&amp;or</source>
        <translation>&amp;Dla</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Kopiowanie…</translation>
    </message>
</context>
<context>
    <name>sonoglyph::FeaturesView</name>
    <message>
        <source>Says %1 nats over the data set (mean KL to the prior).</source>
        <translation>Mówi %1 nata w zbiorze danych (średnie KL do rozkładu a priori).</translation>
    </message>
    <message>
        <source>Changes a pixel by %1 on average when it moves by 1.</source>
        <translation>Zmienia piksel średnio o %1, gdy przesunie się o 1.</translation>
    </message>
    <message>
        <source>Features of the sound</source>
        <translation>Cechy dźwięku</translation>
    </message>
    <message>
        <source>The features appear as soon as a model has heard the sound.</source>
        <translation>Cechy pojawią się, gdy tylko model usłyszy dźwięk.</translation>
    </message>
    <message>
        <source>Order of the features</source>
        <translation>Kolejność cech</translation>
    </message>
    <message>
        <source>How the features are sorted; the bars below them show the same</source>
        <translation>Jak uporządkowane są cechy; paski pod nimi pokazują to samo</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>Według numeru</translation>
    </message>
    <message>
        <source>By mean</source>
        <translation>Według średniej</translation>
    </message>
    <message>
        <source>By spread</source>
        <translation>Według rozrzutu</translation>
    </message>
    <message>
        <source>By KL of this sound</source>
        <translation>Według KL tego dźwięku</translation>
    </message>
    <message>
        <source>By KL over the data set</source>
        <translation>Według KL w zbiorze danych</translation>
    </message>
    <message>
        <source>By effect on the image</source>
        <translation>Według wpływu na obraz</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Dokładność</translation>
    </message>
    <message>
        <source>How many images of held-out sounds are read right while so many features are zero: figure 8 of the paper</source>
        <translation>Ile obrazów odłożonych dźwięków jest odczytywanych dobrze, gdy tyle cech jest wyzerowanych: rysunek 8 artykułu</translation>
    </message>
    <message>
        <source>Accuracy while features are zero</source>
        <translation>Dokładność przy wyzerowanych cechach</translation>
    </message>
    <message>
        <source>features that are zero</source>
        <translation>wyzerowane cechy</translation>
    </message>
    <message>
        <source>read right by LeNet-5, held-out sounds</source>
        <translation>odczytane dobrze przez LeNet-5, odłożone dźwięki</translation>
    </message>
    <message>
        <source>Reading the images of held-out sounds: %1 %</source>
        <translation>Odczytywanie obrazów odłożonych dźwięków: %1 %</translation>
    </message>
    <message>
        <source>The accuracy is measured on the model&apos;s data set.</source>
        <translation>Dokładność jest mierzona na zbiorze danych modelu.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::FigureView</name>
    <message>
        <source>Copy picture</source>
        <translation>Kopiuj obraz</translation>
    </message>
</context>
<context>
    <name>sonoglyph::FilmView</name>
    <message>
        <source>Film strip</source>
        <translation>Taśma filmowa</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>LeNet-5 reads %1 (%2 %)</source>
        <translation>LeNet-5 odczytuje %1 (%2 %)</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n wiersz</numerusform>
            <numerusform>%n wiersze</numerusform>
            <numerusform>%n wierszy</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::HistoryStrip</name>
    <message>
        <source>Open sound…</source>
        <translation>Otwórz dźwięk…</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Odtwórz</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zatrzymaj</translation>
    </message>
    <message>
        <source>Open sound</source>
        <translation>Otwórz dźwięk</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Wszystkie pliki (*)</translation>
    </message>
    <message>
        <source>History: sounds heard</source>
        <translation>Historia: usłyszane dźwięki</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Hear sound files and see their images (Ctrl+O). Files and folders can be dropped on the window, too.</source>
        <translation>Posłuchaj plików dźwiękowych i zobacz ich obrazy (Ctrl+O). Pliki i foldery można też upuścić na okno.</translation>
    </message>
    <message>
        <source>Open folder of sounds…</source>
        <translation>Otwórz folder z dźwiękami…</translation>
    </message>
    <message>
        <source>Hear all sound files in a folder and in the folders below</source>
        <translation>Posłuchaj wszystkich plików dźwiękowych w folderze i w folderach pod nim</translation>
    </message>
    <message>
        <source>Play the part of the sound that was used</source>
        <translation>Odtwórz użytą część dźwięku</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Pokaż</translation>
    </message>
    <message>
        <source>Show this sound and its image again</source>
        <translation>Pokaż ponownie ten dźwięk i jego obraz</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Porównaj</translation>
    </message>
    <message>
        <source>Two selected sounds side by side, and their difference. Ctrl and a click selects a second one.</source>
        <translation>Dwa zaznaczone dźwięki obok siebie i ich różnica. Ctrl i kliknięcie zaznacza drugi.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Zmień nazwę</translation>
    </message>
    <message>
        <source>Give this sound a name</source>
        <translation>Nadaj temu dźwiękowi nazwę</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Oznacz gwiazdką</translation>
    </message>
    <message>
        <source>What has a star is never removed to make room</source>
        <translation>To, co ma gwiazdkę, nigdy nie jest usuwane, by zrobić miejsce</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Zapisz jako…</translation>
    </message>
    <message>
        <source>Save sound, image and all numbers: WAV, PNG and JSON</source>
        <translation>Zapisz dźwięk, obraz i wszystkie liczby: WAV, PNG i JSON</translation>
    </message>
    <message>
        <source>Open in Latent</source>
        <translation>Otwórz w Latent</translation>
    </message>
    <message>
        <source>See and move the features behind this image</source>
        <translation>Zobacz i przesuwaj cechy stojące za tym obrazem</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Delete the selected sounds; can be undone until the program ends</source>
        <translation>Usuń zaznaczone dźwięki; można to cofnąć do końca pracy programu</translation>
    </message>
    <message>
        <source>Undo delete</source>
        <translation>Cofnij usunięcie</translation>
    </message>
    <message>
        <source>Bring back what was deleted last</source>
        <translation>Przywróć to, co usunięto ostatnio</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Z gwiazdką</translation>
    </message>
    <message>
        <source>Show only sounds with a star</source>
        <translation>Pokaż tylko dźwięki z gwiazdką</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Read no more files; what was read stays</source>
        <translation>Nie wczytuj dalszych plików; to, co wczytano, zostaje</translation>
    </message>
    <message>
        <source>Files read</source>
        <translation>Wczytane pliki</translation>
    </message>
    <message>
        <source>Saved %1 as WAV, PNG and JSON.</source>
        <translation>Zapisano %1 jako WAV, PNG i JSON.</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n sound(s) in %1.</source>
        <translation>
            <numerusform>Zapisano %n dźwięk w %1.</numerusform>
            <numerusform>Zapisano %n dźwięki w %1.</numerusform>
            <numerusform>Zapisano %n dźwięków w %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Otwórz folder</translation>
    </message>
    <message>
        <source>Remove star</source>
        <translation>Usuń gwiazdkę</translation>
    </message>
    <message>
        <source>Read %1 of %2 files</source>
        <translation>Wczytane pliki: %1 z %2</translation>
    </message>
    <message>
        <source>Looking for sound files</source>
        <translation>Szukanie plików dźwiękowych</translation>
    </message>
    <message numerus="yes">
        <source>, %n cannot be read</source>
        <translation>
            <numerusform>, %n nie da się wczytać</numerusform>
            <numerusform>, %n nie da się wczytać</numerusform>
            <numerusform>, %n nie da się wczytać</numerusform>
        </translation>
    </message>
    <message>
        <source>, %1 left</source>
        <translation>, zostało %1</translation>
    </message>
    <message>
        <source>Every word you say is kept here, on this computer only.</source>
        <translation>Każde wypowiedziane słowo zostaje tutaj, tylko na tym komputerze.</translation>
    </message>
    <message numerus="yes">
        <source>%n sound(s)</source>
        <translation>
            <numerusform>%n dźwięk</numerusform>
            <numerusform>%n dźwięki</numerusform>
            <numerusform>%n dźwięków</numerusform>
        </translation>
    </message>
    <message>
        <source>kept on this computer only</source>
        <translation>tylko na tym komputerze</translation>
    </message>
    <message>
        <source>Nothing that is recorded ever leaves this computer. There is room for %1 sounds or %2; beyond that the oldest without a star give way, files before recordings.
%3</source>
        <translation>Nic z nagranych dźwięków nigdy nie opuszcza tego komputera. Jest miejsce na %1 dźwięków albo %2; potem ustępują najstarsze bez gwiazdki, pliki przed nagraniami.
%3</translation>
    </message>
    <message>
        <source>Save sounds in a folder</source>
        <translation>Zapisz dźwięki w folderze</translation>
    </message>
    <message>
        <source>Save sound, image and numbers</source>
        <translation>Zapisz dźwięk, obraz i liczby</translation>
    </message>
    <message>
        <source>Sound, image and numbers (*.wav)</source>
        <translation>Dźwięk, obraz i liczby (*.wav)</translation>
    </message>
    <message>
        <source>%1 is already there. Choose another name.</source>
        <translation>%1 już istnieje. Wybierz inną nazwę.</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n sound(s).</source>
        <translation>
            <numerusform>Usunięto %n dźwięk.</numerusform>
            <numerusform>Usunięto %n dźwięki.</numerusform>
            <numerusform>Usunięto %n dźwięków.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Cofnij</translation>
    </message>
    <message>
        <source>Sound files (%1)</source>
        <translation>Pliki dźwiękowe (%1)</translation>
    </message>
    <message>
        <source>Open folder of sounds</source>
        <translation>Otwórz folder z dźwiękami</translation>
    </message>
</context>
<context>
    <name>sonoglyph::ImageGrid</name>
    <message>
        <source>The images appear here.</source>
        <translation>Tu pojawią się obrazy.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Obrazy</translation>
    </message>
    <message>
        <source>Smooth pixels</source>
        <translation>Wygładzone piksele</translation>
    </message>
    <message>
        <source>%1 rows of %2 images.</source>
        <translation>Wiersze: %1, obrazy w wierszu: %2.</translation>
    </message>
    <message>
        <source> Row %1, column %2</source>
        <translation> Wiersz %1, kolumna %2</translation>
    </message>
    <message>
        <source>mean of real images</source>
        <translation>średnia prawdziwych obrazów</translation>
    </message>
    <message>
        <source>mean of drawn images</source>
        <translation>średnia narysowanych obrazów</translation>
    </message>
    <message>
        <source>nearest real image</source>
        <translation>najbliższy prawdziwy obraz</translation>
    </message>
</context>
<context>
    <name>sonoglyph::ImagePanel</name>
    <message>
        <source>Image of the sound</source>
        <translation>Obraz dźwięku</translation>
    </message>
    <message>
        <source>The image appears here.</source>
        <translation>Tu pojawi się obraz.</translation>
    </message>
    <message>
        <source>See its features on Latent</source>
        <translation>Zobacz jego cechy na stronie Cechy</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Odczyt</translation>
    </message>
    <message>
        <source>Posterior</source>
        <translation>Rozkład a posteriori</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modele</translation>
    </message>
    <message>
        <source>What LeNet-5 reads in the image, and how usual the sound is</source>
        <translation>Co LeNet-5 odczytuje z obrazu i jak zwyczajny jest dźwięk</translation>
    </message>
    <message>
        <source>What the sound leaves open: images drawn around the mean of z</source>
        <translation>Co dźwięk pozostawia otwarte: obrazy losowane wokół średniej z</translation>
    </message>
    <message>
        <source>The same word through other models</source>
        <translation>To samo słowo przez inne modele</translation>
    </message>
    <message>
        <source>Image of the edited input</source>
        <translation>Obraz zmienionego wejścia</translation>
    </message>
    <message>
        <source>Drag over a part of the image, or click a stroke; a double click takes the mark away</source>
        <translation>Przeciągnij po części obrazu albo kliknij kreskę; podwójne kliknięcie usuwa zaznaczenie</translation>
    </message>
</context>
<context>
    <name>sonoglyph::InputArea</name>
    <message>
        <source>Edited</source>
        <translation>Zmienione</translation>
    </message>
    <message>
        <source>Network input</source>
        <translation>Wejście sieci</translation>
    </message>
    <message>
        <source>48 × 48</source>
        <translation>48 × 48</translation>
    </message>
    <message>
        <source>The network input: the mel spectrogram of the word, resized to 48 × 48. The model sees nothing else.</source>
        <translation>Wejście sieci: spektrogram melowy słowa o rozmiarze zmienionym na 48 × 48. Niczego innego model nie widzi.</translation>
    </message>
    <message>
        <source>The image and its reading are those of the edited input. The sound&apos;s own are kept; Restore brings them back.</source>
        <translation>Obraz i jego odczyt należą do zmienionego wejścia. Te, które należą do dźwięku, są zachowane; Przywróć je przywraca.</translation>
    </message>
    <message>
        <source>Places hidden so far</source>
        <translation>Ukryte dotąd miejsca</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Erase a part of the network input</source>
        <translation>Wymaż część wejścia sieci</translation>
    </message>
    <message>
        <source>Drag over the network input: what lies under the brush falls silent, and the image follows</source>
        <translation>Przeciągnij po wejściu sieci: to, co leży pod pędzlem, milknie, a obraz podąża za tym</translation>
    </message>
    <message>
        <source>Keep only a part of the network input</source>
        <translation>Zostaw tylko część wejścia sieci</translation>
    </message>
    <message>
        <source>Drag over the network input: all that lies around it falls silent, and the image follows</source>
        <translation>Przeciągnij po wejściu sieci: wszystko wokół milknie, a obraz podąża za tym</translation>
    </message>
    <message>
        <source>Undo brush</source>
        <translation>Cofnij pędzel</translation>
    </message>
    <message>
        <source>Take the last stroke of the brush back</source>
        <translation>Cofnij ostatnie pociągnięcie pędzla</translation>
    </message>
    <message>
        <source>Redo brush</source>
        <translation>Ponów pędzel</translation>
    </message>
    <message>
        <source>Make the stroke of the brush again</source>
        <translation>Wykonaj pociągnięcie pędzla ponownie</translation>
    </message>
    <message>
        <source>Restore the network input</source>
        <translation>Przywróć wejście sieci</translation>
    </message>
    <message>
        <source>The input of the sound as it was heard, with its image</source>
        <translation>Wejście dźwięku takie, jak go usłyszano, z jego obrazem</translation>
    </message>
    <message>
        <source>What makes this stroke?</source>
        <translation>Co tworzy tę kreskę?</translation>
    </message>
    <message>
        <source>Hides one place of the network input after the other and shows what that does to the image, or to the part of it that you mark: drag over the image, or click a stroke</source>
        <translation>Ukrywa kolejne miejsca wejścia sieci i pokazuje, co to zmienia w obrazie albo w jego części, którą zaznaczysz: przeciągnij po obrazie albo kliknij kreskę</translation>
    </message>
    <message>
        <source>Hiding one place after the other…</source>
        <translation>Ukrywanie kolejnych miejsc…</translation>
    </message>
    <message>
        <source>Say a digit, or choose a sound.</source>
        <translation>Powiedz cyfrę albo wybierz dźwięk.</translation>
    </message>
    <message>
        <source>Hidden, this place changes the image: by %1 of brightness at most. Mark a stroke of the image to ask for it alone.</source>
        <translation>Ukrycie tego miejsca zmienia obraz: najwyżej o %1 jasności. Zaznacz kreskę obrazu, aby zapytać tylko o nią.</translation>
    </message>
    <message>
        <source>Hidden, the marked part loses brightness: %1 at most.</source>
        <translation>Po ukryciu zaznaczona część traci jasność: najwyżej %1.</translation>
    </message>
    <message>
        <source>It gains: %1 at most.</source>
        <translation>Zyskuje: najwyżej %1.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::InputView</name>
    <message>
        <source>What hiding each place does</source>
        <translation>Co zmienia ukrycie każdego miejsca</translation>
    </message>
    <message>
        <source>hidden: image changes by %1</source>
        <translation>po ukryciu: obraz zmienia się o %1</translation>
    </message>
    <message>
        <source>hidden: brightness %1</source>
        <translation>po ukryciu: jasność %1</translation>
    </message>
</context>
<context>
    <name>sonoglyph::JudgeStrip</name>
    <message>
        <source>Train a LeNet-5</source>
        <translation>Wyucz LeNet-5</translation>
    </message>
    <message>
        <source>A small network that learns to read these images, some minutes: without it nobody can say how well a model draws them</source>
        <translation>Mała sieć, która w kilka minut uczy się czytać te obrazy: bez niej nikt nie powie, jak dobrze model je rysuje</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zatrzymaj</translation>
    </message>
    <message>
        <source>Stops training the LeNet-5</source>
        <translation>Zatrzymuje uczenie LeNet-5</translation>
    </message>
    <message>
        <source>Training of the LeNet-5</source>
        <translation>Uczenie LeNet-5</translation>
    </message>
    <message>
        <source>Its LeNet-5 reads %1 % of the test images.</source>
        <translation>Jego LeNet-5 odczytuje %1 % obrazów testowych.</translation>
    </message>
    <message>
        <source>The LeNet-5 is learning to read the images …</source>
        <translation>LeNet-5 uczy się czytać obrazy …</translation>
    </message>
    <message>
        <source>A LeNet-5 reads its images.</source>
        <translation>Jego obrazy odczytuje LeNet-5.</translation>
    </message>
    <message>
        <source>No LeNet-5 can read these images yet, so nobody can tell how well a model draws them.</source>
        <translation>Żadna sieć LeNet-5 nie umie jeszcze czytać tych obrazów, więc nie wiadomo, jak dobrze model je rysuje.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::KlBars</name>
    <message>
        <source>The bars appear here.</source>
        <translation>Tu pojawią się słupki.</translation>
    </message>
    <message>
        <source>KL per dimension</source>
        <translation>KL na wymiar</translation>
    </message>
    <message>
        <source>dimension %1: %2 nats</source>
        <translation>wymiar %1: %2 nata</translation>
    </message>
    <message>
        <source>%1 of %2 active, %3 nats in all</source>
        <translation>czynne %1 z %2, razem %3 nata</translation>
    </message>
</context>
<context>
    <name>sonoglyph::LatentPage</name>
    <message>
        <source>Go to Listen</source>
        <translation>Przejdź do strony Słuchanie</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Przywróć</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Cofnij</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Cofnij ostatnią zmianę</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ponów</translation>
    </message>
    <message>
        <source>Make the change again</source>
        <translation>Wykonaj zmianę ponownie</translation>
    </message>
    <message>
        <source>Image of the moved features</source>
        <translation>Obraz przesuniętych cech</translation>
    </message>
    <message>
        <source>Image of the sound</source>
        <translation>Obraz dźwięku</translation>
    </message>
    <message>
        <source>The image of the untouched features, to compare</source>
        <translation>Obraz nietkniętych cech, dla porównania</translation>
    </message>
    <message>
        <source>LeNet-5&apos;s reading</source>
        <translation>Odczyt LeNet-5</translation>
    </message>
    <message>
        <source>As it was heard</source>
        <translation>Tak jak usłyszano</translation>
    </message>
    <message>
        <source>LeNet-5 reads the image as</source>
        <translation>LeNet-5 odczytuje obraz jako</translation>
    </message>
    <message>
        <source>%1: %2 of %3 features zeroed</source>
        <translation>%1: wyzerowane cechy %2 z %3</translation>
    </message>
    <message>
        <source>The features of a sound appear here. Say a digit on Listen, or open a sound file.</source>
        <translation>Tu pojawią się cechy dźwięku. Powiedz cyfrę na stronie Słuchanie albo otwórz plik dźwiękowy.</translation>
    </message>
    <message>
        <source>Keep this state</source>
        <translation>Zachowaj ten stan</translation>
    </message>
    <message>
        <source>Keep where the features stand, with the image, under States</source>
        <translation>Zachowaj położenie cech razem z obrazem na liście Stany</translation>
    </message>
    <message>
        <source>Every feature at its mean, nothing zeroed; what is locked stays</source>
        <translation>Każda cecha na swojej średniej, nic nie wyzerowane; co zablokowane, zostaje</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Cechy</translation>
    </message>
    <message>
        <source>Traversals</source>
        <translation>Przejścia</translation>
    </message>
    <message>
        <source>Morph</source>
        <translation>Przemiana</translation>
    </message>
    <message>
        <source>States</source>
        <translation>Stany</translation>
    </message>
    <message>
        <source>Every feature as a slider; k of them zeroed</source>
        <translation>Każda cecha jako suwak; k z nich wyzerowanych</translation>
    </message>
    <message>
        <source>The image along features or principal axes</source>
        <translation>Obraz wzdłuż cech albo osi głównych</translation>
    </message>
    <message>
        <source>From one code to another</source>
        <translation>Od jednego kodu do drugiego</translation>
    </message>
    <message>
        <source>Named states of the features</source>
        <translation>Nazwane stany cech</translation>
    </message>
    <message>
        <source>Kept as “%1”</source>
        <translation>Zachowano jako „%1”</translation>
    </message>
    <message>
        <source>“%1” has not as many features as the model.</source>
        <translation>„%1” nie ma tylu cech co model.</translation>
    </message>
    <message>
        <source>“%1” needs the model %2 (%3, trained on %4 for %5 steps), which is not here. Open that model, then put the state back.</source>
        <translation>„%1” wymaga modelu %2 (%3, uczony na %4 przez %5 kroków), którego tu nie ma. Otwórz ten model, a potem przywróć stan.</translation>
    </message>
    <message>
        <source>“%1” was made with another model of the name %2.</source>
        <translation>„%1” powstał z innym modelem o nazwie %2.</translation>
    </message>
    <message>
        <source>Hearing the data set: %1 %</source>
        <translation>Słuchanie zbioru danych: %1 %</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Every recording of the data set in a plane</source>
        <translation>Wszystkie nagrania zbioru danych na płaszczyźnie</translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>Działania</translation>
    </message>
    <message>
        <source>A less B plus C, and noise</source>
        <translation>A minus B plus C oraz szum</translation>
    </message>
    <message>
        <source>The morph begins at %1</source>
        <translation>Przemiana zaczyna się od %1</translation>
    </message>
    <message>
        <source>The morph ends at %1</source>
        <translation>Przemiana kończy się na %1</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Rysunek</translation>
    </message>
</context>
<context>
    <name>sonoglyph::LatentPanel</name>
    <message>
        <source>The features of a sound appear here.</source>
        <translation>Tu pojawią się cechy dźwięku.</translation>
    </message>
    <message>
        <source>Audio-visual features</source>
        <translation>Cechy audiowizualne</translation>
    </message>
    <message>
        <source>Value of feature %1</source>
        <translation>Wartość cechy %1</translation>
    </message>
    <message>
        <source>Feature %1: mean %2, spread %3 (sigma)</source>
        <translation>Cecha %1: średnia %2, rozrzut %3 (sigma)</translation>
    </message>
    <message>
        <source>Says nothing of this sound (KL below 0.01 nat).</source>
        <translation>Nie mówi nic o tym dźwięku (KL poniżej 0,01 nata).</translation>
    </message>
    <message>
        <source>Says %1 nats of this sound (KL to the prior).</source>
        <translation>Mówi o tym dźwięku %1 nata (KL względem rozkładu a priori).</translation>
    </message>
    <message>
        <source>Feature %1 of %2: value %3, mean %4, spread %5.</source>
        <translation>Cecha %1 z %2: wartość %3, średnia %4, rozrzut %5.</translation>
    </message>
    <message>
        <source> Set to zero.</source>
        <translation> Wyzerowana.</translation>
    </message>
    <message>
        <source>Locked: it stays as it is (L unlocks it).</source>
        <translation>Zablokowana: pozostaje, jaka jest (L odblokowuje).</translation>
    </message>
    <message>
        <source>Drag or turn the wheel (Shift: fine), double-click to reset, click the number to zero it (Z), click the value to type. Shift and a drag over numbers selects several.</source>
        <translation>Przeciągnij albo obróć kółkiem (Shift: dokładnie), kliknij dwukrotnie, by przywrócić, kliknij numer, by wyzerować (Z), kliknij wartość, by ją wpisać. Przeciągnięcie po numerach z Shiftem zaznacza kilka.</translation>
    </message>
    <message>
        <source> Locked.</source>
        <translation> Zablokowana.</translation>
    </message>
    <message numerus="yes">
        <source> %n feature(s) selected.</source>
        <translation>
            <numerusform> Zaznaczono %n cechę.</numerusform>
            <numerusform> Zaznaczono %n cechy.</numerusform>
            <numerusform> Zaznaczono %n cech.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::LatentStates</name>
    <message>
        <source>State %1</source>
        <translation>Stan %1</translation>
    </message>
    <message>
        <source>%1, drawn by %2</source>
        <translation>%1, rysuje %2</translation>
    </message>
</context>
<context>
    <name>sonoglyph::LevelMeter</name>
    <message>
        <source>Microphone level</source>
        <translation>Poziom mikrofonu</translation>
    </message>
    <message>
        <source>Level of the microphone in decibels below full scale: the bar is the average (RMS), the line the peak. The mark at the end lights once a sample was clipped; click to forget it.</source>
        <translation>Poziom mikrofonu w decybelach poniżej pełnej skali: pasek to średnia (RMS), kreska to szczyt. Znak na końcu zapala się, gdy próbka została obcięta; kliknij, aby go zgasić.</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Cisza</translation>
    </message>
    <message>
        <source>%1 decibels</source>
        <translation>%1 decybeli</translation>
    </message>
    <message>
        <source>0 dB</source>
        <translation>0 dB</translation>
    </message>
</context>
<context>
    <name>sonoglyph::ListenController</name>
    <message>
        <source>Nothing was heard. Is the microphone muted, or far away?</source>
        <translation>Nic nie było słychać. Czy mikrofon jest wyciszony albo daleko?</translation>
    </message>
    <message>
        <source>Recording %1</source>
        <translation>Nagranie %1</translation>
    </message>
    <message>
        <source>The sound could not be transformed.</source>
        <translation>Nie udało się przekształcić dźwięku.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… i jeszcze %n</numerusform>
            <numerusform>… i jeszcze %n</numerusform>
            <numerusform>… i jeszcze %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read: the details say why.</source>
        <translation>
            <numerusform>Nie udało się wczytać %n pliku: szczegóły mówią dlaczego.</numerusform>
            <numerusform>Nie udało się wczytać %n plików: szczegóły mówią dlaczego.</numerusform>
            <numerusform>Nie udało się wczytać %n plików: szczegóły mówią dlaczego.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::ListenPage</name>
    <message>
        <source>Open model file…</source>
        <translation>Otwórz plik modelu…</translation>
    </message>
    <message>
        <source>The model is being loaded. You can record already.</source>
        <translation>Model jest ładowany. Możesz już nagrywać.</translation>
    </message>
    <message>
        <source>Open sound…</source>
        <translation>Otwórz dźwięk…</translation>
    </message>
    <message>
        <source>The sound %1 is not here.</source>
        <translation>Dźwięku %1 tu nie ma.</translation>
    </message>
    <message>
        <source>What was erased of the network input is not kept in a figure.</source>
        <translation>Rysunek nie przechowuje tego, co wymazano z wejścia sieci.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::Listener</name>
    <message>
        <source>The microphone sends nothing. Is it switched off, or is another one meant?</source>
        <translation>Mikrofon nic nie przesyła. Czy jest wyłączony, a może chodzi o inny?</translation>
    </message>
    <message>
        <source>Nothing was heard yet: hold the key while you speak.</source>
        <translation>Jeszcze nic nie było słychać: trzymaj klawisz, kiedy mówisz.</translation>
    </message>
    <message>
        <source>The microphone went away in the middle of a word. What was heard of it is kept.</source>
        <translation>Mikrofon zniknął w środku słowa. To, co było słychać, zostaje.</translation>
    </message>
    <message>
        <source>The microphone went away.</source>
        <translation>Mikrofon zniknął.</translation>
    </message>
    <message>
        <source>%1 listens now.</source>
        <translation>Teraz słucha %1.</translation>
    </message>
    <message>
        <source>Plug one in, and listening goes on.</source>
        <translation>Podłącz mikrofon, a słuchanie potrwa dalej.</translation>
    </message>
    <message>
        <source>The microphone sends nothing but silence. Is it muted, by a switch on it or in the system&apos;s sound settings?</source>
        <translation>Mikrofon przesyła samą ciszę. Czy jest wyciszony, przełącznikiem na nim albo w ustawieniach dźwięku systemu?</translation>
    </message>
</context>
<context>
    <name>sonoglyph::LiveActions</name>
    <message>
        <source>Pause</source>
        <translation>Wstrzymaj</translation>
    </message>
    <message>
        <source>Hold the run that is training, and let it go on</source>
        <translation>Wstrzymaj trwający przebieg, a potem pozwól mu iść dalej</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zatrzymaj</translation>
    </message>
    <message>
        <source>End the run that is training, with a checkpoint: it can be resumed</source>
        <translation>Zakończ trwający przebieg z punktem kontrolnym: można go wznowić</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Krok</translation>
    </message>
    <message>
        <source>Train one step, then hold again</source>
        <translation>Wykonaj jeden krok treningu i znów wstrzymaj</translation>
    </message>
    <message>
        <source>Train one epoch</source>
        <translation>Trenuj jedną epokę</translation>
    </message>
    <message>
        <source>Train to the end of this epoch, then hold</source>
        <translation>Trenuj do końca tej epoki, potem wstrzymaj</translation>
    </message>
    <message>
        <source>Generator step</source>
        <translation>Krok generatora</translation>
    </message>
    <message>
        <source>One step in which only the generator (encoder and decoder) learns</source>
        <translation>Jeden krok, w którym uczy się tylko generator (koder i dekoder)</translation>
    </message>
    <message>
        <source>Discriminator step</source>
        <translation>Krok dyskryminatora</translation>
    </message>
    <message>
        <source>One step in which only the discriminator learns</source>
        <translation>Jeden krok, w którym uczy się tylko dyskryminator</translation>
    </message>
    <message>
        <source>Save a snapshot</source>
        <translation>Zapisz migawkę</translation>
    </message>
    <message>
        <source>Write a checkpoint now, and keep it</source>
        <translation>Zapisz teraz punkt kontrolny i zachowaj go</translation>
    </message>
    <message>
        <source>Change alpha or learning rate</source>
        <translation>Zmień alfę lub współczynnik uczenia</translation>
    </message>
    <message>
        <source>Go on with another alpha or learning rate from the next step on</source>
        <translation>Kontynuuj z inną alfą lub współczynnikiem uczenia od następnego kroku</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Kontynuuj</translation>
    </message>
</context>
<context>
    <name>sonoglyph::MainWindow</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 cannot be opened here. Open a sound file, a model or a run folder.</source>
        <translation>Nie można tu otworzyć %1. Otwórz plik dźwiękowy, model lub folder przebiegu.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Plik</translation>
    </message>
    <message>
        <source>&amp;Open sound…</source>
        <translation>&amp;Otwórz dźwięk…</translation>
    </message>
    <message>
        <source>Hear a sound file and see its image</source>
        <translation>Wysłuchaj pliku dźwiękowego i zobacz jego obraz</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Eksport</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Zakończ</translation>
    </message>
    <message>
        <source>Close the program. A training stops with a checkpoint and can be resumed.</source>
        <translation>Zamknij program. Trening zatrzyma się z punktem kontrolnym i będzie można go wznowić.</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Widok</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Pełny ekran</translation>
    </message>
    <message>
        <source>The window without frame over the whole screen, and back</source>
        <translation>Okno bez ramki na całym ekranie i z powrotem</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Po&amp;moc</translation>
    </message>
    <message>
        <source>&amp;Find an action…</source>
        <translation>Znajdź po&amp;lecenie…</translation>
    </message>
    <message>
        <source>Every action of the program, found by a few letters</source>
        <translation>Wszystkie polecenia programu, wystarczy kilka liter</translation>
    </message>
    <message>
        <source>&amp;About Sonoglyph</source>
        <translation>&amp;O programie Sonoglyph</translation>
    </message>
    <message>
        <source>Version, credits and licences</source>
        <translation>Wersja, autorzy i licencje</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Motyw</translation>
    </message>
    <message>
        <source>Theme like the &amp;system</source>
        <translation>Motyw jak w &amp;systemie</translation>
    </message>
    <message>
        <source>Light or dark, as the desktop is</source>
        <translation>Jasny lub ciemny, tak jak pulpit</translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation>&amp;Jasny motyw</translation>
    </message>
    <message>
        <source>Dark text on a light ground</source>
        <translation>Ciemny tekst na jasnym tle</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>&amp;Ciemny motyw</translation>
    </message>
    <message>
        <source>Light text on a dark ground</source>
        <translation>Jasny tekst na ciemnym tle</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Język</translation>
    </message>
    <message>
        <source>Language of the &amp;system</source>
        <translation>Język &amp;systemu</translation>
    </message>
    <message>
        <source>Export: %1…</source>
        <translation>Eksport: %1…</translation>
    </message>
    <message>
        <source>Nothing to export on this page</source>
        <translation>Na tej stronie nie ma nic do eksportu</translation>
    </message>
    <message>
        <source>Open sound</source>
        <translation>Otwórz dźwięk</translation>
    </message>
    <message>
        <source>Sound files (*.wav *.flac *.ogg *.oga *.opus *.mp3 *.aif *.aiff *.aifc *.au *.caf *.w64);;All files (*)</source>
        <translation>Pliki dźwiękowe (*.wav *.flac *.ogg *.oga *.opus *.mp3 *.aif *.aiff *.aifc *.au *.caf *.w64);;Wszystkie pliki (*)</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Spróbuj ponownie</translation>
    </message>
    <message>
        <source>As SVG, PDF or PNG at a chosen size, or the numbers behind it</source>
        <translation>Jako SVG, PDF lub PNG w wybranym rozmiarze albo liczby, które za nim stoją</translation>
    </message>
    <message>
        <source>Export all figures of this page…</source>
        <translation>Eksportuj wszystkie rysunki tej strony…</translation>
    </message>
    <message>
        <source>Every figure as PDF, SVG and PNG with its numbers, into one folder, in the size and colours chosen last</source>
        <translation>Każdy rysunek jako PDF, SVG i PNG z liczbami, do jednego folderu, w ostatnio wybranym rozmiarze i kolorach</translation>
    </message>
    <message>
        <source>Folder for the figures</source>
        <translation>Folder na rysunki</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>Zapisano %n plik.</numerusform>
            <numerusform>Zapisano %n pliki.</numerusform>
            <numerusform>Zapisano %n plików.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is of a page that this version does not have.</source>
        <translation>%1 pochodzi ze strony, której ta wersja nie ma.</translation>
    </message>
    <message>
        <source>As it was when %1 was exported.</source>
        <translation>Tak, jak było przy eksporcie %1.</translation>
    </message>
    <message>
        <source>%1 has other weights here than when the figure was made.</source>
        <translation>%1 ma tu inne wagi niż wtedy, gdy powstał rysunek.</translation>
    </message>
    <message>
        <source>The model %1 is not here.</source>
        <translation>Modelu %1 tu nie ma.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::MapView</name>
    <message>
        <source>Digit</source>
        <translation>Cyfra</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Mówca</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Błąd</translation>
    </message>
    <message>
        <source>Coloured by what is said</source>
        <translation>Kolory według tego, co powiedziano</translation>
    </message>
    <message>
        <source>Coloured by who says it</source>
        <translation>Kolory według tego, kto mówi</translation>
    </message>
    <message>
        <source>Coloured by whether LeNet-5 reads in the image what is said</source>
        <translation>Kolory według tego, czy LeNet-5 odczytuje z obrazu to, co powiedziano</translation>
    </message>
    <message>
        <source>Play the recording</source>
        <translation>Odtwórz nagranie</translation>
    </message>
    <message>
        <source>Play the recording that was chosen on the map</source>
        <translation>Odtwórz nagranie wybrane na mapie</translation>
    </message>
    <message>
        <source>Mean of the surrounded</source>
        <translation>Średnia otoczonych</translation>
    </message>
    <message>
        <source>Draw the mean of the recordings that are surrounded</source>
        <translation>Narysuj średnią otoczonych nagrań</translation>
    </message>
    <message>
        <source>Save the table…</source>
        <translation>Zapisz tabelę…</translation>
    </message>
    <message>
        <source>Write the surrounded recordings, or all, as CSV: as the command map writes them</source>
        <translation>Zapisz otoczone nagrania albo wszystkie jako CSV: tak jak zapisuje je polecenie map</translation>
    </message>
    <message>
        <source>Map again</source>
        <translation>Zmierz ponownie</translation>
    </message>
    <message>
        <source>Hear the data set anew, e.g. after recordings were added</source>
        <translation>Wysłuchaj zbioru danych od nowa, np. po dodaniu nagrań</translation>
    </message>
    <message>
        <source>The same digit by another speaker</source>
        <translation>Ta sama cyfra innym głosem</translation>
    </message>
    <message>
        <source>The code less the mean of its own speaker, plus the mean of this one</source>
        <translation>Kod minus średnia jego mówcy, plus średnia tego</translation>
    </message>
    <message>
        <source>The recordings of the model&apos;s data set appear here, each where the model hears it.</source>
        <translation>Tu pojawią się nagrania zbioru danych modelu, każde tam, gdzie słyszy je model.</translation>
    </message>
    <message>
        <source>Image of the recording</source>
        <translation>Obraz nagrania</translation>
    </message>
    <message>
        <source>Other speaker…</source>
        <translation>Inny mówca…</translation>
    </message>
    <message>
        <source>axis 1, %1 % of the spread</source>
        <translation>oś 1, %1 % rozrzutu</translation>
    </message>
    <message>
        <source>axis 2, %1 %</source>
        <translation>oś 2, %1 %</translation>
    </message>
    <message>
        <source>read right</source>
        <translation>odczytane dobrze</translation>
    </message>
    <message>
        <source>read wrong</source>
        <translation>odczytane źle</translation>
    </message>
    <message>
        <source>“%1” by %2, read as %3 (%4 %)</source>
        <translation>„%1” mówi %2, odczytane jako %3 (%4 %)</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>odłożone</translation>
    </message>
    <message>
        <source>From the voice of %1 to that of %2</source>
        <translation>Z głosu %1 na głos %2</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Zapisz tabelę</translation>
    </message>
    <message>
        <source>map</source>
        <translation>mapa</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Zapisano jako %1</translation>
    </message>
    <message>
        <source>%1 recordings, %2 % of their images are read right. Shift and a drag surrounds some.</source>
        <translation>%1 nagrań, %2 % ich obrazów jest odczytanych dobrze. Przeciągnięcie z Shiftem otacza niektóre.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 surrounded, by %2 speakers, %3 % read right. %4</source>
        <translation>Otoczono %1, mówców: %2, odczytane dobrze: %3 %. %4</translation>
    </message>
    <message>
        <source>Spectrogram of the recording</source>
        <translation>Spektrogram nagrania</translation>
    </message>
    <message>
        <source>The mel spectrogram that the model hears</source>
        <translation>Spektrogram melowy, który słyszy model</translation>
    </message>
    <message>
        <source>Morph from here</source>
        <translation>Przemiana stąd</translation>
    </message>
    <message>
        <source>The recording that was chosen becomes the beginning of the morph</source>
        <translation>Wybrane nagranie staje się początkiem przemiany</translation>
    </message>
    <message>
        <source>Morph to here</source>
        <translation>Przemiana dotąd</translation>
    </message>
    <message>
        <source>The recording that was chosen becomes the end of the morph</source>
        <translation>Wybrane nagranie staje się końcem przemiany</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Nagranie</translation>
    </message>
</context>
<context>
    <name>sonoglyph::Microphone</name>
    <message>
        <source>No microphone was found. Plug one in, or open a sound file.</source>
        <translation>Nie znaleziono mikrofonu. Podłącz go albo otwórz plik dźwiękowy.</translation>
    </message>
    <message>
        <source>The microphone could not be opened. Another program may hold it, or the system&apos;s privacy settings may block it.</source>
        <translation>Nie udało się otworzyć mikrofonu. Może go zajmować inny program albo blokują go ustawienia prywatności systemu.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::ModelButton</name>
    <message>
        <source>Open model file…</source>
        <translation>Otwórz plik modelu…</translation>
    </message>
    <message>
        <source>Use a model or checkpoint file (.safetensors)</source>
        <translation>Użyj pliku modelu lub punktu kontrolnego (.safetensors)</translation>
    </message>
    <message>
        <source>Open run as model…</source>
        <translation>Otwórz przebieg jako model…</translation>
    </message>
    <message>
        <source>Use the best checkpoint of a run folder</source>
        <translation>Użyj najlepszego punktu kontrolnego z folderu przebiegu</translation>
    </message>
    <message>
        <source>The model that draws the image. Choose another one here.</source>
        <translation>Model, który rysuje obraz. Tu można wybrać inny.</translation>
    </message>
    <message>
        <source>Model is loading…</source>
        <translation>Model jest ładowany…</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Brak modelu</translation>
    </message>
    <message>
        <source>%1 parameters, %2 features</source>
        <translation>Parametry: %1, cechy: %2</translation>
    </message>
    <message>
        <source>Trained on %1, %2 steps, minimising %3</source>
        <translation>Trenowany na %1, kroki: %2, minimalizując %3</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Model: %1</translation>
    </message>
    <message>
        <source>Open run as model</source>
        <translation>Otwórz przebieg jako model</translation>
    </message>
    <message>
        <source>Open model file</source>
        <translation>Otwórz plik modelu</translation>
    </message>
    <message>
        <source>Models and checkpoints (*.safetensors)</source>
        <translation>Modele i punkty kontrolne (*.safetensors)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Wszystkie pliki (*)</translation>
    </message>
    <message>
        <source>Choose model…</source>
        <translation>Wybierz model…</translation>
    </message>
    <message>
        <source>Choose among the built-in models and the checkpoints of every run</source>
        <translation>Wybierz spośród modeli wbudowanych i punktów kontrolnych każdego przebiegu</translation>
    </message>
</context>
<context>
    <name>sonoglyph::ModelCatalog</name>
    <message>
        <source>epoch %1</source>
        <translation>epoka %1</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>krok %1</translation>
    </message>
    <message>
        <source>best and latest, %1</source>
        <translation>najlepszy i ostatni, %1</translation>
    </message>
    <message>
        <source>best, %1</source>
        <translation>najlepszy, %1</translation>
    </message>
    <message>
        <source>latest, %1</source>
        <translation>ostatni, %1</translation>
    </message>
    <message>
        <source>%1, live</source>
        <translation>%1, na żywo</translation>
    </message>
    <message>
        <source>live, as it trains</source>
        <translation>na żywo, podczas treningu</translation>
    </message>
    <message>
        <source>%1, best</source>
        <translation>%1, najlepszy</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>snapshot, step %1</source>
        <translation>migawka, krok %1</translation>
    </message>
</context>
<context>
    <name>sonoglyph::ModelStrip</name>
    <message>
        <source>The word through all models</source>
        <translation>Słowo przez wszystkie modele</translation>
    </message>
    <message>
        <source>no image</source>
        <translation>brak obrazu</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>A click uses this model.</source>
        <translation>Kliknięcie wybiera ten model.</translation>
    </message>
    <message>
        <source>%1 reads %2</source>
        <translation>%1: odczytano %2</translation>
    </message>
    <message>
        <source>At %1.</source>
        <translation>Przy: %1.</translation>
    </message>
    <message>
        <source>No models yet.</source>
        <translation>Nie ma jeszcze modeli.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::ModelsArea</name>
    <message>
        <source>Compare models…</source>
        <translation>Porównaj modele…</translation>
    </message>
    <message>
        <source>Choose the models that draw the same word, beside the built-in ones</source>
        <translation>Wybierz modele, które rysują to samo słowo, obok wbudowanych</translation>
    </message>
</context>
<context>
    <name>sonoglyph::ModelsView</name>
    <message>
        <source>random</source>
        <translation>losowy</translation>
    </message>
    <message>
        <source>official</source>
        <translation>oficjalny</translation>
    </message>
    <message>
        <source>speakers held out</source>
        <translation>odłożeni mówcy</translation>
    </message>
    <message>
        <source>%1 left out</source>
        <translation>pominięty %1</translation>
    </message>
    <message>
        <source>being read, %1 %</source>
        <translation>odczytywany, %1 %</translation>
    </message>
    <message>
        <source>Choose models, and LeNet-5 reads what they draw for sounds they never learned from.</source>
        <translation>Wybierz modele, a LeNet-5 odczyta, co rysują dla dźwięków, na których się nie uczyły.</translation>
    </message>
    <message>
        <source>Add models…</source>
        <translation>Dodaj modele…</translation>
    </message>
    <message>
        <source>Accuracy of the models</source>
        <translation>Dokładność modeli</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modele</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Data, split</source>
        <translation>Dane, podział</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Dokładność</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>Przedział 95 %</translation>
    </message>
    <message>
        <source>From means</source>
        <translation>Ze średnich</translation>
    </message>
    <message>
        <source>Diversity</source>
        <translation>Różnorodność</translation>
    </message>
    <message>
        <source>Feature diversity</source>
        <translation>Różnorodność cech</translation>
    </message>
    <message>
        <source>To archetype</source>
        <translation>Do archetypu</translation>
    </message>
    <message>
        <source>To the first</source>
        <translation>Do pierwszego</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>czeka</translation>
    </message>
    <message>
        <source>%1, %2 split: every voice of the test was heard in training; such a score says nothing about a new voice.</source>
        <translation>%1, podział %2: każdy głos testu był słyszany w treningu; taki wynik nic nie mówi o nowym głosie.</translation>
    </message>
    <message>
        <source>Percent of images that LeNet-5 reads right, drawn for held-out pairs from samples of z. Diversity: deviation of a pixel and of a feature of LeNet-5 among images of one digit. To archetype: distance to the mean training image. To the first: points, tested recording by recording, where both were read on the same pairs.</source>
        <translation>Procent obrazów odczytanych dobrze przez LeNet-5, narysowanych dla par odłożonych z próbek z. Różnorodność: odchylenie piksela i cechy LeNet-5 wśród obrazów jednej cyfry. Do archetypu: odległość od średniego obrazu uczącego. Do pierwszego: punkty, sprawdzone nagranie po nagraniu, gdy oba odczytano na tych samych parach.</translation>
    </message>
    <message>
        <source>LeNet-5 on real images</source>
        <translation>LeNet-5 na prawdziwych obrazach</translation>
    </message>
    <message numerus="yes">
        <source>reproduced, %n epoch(s)</source>
        <translation>
            <numerusform>odtworzone, %n epoka</numerusform>
            <numerusform>odtworzone, %n epoki</numerusform>
            <numerusform>odtworzone, %n epok</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>ziarno %1</translation>
    </message>
    <message>
        <source>Not tested: the first row is a mean of several seeds.</source>
        <translation>Bez testu: pierwszy wiersz jest średnią z kilku ziaren.</translation>
    </message>
    <message numerus="yes">
        <source>%1, mean of %n seed(s)</source>
        <translation>
            <numerusform>%1, średnia z %n ziarna</numerusform>
            <numerusform>%1, średnia z %n ziaren</numerusform>
            <numerusform>%1, średnia z %n ziaren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s)</source>
        <translation>
            <numerusform>%n ziarno</numerusform>
            <numerusform>%n ziarna</numerusform>
            <numerusform>%n ziaren</numerusform>
        </translation>
    </message>
    <message>
        <source>Not tested: every seed holds out other recordings, and the test compares two models on the same ones.</source>
        <translation>Bez testu: każde ziarno odkłada inne nagrania, a test porównuje dwa modele na tych samych.</translation>
    </message>
    <message>
        <source>official split</source>
        <translation>podział oficjalny</translation>
    </message>
    <message numerus="yes">
        <source>%n speaker(s)</source>
        <translation>
            <numerusform>%n mówca</numerusform>
            <numerusform>%n mówców</numerusform>
            <numerusform>%n mówców</numerusform>
        </translation>
    </message>
    <message>
        <source>not reproduced yet: Reproduce…</source>
        <translation>jeszcze nieodtworzone: Odtwórz…</translation>
    </message>
    <message>
        <source>not trained yet: Train…</source>
        <translation>jeszcze niewytrenowane: Trening…</translation>
    </message>
    <message>
        <source>speakers left out</source>
        <translation>pominięci mówcy</translation>
    </message>
    <message>
        <source>speakers left out, mean of %1</source>
        <translation>pominięci mówcy, średnia z %1</translation>
    </message>
    <message>
        <source>speakers left out, mean of %1 of %2</source>
        <translation>pominięci mówcy, średnia z %1 na %2</translation>
    </message>
    <message>
        <source>± over %1</source>
        <translation>± (%1)</translation>
    </message>
    <message>
        <source>“Reproduce” under Paper trains AIVAE with the official split and with every speaker left out in turn.</source>
        <translation>„Odtwórz” w widoku Artykuł uczy AIVAE z podziałem oficjalnym i z kolejno pomijanymi mówcami.</translation>
    </message>
    <message>
        <source>Train the same model with the split “official”, or with a speaker left out, and add the run here.</source>
        <translation>Naucz ten sam model z podziałem „oficjalnym” albo z pominiętym mówcą i dodaj tu ten przebieg.</translation>
    </message>
    <message>
        <source>The same model and settings, trained with another split. From: %1</source>
        <translation>Ten sam model i te same ustawienia, nauczony z innym podziałem. Skąd: %1</translation>
    </message>
    <message>
        <source>Below such a model: the same model and settings, trained with other splits; how long it learned may differ.</source>
        <translation>Pod takim modelem: ten sam model i te same ustawienia, nauczony z innymi podziałami; długość uczenia może być inna.</translation>
    </message>
    <message>
        <source>speaker left out: %1 (1 of %2)</source>
        <translation>pominięty mówca: %1 (1 z %2)</translation>
    </message>
</context>
<context>
    <name>sonoglyph::MorphView</name>
    <message>
        <source>Linear</source>
        <translation>Liniowo</translation>
    </message>
    <message>
        <source>Spherical</source>
        <translation>Po okręgu</translation>
    </message>
    <message>
        <source>Straight from one code to the other</source>
        <translation>Prosto od jednego kodu do drugiego</translation>
    </message>
    <message>
        <source>Along the great circle: codes in between are about as long as the ends, as sounds have them</source>
        <translation>Po wielkim okręgu: kody pośrednie są mniej więcej tak długie jak końce, jak u dźwięków</translation>
    </message>
    <message>
        <source>Play the morph</source>
        <translation>Odtwarzaj przemianę</translation>
    </message>
    <message>
        <source>Go to and fro between the two</source>
        <translation>Tam i z powrotem między oboma</translation>
    </message>
    <message>
        <source>Swap the ends</source>
        <translation>Zamień końce</translation>
    </message>
    <message>
        <source>Begin where it ends</source>
        <translation>Zacznij tam, gdzie się kończy</translation>
    </message>
    <message>
        <source>Save the film…</source>
        <translation>Zapisz film…</translation>
    </message>
    <message>
        <source>Images as PNG, codes and readings as CSV: as the command morph writes them</source>
        <translation>Obrazy jako PNG, kody i odczyty jako CSV: tak jak zapisuje je polecenie morph</translation>
    </message>
    <message>
        <source> frames</source>
        <translation> klatek</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Klatki</translation>
    </message>
    <message>
        <source>Images a strip</source>
        <translation>Obrazów na taśmie</translation>
    </message>
    <message>
        <source>Place between the two</source>
        <translation>Miejsce między oboma</translation>
    </message>
    <message>
        <source>From the one on the left to the one on the right</source>
        <translation>Od lewego do prawego</translation>
    </message>
    <message>
        <source>Morph</source>
        <translation>Przemiana</translation>
    </message>
    <message>
        <source>Choose two: the images on the way from one to the other appear here.</source>
        <translation>Wybierz dwa: tu pojawią się obrazy na drodze od jednego do drugiego.</translation>
    </message>
    <message>
        <source>Where the morph begins</source>
        <translation>Gdzie przemiana się zaczyna</translation>
    </message>
    <message>
        <source>Where the morph ends</source>
        <translation>Gdzie przemiana się kończy</translation>
    </message>
    <message>
        <source>Search words, states and recordings</source>
        <translation>Szukaj słów, stanów i nagrań</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Kody</translation>
    </message>
    <message>
        <source>Nothing has these words in its name.</source>
        <translation>Nic nie ma tych słów w nazwie.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wybierz…</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Od: %1</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>Do: %1</translation>
    </message>
    <message>
        <source>morph</source>
        <translation>przemiana</translation>
    </message>
</context>
<context>
    <name>sonoglyph::NamedCodes</name>
    <message>
        <source>This sound</source>
        <translation>Ten dźwięk</translation>
    </message>
    <message>
        <source>as it was moved</source>
        <translation>jak został przesunięty</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Słowo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stan</translation>
    </message>
    <message>
        <source>Mean of</source>
        <translation>Średnia</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Nagranie</translation>
    </message>
</context>
<context>
    <name>sonoglyph::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>Strony</translation>
    </message>
</context>
<context>
    <name>sonoglyph::PairPanel</name>
    <message>
        <source>Previous pair</source>
        <translation>Poprzednia para</translation>
    </message>
    <message>
        <source>The pair before this one</source>
        <translation>Para przed tą</translation>
    </message>
    <message>
        <source>Next pair</source>
        <translation>Następna para</translation>
    </message>
    <message>
        <source>The pair after this one</source>
        <translation>Para po tej</translation>
    </message>
    <message>
        <source>Random pair</source>
        <translation>Losowa para</translation>
    </message>
    <message>
        <source>Any pair of this part</source>
        <translation>Dowolna para tej części</translation>
    </message>
    <message>
        <source>Hear the recording of this pair</source>
        <translation>Posłuchaj nagrania tej pary</translation>
    </message>
    <message>
        <source>No data set can be used yet. On the left is what is missing and where to put it.</source>
        <translation>Nie można jeszcze użyć żadnego zbioru danych. Po lewej jest napisane, czego brakuje i gdzie to umieścić.</translation>
    </message>
    <message>
        <source>Choose the folder…</source>
        <translation>Wybierz folder…</translation>
    </message>
    <message>
        <source>Progress of opening the data set</source>
        <translation>Postęp otwierania zbioru danych</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Do not open this data set now</source>
        <translation>Nie otwieraj teraz tego zbioru danych</translation>
    </message>
    <message>
        <source>Stop playing</source>
        <translation>Zatrzymaj odtwarzanie</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Zbiór danych</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Podział</translation>
    </message>
    <message>
        <source>How the recordings are divided into a part to learn from and a part that is held out</source>
        <translation>Jak nagrania są dzielone na część do nauki i część odłożoną</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Część</translation>
    </message>
    <message>
        <source>Pairs that a model learns from, or held-out pairs that it is tested on</source>
        <translation>Pary, z których model się uczy, albo odłożone pary, na których jest sprawdzany</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Każda</translation>
    </message>
    <message>
        <source>Image of the pair</source>
        <translation>Obraz pary</translation>
    </message>
    <message>
        <source>Recording of the pair</source>
        <translation>Nagranie pary</translation>
    </message>
    <message>
        <source>The recording is being read</source>
        <translation>Nagranie jest wczytywane</translation>
    </message>
    <message>
        <source>Network input of the pair</source>
        <translation>Wejście sieci dla pary</translation>
    </message>
    <message>
        <source>Number of the pair</source>
        <translation>Numer pary</translation>
    </message>
    <message>
        <source>Number of the pair in its part; type one to go there</source>
        <translation>Numer pary w jej części; wpisz inny, aby do niej przejść</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Obraz</translation>
    </message>
    <message>
        <source>Network input: mel spectrogram, 48 x 48</source>
        <translation>Wejście sieci: spektrogram melowy, 48 x 48</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Nagranie</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>Oficjalny</translation>
    </message>
    <message>
        <source>%1 held out</source>
        <translation>odłożony mówca %1</translation>
    </message>
    <message>
        <source>Opening the data set…</source>
        <translation>Otwieranie zbioru danych…</translation>
    </message>
    <message>
        <source>Pairs of image and recording appear here once the data set is open.</source>
        <translation>Gdy zbiór danych będzie otwarty, pojawią się tu pary obrazu i nagrania.</translation>
    </message>
    <message>
        <source>Open the data set</source>
        <translation>Otwórz zbiór danych</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Spróbuj ponownie</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>z %1</translation>
    </message>
    <message>
        <source>%1, said by %2</source>
        <translation>%1, mówi %2</translation>
    </message>
    <message>
        <source>%1, %2 s, %3 Hz</source>
        <translation>%1, %2 s, %3 Hz</translation>
    </message>
    <message>
        <source>Random, 90 : 10</source>
        <translation>Losowy, 90 : 10</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Odtwórz</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Treningowe</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testowe</translation>
    </message>
    <message>
        <source>A tenth of the speakers held out</source>
        <translation>Odłożona dziesiąta część mówców</translation>
    </message>
    <message>
        <source>Make synthetic digits</source>
        <translation>Zrób syntetyczne cyfry</translation>
    </message>
    <message>
        <source>Which recordings are paired with which images</source>
        <translation>Które nagrania łączone są z którymi obrazami</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etykieta</translation>
    </message>
    <message>
        <source>Show pairs of one label only</source>
        <translation>Pokaż tylko pary jednej etykiety</translation>
    </message>
    <message>
        <source>No pair of this label</source>
        <translation>Brak pary tej etykiety</translation>
    </message>
    <message>
        <source>On the left is what is missing. Synthetic digits can be made here in some seconds.</source>
        <translation>Po lewej widać, czego brakuje. Cyfry syntetyczne można tu zrobić w kilka sekund.</translation>
    </message>
    <message>
        <source>The data set %1 is not here.</source>
        <translation>Zbioru danych %1 tu nie ma.</translation>
    </message>
    <message>
        <source>The split %1 cannot be made here.</source>
        <translation>Podziału %1 nie można tu zrobić.</translation>
    </message>
    <message>
        <source>The pairs of this data set are others here: %1 is not in that place.</source>
        <translation>Pary tego zbioru danych są tu inne: na tym miejscu nie ma %1.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::PaperView</name>
    <message>
        <source>is trained</source>
        <translation>jest trenowany</translation>
    </message>
    <message>
        <source>its images are read</source>
        <translation>jego obrazy są odczytywane</translation>
    </message>
    <message>
        <source>its features are zeroed</source>
        <translation>jego cechy są zerowane</translation>
    </message>
    <message>
        <source>is done</source>
        <translation>jest gotowy</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>nie powiódł się</translation>
    </message>
    <message>
        <source>Reproduce</source>
        <translation>Odtwórz</translation>
    </message>
    <message>
        <source>Train and measure everything the paper reports, or go on where it was stopped</source>
        <translation>Wytrenuj i zmierz wszystko, co podaje artykuł, albo idź dalej od miejsca przerwania</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>Otwórz raport</translation>
    </message>
    <message>
        <source>In the browser</source>
        <translation>W przeglądarce</translation>
    </message>
    <message>
        <source>Show its folder</source>
        <translation>Pokaż folder</translation>
    </message>
    <message>
        <source>Tables, figures and runs</source>
        <translation>Tabele, rysunki i przebiegi</translation>
    </message>
    <message>
        <source>Choose its folder…</source>
        <translation>Wybierz folder…</translation>
    </message>
    <message>
        <source>An empty folder, or that of a reproduction to look at or go on with</source>
        <translation>Pusty folder albo folder odtworzenia, które chcesz obejrzeć lub kontynuować</translation>
    </message>
    <message>
        <source>Folder of the reproduction</source>
        <translation>Folder odtworzenia</translation>
    </message>
    <message>
        <source>The paper&apos;s 100 epochs: days on a laptop</source>
        <translation>100 epok jak w artykule: dni na laptopie</translation>
    </message>
    <message>
        <source>Short: a few hours</source>
        <translation>Krótko: kilka godzin</translation>
    </message>
    <message>
        <source>A first look: one epoch of each</source>
        <translation>Na początek: po jednej epoce</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epoki</translation>
    </message>
    <message>
        <source>How often every pair is seen: a number, then exceptions: 100, or 1,scd=10,fsdd/aivae=8,lenet=5,splits=2</source>
        <translation>Ile razy widziana jest każda para: liczba, potem wyjątki: 100 albo 1,scd=10,fsdd/aivae=8,lenet=5,splits=2</translation>
    </message>
    <message>
        <source>Ours beside the paper&apos;s</source>
        <translation>Nasze obok wyników artykułu</translation>
    </message>
    <message>
        <source>The paper&apos;s section 5.2 anew: LeNet-5, AIVAE on both data sets, AIVAEGAN for four alphas on both, the classifier as the ceiling, other splits, and features zeroed. What is done is kept; it can be stopped and goes on where it was.</source>
        <translation>Rozdział 5.2 artykułu od nowa: LeNet-5, AIVAE na obu zbiorach, AIVAEGAN dla czterech alf na obu, klasyfikator jako pułap, inne podziały i zerowanie cech. Co zrobione, zostaje; można przerwać i pójść dalej od tego miejsca.</translation>
    </message>
    <message>
        <source>The paper reproduced</source>
        <translation>Artykuł odtworzony</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zatrzymaj</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Zatrzymywanie…</translation>
    </message>
    <message>
        <source>Reading the data …</source>
        <translation>Czytanie danych…</translation>
    </message>
    <message>
        <source>%1 of %2 done; %3 %4, %5 %</source>
        <translation>gotowe %1 z %2; %3 %4, %5 %</translation>
    </message>
    <message>
        <source>; about %1 of training left</source>
        <translation>; zostało około %1 treningu</translation>
    </message>
    <message>
        <source>Nothing is measured in this folder yet.</source>
        <translation>W tym folderze nic jeszcze nie zmierzono.</translation>
    </message>
    <message>
        <source>%1 of %2 trainings are measured; epochs: %3.</source>
        <translation>Zmierzono %1 z %2 treningów; epoki: %3.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::PicturesView</name>
    <message>
        <source>real</source>
        <translation>prawdziwy</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>narysowany</translation>
    </message>
    <message>
        <source>Archetypes</source>
        <translation>Archetypy</translation>
    </message>
    <message>
        <source>Held-out pairs: the first of a random order, not chosen</source>
        <translation>Pary odłożone: pierwsze w losowej kolejności, niewybierane</translation>
    </message>
    <message>
        <source>Pairs it learned from</source>
        <translation>Pary, na których się uczył</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Obrazy</translation>
    </message>
    <message>
        <source>A classifier hears and draws nothing.</source>
        <translation>Klasyfikator słyszy i niczego nie rysuje.</translation>
    </message>
    <message>
        <source>%1: archetypes</source>
        <translation>%1: archetypy</translation>
    </message>
    <message>
        <source>%1: held-out pairs</source>
        <translation>%1: pary odłożone</translation>
    </message>
    <message>
        <source>%1: learned pairs</source>
        <translation>%1: pary uczące</translation>
    </message>
    <message>
        <source>mean of real images</source>
        <translation>średnia prawdziwych obrazów</translation>
    </message>
    <message>
        <source>mean of drawn images</source>
        <translation>średnia narysowanych obrazów</translation>
    </message>
    <message>
        <source>nearest real image</source>
        <translation>najbliższy prawdziwy obraz</translation>
    </message>
    <message>
        <source>Mean of what is drawn for the held-out recordings of each label, from means of z. Root mean square of a pixel between it and the nearest training image, averaged over the labels: %1.</source>
        <translation>Średnia tego, co narysowano dla odłożonych nagrań każdej etykiety, ze średnich z. Średnia kwadratowa różnica piksela między nią a najbliższym obrazem uczącym, uśredniona po etykietach: %1.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::PlaneView</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Consistency and diversity</source>
        <translation>Spójność i różnorodność</translation>
    </message>
    <message>
        <source>diverse →  (deviation of a pixel within a digit)</source>
        <translation>różnorodne →  (odchylenie piksela w obrębie cyfry)</translation>
    </message>
    <message>
        <source>↑ consistent  (read right by LeNet-5)</source>
        <translation>↑ spójne  (poprawnie odczytane przez LeNet-5)</translation>
    </message>
    <message>
        <source>%1, epoch %2: accuracy %3, diversity %4</source>
        <translation>%1, epoka %2: dokładność %3, różnorodność %4</translation>
    </message>
    <message>
        <source>At %1.</source>
        <translation>Na %1.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::PosteriorArea</name>
    <message>
        <source>Draw others from the posterior</source>
        <translation>Wylosuj inne z rozkładu a posteriori</translation>
    </message>
    <message>
        <source>Draw 16 other images around the mean of z (of the next seed)</source>
        <translation>Wylosuj 16 innych obrazów wokół średniej z (z następnego ziarna)</translation>
    </message>
    <message>
        <source>Spread of the draws</source>
        <translation>Rozrzut losowań</translation>
    </message>
    <message>
        <source>How far the draws go from the mean, in standard deviations of the posterior: 1 is the posterior itself, at 0 all are the mean&apos;s image. A double click goes back to 1.</source>
        <translation>Jak daleko od średniej sięgają losowania, w odchyleniach standardowych rozkładu a posteriori: 1 to sam rozkład, przy 0 wszystkie są obrazem średniej. Podwójne kliknięcie wraca do 1.</translation>
    </message>
    <message>
        <source>Posterior of the sound</source>
        <translation>Rozkład a posteriori dźwięku</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Rozrzut</translation>
    </message>
</context>
<context>
    <name>sonoglyph::PosteriorView</name>
    <message>
        <source>Posterior</source>
        <translation>Rozkład a posteriori</translation>
    </message>
    <message numerus="yes">
        <source>%n draw(s)</source>
        <translation>
            <numerusform>%n losowanie</numerusform>
            <numerusform>%n losowania</numerusform>
            <numerusform>%n losowań</numerusform>
        </translation>
    </message>
    <message>
        <source>Draws: %1 of %2 read as %3</source>
        <translation>Losowania: %1 z %2 odczytano jako %3</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Średnia</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>Odchylenie</translation>
    </message>
    <message>
        <source>What the sound leaves open appears here: the image of the mean, and others that are as likely.</source>
        <translation>Tu pojawi się to, co dźwięk pozostawia otwarte: obraz średniej i inne, równie prawdopodobne.</translation>
    </message>
    <message>
        <source>The image of the mean of z</source>
        <translation>Obraz średniej z</translation>
    </message>
    <message>
        <source>Draw %1 of %2 at spread %3: LeNet-5 reads %4</source>
        <translation>Losowanie %1 z %2 przy rozrzucie %3: LeNet-5 odczytuje %4</translation>
    </message>
    <message>
        <source>Draw %1 of %2 at spread %3</source>
        <translation>Losowanie %1 z %2 przy rozrzucie %3</translation>
    </message>
    <message>
        <source>Row %1, column %2: standard deviation %3 over the draws</source>
        <translation>Wiersz %1, kolumna %2: odchylenie standardowe losowań %3</translation>
    </message>
    <message>
        <source>Nothing to draw yet.</source>
        <translation>Nie ma jeszcze nic do narysowania.</translation>
    </message>
    <message>
        <source> Draw %1 is shown.</source>
        <translation> Pokazano losowanie %1.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::QueuePanel</name>
    <message>
        <source>Run next</source>
        <translation>Trenuj jako następny</translation>
    </message>
    <message>
        <source>Put this run at the head of the queue</source>
        <translation>Przenieś ten przebieg na początek kolejki</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Wcześniej</translation>
    </message>
    <message>
        <source>Move this run one place up</source>
        <translation>Przesuń ten przebieg o jedno miejsce w górę</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Później</translation>
    </message>
    <message>
        <source>Move this run one place down</source>
        <translation>Przesuń ten przebieg o jedno miejsce w dół</translation>
    </message>
    <message>
        <source>Take out of the queue</source>
        <translation>Usuń z kolejki</translation>
    </message>
    <message>
        <source>This run will not be trained</source>
        <translation>Ten przebieg nie będzie trenowany</translation>
    </message>
    <message>
        <source>Runs that wait</source>
        <translation>Czekające przebiegi</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) wait, held</source>
        <translation>
            <numerusform>%n przebieg czeka, kolejka wstrzymana</numerusform>
            <numerusform>%n przebiegi czekają, kolejka wstrzymana</numerusform>
            <numerusform>%n przebiegów czeka, kolejka wstrzymana</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) wait</source>
        <translation>
            <numerusform>%n przebieg czeka</numerusform>
            <numerusform>%n przebiegi czekają</numerusform>
            <numerusform>%n przebiegów czeka</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on with the queue</source>
        <translation>Wznów kolejkę</translation>
    </message>
    <message>
        <source>Hold the queue</source>
        <translation>Wstrzymaj kolejkę</translation>
    </message>
    <message>
        <source>Start the runs that wait, one after another</source>
        <translation>Rozpoczynaj czekające przebiegi jeden po drugim</translation>
    </message>
    <message>
        <source>Start no further run by itself</source>
        <translation>Nie rozpoczynaj sam kolejnych przebiegów</translation>
    </message>
    <message>
        <source>Side by side: </source>
        <translation>Obok siebie: </translation>
    </message>
    <message>
        <source>Runs side by side</source>
        <translation>Przebiegi obok siebie</translation>
    </message>
    <message>
        <source>So many runs train at a time and divide the processor&apos;s cores; the others are programs of their own</source>
        <translation>Tyle przebiegów uczy się naraz i dzieli rdzenie procesora; pozostałe są osobnymi programami</translation>
    </message>
</context>
<context>
    <name>sonoglyph::ReadingArea</name>
    <message>
        <source>Unlike the training recordings: farther from them than any of them is from the others.</source>
        <translation>Niepodobny do nagrań treningowych: leży od nich dalej niż którekolwiek z nich od pozostałych.</translation>
    </message>
    <message>
        <source>Unlike the training recordings: farther from them than %1 % of them are from one another.</source>
        <translation>Niepodobny do nagrań treningowych: leży od nich dalej niż %1 % z nich od siebie nawzajem.</translation>
    </message>
    <message>
        <source>Like the training recordings: nearer to them than any of them is to the others.</source>
        <translation>Podobny do nagrań treningowych: leży od nich bliżej niż którekolwiek z nich od pozostałych.</translation>
    </message>
    <message>
        <source>Like the training recordings: nearer to them than %1 % of them are to one another.</source>
        <translation>Podobny do nagrań treningowych: leży od nich bliżej niż %1 % z nich od siebie nawzajem.</translation>
    </message>
    <message>
        <source>LeNet-5&apos;s reading</source>
        <translation>Odczyt LeNet-5</translation>
    </message>
    <message>
        <source>Where the mean of z lies among those of the recordings that the model was trained on.</source>
        <translation>Gdzie leży średnia z wśród średnich nagrań, na których trenowano model.</translation>
    </message>
    <message numerus="yes">
        <source>Distance to the five nearest of %n training recording(s): %1 standard deviations of the posterior.</source>
        <translation>
            <numerusform>Odległość do pięciu najbliższych z %n nagrania treningowego: %1 odchylenia standardowego rozkładu a posteriori.</numerusform>
            <numerusform>Odległość do pięciu najbliższych z %n nagrań treningowych: %1 odchylenia standardowego rozkładu a posteriori.</numerusform>
            <numerusform>Odległość do pięciu najbliższych z %n nagrań treningowych: %1 odchylenia standardowego rozkładu a posteriori.</numerusform>
        </translation>
    </message>
    <message>
        <source>This model does not know its training recordings.</source>
        <translation>Ten model nie zna swoich nagrań treningowych.</translation>
    </message>
    <message>
        <source>Where its data set is there, sonoglyph-cli reference adds them to the model&apos;s file.</source>
        <translation>Tam, gdzie jest jego zbiór danych, sonoglyph-cli reference doda je do pliku modelu.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::ReadingBars</name>
    <message>
        <source>Reading by LeNet-5</source>
        <translation>Odczyt LeNet-5</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Nothing to read yet.</source>
        <translation>Nie ma jeszcze czego odczytać.</translation>
    </message>
    <message>
        <source>Reads a %1, %2 percent.</source>
        <translation>Odczytano %1, %2 procent.</translation>
    </message>
    <message>
        <source> A %1 was said.</source>
        <translation> Powiedziano %1.</translation>
    </message>
    <message>
        <source>How LeNet-5, a network that knows only real images, reads this one: the probability of each label</source>
        <translation>Jak LeNet-5, sieć znająca tylko prawdziwe obrazy, odczytuje ten: prawdopodobieństwo każdej etykiety</translation>
    </message>
</context>
<context>
    <name>sonoglyph::RecordButton</name>
    <message>
        <source>Record</source>
        <translation>Nagrywaj</translation>
    </message>
    <message>
        <source>Opens the microphone and waits for a spoken digit.</source>
        <translation>Otwiera mikrofon i czeka na cyfrę.</translation>
    </message>
    <message>
        <source>Record a spoken digit (Space)</source>
        <translation>Nagraj cyfrę (spacja)</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Słucham</translation>
    </message>
    <message>
        <source>Waiting for a word. Press to stop.</source>
        <translation>Czekam na słowo. Naciśnij, aby zatrzymać.</translation>
    </message>
    <message>
        <source>Waiting for a word. Press to stop (Space)</source>
        <translation>Czekam na słowo. Naciśnij, aby zatrzymać (spacja)</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Nagrywanie</translation>
    </message>
    <message>
        <source>A word is being recorded. Press to stop.</source>
        <translation>Trwa nagrywanie słowa. Naciśnij, aby zatrzymać.</translation>
    </message>
    <message>
        <source>Stop recording (Space)</source>
        <translation>Zatrzymaj nagrywanie (spacja)</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Praca</translation>
    </message>
    <message>
        <source>The image is being made.</source>
        <translation>Powstaje obraz.</translation>
    </message>
    <message>
        <source>The image is being made</source>
        <translation>Powstaje obraz</translation>
    </message>
</context>
<context>
    <name>sonoglyph::RecordRow</name>
    <message>
        <source>Microphone level</source>
        <translation>Poziom mikrofonu</translation>
    </message>
    <message>
        <source>How loud the microphone is, in decibels below the loudest it can take</source>
        <translation>Jak głośny jest mikrofon, w decybelach poniżej największej głośności, jaką przyjmuje</translation>
    </message>
    <message>
        <source>Choose the microphone</source>
        <translation>Wybierz mikrofon</translation>
    </message>
    <message>
        <source>See why</source>
        <translation>Zobacz dlaczego</translation>
    </message>
    <message>
        <source>The features behind this image, on the page Latent</source>
        <translation>Cechy stojące za tym obrazem, na stronie Cechy</translation>
    </message>
    <message>
        <source>Train your own</source>
        <translation>Wytrenuj własny</translation>
    </message>
    <message>
        <source>Train a model of your own, on the page Train</source>
        <translation>Wytrenuj własny model na stronie Trening</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Chwileczkę</translation>
    </message>
    <message>
        <source>Say a digit.</source>
        <translation>Powiedz cyfrę.</translation>
    </message>
    <message>
        <source>The microphone is opening.</source>
        <translation>Mikrofon się otwiera.</translation>
    </message>
    <message>
        <source>Listening. Space stops.</source>
        <translation>Słucham. Spacja zatrzymuje.</translation>
    </message>
    <message>
        <source>Hearing a word…</source>
        <translation>Słyszę słowo…</translation>
    </message>
    <message>
        <source>A short pause ends it.</source>
        <translation>Krótka pauza je kończy.</translation>
    </message>
    <message>
        <source>LeNet-5 reads %1</source>
        <translation>LeNet-5 odczytuje %1</translation>
    </message>
    <message>
        <source>Here is your digit</source>
        <translation>Oto twoja cyfra</translation>
    </message>
    <message>
        <source>The sound is being read.</source>
        <translation>Dźwięk jest wczytywany.</translation>
    </message>
    <message>
        <source>There is no model</source>
        <translation>Nie ma modelu</translation>
    </message>
    <message>
        <source>Choose one to see the image of your sound.</source>
        <translation>Wybierz model, aby zobaczyć obraz swojego dźwięku.</translation>
    </message>
    <message>
        <source>The image appears as soon as the model is ready.</source>
        <translation>Obraz pojawi się, gdy tylko model będzie gotowy.</translation>
    </message>
    <message>
        <source>The system&apos;s microphone</source>
        <translation>Mikrofon systemu</translation>
    </message>
    <message>
        <source>Record digits</source>
        <translation>Nagrywaj cyfry</translation>
    </message>
    <message>
        <source>Hands-free</source>
        <translation>Bez użycia rąk</translation>
    </message>
    <message>
        <source>Push to talk</source>
        <translation>Naciśnij i mów</translation>
    </message>
    <message>
        <source>Check the room</source>
        <translation>Sprawdź pokój</translation>
    </message>
    <message>
        <source>Listens until you stop it, and makes an image of every word. Space switches it on and off.</source>
        <translation>Słucha, aż przerwiesz, i robi obraz z każdego słowa. Spacja włącza i wyłącza.</translation>
    </message>
    <message>
        <source>Listens only while you hold Space or the round button, and takes what you say for one word.</source>
        <translation>Słucha tylko wtedy, gdy trzymasz spację albo okrągły przycisk, i bierze to, co mówisz, za jedno słowo.</translation>
    </message>
    <message>
        <source>Open the microphone for one word; again to end it (hold Space)</source>
        <translation>Otwórz mikrofon na jedno słowo; ponownie, aby je zakończyć (trzymaj spację)</translation>
    </message>
    <message>
        <source>Open the microphone and hear one digit after another; again to stop (Space)</source>
        <translation>Otwórz mikrofon i słuchaj cyfry po cyfrze; ponownie, aby przerwać (spacja)</translation>
    </message>
    <message>
        <source>Two seconds of silence tell how loud the room is, whether the mains hum, and whether the microphone is set well.</source>
        <translation>Dwie sekundy ciszy mówią, jak głośno jest w pokoju, czy słychać przydźwięk sieci i czy mikrofon jest dobrze ustawiony.</translation>
    </message>
    <message>
        <source>The last time: %1</source>
        <translation>Ostatnim razem: %1</translation>
    </message>
    <message>
        <source>Let go of Space when you have said it.</source>
        <translation>Puść spację, kiedy ją powiesz.</translation>
    </message>
    <message>
        <source>Listening for the next one; Space stops.</source>
        <translation>Czekam na następną; spacja kończy.</translation>
    </message>
    <message>
        <source>Let go of Space to end it.</source>
        <translation>Puść spację, aby je zakończyć.</translation>
    </message>
    <message>
        <source>Two seconds of silence, please</source>
        <translation>Proszę o dwie sekundy ciszy</translation>
    </message>
    <message>
        <source>Listening to the room.</source>
        <translation>Słucham pokoju.</translation>
    </message>
    <message>
        <source>No microphone</source>
        <translation>Brak mikrofonu</translation>
    </message>
    <message>
        <source>Plug one in, and listening goes on. Space stops.</source>
        <translation>Podłącz mikrofon, a słuchanie potrwa dalej. Spacja kończy.</translation>
    </message>
    <message>
        <source>%1 % sure.</source>
        <translation>Pewność %1 %.</translation>
    </message>
    <message>
        <source>Hold Space for the next one.</source>
        <translation>Trzymaj spację dla następnej.</translation>
    </message>
    <message>
        <source>Space listens again.</source>
        <translation>Spacja słucha znowu.</translation>
    </message>
    <message>
        <source>Hold Space and say a number from zero to nine.</source>
        <translation>Trzymaj spację i powiedz liczbę od zera do dziewięciu.</translation>
    </message>
    <message>
        <source>Press Space, then say numbers from zero to nine.</source>
        <translation>Naciśnij spację, a potem mów liczby od zera do dziewięciu.</translation>
    </message>
    <message>
        <source>Edited input: LeNet-5 reads %1</source>
        <translation>Zmienione wejście: LeNet-5 odczytuje %1</translation>
    </message>
</context>
<context>
    <name>sonoglyph::RecordView</name>
    <message>
        <source>Start recording</source>
        <translation>Zacznij nagrywać</translation>
    </message>
    <message>
        <source>Listens and asks for one word after the other; again: a rest</source>
        <translation>Słucha i prosi o jedno słowo po drugim; ponownie: odpoczynek</translation>
    </message>
    <message>
        <source>Say the last one again</source>
        <translation>Powiedz ostatnie jeszcze raz</translation>
    </message>
    <message>
        <source>The word before is asked for again; the new one takes its place</source>
        <translation>Poprzednie słowo trzeba powiedzieć jeszcze raz; nowe zajmie jego miejsce</translation>
    </message>
    <message>
        <source>Keep it anyway</source>
        <translation>Zachowaj mimo to</translation>
    </message>
    <message>
        <source>Keeps the word that was just said in spite of what is wrong with it</source>
        <translation>Zachowuje właśnie wypowiedziane słowo mimo jego wad</translation>
    </message>
    <message>
        <source>Another one first</source>
        <translation>Najpierw inne</translation>
    </message>
    <message>
        <source>This word is asked for again later</source>
        <translation>O to słowo program poprosi później</translation>
    </message>
    <message>
        <source>Hear it</source>
        <translation>Posłuchaj</translation>
    </message>
    <message>
        <source>Plays the word that was just said</source>
        <translation>Odtwarza właśnie wypowiedziane słowo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Gotowe</translation>
    </message>
    <message>
        <source>Ends recording; what was said is kept, and it can be gone on with later</source>
        <translation>Kończy nagrywanie; to, co powiedziano, zostaje i można nagrywać dalej później</translation>
    </message>
    <message>
        <source>Record a set</source>
        <translation>Nagraj zbiór</translation>
    </message>
    <message>
        <source>You are asked for one word after the other, in changing order. Each is checked as soon as it is said; what is too loud, too quiet or cut off is asked for again. Stop whenever you like and go on later.</source>
        <translation>Program prosi o jedno słowo po drugim, w zmiennej kolejności. Każde jest od razu sprawdzane; o zbyt głośne, zbyt ciche lub ucięte prosi jeszcze raz. Przerwij, kiedy chcesz, i nagrywaj dalej później.</translation>
    </message>
    <message>
        <source>Name of the set</source>
        <translation>Nazwa zbioru</translation>
    </message>
    <message>
        <source>A new name, or a set of yours that grows. Letters, digits, - and _.</source>
        <translation>Nowa nazwa albo własny zbiór, który rośnie. Litery, cyfry, - i _.</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Mówca</translation>
    </message>
    <message>
        <source>Who speaks: voices can be held out by it. Letters, digits and -.</source>
        <translation>Kto mówi: według tego można odłożyć głosy. Litery, cyfry i -.</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Słowa</translation>
    </message>
    <message>
        <source>What is said, in the order of the images&apos; labels, with commas between. A set that is there keeps its own.</source>
        <translation>Co się mówi, w kolejności etykiet obrazów, rozdzielone przecinkami. Istniejący zbiór zachowuje swoje.</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Razy</translation>
    </message>
    <message>
        <source>How often every word is said</source>
        <translation>Ile razy mówi się każde słowo</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Zbiór</translation>
    </message>
    <message>
        <source>Say this</source>
        <translation>Powiedz to</translation>
    </message>
    <message>
        <source>Microphone level</source>
        <translation>Poziom mikrofonu</translation>
    </message>
    <message>
        <source>Words that are there</source>
        <translation>Nagrane słowa</translation>
    </message>
    <message>
        <source>The word that was just said</source>
        <translation>Właśnie wypowiedziane słowo</translation>
    </message>
    <message>
        <source>What you say appears here.</source>
        <translation>Tutaj pojawia się to, co mówisz.</translation>
    </message>
    <message>
        <source>Recorded words</source>
        <translation>Nagrane słowa</translation>
    </message>
    <message>
        <source>Take a rest</source>
        <translation>Odpocznij</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Dalej</translation>
    </message>
    <message>
        <source>Every word is there. The set can be trained on now: choose it on Train.</source>
        <translation>Wszystkie słowa są nagrane. Można już na nich uczyć: wybierz zbiór na stronie Trening.</translation>
    </message>
    <message>
        <source>Say it.</source>
        <translation>Powiedz to.</translation>
    </message>
    <message>
        <source>Space goes on.</source>
        <translation>Spacja: dalej.</translation>
    </message>
    <message>
        <source>then %1</source>
        <translation>potem %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 z %2</translation>
    </message>
    <message>
        <source>%1 s, peak %2 dB</source>
        <translation>%1 s, szczyt %2 dB</translation>
    </message>
    <message>
        <source>“%1” is kept (%2).</source>
        <translation>„%1” zachowano (%2).</translation>
    </message>
    <message>
        <source>“%1” once more, please. %2</source>
        <translation>„%1” jeszcze raz, proszę. %2</translation>
    </message>
</context>
<context>
    <name>sonoglyph::RecordingTable</name>
    <message>
        <source>Training</source>
        <translation>Uczenie</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Pominięte</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Nieużywane</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etykieta</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Mówca</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekundy</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>Szczyt</translation>
    </message>
    <message>
        <source>Level [dB]</source>
        <translation>Poziom [dB]</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Część</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Ostrzeżenia</translation>
    </message>
    <message>
        <source>read as %1 (%2 %)</source>
        <translation>odczytane jako %1 (%2 %)</translation>
    </message>
</context>
<context>
    <name>sonoglyph::RecordingsView</name>
    <message>
        <source>Play the recording</source>
        <translation>Odtwórz nagranie</translation>
    </message>
    <message>
        <source>Hear the chosen recording</source>
        <translation>Posłuchaj wybranego nagrania</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Nagrania</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etykiety</translation>
    </message>
    <message>
        <source>Durations [s]</source>
        <translation>Czas trwania [s]</translation>
    </message>
    <message>
        <source>Levels [dB]</source>
        <translation>Poziomy [dB]</translation>
    </message>
    <message>
        <source>%1, %2 %</source>
        <translation>%1, %2 %</translation>
    </message>
    <message>
        <source>Label of the recordings</source>
        <translation>Etykieta nagrań</translation>
    </message>
    <message>
        <source>Show recordings of one label only</source>
        <translation>Pokaż nagrania tylko jednej etykiety</translation>
    </message>
    <message>
        <source>Speaker of the recordings</source>
        <translation>Mówca nagrań</translation>
    </message>
    <message>
        <source>Show recordings by one speaker only</source>
        <translation>Pokaż nagrania tylko jednego mówcy</translation>
    </message>
    <message>
        <source>Warnings of the recordings</source>
        <translation>Ostrzeżenia nagrań</translation>
    </message>
    <message>
        <source>Show recordings with a warning only</source>
        <translation>Pokaż tylko nagrania z ostrzeżeniem</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Nagranie</translation>
    </message>
    <message>
        <source>Network input of the recording</source>
        <translation>Wejście sieci dla nagrania</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Wszystkie etykiety</translation>
    </message>
    <message>
        <source>All speakers</source>
        <translation>Wszyscy mówcy</translation>
    </message>
    <message>
        <source>All recordings</source>
        <translation>Wszystkie nagrania</translation>
    </message>
    <message>
        <source>The recordings are looked at…</source>
        <translation>Nagrania są przeglądane…</translation>
    </message>
    <message>
        <source>Any warning (%1)</source>
        <translation>Dowolne ostrzeżenie (%1)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln recording(s)</source>
        <translation>
            <numerusform>%Ln nagranie</numerusform>
            <numerusform>%Ln nagrania</numerusform>
            <numerusform>%Ln nagrań</numerusform>
        </translation>
    </message>
    <message>
        <source>recordings</source>
        <translation>nagrania</translation>
    </message>
    <message>
        <source>label</source>
        <translation>etykieta</translation>
    </message>
    <message>
        <source>from [s]</source>
        <translation>od [s]</translation>
    </message>
    <message>
        <source>from [dB]</source>
        <translation>od [dB]</translation>
    </message>
    <message>
        <source>Choose a recording</source>
        <translation>Wybierz nagranie</translation>
    </message>
    <message>
        <source>%1, said by %2</source>
        <translation>%1, mówi %2</translation>
    </message>
    <message>
        <source>The same samples as %1</source>
        <translation>Te same próbki co w %1</translation>
    </message>
    <message>
        <source>The recording is being read</source>
        <translation>Nagranie jest wczytywane</translation>
    </message>
    <message>
        <source>Look for label errors</source>
        <translation>Szukaj błędnych etykiet</translation>
    </message>
    <message>
        <source>A model reads every recording; those that it surely reads otherwise are listed, so that you can listen. A trained classifier does it best</source>
        <translation>Model czyta każde nagranie; te, które na pewno czyta inaczej, trafiają na listę, aby można było ich posłuchać. Najlepiej robi to wyuczony klasyfikator</translation>
    </message>
    <message>
        <source>Stop reading (%1 %)</source>
        <translation>Przerwij czytanie (%1 %)</translation>
    </message>
    <message>
        <source>Label doubted by %1 (%2)</source>
        <translation>Etykieta, w którą wątpi %1 (%2)</translation>
    </message>
    <message>
        <source>The recording %1 is not here.</source>
        <translation>Nagrania %1 tu nie ma.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::ReproductionJob</name>
    <message>
        <source>The reproduction was ended by signal %1.</source>
        <translation>Odtworzenie zakończył sygnał %1.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::ResultsTable</name>
    <message>
        <source>Copy table as Markdown</source>
        <translation>Kopiuj tabelę jako Markdown</translation>
    </message>
    <message>
        <source>Copy table as LaTeX</source>
        <translation>Kopiuj tabelę jako LaTeX</translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation>Zapisz tabelę…</translation>
    </message>
    <message>
        <source>As CSV, Markdown or LaTeX</source>
        <translation>Jako CSV, Markdown albo LaTeX</translation>
    </message>
    <message>
        <source>Save table</source>
        <translation>Zapisz tabelę</translation>
    </message>
</context>
<context>
    <name>sonoglyph::RoomMemory</name>
    <message>
        <source>The microphone sends nothing but silence. Is it muted, by a switch on it or in the system&apos;s sound settings?</source>
        <translation>Mikrofon przesyła samą ciszę. Czy jest wyciszony, przełącznikiem na nim albo w ustawieniach dźwięku systemu?</translation>
    </message>
    <message>
        <source>The microphone hears next to nothing (%1 dB). Raise its level in the system&apos;s sound settings.</source>
        <translation>Mikrofon prawie nic nie słyszy (%1 dB). Zwiększ jego poziom w ustawieniach dźwięku systemu.</translation>
    </message>
    <message>
        <source>The microphone clips: what is loud is cut off. Lower its level in the system&apos;s sound settings.</source>
        <translation>Mikrofon przesterowuje: to, co głośne, jest obcinane. Zmniejsz jego poziom w ustawieniach dźwięku systemu.</translation>
    </message>
    <message>
        <source>There was more than the room to hear. Check again in silence.</source>
        <translation>Było słychać coś więcej niż pokój. Sprawdź jeszcze raz w ciszy.</translation>
    </message>
    <message>
        <source>The mains hum with %1 Hz (%2 dB). Another socket or cable helps, or some distance to power supplies.</source>
        <translation>Słychać przydźwięk sieci %1 Hz (%2 dB). Pomaga inne gniazdko lub kabel albo odstęp od zasilaczy.</translation>
    </message>
    <message>
        <source>The room is loud (%1 dB). Speak close to the microphone, so that words stand out.</source>
        <translation>W pokoju jest głośno (%1 dB). Mów blisko mikrofonu, żeby słowa się wyróżniały.</translation>
    </message>
    <message>
        <source>The room is quiet enough: noise at %1 dB. Words stand out from %2 dB on.</source>
        <translation>W pokoju jest dość cicho: szum %1 dB. Słowa wyróżniają się od %2 dB.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::RunCharts</name>
    <message>
        <source>The curves begin with the first step.</source>
        <translation>Krzywe zaczynają się od pierwszego kroku.</translation>
    </message>
    <message>
        <source>%1, mean of %2 seeds</source>
        <translation>%1, średnia z %2 ziaren</translation>
    </message>
    <message>
        <source>%1, held out</source>
        <translation>%1, odłożone</translation>
    </message>
    <message>
        <source>train</source>
        <translation>uczące</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>odłożone</translation>
    </message>
    <message>
        <source>The curves begin after the first epoch.</source>
        <translation>Krzywe zaczynają się po pierwszej epoce.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::RunComparison</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>alpha %1, seed %2, %3, %4</source>
        <translation>alfa %1, ziarno %2, %3, %4</translation>
    </message>
</context>
<context>
    <name>sonoglyph::RunControls</name>
    <message>
        <source>Alpha</source>
        <translation>Alfa</translation>
    </message>
    <message>
        <source>Weight of the reconstruction from the next step on: type and press Enter</source>
        <translation>Waga rekonstrukcji od następnego kroku: wpisz i naciśnij Enter</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Współczynnik uczenia</translation>
    </message>
    <message>
        <source>Of Adam, from the next step on: type and press Enter. A falling rate goes on falling from the new value</source>
        <translation>Algorytmu Adam, od następnego kroku: wpisz i naciśnij Enter. Malejący współczynnik maleje dalej od nowej wartości</translation>
    </message>
    <message>
        <source>Give a number.</source>
        <translation>Podaj liczbę.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::RunDraft</name>
    <message>
        <source>There is no data folder at %1. Choose it on the Data page.</source>
        <translation>Nie ma folderu danych %1. Wybierz go na stronie Dane.</translation>
    </message>
    <message>
        <source>This data set is not complete. The Data page shows what is missing.</source>
        <translation>Ten zbiór danych jest niepełny. Strona Dane pokazuje, czego brakuje.</translation>
    </message>
    <message>
        <source>A name is the name of one folder: leave out the slash.</source>
        <translation>Nazwa to nazwa jednego folderu: bez ukośnika.</translation>
    </message>
    <message>
        <source>There is a run of this name already. Choose another name.</source>
        <translation>Przebieg o tej nazwie już istnieje. Wybierz inną nazwę.</translation>
    </message>
    <message numerus="yes">
        <source>That would be %n runs, too many at once.</source>
        <translation>
            <numerusform>To byłby %n przebieg, za dużo naraz.</numerusform>
            <numerusform>To byłyby %n przebiegi, za dużo naraz.</numerusform>
            <numerusform>To byłoby %n przebiegów, za dużo naraz.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each value once.</source>
        <translation>Każda wartość tylko raz.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::RunForm</name>
    <message>
        <source>More settings</source>
        <translation>Więcej ustawień</translation>
    </message>
    <message>
        <source>Size of the code, learning rate, split and everything else that a run&apos;s results depend on</source>
        <translation>Rozmiar kodu, współczynnik uczenia, podział i wszystko inne, od czego zależą wyniki przebiegu</translation>
    </message>
    <message>
        <source>Settings of the new run</source>
        <translation>Ustawienia nowego przebiegu</translation>
    </message>
    <message>
        <source>Open the Data page</source>
        <translation>Otwórz stronę Dane</translation>
    </message>
    <message>
        <source>Choose the data folder and see what it holds</source>
        <translation>Wybierz folder danych i zobacz, co zawiera</translation>
    </message>
    <message>
        <source>Give a whole number of 0 or more.</source>
        <translation>Podaj liczbę całkowitą, 0 lub więcej.</translation>
    </message>
    <message>
        <source>Give a whole number.</source>
        <translation>Podaj liczbę całkowitą.</translation>
    </message>
    <message>
        <source>Give a number.</source>
        <translation>Podaj liczbę.</translation>
    </message>
    <message>
        <source>Paper: MNIST-FSDD</source>
        <translation>Artykuł: MNIST-FSDD</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Zbiór danych</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alfa</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epoki</translation>
    </message>
    <message>
        <source>How often every pair is seen. The paper: 100</source>
        <translation>Ile razy widziana jest każda para. W artykule: 100</translation>
    </message>
    <message>
        <source>Steps, at most</source>
        <translation>Najwięcej kroków</translation>
    </message>
    <message>
        <source>The run ends after so many steps even inside an epoch</source>
        <translation>Przebieg kończy się po tylu krokach, nawet w środku epoki</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>bez limitu</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Wsad</translation>
    </message>
    <message>
        <source>Pairs a step. The paper: 128</source>
        <translation>Pary w kroku. W artykule: 128</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Ziarno</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nazwa</translation>
    </message>
    <message>
        <source>Of the run&apos;s folder in the folder of runs</source>
        <translation>Folderu przebiegu w folderze przebiegów</translation>
    </message>
    <message>
        <source>Latent size</source>
        <translation>Rozmiar kodu</translation>
    </message>
    <message>
        <source>Dimensions of the code z. The paper: 64</source>
        <translation>Wymiary kodu z. W artykule: 64</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Współczynnik uczenia</translation>
    </message>
    <message>
        <source>Of Adam. Empty: the paper&apos;s, 0.001 for AIVAE</source>
        <translation>Algorytmu Adam. Puste: jak w artykule, 0,001 dla AIVAE</translation>
    </message>
    <message>
        <source>the paper&apos;s</source>
        <translation>jak w artykule</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Podział</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Czas</translation>
    </message>
    <message>
        <source>How a sound of any length becomes 48 columns: stretched to them, or filled up with silence</source>
        <translation>Jak dźwięk dowolnej długości staje się 48 kolumnami: rozciągnięty albo uzupełniony ciszą</translation>
    </message>
    <message>
        <source>stretch</source>
        <translation>rozciągnij</translation>
    </message>
    <message>
        <source>pad</source>
        <translation>uzupełnij</translation>
    </message>
    <message>
        <source>Seed of the split</source>
        <translation>Ziarno podziału</translation>
    </message>
    <message>
        <source>Of the split and of which sound is paired with which image</source>
        <translation>Podziału i tego, który dźwięk trafia do pary z którym obrazem</translation>
    </message>
    <message>
        <source>Initialisation</source>
        <translation>Inicjalizacja</translation>
    </message>
    <message>
        <source>How the weights start. He is our choice: with PyTorch&apos;s the posterior collapses (every image the same)</source>
        <translation>Od czego zaczynają wagi. He to nasz wybór: z inicjalizacją PyTorch rozkład a posteriori zapada się (każdy obraz taki sam)</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <source>PyTorch</source>
        <translation>PyTorch</translation>
    </message>
    <message>
        <source>Standardise</source>
        <translation>Standaryzacja</translation>
    </message>
    <message>
        <source>Spectrograms with mean 0 and deviation 1 over the training set. Our choice; the paper does not say</source>
        <translation>Spektrogramy o średniej 0 i odchyleniu 1 w zbiorze treningowym. Nasz wybór; artykuł o tym nie mówi</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>tak</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>KL warm-up</source>
        <translation>Rozgrzewka KL</translation>
    </message>
    <message>
        <source>Steps over which the weight of KL (how much the code says beyond the prior, in nats) rises from 0 to 1. Empty: none, as in the paper</source>
        <translation>Kroki, w których waga KL (ile kod mówi ponad rozkład a priori, w natach) rośnie od 0 do 1. Puste: bez rozgrzewki, jak w artykule</translation>
    </message>
    <message>
        <source>none</source>
        <translation>bez</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Wątki</translation>
    </message>
    <message>
        <source>Processor cores that are used. Empty: all</source>
        <translation>Używane rdzenie procesora. Puste: wszystkie</translation>
    </message>
    <message>
        <source>all cores</source>
        <translation>wszystkie rdzenie</translation>
    </message>
    <message>
        <source>AIVAE</source>
        <translation>AIVAE</translation>
    </message>
    <message>
        <source>AIVAEGAN</source>
        <translation>AIVAEGAN</translation>
    </message>
    <message>
        <source>Minimised</source>
        <translation>Minimalizowane</translation>
    </message>
    <message>
        <source>What a step makes smaller. BCE: binary cross-entropy, the reconstruction; D: how real the discriminator finds the image</source>
        <translation>Co zmniejsza jeden krok. BCE: binarna entropia krzyżowa, rekonstrukcja; D: jak prawdziwy wydaje się obraz dyskryminatorowi</translation>
    </message>
    <message>
        <source>Adversarial term</source>
        <translation>Składnik adwersaryjny</translation>
    </message>
    <message>
        <source>Of AIVAEGAN&apos;s generator. Saturating is what the paper prints; the other learns also where the discriminator is sure</source>
        <translation>Generatora AIVAEGAN. Nasycająca postać jest w artykule; druga uczy się także tam, gdzie dyskryminator jest pewny</translation>
    </message>
    <message>
        <source>non-saturating, -log D</source>
        <translation>nienasycający, -log D</translation>
    </message>
    <message>
        <source>saturating, log(1 - D)</source>
        <translation>nasycający, log(1 - D)</translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation>Rekonstrukcja</translation>
    </message>
    <message>
        <source>Over the 784 pixels of an image: with the mean, alpha weighs 784 times less</source>
        <translation>Po 784 pikselach obrazu: przy średniej alfa waży 784 razy mniej</translation>
    </message>
    <message>
        <source>sum over pixels</source>
        <translation>suma po pikselach</translation>
    </message>
    <message>
        <source>mean over pixels</source>
        <translation>średnia po pikselach</translation>
    </message>
    <message>
        <source>KL term</source>
        <translation>Składnik KL</translation>
    </message>
    <message>
        <source>Over the latent dimensions. The model&apos;s own: the sum for AIVAE, the mean for AIVAEGAN</source>
        <translation>Po wymiarach ukrytych. Właściwy dla modelu: suma dla AIVAE, średnia dla AIVAEGAN</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>właściwy dla modelu</translation>
    </message>
    <message>
        <source>sum over dimensions</source>
        <translation>suma po wymiarach</translation>
    </message>
    <message>
        <source>mean over dimensions</source>
        <translation>średnia po wymiarach</translation>
    </message>
    <message>
        <source>random: 90 % to learn from, 10 % held out, as in the paper. official: the data set&apos;s own. speakers: a tenth of the speakers is held out. speaker:NAME: NAME is held out</source>
        <translation>random: 90 % do nauki, 10 % odłożone, jak w artykule. official: własny podział zbioru. speakers: odłożona dziesiąta część mówców. speaker:NAZWA: odłożony mówca NAZWA</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Augmentacja</translation>
    </message>
    <message>
        <source>Recordings changed anew each time they are used: speed, echo, noise, level. For the microphone: so that voices and rooms that were never recorded are understood</source>
        <translation>Nagrania zmieniane na nowo przy każdym użyciu: tempo, pogłos, szum, poziom. Do mikrofonu: aby rozumiane były głosy i pomieszczenia, których nigdy nie nagrano</translation>
    </message>
    <message>
        <source>for the microphone</source>
        <translation>do mikrofonu</translation>
    </message>
    <message>
        <source>Learning rate over time</source>
        <translation>Współczynnik uczenia w czasie</translation>
    </message>
    <message>
        <source>Constant, as in the paper, or falling to 0 at the last step: the weights settle, but a run cannot be stopped early</source>
        <translation>Stały, jak w artykule, albo malejący do 0 w ostatnim kroku: wagi się ustalają, ale nie ma sensu kończyć przebiegu wcześniej</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>stały</translation>
    </message>
    <message>
        <source>falling (cosine)</source>
        <translation>malejący (cosinus)</translation>
    </message>
    <message>
        <source>Give whole numbers of 0 or more.</source>
        <translation>Podaj liczby całkowite od 0.</translation>
    </message>
    <message>
        <source>Give one number or several.</source>
        <translation>Podaj jedną liczbę lub kilka.</translation>
    </message>
    <message>
        <source>Recipes</source>
        <translation>Przepisy</translation>
    </message>
    <message>
        <source>Fill in settings that are known to work</source>
        <translation>Wypełnij ustawieniami, o których wiadomo, że działają</translation>
    </message>
    <message>
        <source>Quick look: 300 steps</source>
        <translation>Szybki podgląd: 300 kroków</translation>
    </message>
    <message>
        <source>The paper&apos;s training on MNIST-FSDD: 100 epochs, batch 128, 64 dimensions, alpha 1</source>
        <translation>Trening z artykułu na MNIST-FSDD: 100 epok, wsad 128, 64 wymiary, alfa 1</translation>
    </message>
    <message>
        <source>Paper: MNIST-SCD</source>
        <translation>Artykuł: MNIST-SCD</translation>
    </message>
    <message>
        <source>The paper&apos;s training on MNIST and Speech Commands, one-to-one: 100 epochs</source>
        <translation>Trening z artykułu na MNIST i Speech Commands, jeden do jednego: 100 epok</translation>
    </message>
    <message>
        <source>Microphone model</source>
        <translation>Model do mikrofonu</translation>
    </message>
    <message>
        <source>Many voices in changing rooms, a tenth of them held out: for what you say yourself. The built-in aivae-voice was trained so</source>
        <translation>Wiele głosów w różnych pomieszczeniach, jedna dziesiąta odłożona: do tego, co mówisz samodzielnie. Tak trenowano wbudowany aivae-voice</translation>
    </message>
    <message>
        <source>The paper&apos;s two, a run each</source>
        <translation>Oba z artykułu, po przebiegu</translation>
    </message>
    <message>
        <source>All four, a run each</source>
        <translation>Wszystkie cztery, po przebiegu</translation>
    </message>
    <message>
        <source>AIVAE: a variational autoencoder (paper, table 1). AIVAEGAN: with a discriminator (table 2). Both: a run for each</source>
        <translation>AIVAE: autoenkoder wariacyjny (artykuł, tabela 1). AIVAEGAN: z dyskryminatorem (tabela 2). Oba: przebieg dla każdego</translation>
    </message>
    <message>
        <source>Weight of the reconstruction term (paper, objective 4). Several, as in 0.2, 0.5, 1, 2: a run for each</source>
        <translation>Waga członu rekonstrukcji (artykuł, cel 4). Kilka, jak 0,2; 0,5; 1; 2: przebieg dla każdej</translation>
    </message>
    <message>
        <source>Of initialisation, noise and order: equal seeds give equal runs, from the first weights on. Several: a run for each</source>
        <translation>Inicjalizacji, szumu i kolejności: równe ziarna dają równe przebiegi, od wag początkowych. Kilka: przebieg dla każdego</translation>
    </message>
    <message>
        <source>Both, a run each</source>
        <translation>Oba, po przebiegu</translation>
    </message>
    <message>
        <source>300 steps on MNIST-FSDD, or on synthetic digits where that is not there: digits can be told apart, no more</source>
        <translation>300 kroków na MNIST-FSDD albo na syntetycznych cyfrach, gdy go nie ma: cyfry da się rozróżnić, nic więcej</translation>
    </message>
    <message>
        <source>Which sounds are paired with which images. Several: a run for each</source>
        <translation>Które dźwięki łączone są z którymi obrazami. Kilka: przebieg dla każdego</translation>
    </message>
</context>
<context>
    <name>sonoglyph::RunList</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>finished, %n step(s)</source>
        <translation>
            <numerusform>zakończony, %n krok</numerusform>
            <numerusform>zakończony, %n kroki</numerusform>
            <numerusform>zakończony, %n kroków</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped at step %1</source>
        <translation>zatrzymany w kroku %1</translation>
    </message>
    <message>
        <source>no checkpoint</source>
        <translation>bez punktu kontrolnego</translation>
    </message>
    <message>
        <source>%1, accuracy %2 %</source>
        <translation>%1, dokładność %2 %</translation>
    </message>
    <message>
        <source>running</source>
        <translation>trwa</translation>
    </message>
</context>
<context>
    <name>sonoglyph::RunPicker</name>
    <message>
        <source>Filter: name, alpha, model</source>
        <translation>Filtr: nazwa, alfa, model</translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation>Filtruj przebiegi</translation>
    </message>
    <message>
        <source>Only runs with all of these words are listed and drawn, e.g. &quot;aivae seed 1&quot;</source>
        <translation>Wymieniane i rysowane są tylko przebiegi ze wszystkimi tymi słowami, np. „aivae ziarno 1”</translation>
    </message>
    <message>
        <source>All listed runs</source>
        <translation>Wszystkie z listy</translation>
    </message>
    <message>
        <source>Draw all runs of this list, or none</source>
        <translation>Rysuj wszystkie przebiegi z tej listy albo żaden</translation>
    </message>
    <message>
        <source>Runs to compare</source>
        <translation>Przebiegi do porównania</translation>
    </message>
    <message>
        <source>Tick a run to draw its curves (space). Runs that differ by their seed only become a mean with its deviation</source>
        <translation>Zaznacz przebieg, aby narysować jego krzywe (spacja). Przebiegi różniące się tylko ziarnem stają się średnią z odchyleniem</translation>
    </message>
    <message>
        <source>No other runs yet: train again, and both can be compared here.</source>
        <translation>Nie ma jeszcze innych przebiegów: ucz jeszcze raz, a oba będzie można tu porównać.</translation>
    </message>
    <message>
        <source>No run has these words. Clear the filter to see all.</source>
        <translation>Żaden przebieg nie ma tych słów. Wyczyść filtr, aby zobaczyć wszystkie.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::RunQueue</name>
    <message>
        <source>%1, %2, alpha %3, seed %4</source>
        <translation>%1, %2, alfa %3, ziarno %4</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Waits for its turn. Minimised: %1</source>
        <translation>Czeka na swoją kolej. Minimalizowane: %1</translation>
    </message>
</context>
<context>
    <name>sonoglyph::RunTable</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>zakończony</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>zatrzymany</translation>
    </message>
    <message>
        <source>running</source>
        <translation>trwa</translation>
    </message>
    <message>
        <source>no checkpoint</source>
        <translation>bez punktu kontrolnego</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Przebieg</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Seria</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alfa</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Zbiór danych</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Ziarno</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epoki</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stan</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Dokładność</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Najlepsza</translation>
    </message>
    <message>
        <source>Diversity</source>
        <translation>Różnorodność</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Rozmiar</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Zmieniono</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etykiety</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notatka</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 z %2</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n przebieg</numerusform>
            <numerusform>%n przebiegi</numerusform>
            <numerusform>%n przebiegów</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n trwa</numerusform>
            <numerusform>%n trwają</numerusform>
            <numerusform>%n trwa</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::RunTablePanel</name>
    <message>
        <source>Delete runs</source>
        <translation>Usuń przebiegi</translation>
    </message>
    <message>
        <source>Move the chosen runs to the wastebasket; this can be undone</source>
        <translation>Przenieś wybrane przebiegi do kosza; można to cofnąć</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Otwórz folder</translation>
    </message>
    <message>
        <source>Show the run&apos;s files in the file manager</source>
        <translation>Pokaż pliki przebiegu w menedżerze plików</translation>
    </message>
    <message>
        <source>Show on Train</source>
        <translation>Pokaż na stronie Trening</translation>
    </message>
    <message>
        <source>Its curves, epochs and what can be done with it</source>
        <translation>Jego krzywe, epoki i to, co można z nim zrobić</translation>
    </message>
    <message>
        <source>Group by sweep</source>
        <translation>Grupuj według serii</translation>
    </message>
    <message>
        <source>Filter by name, model, data set, tag or note</source>
        <translation>Filtruj według nazwy, modelu, zbioru danych, etykiety lub notatki</translation>
    </message>
    <message>
        <source>Filter of the runs</source>
        <translation>Filtr przebiegów</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>Wszystkie przebiegi</translation>
    </message>
    <message>
        <source>Runs appear here with what they reached. None has been trained yet.</source>
        <translation>Tu pojawią się przebiegi z tym, co osiągnęły. Żadnego jeszcze nie trenowano.</translation>
    </message>
    <message>
        <source>Go to Train</source>
        <translation>Idź do strony Trening</translation>
    </message>
    <message>
        <source>%1 is being trained. Stop it first, then it can be deleted.</source>
        <translation>%1 jest właśnie trenowany. Najpierw go zatrzymaj, potem będzie można go usunąć.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) moved to the wastebasket</source>
        <translation>
            <numerusform>%n przebieg przeniesiono do kosza</numerusform>
            <numerusform>%n przebiegi przeniesiono do kosza</numerusform>
            <numerusform>%n przebiegów przeniesiono do kosza</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Cofnij</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n przebieg</numerusform>
            <numerusform>%n przebiegi</numerusform>
            <numerusform>%n przebiegów</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n run(s)</source>
        <translation>
            <numerusform>%1 z %n przebiegu</numerusform>
            <numerusform>%1 z %n przebiegów</numerusform>
            <numerusform>%1 z %n przebiegów</numerusform>
        </translation>
    </message>
    <message>
        <source>Runs of a sweep stand together below a heading</source>
        <translation>Przebiegi serii stoją razem pod nagłówkiem</translation>
    </message>
</context>
<context>
    <name>sonoglyph::RunView</name>
    <message>
        <source>Progress of the run</source>
        <translation>Postęp przebiegu</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Epoch %1 of %2</source>
        <translation>Epoka %1 z %2</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>krok %1 z %2</translation>
    </message>
    <message>
        <source>%1 samples/s</source>
        <translation>%1 próbek/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>zostało %1</translation>
    </message>
    <message>
        <source>Data set %1</source>
        <translation>Zbiór danych %1</translation>
    </message>
    <message>
        <source>alpha %1</source>
        <translation>alfa %1</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>krok %1</translation>
    </message>
    <message>
        <source>After epoch %1: accuracy %2 (mean %3)  ·  active units %4</source>
        <translation>Po epoce %1: dokładność %2 (średnia %3)  ·  aktywne wymiary %4</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Przygotowanie</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Trwa</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Wstrzymany</translation>
    </message>
    <message>
        <source>Stopping, writing a checkpoint</source>
        <translation>Zatrzymywanie, zapis punktu kontrolnego</translation>
    </message>
    <message>
        <source>Stopped, can be resumed</source>
        <translation>Zatrzymany, można wznowić</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Zakończony</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Nieudany</translation>
    </message>
    <message>
        <source>Ended before its first checkpoint</source>
        <translation>Zakończony przed pierwszym punktem kontrolnym</translation>
    </message>
    <message>
        <source>Minimised: %1</source>
        <translation>Minimalizowane: %1</translation>
    </message>
    <message>
        <source>On the held-out pairs of the last epoch. Accuracy: how many images, drawn from samples of the code, LeNet-5 reads as the digit that was said; in brackets from its mean. Active units: dimensions of the code that say more than 0.01 nat. Diversity: how much the images of one digit differ, as the deviation of a pixel</source>
        <translation>Na odłożonych parach ostatniej epoki. Dokładność: ile obrazów narysowanych z próbek kodu LeNet-5 odczytuje jako cyfrę, którą powiedziano; w nawiasie ze średniej kodu. Aktywne wymiary: wymiary kodu, które mówią więcej niż 0,01 nata. Różnorodność: jak bardzo różnią się obrazy jednej cyfry, jako odchylenie piksela</translation>
    </message>
    <message>
        <source>diversity %1</source>
        <translation>różnorodność %1</translation>
    </message>
    <message>
        <source>rate %1</source>
        <translation>wsp. %1</translation>
    </message>
</context>
<context>
    <name>sonoglyph::RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation>Przebiegi</translation>
    </message>
    <message>
        <source>Runs appear here once they have begun.</source>
        <translation>Przebiegi pojawią się tu, gdy się zaczną.</translation>
    </message>
    <message>
        <source>Runs on disk</source>
        <translation>Przebiegi na dysku</translation>
    </message>
</context>
<context>
    <name>sonoglyph::SetRecorder</name>
    <message>
        <source>Nothing was heard. Speak up, or come nearer.</source>
        <translation>Niczego nie słychać. Mów głośniej lub podejdź bliżej.</translation>
    </message>
    <message>
        <source>Too quiet. Speak up, or come nearer.</source>
        <translation>Za cicho. Mów głośniej lub podejdź bliżej.</translation>
    </message>
    <message>
        <source>Too loud: it is cut off at the top. Speak more softly, or lower the microphone&apos;s level.</source>
        <translation>Za głośno: dźwięk jest obcięty u góry. Mów ciszej lub zmniejsz poziom mikrofonu.</translation>
    </message>
    <message>
        <source>Too short for a word.</source>
        <translation>Za krótkie jak na słowo.</translation>
    </message>
    <message>
        <source>Too long for one word.</source>
        <translation>Za długie jak na jedno słowo.</translation>
    </message>
    <message>
        <source>The beginning or the end is cut off. Wait a moment before the word.</source>
        <translation>Początek lub koniec jest ucięty. Odczekaj chwilę przed słowem.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::SideRuns</name>
    <message>
        <source>The program that trained it was ended by signal %1.</source>
        <translation>Program, który go uczył, zakończył sygnał %1.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::SlowMotionPanel</name>
    <message>
        <source>Back</source>
        <translation>Wstecz</translation>
    </message>
    <message>
        <source>The stage before (Left)</source>
        <translation>Poprzedni etap (strzałka w lewo)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Dalej</translation>
    </message>
    <message>
        <source>The next stage (Right)</source>
        <translation>Następny etap (strzałka w prawo)</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Odtwarzaj</translation>
    </message>
    <message>
        <source>One stage after another (Space)</source>
        <translation>Etap za etapem (spacja)</translation>
    </message>
    <message>
        <source>Another pair</source>
        <translation>Inna para</translation>
    </message>
    <message>
        <source>Another recording, another image, other noise</source>
        <translation>Inne nagranie, inny obraz, inny szum</translation>
    </message>
    <message>
        <source>End slow motion</source>
        <translation>Zakończ zwolnione tempo</translation>
    </message>
    <message>
        <source>Back to the wall (Escape)</source>
        <translation>Z powrotem do ściany (Escape)</translation>
    </message>
    <message>
        <source>One training step appears here, stage by stage.</source>
        <translation>Tu pojawi się jeden krok treningu, etap po etapie.</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>Zbiory danych</translation>
    </message>
    <message>
        <source>Any digit</source>
        <translation>Dowolna cyfra</translation>
    </message>
    <message>
        <source>Digit %1</source>
        <translation>Cyfra %1</translation>
    </message>
    <message>
        <source>Digit of the pair</source>
        <translation>Cyfra pary</translation>
    </message>
    <message>
        <source>Which digit the pair shows</source>
        <translation>Którą cyfrę pokazuje para</translation>
    </message>
    <message>
        <source>One step of %1</source>
        <translation>Jeden krok modelu %1</translation>
    </message>
</context>
<context>
    <name>sonoglyph::SoundCard</name>
    <message>
        <source>Recording %1</source>
        <translation>Nagranie %1</translation>
    </message>
</context>
<context>
    <name>sonoglyph::SoundCardDelegate</name>
    <message>
        <source>Name of the sound</source>
        <translation>Nazwa dźwięku</translation>
    </message>
</context>
<context>
    <name>sonoglyph::SoundImport</name>
    <message>
        <source>There are no sound files in %1.</source>
        <translation>Nie ma plików dźwiękowych w %1.</translation>
    </message>
    <message>
        <source>%1 could not be transformed.</source>
        <translation>Nie udało się przekształcić %1.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::SoundLibrary</name>
    <message numerus="yes">
        <source>%n sound(s) of the history are damaged and were left out. Their files are in the folder %1.</source>
        <translation>
            <numerusform>%n dźwięk w historii jest uszkodzony i został pominięty. Jego pliki są w folderze %1.</numerusform>
            <numerusform>%n dźwięki w historii są uszkodzone i zostały pominięte. Ich pliki są w folderze %1.</numerusform>
            <numerusform>%n dźwięków w historii jest uszkodzonych i zostało pominiętych. Ich pliki są w folderze %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The history cannot be kept on disk: what is heard now is lost when the program ends. %1</source>
        <translation>Historii nie da się zapisać na dysku: to, co teraz usłyszane, przepadnie wraz z końcem programu. %1</translation>
    </message>
    <message>
        <source>Recording %1</source>
        <translation>Nagranie %1</translation>
    </message>
    <message>
        <source>%1, %2 s at %3 kHz</source>
        <translation>%1, %2 s przy %3 kHz</translation>
    </message>
    <message>
        <source>LeNet-5 reads %1 in the image of %2</source>
        <translation>LeNet-5 odczytuje %1 z obrazu modelu %2</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>z gwiazdką</translation>
    </message>
</context>
<context>
    <name>sonoglyph::SoundPanel</name>
    <message>
        <source>No word stands out: all of it is used.</source>
        <translation>Żadne słowo się nie wyróżnia: użyta jest całość.</translation>
    </message>
    <message>
        <source>All of it is used.</source>
        <translation>Użyta jest całość.</translation>
    </message>
    <message>
        <source>Used: the word, %1 to %2 s.</source>
        <translation>Użyte słowo: od %1 do %2 s.</translation>
    </message>
    <message>
        <source>%1 s at %2 kHz</source>
        <translation>%1 s przy %2 kHz</translation>
    </message>
    <message>
        <source>Your voice will appear here.</source>
        <translation>Tu pojawi się twój głos.</translation>
    </message>
    <message>
        <source>Its spectrogram, live.</source>
        <translation>Jego spektrogram, na żywo.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::SoundPlayer</name>
    <message>
        <source>There is nothing to play through: no loudspeaker or headphones were found.</source>
        <translation>Nie ma na czym odtworzyć: nie znaleziono głośnika ani słuchawek.</translation>
    </message>
    <message>
        <source>The sound could not be played: the system&apos;s output could not be opened.</source>
        <translation>Nie udało się odtworzyć dźwięku: nie można otworzyć wyjścia systemu.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::SpectrogramActions</name>
    <message>
        <source>Zoom in</source>
        <translation>Przybliż</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Oddal</translation>
    </message>
    <message>
        <source>Show all of the spectrogram</source>
        <translation>Pokaż cały spektrogram</translation>
    </message>
    <message>
        <source>Mel scale</source>
        <translation>Skala melowa</translation>
    </message>
    <message>
        <source>Frequencies as the ear and the network have them: more room for the low ones</source>
        <translation>Częstotliwości tak, jak mają je ucho i sieć: więcej miejsca dla niskich</translation>
    </message>
    <message>
        <source>Linear scale</source>
        <translation>Skala liniowa</translation>
    </message>
    <message>
        <source>As many hertz everywhere: the bins of the Fourier transform, before the mel filters. While a sound comes in, its mel bands.</source>
        <translation>Wszędzie tyle samo herców: prążki transformaty Fouriera, przed filtrami melowymi. Gdy dźwięk dopiero napływa, jego pasma melowe.</translation>
    </message>
    <message>
        <source>Darkest at %1 dB</source>
        <translation>Najciemniejszy przy %1 dB</translation>
    </message>
    <message>
        <source>What lies this far or farther below the loudest has the first colour</source>
        <translation>To, co leży tyle lub więcej poniżej najgłośniejszego, ma pierwszy kolor</translation>
    </message>
    <message>
        <source>Brightest at %1 dB</source>
        <translation>Najjaśniejszy przy %1 dB</translation>
    </message>
    <message>
        <source>What lies this far or less below the loudest has the last colour</source>
        <translation>To, co leży tyle lub mniej poniżej najgłośniejszego, ma ostatni kolor</translation>
    </message>
    <message>
        <source>Colours: %1</source>
        <translation>Kolory: %1</translation>
    </message>
    <message>
        <source>Equal steps in decibels look equally large in each of these colour maps</source>
        <translation>Równe kroki w decybelach wyglądają równie duże w każdej z tych map kolorów</translation>
    </message>
    <message>
        <source>A closer look at the spectrogram (+). The wheel does so at the pointer: with Shift in time only, with Ctrl in frequency only.</source>
        <translation>Spektrogram z bliska (+). Kółko myszy przybliża przy wskaźniku: z Shift tylko w czasie, z Ctrl tylko w częstotliwości.</translation>
    </message>
    <message>
        <source>More of the spectrogram (−)</source>
        <translation>Więcej spektrogramu (−)</translation>
    </message>
    <message>
        <source>All times and frequencies again (0, or a double click)</source>
        <translation>Znów cały czas i wszystkie częstotliwości (0 albo podwójne kliknięcie)</translation>
    </message>
    <message>
        <source>Darkest colour</source>
        <translation>Najciemniejszy kolor</translation>
    </message>
    <message>
        <source>Brightest colour</source>
        <translation>Najjaśniejszy kolor</translation>
    </message>
</context>
<context>
    <name>sonoglyph::SpectrogramTools</name>
    <message>
        <source>How the spectrogram is shown</source>
        <translation>Jak pokazać spektrogram</translation>
    </message>
    <message>
        <source>Scale, levels and colours of the spectrogram. The wheel zooms at the pointer, dragging moves, a double click shows all again.</source>
        <translation>Skala, poziomy i kolory spektrogramu. Kółko przybliża przy wskaźniku, przeciąganie przesuwa, podwójne kliknięcie znów pokazuje całość.</translation>
    </message>
    <message>
        <source>Mel scale</source>
        <translation>Skala melowa</translation>
    </message>
    <message>
        <source>Linear scale</source>
        <translation>Skala liniowa</translation>
    </message>
    <message>
        <source>%1, %2 to %3 dB</source>
        <translation>%1, od %2 do %3 dB</translation>
    </message>
    <message>
        <source>%1 to %2 s, %3 to %4 Hz</source>
        <translation>od %1 do %2 s, od %3 do %4 Hz</translation>
    </message>
</context>
<context>
    <name>sonoglyph::SpectrogramView</name>
    <message>
        <source>The spectrogram appears here.</source>
        <translation>Tu pojawi się spektrogram.</translation>
    </message>
    <message>
        <source>Network input</source>
        <translation>Wejście sieci</translation>
    </message>
    <message>
        <source>Mel spectrogram</source>
        <translation>Spektrogram melowy</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 s   %2 Hz   %3 dB</source>
        <translation>%1 s   %2 Hz   %3 dB</translation>
    </message>
    <message>
        <source>%1 columns of %2 frequency bands.</source>
        <translation>Kolumny: %1, pasma częstotliwości: %2.</translation>
    </message>
    <message>
        <source>Hz</source>
        <translation>Hz</translation>
    </message>
    <message>
        <source>Linear spectrogram</source>
        <translation>Spektrogram liniowy</translation>
    </message>
    <message>
        <source>Shown: %1 to %2 s, %3 to %4 Hz.</source>
        <translation>Widać: od %1 do %2 s, od %3 do %4 Hz.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::SplitView</name>
    <message>
        <source>Recordings per label</source>
        <translation>Nagrania każdej etykiety</translation>
    </message>
    <message>
        <source>The recordings are looked at…</source>
        <translation>Nagrania są przeglądane…</translation>
    </message>
    <message>
        <source>Training %1, test %2, left out %3. Speakers of the test part that are also learned from: %4 of %5.</source>
        <translation>Nauka %1, test %2, pominięte %3. Mówcy z części testowej, którzy służą też do nauki: %4 z %5.</translation>
    </message>
    <message>
        <source>label</source>
        <translation>etykieta</translation>
    </message>
    <message>
        <source>Recordings per speaker, the %1 with most of %2</source>
        <translation>Nagrania każdego mówcy: %1 z najwięcej nagraniami z %2</translation>
    </message>
    <message>
        <source>Recordings per speaker</source>
        <translation>Nagrania każdego mówcy</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>mówca</translation>
    </message>
</context>
<context>
    <name>sonoglyph::StackedBars</name>
    <message>
        <source>highest: %1</source>
        <translation>najwyższy: %1</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Słupki</translation>
    </message>
</context>
<context>
    <name>sonoglyph::StatesView</name>
    <message>
        <source>Put back</source>
        <translation>Przywróć</translation>
    </message>
    <message>
        <source>Bring the features to this state; this can be undone</source>
        <translation>Ustaw cechy w tym stanie; można to cofnąć</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Zmień nazwę</translation>
    </message>
    <message>
        <source>Give the state another name</source>
        <translation>Nadaj stanowi inną nazwę</translation>
    </message>
    <message>
        <source>Save copies…</source>
        <translation>Zapisz kopie…</translation>
    </message>
    <message>
        <source>Save the chosen states as files, for another machine</source>
        <translation>Zapisz wybrane stany jako pliki, dla innego komputera</translation>
    </message>
    <message>
        <source>Delete states</source>
        <translation>Usuń stany</translation>
    </message>
    <message>
        <source>Delete the chosen states; this can be undone</source>
        <translation>Usuń wybrane stany; można to cofnąć</translation>
    </message>
    <message>
        <source>Saved states</source>
        <translation>Zapisane stany</translation>
    </message>
    <message>
        <source>Two states</source>
        <translation>Dwa stany</translation>
    </message>
    <message>
        <source>Difference of two states</source>
        <translation>Różnica dwóch stanów</translation>
    </message>
    <message>
        <source>Keep a state of the features, and it stays here with its image: put it back, compare two, take it to another machine.</source>
        <translation>Zachowaj stan cech, a zostanie tu ze swoim obrazem: przywróć go, porównaj dwa, zabierz na inny komputer.</translation>
    </message>
    <message numerus="yes">
        <source>%n state(s) saved</source>
        <translation>
            <numerusform>Zapisano %n stan</numerusform>
            <numerusform>Zapisano %n stany</numerusform>
            <numerusform>Zapisano %n stanów</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n state(s) deleted</source>
        <translation>
            <numerusform>Usunięto %n stan</numerusform>
            <numerusform>Usunięto %n stany</numerusform>
            <numerusform>Usunięto %n stanów</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Cofnij</translation>
    </message>
    <message>
        <source>Save copies of the states</source>
        <translation>Zapisz kopie stanów</translation>
    </message>
    <message>
        <source>A double click puts a state back. Choose two to compare them.</source>
        <translation>Podwójne kliknięcie przywraca stan. Zaznacz dwa, by je porównać.</translation>
    </message>
    <message>
        <source>%1 features stand elsewhere</source>
        <translation>%1 cech stoi gdzie indziej</translation>
    </message>
    <message>
        <source>codes %1 apart</source>
        <translation>kody oddalone o %1</translation>
    </message>
    <message>
        <source>images %1 apart (root mean square of 0 to 1)</source>
        <translation>obrazy oddalone o %1 (pierwiastek średniej kwadratów, od 0 do 1)</translation>
    </message>
</context>
<context>
    <name>sonoglyph::StatusLine</name>
    <message>
        <source>What the page says</source>
        <translation>Co mówi strona</translation>
    </message>
    <message>
        <source>A training is under way. Show the Train page.</source>
        <translation>Trwa trening. Pokaż stronę Trening.</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>Postęp treningu</translation>
    </message>
    <message>
        <source>Sound to image %1 ms</source>
        <translation>Od dźwięku do obrazu %1 ms</translation>
    </message>
    <message>
        <source>LibTorch is missing</source>
        <translation>Brakuje LibTorch</translation>
    </message>
    <message>
        <source>Loading LibTorch…</source>
        <translation>Ładowanie LibTorch…</translation>
    </message>
    <message>
        <source>The networks are computed with LibTorch, which is being loaded.</source>
        <translation>Sieci oblicza LibTorch, który jest właśnie ładowany.</translation>
    </message>
    <message>
        <source>CPU and GPU</source>
        <translation>CPU i GPU</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>What the networks are computed with: LibTorch %1, matrices by %2.</source>
        <translation>Czym obliczane są sieci: LibTorch %1, macierze mnoży %2.</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Ładowanie modelu…</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Brak modelu</translation>
    </message>
    <message>
        <source>The model that draws: %1
%2</source>
        <translation>Model, który rysuje: %1
%2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Preparing the training, %1</source>
        <translation>Przygotowanie treningu, %1</translation>
    </message>
    <message>
        <source>Training paused at %1</source>
        <translation>Trening wstrzymany, %1</translation>
    </message>
    <message>
        <source>Stopping the training…</source>
        <translation>Zatrzymywanie treningu…</translation>
    </message>
    <message>
        <source>Training, %1</source>
        <translation>Trening, %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln thread(s)</source>
        <translation>
            <numerusform>%1, %Ln wątek</numerusform>
            <numerusform>%1, %Ln wątki</numerusform>
            <numerusform>%1, %Ln wątków</numerusform>
        </translation>
    </message>
    <message>
        <source>Training, %1, %2 left</source>
        <translation>Trening, %1, zostało %2</translation>
    </message>
    <message>
        <source>Sound to image: from the arrival of the last sample from the sound system to the image on the screen, over the last second.</source>
        <translation>Od dźwięku do obrazu: od nadejścia ostatniej próbki z systemu dźwięku do obrazu na ekranie, w ostatniej sekundzie.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::StepFlow</name>
    <message>
        <source>One training step</source>
        <translation>Jeden krok treningu</translation>
    </message>
    <message>
        <source>Stage %1 of %2: %3, %4</source>
        <translation>Etap %1 z %2: %3, %4</translation>
    </message>
</context>
<context>
    <name>sonoglyph::TrainPage</name>
    <message>
        <source>Start training</source>
        <translation>Rozpocznij trening</translation>
    </message>
    <message>
        <source>Train a model with these settings</source>
        <translation>Trenuj model z tymi ustawieniami</translation>
    </message>
    <message>
        <source>Train a quick look</source>
        <translation>Trenuj szybki podgląd</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Wznów</translation>
    </message>
    <message>
        <source>Go on with this run from its latest checkpoint</source>
        <translation>Kontynuuj ten przebieg od ostatniego punktu kontrolnego</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>Użyj tego modelu</translation>
    </message>
    <message>
        <source>Hear and draw with this run&apos;s latest checkpoint</source>
        <translation>Słuchaj i rysuj z ostatnim punktem kontrolnym tego przebiegu</translation>
    </message>
    <message>
        <source>Folder of runs…</source>
        <translation>Folder przebiegów…</translation>
    </message>
    <message>
        <source>Choose where runs are kept</source>
        <translation>Wybierz, gdzie są przechowywane przebiegi</translation>
    </message>
    <message>
        <source>Folder of runs</source>
        <translation>Folder przebiegów</translation>
    </message>
    <message>
        <source>No runs yet. Train a quick look: about %1.</source>
        <translation>Nie ma jeszcze przebiegów. Trenuj szybki podgląd: około %1.</translation>
    </message>
    <message numerus="yes">
        <source>No runs yet. Train a quick look: %n step(s).</source>
        <translation>
            <numerusform>Nie ma jeszcze przebiegów. Trenuj szybki podgląd: %n krok.</numerusform>
            <numerusform>Nie ma jeszcze przebiegów. Trenuj szybki podgląd: %n kroki.</numerusform>
            <numerusform>Nie ma jeszcze przebiegów. Trenuj szybki podgląd: %n kroków.</numerusform>
        </translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Zmierz</translation>
    </message>
    <message>
        <source>Train a few steps on random pairs, some ten seconds: how long will it take, how much memory and disk?</source>
        <translation>Kilka kroków treningu na losowych parach, około dziesięciu sekund: ile to potrwa, ile zajmie pamięci i dysku?</translation>
    </message>
    <message>
        <source>Duplicate with changes</source>
        <translation>Powiel ze zmianami</translation>
    </message>
    <message>
        <source>Copy this run&apos;s settings into the form</source>
        <translation>Skopiuj ustawienia tego przebiegu do formularza</translation>
    </message>
    <message>
        <source>Restart with the same first weights</source>
        <translation>Zacznij od nowa z tymi samymi wagami początkowymi</translation>
    </message>
    <message>
        <source>Train anew with this run&apos;s settings and seed: the same first weights, pairs and batches</source>
        <translation>Trenuj od nowa z ustawieniami i ziarnem tego przebiegu: te same wagi początkowe, pary i wsady</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Pomiar…</translation>
    </message>
    <message numerus="yes">
        <source>Add %n run(s) to the queue</source>
        <translation>
            <numerusform>Dodaj %n przebieg do kolejki</numerusform>
            <numerusform>Dodaj %n przebiegi do kolejki</numerusform>
            <numerusform>Dodaj %n przebiegów do kolejki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start %n run(s)</source>
        <translation>
            <numerusform>Rozpocznij %n przebieg</numerusform>
            <numerusform>Rozpocznij %n przebiegi</numerusform>
            <numerusform>Rozpocznij %n przebiegów</numerusform>
        </translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>Dodaj do kolejki</translation>
    </message>
    <message>
        <source>Stop this run</source>
        <translation>Zatrzymaj ten przebieg</translation>
    </message>
    <message>
        <source>It trains in a program of its own: end it at the next step, with a checkpoint; it can be resumed</source>
        <translation>Uczy się w osobnym programie: zakończ go przy następnym kroku, z punktem kontrolnym; można go wznowić</translation>
    </message>
    <message>
        <source>This run has diverged, and would again from its latest checkpoint. Go on with half its learning rate, %1 instead of %2? It can also be changed while the run trains.</source>
        <translation>Ten przebieg się rozbiegł i od ostatniego punktu kontrolnego zrobiłby to znowu. Kontynuować z połową współczynnika uczenia, %1 zamiast %2? Można go też zmienić podczas uczenia.</translation>
    </message>
    <message>
        <source>Resume at half the rate</source>
        <translation>Wznów z połową współczynnika</translation>
    </message>
    <message>
        <source>%1 has ended early: %2</source>
        <translation>%1 zakończył się wcześniej: %2</translation>
    </message>
    <message>
        <source>The run %1 is not in the runs folder.</source>
        <translation>Przebiegu %1 nie ma w folderze przebiegów.</translation>
    </message>
    <message>
        <source>300 steps on MNIST-FSDD, or on synthetic digits where that is not there: digits can be told apart, no more</source>
        <translation>300 kroków na MNIST-FSDD albo na syntetycznych cyfrach, gdy go nie ma: cyfry da się rozróżnić, nic więcej</translation>
    </message>
    <message>
        <source>MNIST-FSDD is not here: it learns from synthetic digits, which are made on this computer.</source>
        <translation>MNIST-FSDD tu nie ma: uczy się na syntetycznych cyfrach, które powstają na tym komputerze.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::TrainingController</name>
    <message>
        <source>Loading LibTorch</source>
        <translation>Ładowanie LibTorch</translation>
    </message>
    <message>
        <source>Opening the run</source>
        <translation>Otwieranie przebiegu</translation>
    </message>
</context>
<context>
    <name>sonoglyph::TraversalsView</name>
    <message>
        <source>Features</source>
        <translation>Cechy</translation>
    </message>
    <message>
        <source>Principal axes</source>
        <translation>Osie główne</translation>
    </message>
    <message>
        <source>One feature at a time, in deviations of the prior</source>
        <translation>Po jednej cesze, w odchyleniach rozkładu a priori</translation>
    </message>
    <message>
        <source>Along the directions in which the recordings of the data set differ most, in their standard deviations</source>
        <translation>Wzdłuż kierunków, w których nagrania zbioru danych różnią się najbardziej, w ich odchyleniach standardowych</translation>
    </message>
    <message>
        <source>Save the film…</source>
        <translation>Zapisz film…</translation>
    </message>
    <message>
        <source>Images as PNG, codes and readings as CSV: as the command traverse writes them</source>
        <translation>Obrazy jako PNG, kody i odczyty jako CSV: tak jak zapisuje je polecenie traverse</translation>
    </message>
    <message>
        <source>Features that are shown</source>
        <translation>Pokazywane cechy</translation>
    </message>
    <message>
        <source>those that move the image most</source>
        <translation>te, które najbardziej zmieniają obraz</translation>
    </message>
    <message>
        <source>Numbers of features or axes, e.g. 3, 17, 40; empty: the first ones</source>
        <translation>Numery cech albo osi, np. 3, 17, 40; puste: pierwsze</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Klatki</translation>
    </message>
    <message>
        <source>Images a strip</source>
        <translation>Obrazów na taśmie</translation>
    </message>
    <message>
        <source> frames</source>
        <translation> klatek</translation>
    </message>
    <message>
        <source>± </source>
        <translation>± </translation>
    </message>
    <message>
        <source> σ</source>
        <translation> σ</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Zakres</translation>
    </message>
    <message>
        <source>How many standard deviations to either side</source>
        <translation>Ile odchyleń standardowych w każdą stronę</translation>
    </message>
    <message>
        <source>Traversals</source>
        <translation>Przejścia</translation>
    </message>
    <message>
        <source>Film strips appear here as soon as a model has heard a sound.</source>
        <translation>Taśmy pojawią się tu, gdy tylko model usłyszy dźwięk.</translation>
    </message>
    <message>
        <source>Feature %1</source>
        <translation>Cecha %1</translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation>%1 nata</translation>
    </message>
    <message>
        <source>Axis %1</source>
        <translation>Oś %1</translation>
    </message>
    <message>
        <source>%1 % of the spread</source>
        <translation>%1 % rozrzutu</translation>
    </message>
    <message>
        <source>traversals</source>
        <translation>przejścia</translation>
    </message>
</context>
<context>
    <name>sonoglyph::VoiceMapView</name>
    <message>
        <source>Map of the recordings</source>
        <translation>Mapa nagrań</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s)</source>
        <translation>
            <numerusform>%n nagranie</numerusform>
            <numerusform>%n nagrania</numerusform>
            <numerusform>%n nagrań</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them surrounded</source>
        <translation>
            <numerusform>%n z nich otoczone</numerusform>
            <numerusform>%n z nich otoczone</numerusform>
            <numerusform>%n z nich otoczonych</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonoglyph::WallSounds</name>
    <message>
        <source>No built-in model knows a recording of this kind.</source>
        <translation>Żaden model wbudowany nie zna takiego nagrania.</translation>
    </message>
    <message>
        <source>No held-out recording of this digit can be read.</source>
        <translation>Nie można odczytać żadnego odłożonego nagrania tej cyfry.</translation>
    </message>
    <message>
        <source>No words yet. Say one on the Listen page.</source>
        <translation>Nie ma jeszcze słów. Powiedz jakieś na stronie Słuchanie.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::WallView</name>
    <message>
        <source>Alpha wall</source>
        <translation>Ściana alf</translation>
    </message>
    <message>
        <source>%1 ✕</source>
        <translation>%1 ✕</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%n sound(s)</source>
        <translation>
            <numerusform>%n dźwięk</numerusform>
            <numerusform>%n dźwięki</numerusform>
            <numerusform>%n dźwięków</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n modele</numerusform>
            <numerusform>%n modeli</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 by %3</source>
        <translation>%1 %2 przez %3</translation>
    </message>
    <message>
        <source>LeNet-5 reads %1</source>
        <translation>LeNet-5 odczytuje %1</translation>
    </message>
    <message>
        <source>not drawn yet</source>
        <translation>jeszcze nie narysowany</translation>
    </message>
</context>
<context>
    <name>sonoglyph::WaveformView</name>
    <message>
        <source>The sound appears here.</source>
        <translation>Tu pojawi się dźwięk.</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>Kształt fali</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 seconds of sound.</source>
        <translation>Dźwięk, %1 s.</translation>
    </message>
    <message>
        <source> A word from %1 to %2 seconds.</source>
        <translation> Słowo od %1 do %2 s.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::WipeView</name>
    <message>
        <source>Drag the edge between the two images. A double click puts it back into the middle.</source>
        <translation>Przeciągnij krawędź między dwoma obrazami. Podwójne kliknięcie przywraca ją na środek.</translation>
    </message>
    <message>
        <source>Two images, wiped</source>
        <translation>Dwa obrazy pod suwakiem</translation>
    </message>
    <message>
        <source>%1 left of the edge, %2 right of it; the edge at %3 %</source>
        <translation>%1 na lewo od krawędzi, %2 na prawo; krawędź na %3 %</translation>
    </message>
</context>
<context>
    <name>sonoglyph::ZeroBar</name>
    <message>
        <source>Redraw</source>
        <translation>Losuj ponownie</translation>
    </message>
    <message>
        <source>Zero as many features, but others</source>
        <translation>Wyzeruj tyle samo cech, ale innych</translation>
    </message>
    <message>
        <source>Sample z</source>
        <translation>Losuj z</translation>
    </message>
    <message>
        <source>Draw every feature from its posterior: the spread of what the model thinks of this sound</source>
        <translation>Wylosuj każdą cechę z jej rozkładu a posteriori: rozrzut tego, co model myśli o tym dźwięku</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Losowe</translation>
    </message>
    <message>
        <source>Most important</source>
        <translation>Najważniejsze</translation>
    </message>
    <message>
        <source>Least important</source>
        <translation>Najmniej ważne</translation>
    </message>
    <message>
        <source>Features drawn at random, as in the paper: with the same seed they are the same ones</source>
        <translation>Cechy losowane, jak w artykule: to samo ziarno daje te same</translation>
    </message>
    <message>
        <source>First the features that say most (KL to the prior): over the data set where it was mapped, else of this sound</source>
        <translation>Najpierw cechy, które mówią najwięcej (KL do rozkładu a priori): w zbiorze danych, gdy go zmierzono, inaczej o tym dźwięku</translation>
    </message>
    <message>
        <source>First the features that say least</source>
        <translation>Najpierw cechy, które mówią najmniej</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Średnia</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Próbka</translation>
    </message>
    <message>
        <source>Every feature at the mean of its posterior</source>
        <translation>Każda cecha na średniej swojego rozkładu a posteriori</translation>
    </message>
    <message>
        <source>Every feature drawn from its posterior; once more: Sample z (Ctrl+M)</source>
        <translation>Każda cecha wylosowana z rozkładu a posteriori; jeszcze raz: Losuj z (Ctrl+M)</translation>
    </message>
    <message>
        <source>How many features are zero</source>
        <translation>Ile cech jest zerem</translation>
    </message>
    <message>
        <source>So many features are set to zero. Drag it from one end to the other: when is the digit lost?</source>
        <translation>Tyle cech jest wyzerowanych. Przeciągnij od końca do końca: kiedy cyfra ginie?</translation>
    </message>
    <message>
        <source>Seed of the random choice</source>
        <translation>Ziarno losowego wyboru</translation>
    </message>
    <message>
        <source>The seed of the random choice: the same seed zeroes the same features</source>
        <translation>Ziarno losowego wyboru: to samo ziarno zeruje te same cechy</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>Zeruj</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 z %2</translation>
    </message>
</context>
<context>
    <name>sonoglyph::ZeroingChart</name>
    <message>
        <source>The curves appear when a model has been measured.</source>
        <translation>Krzywe pojawią się, gdy jakiś model zostanie zmierzony.</translation>
    </message>
    <message>
        <source>How well LeNet-5 reads the images when features are set to zero. Arrow keys move the cursor, Return chooses.</source>
        <translation>Jak dobrze LeNet-5 odczytuje obrazy, gdy cechy są zerowane. Strzałki przesuwają kursor, Enter wybiera.</translation>
    </message>
    <message>
        <source>Accuracy with features zeroed</source>
        <translation>Dokładność przy wyzerowanych cechach</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 ± %2 %</source>
        <translation>%1 ± %2 %</translation>
    </message>
    <message>
        <source>features set to zero</source>
        <translation>wyzerowane cechy</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>przypadek</translation>
    </message>
    <message>
        <source>%1 of %2 zeroed</source>
        <translation>wyzerowano %1 z %2</translation>
    </message>
    <message>
        <source>LeNet-5&apos;s accuracy</source>
        <translation>Dokładność LeNet-5</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sonoglyph::ZeroingView</name>
    <message>
        <source>Measure</source>
        <translation>Zmierz</translation>
    </message>
    <message>
        <source>Zero ever more features of the chosen models and let LeNet-5 read</source>
        <translation>Zeruj coraz więcej cech wybranych modeli i daj odczytać LeNet-5</translation>
    </message>
    <message>
        <source>The order in which features are set to zero; importance is what a feature says on average (KL)</source>
        <translation>Kolejność zerowania cech; ważność to ile cecha mówi średnio (KL)</translation>
    </message>
    <message>
        <source>random orders: </source>
        <translation>losowych kolejności: </translation>
    </message>
    <message>
        <source>Random orders</source>
        <translation>Losowe kolejności</translation>
    </message>
    <message>
        <source>How many random orders are drawn; the band is their deviation</source>
        <translation>Ile losowych kolejności jest losowanych; pasmo to ich odchylenie</translation>
    </message>
    <message>
        <source>Measure to see how well images are read as features are set to zero.</source>
        <translation>Zmierz, aby zobaczyć, jak dobrze odczytywane są obrazy, gdy zerowane są cechy.</translation>
    </message>
    <message>
        <source>Images with features zeroed</source>
        <translation>Obrazy z wyzerowanymi cechami</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zatrzymaj</translation>
    </message>
    <message>
        <source>%1 images drawn and read in %2 s, each for all held-out pairs of its recording. Bands: mean ± deviation over the random orders.</source>
        <translation>%1 obrazów narysowanych i odczytanych w %2 s, każdy za wszystkie odłożone pary swojego nagrania. Pasma: średnia ± odchylenie po losowych kolejnościach.</translation>
    </message>
    <message>
        <source>Choose models above first.</source>
        <translation>Najpierw wybierz modele powyżej.</translation>
    </message>
</context>
<context>
    <name>sonoglyph::datasetTitle</name>
    <message>
        <source>FSDD, 4 speakers</source>
        <translation>FSDD, 4 mówców</translation>
    </message>
    <message>
        <source>FSDD, 6 speakers</source>
        <translation>FSDD, 6 mówców</translation>
    </message>
    <message>
        <source>Speech Commands</source>
        <translation>Speech Commands</translation>
    </message>
    <message>
        <source>Mixed: both</source>
        <translation>Mieszany: oba</translation>
    </message>
    <message>
        <source>Synthetic digits</source>
        <translation>Syntetyczne cyfry</translation>
    </message>
</context>
<context>
    <name>sonoglyph::durationText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
</context>
<context>
    <name>sonoglyph::estimateText</name>
    <message>
        <source>%1 steps</source>
        <translation>Kroki: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s), %1</source>
        <translation>
            <numerusform>%n przebieg, %1</numerusform>
            <numerusform>%n przebiegi, %1</numerusform>
            <numerusform>%n przebiegów, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>około %1</translation>
    </message>
    <message>
        <source>%1 memory</source>
        <translation>pamięć %1</translation>
    </message>
    <message>
        <source>%1 disk</source>
        <translation>dysk %1</translation>
    </message>
    <message>
        <source>at the speed of the last run</source>
        <translation>z szybkością ostatniego przebiegu</translation>
    </message>
    <message>
        <source>measured on this machine</source>
        <translation>zmierzone na tym komputerze</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
</context>
<context>
    <name>sonoglyph::makeAction</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
</TS>
