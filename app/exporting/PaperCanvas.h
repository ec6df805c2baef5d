#pragma once
// A4 pages as PDF, drawn with cairo, their words set by Pango. Lengths are points (1/72 inch), y runs down. The same
// drawing gives the same bytes.
#include "core/Result.h"
#include "exporting/PaperGlyphs.h"

#include <QByteArray>
#include <QString>
#include <memory>

namespace serein::exporting {

constexpr double millimetres(double length) {
    return length * 72 / 25.4;
}

struct Type {
    double size = 12;
    bool bold = false;
    bool faint = false;
};
/// What people over 65 read without effort; nothing on a sheet is smaller than `small`.
inline constexpr Type titleType{18, true};
inline constexpr Type headingType{14, true};
inline constexpr Type questionType{12, true};
inline constexpr Type answerType{12};
inline constexpr Type smallType{11};
inline constexpr Type hintType{11, false, true};

enum class Align { Left, Centre, Right };

class PaperCanvas {
public:
    static constexpr double width = millimetres(210);
    static constexpr double height = millimetres(297);

    /// `language` chooses the forms of the characters; `title` is the document's.
    PaperCanvas(const QString& language, const QString& title);
    ~PaperCanvas() = default;
    PaperCanvas(const PaperCanvas&) = delete; // cairo writes into this very object
    PaperCanvas& operator=(const PaperCanvas&) = delete;

    /// Of the words when wrapped into `inWidth`.
    [[nodiscard]] double heightOf(const QString& words, const Type& type, double inWidth);
    [[nodiscard]] int linesOf(const QString& words, const Type& type, double inWidth);
    /// On one line.
    [[nodiscard]] double widthOf(const QString& words, const Type& type);
    /// Some installed font has every one of these characters.
    [[nodiscard]] bool hasGlyphsFor(const QString& words);
    /// Wrapped into `inWidth`, the top left corner at (x, y).
    void words(double x, double y, double inWidth, const QString& words, const Type& type, Align align = Align::Left);
    void line(double fromX, double fromY, double toX, double toY);
    void box(double x, double y, double boxWidth, double boxHeight);
    void endPage();
    /// What becomes of characters that no installed font has.
    enum class Lacking { Refused, Shown };
    /// The document. Unusable where characters are lacking and that is refused; Storage where cairo failed.
    [[nodiscard]] Result<QByteArray> finish(Lacking lacking = Lacking::Refused);

private:
    struct Free {
        void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
        void operator()(cairo_t* context) const { cairo_destroy(context); }
        void operator()(PangoFontMap* fonts) const { g_object_unref(fonts); }
        void operator()(PangoContext* context) const { g_object_unref(context); }
        void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    };
    template<class T> using Owned = std::unique_ptr<T, Free>;

    /// `inWidth` below 0: one line.
    Owned<PangoLayout> layout(const QString& words, const Type& type, double inWidth);
    static cairo_status_t append(void* canvas, const unsigned char* bytes, unsigned int count);

    QByteArray m_bytes;
    QByteArray m_families;
    bool m_lacksCharacters = false;
    PaperGlyphs m_glyphs;
    Owned<cairo_surface_t> m_surface;
    Owned<cairo_t> m_cairo;
    Owned<PangoFontMap> m_fonts;
    Owned<PangoContext> m_pango;
};

inline constexpr double margin = millimetres(20);
inline constexpr double column = PaperCanvas::width - 2 * margin; ///< width of what is printed
inline constexpr double tick = 10;                                ///< side of a box to tick
inline constexpr double tickRoom = tick + 7;                      ///< from its left edge to its words

} // namespace serein::exporting
