// For loops over many numbers: compiled for several instruction sets in one program, the machine's best chosen when it is loaded. Release
// builds stay at the architecture's baseline otherwise, so that they run everywhere.
#pragma once

// Before the definition of a function that is no template.
#if defined(__x86_64__) && defined(__GNUC__) && defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define SONOGLYPH_BEST_INSTRUCTIONS __attribute__((target_clones("default", "avx2", "avx512f")))
#else
#define SONOGLYPH_BEST_INSTRUCTIONS
#endif
// For templates that such functions call: they must become part of them.
#define SONOGLYPH_INLINE [[gnu::always_inline]] inline
