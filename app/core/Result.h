#pragma once
// What can fail returns Result<T>; what went wrong is an Error: a kind (which sets the exit status) and one fault for
// every place found wrong. Errors name places, never answers, identity or keys.
#include <QList>
#include <QString>
#include <expected>
#include <utility>

namespace serein {

/// One fault: `file` as the person named it (may be empty), `pointer` an RFC 6901 JSON pointer (or empty), `line` from
/// 1 where there is no JSON (0: none), `reason` one plain sentence without a full stop.
struct Fault {
    QString file;
    QString pointer;
    QString reason;
    int line = 0;

    /// "error: FILE: /pointer: reason", "error: FILE:LINE: reason"; parts that are absent are left out.
    [[nodiscard]] QString toString() const;
    bool operator==(const Fault&) const = default;
};

struct Error {
    /// The kind says who can mend it. Exit statuses: Wrong 1, Unusable 2, Storage 2, Refused 3.
    enum class Kind {
        Unusable, ///< bad input or arguments
        Refused,  ///< role, lock or passphrase
        Wrong,    ///< checked and found wrong (a broken chain, a failed case)
        Storage   ///< the disk, the database or a file could not be read or written
    };
    Kind kind = Kind::Unusable;
    QList<Fault> faults;

    [[nodiscard]] int exitStatus() const;
    [[nodiscard]] QString toString() const; ///< one fault a line
    /// The same error with `file` set on every fault that names none.
    [[nodiscard]] Error in(const QString& file) const;
    bool operator==(const Error&) const = default;
};

template<class T> using Result = std::expected<T, Error>;

[[nodiscard]] std::unexpected<Error> unusable(const QString& reason, const QString& pointer = {},
                                              const QString& file = {});
[[nodiscard]] std::unexpected<Error> refused(const QString& reason);
[[nodiscard]] std::unexpected<Error> wrong(const QString& reason, const QString& pointer = {},
                                           const QString& file = {});
[[nodiscard]] std::unexpected<Error> storageFailed(const QString& reason, const QString& file = {});

} // namespace serein

// g++ 12 has std::expected without its monadic members, so early return is spelled once, here:
//   SEREIN_TRY(const auto study, loadStudy(path));   declares `study`, or returns the error
//   SEREIN_CHECK(vault.append(event));               returns the error, drops the value
#define SEREIN_CONCAT_INNER(a, b) a##b
#define SEREIN_CONCAT(a, b) SEREIN_CONCAT_INNER(a, b)
#define SEREIN_TRY_INNER(temporary, declaration, ...)                                                                  \
    auto temporary = __VA_ARGS__;                                                                                      \
    if (!temporary)                                                                                                    \
        return std::unexpected(std::move(temporary).error());                                                          \
    declaration = std::move(*temporary)
#define SEREIN_TRY(declaration, ...) SEREIN_TRY_INNER(SEREIN_CONCAT(sereinTry, __COUNTER__), declaration, __VA_ARGS__)
#define SEREIN_CHECK(...)                                                                                              \
    if (auto sereinCheck = __VA_ARGS__; !sereinCheck)                                                                  \
    return std::unexpected(std::move(sereinCheck).error())
