package org.vedette.notification.delivery.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Text that others wrote, made harmless and ASCII for a header. */
final class HeaderText {

    /** An encoded word has at most 75 characters (RFC 2047 §2), of which {@code =?UTF-8?B??=} takes 12. */
    private static final int BYTES_PER_WORD = 45;

    private static final int LINE = 76;
    private static final String FOLD = "\r\n ";

    private HeaderText() {}

    /** One header field, folded (RFC 5322 §2.2.3) and, where the text is not ASCII, in encoded words (RFC 2047). */
    static String field(String name, String text) {
        var line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        var value = isPlain(line) ? fold(name.length() + 2, line) : encode(line);
        return name + ": " + value + "\r\n";
    }

    private static boolean isPlain(String line) {
        return line.chars().allMatch(character -> character >= ' ' && character <= '~') && !line.contains("=?");
    }

    private static String fold(int indent, String line) {
        var folded = new StringBuilder();
        var column = indent;
        for (var word : line.split(" ", -1)) {
            if (!folded.isEmpty() && column + 1 + word.length() > LINE) {
                folded.append(FOLD);
                column = 1;
            } else if (!folded.isEmpty()) {
                folded.append(' ');
                column++;
            }
            folded.append(word);
            column += word.length();
        }
        return folded.toString();
    }

    private static String encode(String line) {
        var words = new ArrayList<String>();
        for (var part : parts(line)) {
            var base64 = Base64.getEncoder().encodeToString(part.getBytes(StandardCharsets.UTF_8));
            words.add("=?UTF-8?B?" + base64 + "?=");
        }
        return String.join(FOLD, words);
    }

    /** A character must not be torn apart between encoded words (RFC 2047 §5). */
    private static List<String> parts(String line) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        var bytes = 0;
        for (var codePoint : line.codePoints().toArray()) {
            var character = Character.toString(codePoint);
            var size = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > BYTES_PER_WORD) {
                parts.add(part.toString());
                part.setLength(0);
                bytes = 0;
            }
            part.append(character);
            bytes += size;
        }
        parts.add(part.toString());
        return parts;
    }
}
