package org.vedette.feed.cards.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.vedette.feed.cards.Card;

/** A card in the look of the site: paper, a double rule, one typeface. */
final class CardDrawing {

    private static final Color PAPER = new Color(0xfbfaf7);
    private static final Color INK = new Color(0x15181d);
    private static final Color QUIET = new Color(0x595e66);
    private static final Color RULE = new Color(0xdcd9d1);
    private static final Color LIGHT = new Color(0xd97706);

    private static final double MARGIN = 72;
    private static final double TEXT_WIDTH = Card.WIDTH - 2 * MARGIN;
    private static final double MARK_SIZE = 60;
    private static final double MARK_TOP = 50;
    private static final double NAME_SIZE = 36;
    private static final double NAME_BASE = 96;
    private static final double RULE_TOP = 132;
    private static final double KICKER_SIZE = 30;
    private static final double KICKER_BASE = 200;
    private static final double HEADLINE_TOP = 226;
    private static final double HEADLINE_BOTTOM = 540;
    private static final double HOST_SIZE = 26;
    private static final double HOST_BASE = 592;

    /** Part of a line that is above its base line. */
    private static final double ASCENT = 0.86;

    private static final Typeface TYPEFACE = Typeface.load();

    private CardDrawing() {}

    static byte[] png(Card card) {
        var image = new BufferedImage(Card.WIDTH, Card.HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            draw(card, graphics);
        } finally {
            graphics.dispose();
        }
        return png(image);
    }

    private static void draw(Card card, Graphics2D graphics) {
        fill(graphics, PAPER, 0, 0, Card.WIDTH, Card.HEIGHT);
        drawMark(graphics);
        var name = readable(card.site());
        var headline = firstReadable(card.headline(), card.site(), card.host());
        if (!headline.equals(name)) {
            drawLine(graphics, name, NAME_SIZE, MARGIN + MARK_SIZE + 16, NAME_BASE, INK);
        }
        fill(graphics, INK, MARGIN, RULE_TOP, TEXT_WIDTH, 4);
        fill(graphics, INK, MARGIN, RULE_TOP + 8, TEXT_WIDTH, 1);
        var kicker = card.kicker();
        if (kicker != null) {
            drawLine(graphics, readable(kicker), KICKER_SIZE, MARGIN, KICKER_BASE, QUIET);
        }
        drawHeadline(graphics, headline);
        fill(graphics, RULE, MARGIN, HOST_BASE - 40, TEXT_WIDTH, 1);
        drawLine(graphics, readable(card.host()), HOST_SIZE, MARGIN, HOST_BASE, QUIET);
    }

    private static String firstReadable(String... texts) {
        return Stream.of(texts)
                .map(CardDrawing::readable)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /**
     * A text without signs that the font lacks, such as emoji; empty when the font lacks a letter of it, because a title
     * without one of its words misleads.
     */
    private static String readable(String text) {
        var supported = TYPEFACE.supported(text);
        return letters(supported) == letters(text) ? supported : "";
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit).count();
    }

    private static void drawHeadline(Graphics2D graphics, String headline) {
        var text = TextBlock.fit(headline, TYPEFACE, TEXT_WIDTH, HEADLINE_BOTTOM - HEADLINE_TOP);
        graphics.setColor(INK);
        var base = HEADLINE_TOP + ASCENT * text.size();
        for (var line : text.lines()) {
            graphics.fill(TYPEFACE.outlines(line, text.size(), MARGIN, base));
            base += text.lineHeight();
        }
    }

    /** Draws one line, which ends with an ellipsis where it would leave the card. */
    private static void drawLine(Graphics2D graphics, String text, double size, double x, double base, Color color) {
        var width = Card.WIDTH - MARGIN - x;
        var shown = TYPEFACE.width(text, size) <= width ? text : TextBlock.withEllipsis(text, TYPEFACE, size, width);
        graphics.setColor(color);
        graphics.fill(TYPEFACE.outlines(shown, size, x, base));
    }

    /** The lantern of vedette.svg, whose view box has 32 units. */
    private static void drawMark(Graphics2D graphics) {
        var before = graphics.getTransform();
        graphics.translate(MARGIN - 8, MARK_TOP);
        graphics.scale(MARK_SIZE / 32, MARK_SIZE / 32);
        graphics.setColor(INK);
        graphics.fill(roof());
        fill(graphics, LIGHT, 9.5, 14, 13, 10);
        fill(graphics, INK, 7.5, 12, 2, 14);
        fill(graphics, INK, 22.5, 12, 2, 14);
        fill(graphics, INK, 15.2, 12, 1.6, 14);
        fill(graphics, INK, 5, 26, 22, 3);
        graphics.setTransform(before);
    }

    private static Path2D roof() {
        var roof = new Path2D.Double();
        roof.moveTo(15, 1);
        roof.lineTo(17, 1);
        roof.lineTo(17, 4.2);
        roof.lineTo(25, 10);
        roof.lineTo(25, 12);
        roof.lineTo(7, 12);
        roof.lineTo(7, 10);
        roof.lineTo(15, 4.2);
        roof.closePath();
        return roof;
    }

    private static void fill(Graphics2D graphics, Color color, double x, double y, double width, double height) {
        graphics.setColor(color);
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    private static byte[] png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        // Not ImageIO's own stream, which keeps what it writes in a temporary file.
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", stream)) {
                throw new IllegalStateException("this JDK writes no PNG");
            }
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return bytes.toByteArray();
    }
}
