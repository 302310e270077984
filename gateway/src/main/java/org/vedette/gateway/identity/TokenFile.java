package org.vedette.gateway.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The API tokens as they stand in their file. The file is read again once it may have changed, so that a token can be
 * given or taken away while the gateway runs; a change that cannot be read is refused as a whole.
 */
class TokenFile {

    private static final Logger log = LoggerFactory.getLogger(TokenFile.class);

    private final Path file;
    private final Duration refresh;
    private final InstantSource clock;
    private final AtomicReference<Reading> last;

    private record Reading(String text, ApiTokens tokens, Instant at) {}

    /** @throws UnusableFileException when the file is there and cannot be used */
    TokenFile(Path file, Duration refresh, InstantSource clock) {
        this.file = file;
        this.refresh = refresh;
        this.clock = clock;
        this.last = new AtomicReference<>(firstReading());
    }

    /** Reads a file, at times: not for an event loop. */
    Optional<ApiToken> find(String token) {
        return current().tokens().find(token);
    }

    private Reading firstReading() {
        try {
            return read(text());
        } catch (UncheckedIOException e) {
            throw new UnusableFileException(
                    "The file of API tokens, %s, cannot be read: %s".formatted(file, e.getMessage()),
                    "Let the gateway read it, or name another file in VEDETTE_TOKENS.");
        }
    }

    private Reading current() {
        var known = Objects.requireNonNull(last.get());
        if (clock.instant().isBefore(known.at().plus(refresh))) {
            return known;
        }
        var reading = reread(known);
        last.set(reading);
        return reading;
    }

    private Reading reread(Reading known) {
        try {
            var text = text();
            return text.equals(known.text()) ? stillThe(known) : read(text);
        } catch (UnusableFileException e) {
            log.error("{} The tokens from before the change stay valid.", e.description());
        } catch (UncheckedIOException e) {
            log.error("The file of API tokens, {}, cannot be read: {}", file, e.getMessage());
        }
        return stillThe(known);
    }

    private Reading read(String text) {
        var reading = new Reading(text, ApiTokens.parse(file, text), clock.instant());
        tell(reading);
        return reading;
    }

    private Reading stillThe(Reading known) {
        return new Reading(known.text(), known.tokens(), clock.instant());
    }

    private void tell(Reading reading) {
        if (reading.tokens().size() == 0) {
            log.warn("No API token is accepted: {} has none.", file);
        } else {
            log.info("{} API tokens are accepted.", reading.tokens().size());
        }
    }

    /** A file that is not there, not yet or no longer, has no tokens. */
    private String text() {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
