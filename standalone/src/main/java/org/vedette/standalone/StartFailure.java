package org.vedette.standalone;

import java.nio.file.Path;
import java.util.Optional;
import org.vedette.embedded.EmbeddedStartException;

/** Describes an unexpected failure of the start in one line. */
final class StartFailure {

    private static final int MAX_LENGTH = 240;

    private StartFailure() {}

    static String line(Throwable failure, Path log) {
        return "Vedette could not start: " + firstLine(rootCause(failure)) + " The log says more: " + log;
    }

    /** The innermost cause, or the exception of the embedded servers, whose message is made for people. */
    private static Throwable rootCause(Throwable failure) {
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
        if (line.length() > MAX_LENGTH) {
            return line.substring(0, MAX_LENGTH) + " …";
        }
        return line.endsWith(".") ? line : line + ".";
    }
}
