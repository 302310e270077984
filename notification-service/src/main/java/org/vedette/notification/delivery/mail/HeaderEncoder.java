package org.vedette.notification.delivery.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Encodes text that others wrote as header fields, which are ASCII and must not contain line breaks. */
final class HeaderEncoder {

    /** A line with an encoded word has at most 76 characters, the word itself at most 75 (RFC 2047 §2). */
    private static final int LINE = 76;

    private static final String BEFORE = "=?UTF-8?B?";
    private static final String AFTER = "?=";
    private static final String FOLD = "\r\n ";

    private HeaderEncoder() {}

    /** One header field, folded (RFC 5322 §2.2.3) and, where the text is not ASCII, in encoded words (RFC 2047). */
    static String field(String name, String text) {
        var line = oneLine(text);
        var value = isPlain(line) ? fold(name.length() + 2, line) : encode(name.length() + 2, line);
        return name + ": " + value + "\r\n";
    }

    /** A header field with one address and its display name (RFC 5322 §3.4). */
    static String mailbox(String name, String displayName, String address) {
        var line = oneLine(displayName);
        var indent = name.length() + 2;
        var value = isPlain(line)
                ? fold(indent, phrase(line) + " <" + address + ">")
                : encode(indent, line) + FOLD + "<" + address + ">";
        return name + ": " + value + "\r\n";
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private static String phrase(String line) {
        return line.matches("[A-Za-z0-9 !#$%&'*+/=?^_`{|}~-]+")
                ? line
                : '"' + line.replaceAll("([\\\\\"])", "\\\\$1") + '"';
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

    private static String encode(int indent, String line) {
        var words = new ArrayList<String>();
        for (var part : parts(indent, line)) {
            var base64 = Base64.getEncoder().encodeToString(part.getBytes(StandardCharsets.UTF_8));
            words.add(BEFORE + base64 + AFTER);
        }
        return String.join(FOLD, words);
    }

    /** Splits between characters only, because each encoded word must be decodable alone (RFC 2047 §5). */
    private static List<String> parts(int indent, String line) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        var bytes = 0;
        var room = bytesAfter(indent);
        for (var codePoint : line.codePoints().toArray()) {
            var character = Character.toString(codePoint);
            var size = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > room) {
                parts.add(part.toString());
                part.setLength(0);
                bytes = 0;
                room = bytesAfter(1);
            }
            part.append(character);
            bytes += size;
        }
        parts.add(part.toString());
        return parts;
    }

    /** The number of bytes that fit into an encoded word on the rest of a line; Base64 encodes three as four characters. */
    private static int bytesAfter(int column) {
        return (LINE - column - BEFORE.length() - AFTER.length()) / 4 * 3;
    }
}
