package org.vedette.standalone;

import java.nio.file.Path;
import java.util.Optional;
import org.vedette.embedded.EmbeddedStartException;
import org.vedette.embedded.broker.BrokerHaltedException;
import org.vedette.embedded.store.file.DamagedStoreException;
import org.vedette.starter.settings.InvalidSetting;

/** Describes an unexpected failure of the start in one line. */
final class StartFailure {

    private static final int MAX_LENGTH = 240;

    /** All services keep their data in one file; what Kafka has of it besides is the newest event of every published post. */
    private static final String REBUILD =
            " Without a backup, VEDETTE_FEED_REBUILD=true at the next start brings back the published pages, from"
                    + " Kafka; drafts, the editing of earlier posts, subscribers and the record of sent mail are lost.";

    private StartFailure() {}

    /** 3 when the broker halted while it started, as when it halts later; 1 otherwise. */
    static int exitCode(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BrokerHaltedException) {
                return Standalone.FAILED;
            }
        }
        return Standalone.REFUSED;
    }

    static String line(Throwable failure, Path log) {
        var setting = InvalidSetting.describe(failure);
        if (setting.isPresent()) {
            return "Vedette could not start: " + setting.get();
        }
        var cause = rootCause(failure);
        var rebuild = cause instanceof DamagedStoreException ? REBUILD : "";
        return "Vedette could not start: " + description(cause) + rebuild + " The log says more: " + log;
    }

    /** The innermost cause, or the exception of the embedded servers, whose message is made for people. */
    private static Throwable rootCause(Throwable failure) {
        var cause = failure;
        while (!(cause instanceof EmbeddedStartException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String description(Throwable cause) {
        var message = Optional.ofNullable(cause.getMessage())
                .flatMap(text -> text.strip().lines().findFirst());
        var kind = cause.getClass().getSimpleName();
        if (cause instanceof EmbeddedStartException) {
            return sentence(message.orElse(kind));
        }
        return sentence(shortened(message.map(text -> kind + ": " + text).orElse(kind)));
    }

    private static String shortened(String line) {
        return line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + " …" : line;
    }

    private static String sentence(String line) {
        return line.endsWith(".") || line.endsWith("…") ? line : line + ".";
    }
}
