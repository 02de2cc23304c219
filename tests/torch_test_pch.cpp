// The one source of the precompiled header that the LibTorch tests share.
