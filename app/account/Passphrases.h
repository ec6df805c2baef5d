#pragma once
// What a passphrase must be, and one to propose.
//
// No list of common passphrases is shipped: no distribution package keeps one as data, and cracklib, which has one
// inside, leaves the passphrase in buffers that nobody wipes. So the rules look for what such lists are made of.
#include "crypto/Crypto.h"

#include <QStringList>

namespace serein::account {

inline constexpr int shortestPassphrase = 12; ///< characters
/// Characters that must remain when names, well-known words, and runs along the alphabet or the keyboard are taken out.
inline constexpr int leastOwn = 6;
/// A single word of Latin letters is to be so long: fewer, with figures and signs, is what lists of passwords are full
/// of.
inline constexpr int longWord = 16;

/// Unusable, said in words, where it is shorter than 12 characters, has fewer than 5 different ones, repeats a part of
/// itself, is a single word with figures or signs ("computer2024!"), or is little more than `names` (the account's, the
/// study's), common words or a run of keys.
[[nodiscard]] Result<void> checkPassphrase(const crypto::Secret& passphrase, const QStringList& names = {});

/// Six words of two syllables that can be spoken in any language, "tovi kale suno pari mide gabu": 75 bits.
[[nodiscard]] crypto::Secret proposePassphrase();

} // namespace serein::account
