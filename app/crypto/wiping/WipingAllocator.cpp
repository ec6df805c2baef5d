// Memory that is given back is wiped first. Answers and identity pass through ordinary strings, and glibc keeps what
// was freed: its per-thread cache holds small blocks back untouched, M_PERTURB or not. A program that links this file
// replaces free() and realloc() for itself and every library it loads, so that a core file of a locked program holds
// nothing of what it showed. (Keys and passphrases have crypto::Secret besides.) Under a sanitizer, which brings its
// own allocator, this file is empty.
#include <features.h> // defines __GLIBC__

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SEREIN_OWN_ALLOCATOR_ABSENT
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || !defined(__GLIBC__)
#define SEREIN_OWN_ALLOCATOR_ABSENT
#endif
#ifndef SEREIN_OWN_ALLOCATOR_ABSENT

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <malloc.h>

extern "C" {

void __libc_free(void* block); // NOLINT(bugprone-reserved-identifier): glibc's own names

void free(void* block) noexcept {
    if (block == nullptr)
        return;
    explicit_bzero(block, malloc_usable_size(block));
    __libc_free(block);
}

/// Always moves: glibc's would hand the old block, or what was cut off, to its own free.
void* realloc(void* block, std::size_t size) noexcept {
    if (block == nullptr)
        return malloc(size);
    if (size == 0) {
        free(block);
        return nullptr;
    }
    void* const moved = malloc(size);
    if (moved != nullptr) {
        std::memcpy(moved, block, std::min(size, malloc_usable_size(block)));
        free(block);
    }
    return moved;
}
}

#endif
