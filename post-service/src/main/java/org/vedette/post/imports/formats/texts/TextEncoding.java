package org.vedette.post.imports.formats.texts;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vedette.post.content.InvalidValueException;

/**
 * How the bytes of a text are characters. Nothing is guessed: a mark at the beginning or the declaration of XML says it, and
 * everything else is UTF-8.
 *
 * @param markBytes of the byte order mark
 */
public record TextEncoding(Charset charset, int markBytes) {

    /** Stands for bytes that are no characters where a text is read on behind them; no text has it. */
    public static final char UNREADABLE = '\uFFFF';

    /** Bytes in which a mark or a declaration of XML lies. */
    public static final int BEGINNING = 1024;

    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Pattern DECLARED =
            Pattern.compile("\\A\\s*<\\?xml\\s[^>]{0,500}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,60})[\"']");

    /** A mark, and what it says; the longer ones begin as the shorter ones do. */
    private record Mark(Charset charset, List<Integer> bytes) {}

    private static final List<Mark> MARKS = List.of(
            new Mark(StandardCharsets.UTF_8, List.of(0xEF, 0xBB, 0xBF)),
            new Mark(UTF_32BE, List.of(0, 0, 0xFE, 0xFF)),
            new Mark(UTF_32LE, List.of(0xFF, 0xFE, 0, 0)),
            new Mark(StandardCharsets.UTF_16BE, List.of(0xFE, 0xFF)),
            new Mark(StandardCharsets.UTF_16LE, List.of(0xFF, 0xFE)));

    /** The beginnings of XML that has no mark (XML 1.0, appendix F.1). */
    private static final List<Mark> XML_BEGINNINGS = List.of(
            new Mark(UTF_32BE, List.of(0, 0, 0, 0x3C)),
            new Mark(UTF_32LE, List.of(0x3C, 0, 0, 0)),
            new Mark(StandardCharsets.UTF_16BE, List.of(0, 0x3C, 0, 0x3F)),
            new Mark(StandardCharsets.UTF_16LE, List.of(0x3C, 0, 0x3F, 0)));

    /** That of a text, by its mark. */
    public static TextEncoding of(byte[] begin) {
        return marked(begin).orElse(new TextEncoding(StandardCharsets.UTF_8, 0));
    }

    /**
     * That of XML, by its mark or its declaration.
     *
     * @throws InvalidValueException when it declares one that is not known here
     */
    public static TextEncoding ofXml(byte[] begin) {
        return marked(begin)
                .or(() -> first(XML_BEGINNINGS, begin).map(mark -> new TextEncoding(mark.charset(), 0)))
                .orElseGet(() -> new TextEncoding(declared(begin), 0));
    }

    private static Optional<TextEncoding> marked(byte[] begin) {
        return first(MARKS, begin)
                .map(mark -> new TextEncoding(mark.charset(), mark.bytes().size()));
    }

    private static Optional<Mark> first(List<Mark> marks, byte[] begin) {
        return marks.stream().filter(mark -> begins(begin, mark.bytes())).findFirst();
    }

    private static boolean begins(byte[] begin, List<Integer> bytes) {
        for (var i = 0; i < bytes.size(); i++) {
            if (i >= begin.length || (begin[i] & 0xFF) != bytes.get(i)) {
                return false;
            }
        }
        return true;
    }

    private static Charset declared(byte[] begin) {
        var declaration =
                DECLARED.matcher(new String(begin, 0, Math.min(begin.length, BEGINNING), StandardCharsets.ISO_8859_1));
        if (!declaration.find()) {
            return StandardCharsets.UTF_8;
        }
        var name = declaration.group(1);
        if (name.matches("(?i)UTF-?(16|32).*")) {
            // It has one byte for each character of its declaration: an editor saved it in another encoding.
            return StandardCharsets.UTF_8;
        }
        try {
            var charset = Charset.forName(name);
            // As browsers read it, because that is what those who write it mean.
            return charset.equals(StandardCharsets.ISO_8859_1) ? Charset.forName("windows-1252") : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new InvalidValueException("declares the encoding " + name
                    + ", which is not known here: save it as UTF-8, and import it again");
        }
    }

    /** A text that may be cut off anywhere; what is no character becomes a replacement character. */
    public String beginning(byte[] begin) {
        return new String(begin, markBytes, begin.length - markBytes, charset);
    }

    /**
     * Reads a text as a whole.
     *
     * @throws InvalidValueException with the line where bytes are no characters
     */
    public String decode(byte[] content) {
        var bytes = ByteBuffer.wrap(content, markBytes, content.length - markBytes);
        var text = CharBuffer.allocate(content.length);
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var result = decoder.decode(bytes, text, true);
        text.flip();
        if (result.isError()) {
            throw new InvalidValueException(notIn() + ", first in line "
                    + (text.chars().filter(c -> c == '\n').count() + 1) + ": " + whatToDo());
        }
        if (text.chars().anyMatch(c -> c == 0)) {
            throw new InvalidValueException(
                    "has zero bytes, as text in UTF-16 without a byte order mark has: save it as UTF-8, and import it again");
        }
        return text.toString();
    }

    /** What is said of a text that has bytes that are no characters in this encoding. */
    public String problem() {
        return notIn() + ": " + whatToDo();
    }

    private String notIn() {
        return "has bytes that are no characters in " + charset.name();
    }

    private static String whatToDo() {
        return "save the file as UTF-8, or let it say which encoding it has, and import it again";
    }

    /** Reads on behind bytes that are no characters, which become {@link #UNREADABLE}. */
    public Reader reader(InputStream in) throws IOException {
        in.skipNBytes(markBytes);
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(UNREADABLE)));
    }

    /** Ends with a {@link java.nio.charset.CharacterCodingException} at bytes that are no characters. */
    public Reader strictReader(InputStream in) throws IOException {
        in.skipNBytes(markBytes);
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
