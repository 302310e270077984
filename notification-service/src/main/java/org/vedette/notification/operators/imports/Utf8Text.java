package org.vedette.notification.operators.imports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.vedette.starter.ThreadConfined;

/** Decodes a file in UTF-8 while it arrives, and names what is not. */
@ThreadConfined("the subscription that reads the file")
final class Utf8Text {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private byte[] rest = new byte[0];
    private long lines = 1;
    private boolean begun;

    /**
     * The text of a part of the file.
     *
     * @throws UnreadableFileException when it is in another encoding
     */
    CharSequence accept(byte[] part) {
        var bytes = ByteBuffer.allocate(rest.length + part.length)
                .put(rest)
                .put(part)
                .flip();
        refuseUtf16(bytes);
        var text = CharBuffer.allocate(bytes.remaining());
        var result = decoder.decode(bytes, text, false);
        if (result.isError()) {
            throw notUtf8(text.flip());
        }
        rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return withoutMark(text.flip());
    }

    /**
     * Must be called at the end of the file.
     *
     * @throws UnreadableFileException when the file ends within a character
     */
    void finish() {
        try {
            var unused = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(rest));
        } catch (CharacterCodingException cut) {
            throw notUtf8("");
        }
    }

    private void refuseUtf16(ByteBuffer bytes) {
        if (!begun && bytes.remaining() >= 2) {
            var first = bytes.get(0) & 0xFF;
            var second = bytes.get(1) & 0xFF;
            if (first + second == 0xFF + 0xFE || first == 0 || second == 0) {
                throw new UnreadableFileException("The file is in UTF-16. Save it as “CSV UTF-8”.");
            }
        }
    }

    private UnreadableFileException notUtf8(CharSequence before) {
        var line = lines + before.chars().filter(next -> next == '\n').count();
        return new UnreadableFileException("Line " + line
                + " is not UTF-8, most likely it is Windows-1252 or ISO 8859-1." + " Save the file as “CSV UTF-8”.");
    }

    private CharSequence withoutMark(CharBuffer text) {
        var isMarked = !begun && text.hasRemaining() && text.charAt(0) == BYTE_ORDER_MARK;
        begun = begun || text.hasRemaining();
        var found = isMarked ? text.subSequence(1, text.length()) : text;
        lines += found.chars().filter(next -> next == '\n').count();
        return found.toString();
    }
}
