#pragma once
// Letters in a PDF by their outlines, and with the characters they stand for, so that the sheet can be searched.
//
// cairo 1.16 (Debian 12) damages some characters of the OpenType fonts that Chinese is set in when it cuts those fonts
// down for a PDF: 如 printed as a gap. Fonts that it is told to draw itself (Type 3) come out whole.
#include <map>
#include <memory>
#include <pango/pangocairo.h>

namespace serein::exporting {

class PaperGlyphs {
public:
    /// The layout, its top left corner at (x, y), in the context's colour.
    void show(cairo_t* cairo, PangoLayout* layout, double x, double y);

private:
    struct Free {
        void operator()(cairo_font_face_t* face) const { cairo_font_face_destroy(face); }
    };
    using Face = std::unique_ptr<cairo_font_face_t, Free>;

    cairo_font_face_t* outlined(cairo_font_face_t* face);

    std::map<cairo_font_face_t*, Face> m_outlined; ///< by the font's own; each keeps that one alive
};

} // namespace serein::exporting
