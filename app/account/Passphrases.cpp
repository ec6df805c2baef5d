#include "account/Passphrases.h"

#include <algorithm>
#include <set>

namespace serein::account {

namespace {

// What lists of common passphrases are made of, lower case.
constexpr const char* commonWords[] = {
    "password", "passwort",   "passw0rd", "p@ssword", "p@ssw0rd", "motdepasse",    "contrasena", "letmein",
    "welcome",  "willkommen", "iloveyou", "princess", "football", "baseball",      "superman",   "batman",
    "dragon",   "monkey",     "sunshine", "shadow",   "master",   "administrator", "admin",      "hospital",
    "secret",   "default",    "changeme", "serein",   "mima",     "woaini",        "hello",      "test"};
// Runs are taken out along these, in both directions.
constexpr QByteArrayView rows[] = {"abcdefghijklmnopqrstuvwxyz",
                                   "01234567890",
                                   "qwertyuiop",
                                   "asdfghjkl",
                                   "zxcvbnm",
                                   "qwertzuiop",
                                   "yxcvbnm",
                                   "azertyuiop",
                                   "qsdfghjklm",
                                   "wxcvbn",
                                   "1qaz2wsx3edc4rfv",
                                   "qazwsxedcrfv"};
constexpr std::size_t shortestRun = 4;

/// A working copy, wiped when it goes, in which what was found is blanked.
class Rest {
public:
    explicit Rest(const crypto::Secret& passphrase) : m_bytes(passphrase.clone()) {
        for (char& c : *this)
            if (c >= 'A' && c <= 'Z')
                c = static_cast<char>(c - 'A' + 'a');
    }
    [[nodiscard]] char* begin() { return reinterpret_cast<char*>(m_bytes.data()); }
    [[nodiscard]] char* end() { return begin() + m_bytes.size(); }

    void takeOut(QByteArrayView word) {
        if (word.size() < 3)
            return;
        for (char* at = begin(); (at = std::search(at, end(), word.begin(), word.end())) != end(); at += word.size())
            std::fill_n(at, word.size(), taken);
    }
    void takeOutRuns() {
        for (char* from = begin(); from < end();) {
            const std::size_t length = std::max<std::size_t>(1, longestRun(from));
            if (length >= shortestRun)
                std::fill_n(from, length, taken);
            from += length >= shortestRun ? length : 1;
        }
    }
    /// Characters (of UTF-8) that remain and are no space.
    [[nodiscard]] int left() {
        return static_cast<int>(std::count_if(begin(), end(), [](char c) {
            return c != taken && c != ' ' && (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        }));
    }

private:
    static constexpr char taken = '\x01';

    /// Of the same character, or along a row of keys.
    [[nodiscard]] std::size_t longestRun(const char* from) {
        const auto room = static_cast<std::size_t>(end() - from);
        std::size_t longest = 1;
        while (longest < room && from[longest] == from[0] && from[0] != taken)
            ++longest;
        for (const QByteArrayView row : rows)
            for (const bool back : {false, true})
                longest = std::max(longest, along(from, room, row, back));
        return longest;
    }
    static std::size_t along(const char* from, std::size_t room, QByteArrayView row, bool back) {
        const qsizetype start = row.indexOf(from[0]);
        std::size_t length = start < 0 ? 0 : 1;
        for (qsizetype at = start; length > 0 && length < room; ++length) {
            at += back ? -1 : 1;
            if (at < 0 || at >= row.size() || row[at] != from[length])
                break;
        }
        return length;
    }
    crypto::Secret m_bytes;
};

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// "computer2024!", "c0mputer!!": one word of Latin letters, with figures and signs around it or for letters in it.
bool isOneWord(QByteArrayView text) {
    constexpr QByteArrayView forLetters("013457@$!");
    int words = 0;
    int letters = 0;
    bool before = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if ((static_cast<unsigned char>(text[at]) & 0x80U) != 0)
            return false;
        const bool within = at > 0 && at + 1 < text.size() && isLetter(text[at - 1]) && isLetter(text[at + 1]);
        const bool reads = isLetter(text[at]) || (within && forLetters.contains(text[at]));
        words += reads && !before ? 1 : 0;
        letters += reads ? 1 : 0;
        before = reads;
    }
    return words <= 1 && letters < longWord;
}

bool repeatsItself(QByteArrayView text) {
    for (qsizetype unit = 1; unit <= text.size() / 2; ++unit)
        if (text.size() % unit == 0 && text.first(text.size() - unit) == text.last(text.size() - unit))
            return true;
    return false;
}

std::unexpected<Error> weak(const char* reason) {
    return unusable(QString::fromLatin1(reason));
}

} // namespace

Result<void> checkPassphrase(const crypto::Secret& passphrase, const QStringList& names) {
    const QByteArrayView text = passphrase.view();
    const auto characters = std::count_if(text.begin(), text.end(),
                                          [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    if (characters < shortestPassphrase)
        return unusable(QStringLiteral("the passphrase is too short: at least %1 characters").arg(shortestPassphrase));
    if (std::set<char>(text.begin(), text.end()).size() < 5)
        return weak("the passphrase has too few different characters: at least 5");
    if (repeatsItself(text))
        return weak("the passphrase repeats a part of itself");
    if (isOneWord(text))
        return weak("the passphrase is easily guessed: it is one word with figures or signs");
    Rest rest(passphrase);
    for (const QString& name : names)
        rest.takeOut(name.toLower().toUtf8());
    for (const char* const word : commonWords)
        rest.takeOut(word);
    rest.takeOutRuns();
    if (rest.left() < leastOwn)
        return weak("the passphrase is easily guessed: it is made of names, common words or neighbouring keys");
    return {};
}

crypto::Secret proposePassphrase() {
    constexpr QByteArrayView consonants("bdfghjklmnprstvz"); // 16
    constexpr QByteArrayView vowels("aeiou");                // 5: a syllable has 6.3 bits
    constexpr int words = 6;
    crypto::Secret proposed(std::size_t{words * 5 - 1});
    unsigned char* out = proposed.data();
    const auto draw = [](QByteArrayView from) {
        // Without a bias to the first ones.
        for (;;) {
            const crypto::Secret one = crypto::randomSecret(1);
            if (one.data()[0] < 256 / from.size() * from.size())
                return static_cast<unsigned char>(from[one.data()[0] % from.size()]);
        }
    };
    for (int word = 0; word < words; ++word) {
        if (word > 0)
            *out++ = ' ';
        for (int syllable = 0; syllable < 2; ++syllable) {
            *out++ = draw(consonants);
            *out++ = draw(vowels);
        }
    }
    return proposed;
}

} // namespace serein::account
