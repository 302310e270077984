package org.vedette.notification.bounces.mail.reports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.bounces.UnreadableReportException;
import org.vedette.notification.bounces.mail.reports.ParsedMessage.Fields;
import org.vedette.notification.bounces.mail.reports.ParsedMessage.Part;
import org.vedette.starter.ThreadConfined;

/**
 * Parses a message token by token and stops where it has too much of anything: a tree of a message that is nested a thousand
 * times overflows the stack of whoever builds or reads it.
 */
@ThreadConfined("the thread that parses one message")
final class MessageParser {

    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 100;
    private static final int LONGEST_TEXT = 128 * 1024;

    /** Decoding takes time that grows with the square of the length. */
    private static final int LONGEST_ENCODED = 2_000;

    /** The fields whose words are read; the others are addresses and identifiers. */
    private static final Set<String> DECODED = Set.of("subject", "from");

    private static final MimeConfig LIMITS = new MimeConfig.Builder()
            .setMaxHeaderCount(1_000)
            .setMaxHeaderLen(64 * 1024)
            .setMaxLineLen(256 * 1024)
            .setMalformedHeaderStartsBody(true)
            .build();

    private final MimeTokenStream tokens = new MimeTokenStream(LIMITS, DecodeMonitor.SILENT, null);
    private final List<Part> parts = new ArrayList<>();
    private final Fields fields = new Fields();
    private final Fields returned = new Fields();
    private int depth;
    /** How many messages the current token is in: 1 in the report itself. */
    private int messages;

    private int returnedMessages;
    private int bodyParts;
    /** Whether the current header is that of a part, and not of a message. */
    private boolean inPartHeader;

    private MessageParser() {}

    static ParsedMessage parse(byte[] message) {
        var parser = new MessageParser();
        try {
            parser.tokens.parse(new ByteArrayInputStream(message));
            parser.readAll();
        } catch (UnreadableReportException tooMuch) {
            throw tooMuch;
        } catch (MimeException | IOException | RuntimeException malformed) {
            throw new UnreadableReportException(
                    "it is malformed or beyond all limits: " + malformed.getMessage(), malformed);
        }
        return parser.result();
    }

    private void readAll() throws MimeException, IOException {
        var state = tokens.getState();
        while (state != null) {
            switch (state) {
                case T_START_MESSAGE -> beginMessage();
                case T_END_MESSAGE -> messages--;
                case T_START_BODYPART -> beginPart();
                case T_START_MULTIPART -> enter();
                case T_END_MULTIPART -> depth--;
                case T_FIELD -> addField();
                case T_BODY -> addBody();
                case T_END_OF_STREAM -> {
                    return;
                }
                default -> {
                    // Preambles and epilogues say nothing.
                }
            }
            state = tokens.next();
        }
    }

    private void beginMessage() {
        messages++;
        inPartHeader = false;
        if (messages > 1) {
            returnedMessages++;
            enter();
        }
    }

    private void beginPart() {
        inPartHeader = true;
        if (++bodyParts > MOST_PARTS) {
            throw new UnreadableReportException("it has more than " + MOST_PARTS + " parts");
        }
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw new UnreadableReportException("it is nested more than " + DEEPEST + " times");
        }
    }

    private void addField() {
        if (inPartHeader) {
            return;
        }
        var field = tokens.getField();
        if (messages == 1) {
            fields.add(field.getName(), decoded(field.getName(), text(field.getBody())));
        } else if (messages == 2 && returnedMessages == 1) {
            returned.add(field.getName(), text(field.getBody()));
        }
    }

    private static String text(@Nullable String body) {
        return body == null ? "" : body;
    }

    /** With its encoded words (RFC 2047) decoded, in the first field of a name whose words are read. */
    private String decoded(String name, String body) {
        return DECODED.contains(name.toLowerCase(Locale.ROOT))
                        && !fields.has(name.strip())
                        && body.length() <= LONGEST_ENCODED
                        && body.contains("=?")
                ? DecoderUtil.decodeEncodedWords(body, DecodeMonitor.SILENT)
                : body;
    }

    /** What is within the returned message is ours, or anybody's, and says nothing. */
    private void addBody() throws IOException {
        if (messages > 1) {
            return;
        }
        var descriptor = tokens.getBodyDescriptor();
        var text =
                new String(tokens.getDecodedInputStream().readNBytes(LONGEST_TEXT), charset(descriptor.getCharset()));
        parts.add(new Part(descriptor.getMimeType().toLowerCase(Locale.ROOT), text));
    }

    /** Latin 1 reads every byte. */
    private static Charset charset(@Nullable String name) {
        try {
            return name == null || name.isBlank() ? StandardCharsets.UTF_8 : Charset.forName(name.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.ISO_8859_1;
        }
    }

    private ParsedMessage result() {
        var message = new ParsedMessage(fields, parts, returned);
        var headers = message.textOf("text/rfc822-headers", "message/global-headers", "message/rfc822-headers");
        return returned.isEmpty() && headers != null ? message.returning(FieldBlocks.header(headers)) : message;
    }
}
