#include "exporting/PaperGlyphs.h"

#include <algorithm>
#include <vector>

namespace serein::exporting {

namespace {

constexpr double em = 1000; // outlines are read at this size, as whole units of the font
const cairo_user_data_key_t ownFace{};

/// What cairo calls for every glyph of an outlined font; the context's unit is the font's size.
cairo_status_t drawOutline(cairo_scaled_font_t* font, unsigned long glyph, cairo_t* cairo,
                           cairo_text_extents_t* extents) {
    auto* const face =
        static_cast<cairo_font_face_t*>(cairo_font_face_get_user_data(cairo_scaled_font_get_font_face(font), &ownFace));
    cairo_surface_t* const surface = cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, nullptr);
    cairo_t* const scratch = cairo_create(surface);
    cairo_font_options_t* const options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_set_font_options(scratch, options);
    cairo_set_font_face(scratch, face);
    cairo_set_font_size(scratch, em);
    const cairo_glyph_t one{glyph, 0, 0};
    cairo_text_extents_t size;
    cairo_glyph_extents(scratch, &one, 1, &size);
    cairo_glyph_path(scratch, &one, 1);
    cairo_path_t* const outline = cairo_copy_path(scratch);
    cairo_scale(cairo, 1 / em, 1 / em);
    cairo_append_path(cairo, outline);
    cairo_fill(cairo);
    extents->x_advance = size.x_advance / em;
    const cairo_status_t status = cairo_status(scratch);
    cairo_path_destroy(outline);
    cairo_font_options_destroy(options);
    cairo_destroy(scratch);
    cairo_surface_destroy(surface);
    return status;
}

/// The glyphs of one run with the characters that each of its clusters stands for, as cairo wants them.
struct Run {
    std::vector<cairo_glyph_t> glyphs;
    std::vector<cairo_text_cluster_t> clusters;
    int firstByte = 0;
    int bytes = 0;
    bool backward = false;
};

bool isDrawn(const PangoGlyphInfo& info) {
    return info.glyph != PANGO_GLYPH_EMPTY && (info.glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0;
}

Run readRun(PangoGlyphItem* item, const char* text, double x, double y) {
    Run run;
    run.firstByte = item->item->offset;
    run.bytes = item->item->length;
    run.backward = item->item->analysis.level % 2 == 1;
    const PangoGlyphInfo* const glyphs = item->glyphs->glyphs;
    std::for_each_n(glyphs, item->glyphs->num_glyphs, [&](const PangoGlyphInfo& info) {
        if (isDrawn(info))
            run.glyphs.push_back({info.glyph, x + pango_units_to_double(info.geometry.x_offset),
                                  y + pango_units_to_double(info.geometry.y_offset)});
        x += pango_units_to_double(info.geometry.width);
    });
    PangoGlyphItemIter cluster;
    for (gboolean more = pango_glyph_item_iter_init_start(&cluster, item, text); more != FALSE;
         more = pango_glyph_item_iter_next_cluster(&cluster)) {
        // From right to left the end comes first, and is outside.
        const int from = run.backward ? cluster.end_glyph + 1 : cluster.start_glyph;
        const int to = run.backward ? cluster.start_glyph + 1 : cluster.end_glyph;
        run.clusters.push_back({cluster.end_index - cluster.start_index,
                                static_cast<int>(std::count_if(glyphs + from, glyphs + to, isDrawn))});
    }
    return run;
}

} // namespace

cairo_font_face_t* PaperGlyphs::outlined(cairo_font_face_t* face) {
    Face& made = m_outlined[face];
    if (made == nullptr) {
        made.reset(cairo_user_font_face_create());
        cairo_user_font_face_set_render_glyph_func(made.get(), drawOutline);
        cairo_font_face_set_user_data(made.get(), &ownFace, cairo_font_face_reference(face), [](void* kept) {
            cairo_font_face_destroy(static_cast<cairo_font_face_t*>(kept));
        });
    }
    return made.get();
}

void PaperGlyphs::show(cairo_t* cairo, PangoLayout* layout, double x, double y) {
    const char* const text = pango_layout_get_text(layout);
    PangoLayoutIter* const place = pango_layout_get_iter(layout);
    do {
        PangoGlyphItem* const item = pango_layout_iter_get_run_readonly(place);
        if (item == nullptr) // the end of a line
            continue;
        PangoRectangle extents;
        pango_layout_iter_get_run_extents(place, nullptr, &extents);
        const Run run = readRun(item, text, x + pango_units_to_double(extents.x),
                                y + pango_units_to_double(pango_layout_iter_get_baseline(place)));
        if (run.glyphs.empty())
            continue;
        cairo_scaled_font_t* const font =
            pango_cairo_font_get_scaled_font(reinterpret_cast<PangoCairoFont*>(item->item->analysis.font));
        cairo_matrix_t matrix;
        cairo_scaled_font_get_font_matrix(font, &matrix);
        cairo_set_font_face(cairo, outlined(cairo_scaled_font_get_font_face(font)));
        cairo_set_font_matrix(cairo, &matrix);
        cairo_show_text_glyphs(cairo, text + run.firstByte, run.bytes, run.glyphs.data(),
                               static_cast<int>(run.glyphs.size()), run.clusters.data(),
                               static_cast<int>(run.clusters.size()),
                               run.backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t{});
    } while (pango_layout_iter_next_run(place));
    pango_layout_iter_free(place);
}

} // namespace serein::exporting
