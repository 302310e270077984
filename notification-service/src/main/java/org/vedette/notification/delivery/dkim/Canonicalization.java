package org.vedette.notification.delivery.dkim;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.regex.Pattern;

/** The canonicalization {@code relaxed} of headers and bodies (RFC 6376 §3.4.2, §3.4.4). */
public final class Canonicalization {

    private static final Pattern FOLDING = Pattern.compile("\r\n");
    private static final Pattern SPACES = Pattern.compile("[ \t]+");

    private Canonicalization() {}

    /** A header field without the CRLF at its end. */
    static String header(String name, String value) {
        var unfolded = FOLDING.matcher(value).replaceAll("");
        return name.toLowerCase(Locale.ROOT).strip() + ":"
                + SPACES.matcher(unfolded).replaceAll(" ").strip();
    }

    /**
     * A part of a body; the parts one after the other are the whole. Spaces at the end of a part are followed by another part that
     * goes on in the same line.
     *
     * @param last whether it ends the body: then it ends in exactly one CRLF, unless the body is empty
     */
    public static byte[] bodyPart(byte[] part, boolean last) {
        var canonical = new ByteArrayOutputStream(part.length);
        var lineEnds = 0;
        var space = false;
        for (var i = 0; i < part.length; i++) {
            if (isLineEnd(part, i)) {
                lineEnds++;
                space = false;
                i++;
            } else if (part[i] == ' ' || part[i] == '\t') {
                space = true;
            } else {
                endLines(canonical, lineEnds);
                lineEnds = 0;
                if (space) {
                    canonical.write(' ');
                    space = false;
                }
                canonical.write(part[i]);
            }
        }
        endPart(canonical, lineEnds, space, last);
        return canonical.toByteArray();
    }

    private static void endPart(ByteArrayOutputStream canonical, int lineEnds, boolean space, boolean last) {
        if (last) {
            endLines(canonical, canonical.size() > 0 ? 1 : 0);
        } else {
            endLines(canonical, lineEnds);
            if (space) {
                canonical.write(' ');
            }
        }
    }

    private static boolean isLineEnd(byte[] part, int i) {
        return part[i] == '\r' && i + 1 < part.length && part[i + 1] == '\n';
    }

    private static void endLines(ByteArrayOutputStream canonical, int count) {
        for (var i = 0; i < count; i++) {
            canonical.write('\r');
            canonical.write('\n');
        }
    }
}
