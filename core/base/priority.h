// Which threads come first where there are more of them than cores.
#pragma once

namespace sonoglyph {

/// The calling thread, and every thread that it starts from now on, gives way to the others of the program: what is heard or moved is drawn
/// at once, what takes hours takes the rest. Where the system cannot do that for a single thread nothing happens. Cannot be taken back.
void workInBackground();

}  // namespace sonoglyph
