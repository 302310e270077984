package org.vedette.standalone;

import java.nio.file.Path;
import java.util.Optional;
import org.vedette.embedded.EmbeddedStartException;

/** A failure nobody foresaw, in one line. */
final class StartFailure {

    private static final int LONGEST = 240;

    private StartFailure() {}

    static String line(Throwable failure, Path log) {
        return "Vedette could not start: " + firstLine(tellingCause(failure)) + " The log says more: " + log;
    }

    /** The innermost cause is the one that happened; only the embedded servers explain theirs better. */
    private static Throwable tellingCause(Throwable failure) {
        var cause = failure;
        while (!(cause instanceof EmbeddedStartException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String firstLine(Throwable cause) {
        var kind = cause.getClass().getSimpleName();
        var message = Optional.ofNullable(cause.getMessage())
                .flatMap(text -> text.strip().lines().findFirst());
        return cause instanceof EmbeddedStartException
                ? shortened(message.orElse(kind))
                : shortened(message.map(text -> kind + ": " + text).orElse(kind));
    }

    private static String shortened(String line) {
        if (line.length() > LONGEST) {
            return line.substring(0, LONGEST) + " …";
        }
        return line.endsWith(".") ? line : line + ".";
    }
}
