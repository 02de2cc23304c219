// Who asks for films of the present model (DecoderController::drawFilm()): of each only the newest is answered.
#pragma once

namespace sonoglyph {

enum class FilmLane { Effects, Original, Traversals, Morph, Map, Arithmetic };

}  // namespace sonoglyph
