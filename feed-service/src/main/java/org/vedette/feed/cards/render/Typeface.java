package org.vedette.feed.cards.render;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A font as the outlines of its glyphs. It needs neither fonts nor font libraries of the machine, without which the JDK's
 * own text drawing fails, and draws the same on every machine. It draws from left to right, one glyph a character.
 */
final class Typeface {

    private static final String FILE = "SourceSerif4-SemiBold.ttf";

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final int unitsPerEm;

    private Typeface(TrueTypeFont font) throws IOException {
        this.font = font;
        this.glyphs = font.getUnicodeCmapLookup();
        this.unitsPerEm = font.getUnitsPerEm();
    }

    static Typeface load() {
        try (var file = Objects.requireNonNull(Typeface.class.getResourceAsStream(FILE))) {
            return new Typeface(new TTFParser().parse(new RandomAccessReadBuffer(file)));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** The text without the characters that the font lacks, such as emoji. */
    String supported(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(character -> glyph(character) != 0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip()
                .replaceAll("\\s+", " ");
    }

    double width(String text, double size) {
        return text.codePoints()
                        .mapToDouble(character -> advance(glyph(character)))
                        .sum()
                * size
                / unitsPerEm;
    }

    /** The outlines of a line of text that begins at a point of its base line. */
    Path2D outlines(String text, double size, double x, double y) {
        var scale = size / unitsPerEm;
        var outlines = new Path2D.Double();
        var pen = x;
        for (var character : text.codePoints().toArray()) {
            var glyph = glyph(character);
            // The y axis of a font points upwards.
            var toPage = new AffineTransform(scale, 0, 0, -scale, pen, y);
            outlines.append(outline(glyph).getPathIterator(toPage), false);
            pen += advance(glyph) * scale;
        }
        return outlines;
    }

    private int glyph(int character) {
        return glyphs.getGlyphId(character);
    }

    private double advance(int glyph) {
        try {
            return font.getAdvanceWidth(glyph);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private Path2D outline(int glyph) {
        try {
            var data = font.getGlyph().getGlyph(glyph);
            return data == null ? new Path2D.Float() : data.getPath();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
