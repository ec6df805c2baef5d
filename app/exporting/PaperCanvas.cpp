#include "exporting/PaperCanvas.h"

#include <cairo-pdf.h>

namespace serein::exporting {

namespace {

constexpr double hair = 0.8; // of every rule and box
constexpr double faintGrey = 0.35;
// Of no meaning: a sheet is the same whenever it is printed.
constexpr auto madeAt = "2000-01-01T00:00:00Z";

} // namespace

PaperCanvas::PaperCanvas(const QString& language, const QString& title)
    : m_families(language.startsWith(QLatin1String("zh")) ? "Noto Sans CJK SC, Noto Sans" // quotation marks of its own
                                                          : "Noto Sans, Noto Sans CJK SC"),
      m_surface(cairo_pdf_surface_create_for_stream(append, this, width, height)),
      m_cairo(cairo_create(m_surface.get())), m_fonts(pango_cairo_font_map_new()),
      m_pango(pango_font_map_create_context(m_fonts.get())) {
    cairo_pdf_surface_set_metadata(m_surface.get(), CAIRO_PDF_METADATA_TITLE, title.toUtf8().constData());
    cairo_pdf_surface_set_metadata(m_surface.get(), CAIRO_PDF_METADATA_CREATOR, "Serein " SEREIN_VERSION);
    cairo_pdf_surface_set_metadata(m_surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, madeAt);
    cairo_set_line_width(m_cairo.get(), hair);
    // Paper has no pixels to fit letters to, and no display's settings may change where a line breaks.
    cairo_font_options_t* const options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(m_pango.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(m_pango.get(), FALSE);
    pango_context_set_language(m_pango.get(), pango_language_from_string(language.toUtf8().constData()));
}

cairo_status_t PaperCanvas::append(void* canvas, const unsigned char* bytes, unsigned int count) {
    static_cast<PaperCanvas*>(canvas)->m_bytes.append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

PaperCanvas::Owned<PangoLayout> PaperCanvas::layout(const QString& words, const Type& type, double inWidth) {
    Owned<PangoLayout> layout(pango_layout_new(m_pango.get()));
    PangoFontDescription* const font = pango_font_description_new();
    pango_font_description_set_family(font, m_families.constData());
    pango_font_description_set_weight(font, type.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font, type.size * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), font);
    pango_font_description_free(font);
    pango_layout_set_width(layout.get(), inWidth < 0 ? -1 : pango_units_from_double(inWidth));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    const QByteArray utf8 = words.toUtf8();
    pango_layout_set_text(layout.get(), utf8.constData(), static_cast<int>(utf8.size()));
    return layout;
}

double PaperCanvas::heightOf(const QString& words, const Type& type, double inWidth) {
    int units = 0;
    pango_layout_get_size(layout(words, type, inWidth).get(), nullptr, &units);
    return pango_units_to_double(units);
}

int PaperCanvas::linesOf(const QString& words, const Type& type, double inWidth) {
    return pango_layout_get_line_count(layout(words, type, inWidth).get());
}

double PaperCanvas::widthOf(const QString& words, const Type& type) {
    int units = 0;
    pango_layout_get_size(layout(words, type, -1).get(), &units, nullptr);
    return pango_units_to_double(units);
}

bool PaperCanvas::hasGlyphsFor(const QString& words) {
    return pango_layout_get_unknown_glyphs_count(layout(words, smallType, -1).get()) == 0;
}

void PaperCanvas::words(double x, double y, double inWidth, const QString& words, const Type& type, Align align) {
    const auto set = layout(words, type, inWidth);
    pango_layout_set_alignment(set.get(), align == Align::Right    ? PANGO_ALIGN_RIGHT
                                          : align == Align::Centre ? PANGO_ALIGN_CENTER
                                                                   : PANGO_ALIGN_LEFT);
    m_lacksCharacters = m_lacksCharacters || pango_layout_get_unknown_glyphs_count(set.get()) > 0;
    const double grey = type.faint ? faintGrey : 0;
    cairo_set_source_rgb(m_cairo.get(), grey, grey, grey);
    m_glyphs.show(m_cairo.get(), set.get(), x, y);
    cairo_set_source_rgb(m_cairo.get(), 0, 0, 0);
}

void PaperCanvas::line(double fromX, double fromY, double toX, double toY) {
    cairo_move_to(m_cairo.get(), fromX, fromY);
    cairo_line_to(m_cairo.get(), toX, toY);
    cairo_stroke(m_cairo.get());
}

void PaperCanvas::box(double x, double y, double boxWidth, double boxHeight) {
    cairo_rectangle(m_cairo.get(), x, y, boxWidth, boxHeight);
    cairo_stroke(m_cairo.get());
}

void PaperCanvas::endPage() {
    cairo_show_page(m_cairo.get());
}

Result<QByteArray> PaperCanvas::finish(Lacking lacking) {
    cairo_surface_finish(m_surface.get());
    if (m_lacksCharacters && lacking == Lacking::Refused)
        return unusable(QStringLiteral("no installed font has every character of these words: install Noto Sans and "
                                       "Noto Sans CJK, then print again"));
    for (const cairo_status_t status : {cairo_status(m_cairo.get()), cairo_surface_status(m_surface.get())})
        if (status != CAIRO_STATUS_SUCCESS)
            return storageFailed(QStringLiteral("the sheet could not be drawn: ") +
                                 QString::fromUtf8(cairo_status_to_string(status)));
    return m_bytes;
}

} // namespace serein::exporting
