package org.vedette.notification.bounces.mail.smtp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.vedette.starter.ThreadConfined;

/**
 * Splits what a client sends into commands and messages. Lines end in CR LF and in nothing else (RFC 5321 §2.3.8): a server
 * that takes a lone LF or CR for the end of a line can be made to see commands in the middle of a message.
 */
@ThreadConfined("that of its dialogue")
final class SmtpInput {

    private static final int LONGEST_COMMAND = 2_048;
    /** How many times the largest message a client may send before it is cut off. */
    private static final int MOST_TIMES = 5;

    private static final int CR = '\r';
    private static final int LF = '\n';

    private final long largest;
    private ByteArrayOutputStream line = new ByteArrayOutputStream();
    private ByteArrayOutputStream content = new ByteArrayOutputStream();
    private boolean inData;
    private boolean afterReturn;
    private boolean tooLarge;
    private long received;

    SmtpInput(long largest) {
        this.largest = largest;
    }

    /** What some bytes are. */
    sealed interface Event {

        /** A command, without the end of the line. */
        record Command(String line) implements Event {}

        /** A whole message. */
        final class Message implements Event {

            private final byte @Nullable [] content;

            Message(byte @Nullable [] content) {
                this.content = content;
            }

            /** Null when it is too large. */
            byte @Nullable [] content() {
                return content;
            }
        }

        /** A line ends in a lone LF, or has a lone CR. */
        record BareLineEnd() implements Event {}

        /** A command that is too long, or a message far beyond its limit. */
        record Endless() implements Event {}
    }

    /** What follows is a message. */
    void beginData() {
        inData = true;
        tooLarge = false;
        received = 0;
    }

    /** The event that a byte completes; null for none. */
    @Nullable
    Event accept(byte next) {
        if (afterReturn != (next == LF)) {
            return new Event.BareLineEnd();
        }
        if (next == CR) {
            afterReturn = true;
            return null;
        }
        if (next == LF) {
            afterReturn = false;
            return endOfLine();
        }
        line.write(next);
        return inData ? limitData() : limitCommand();
    }

    private @Nullable Event limitCommand() {
        return line.size() > LONGEST_COMMAND ? new Event.Endless() : null;
    }

    /** A line that is too long for a message cannot be its end, so that nothing of it needs to be kept but that it is one. */
    private @Nullable Event limitData() {
        if (++received > largest * MOST_TIMES) {
            return new Event.Endless();
        }
        if (line.size() > largest) {
            tooLarge = true;
            line = new ByteArrayOutputStream();
            line.writeBytes(new byte[] {'x', 'x'});
        }
        return null;
    }

    private @Nullable Event endOfLine() {
        var complete = line.toByteArray();
        line.reset();
        if (!inData) {
            return new Event.Command(new String(complete, StandardCharsets.ISO_8859_1));
        }
        if (complete.length == 1 && complete[0] == '.') {
            return endOfData();
        }
        add(complete);
        return null;
    }

    /** Removes the dot that the client put in front of a line that begins with one (RFC 5321 §4.5.2). */
    private void add(byte[] complete) {
        var stuffed = complete.length > 1 && complete[0] == '.' ? 1 : 0;
        tooLarge = tooLarge || content.size() + complete.length + 2L > largest;
        if (tooLarge) {
            content = new ByteArrayOutputStream();
        } else {
            content.write(complete, stuffed, complete.length - stuffed);
            content.write(CR);
            content.write(LF);
        }
        received += 2;
    }

    private Event endOfData() {
        var message = tooLarge ? null : content.toByteArray();
        content = new ByteArrayOutputStream();
        inData = false;
        return new Event.Message(message);
    }
}
