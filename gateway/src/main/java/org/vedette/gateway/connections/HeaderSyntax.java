package org.vedette.gateway.connections;

import io.netty.util.ByteProcessor;
import org.jspecify.annotations.Nullable;
import org.vedette.starter.ThreadConfined;

/** Follows the lines of a header, or of trailers, up to the empty line after them. */
@ThreadConfined("the event loop of the channel")
class HeaderSyntax implements ByteProcessor {

    private static final byte CR = '\r';
    private static final byte LF = '\n';

    private boolean lineEmpty = true;
    private boolean anyLine;
    private boolean afterCr;
    private @Nullable SyntaxViolation violation;

    /** Returns false at the line feed of the empty line, and at a violation. */
    @Override
    public boolean process(byte value) {
        if (afterCr != (value == LF)) {
            violation = SyntaxViolation.LINE_END;
            return false;
        }
        if (value == LF) {
            return endLine();
        }
        afterCr = value == CR;
        return afterCr || processCharacter(value);
    }

    private boolean endLine() {
        afterCr = false;
        if (lineEmpty && anyLine) {
            return false;
        }
        // Empty lines before a request are ignored (RFC 9112 §2.2).
        anyLine |= !lineEmpty;
        lineEmpty = true;
        return true;
    }

    private boolean processCharacter(byte value) {
        if (lineEmpty && (value == ' ' || value == '\t')) {
            violation = SyntaxViolation.FOLDED_HEADER;
        } else if (value == 0) {
            violation = SyntaxViolation.NUL;
        }
        lineEmpty = false;
        return violation == null;
    }

    @Nullable
    SyntaxViolation violation() {
        return violation;
    }

    /** Prepares for the next header. */
    void reset() {
        lineEmpty = true;
        anyLine = false;
    }

    /** Prepares for trailers, which may be missing: their first line may be the empty one. */
    void resetForTrailers() {
        lineEmpty = true;
        anyLine = true;
    }
}
