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
import org.vedette.gateway.files.InvalidFileException;

/**
 * The API tokens of a file that is read again at an interval, so that a token can be added or revoked while the gateway
 * runs. A changed file with an invalid line is rejected as a whole.
 */
class ApiTokenFile {

    private static final Logger log = LoggerFactory.getLogger(ApiTokenFile.class);

    private final Path file;
    private final Duration refresh;
    private final InstantSource clock;
    private final AtomicReference<Snapshot> latest;

    private record Snapshot(String text, ApiTokens tokens, Instant readAt) {}

    /** @throws InvalidFileException when the file exists and is invalid */
    ApiTokenFile(Path file, Duration refresh, InstantSource clock) {
        this.file = file;
        this.refresh = refresh;
        this.clock = clock;
        this.latest = new AtomicReference<>(initialSnapshot());
    }

    /** Blocks where the file is due to be read again; must not be called on an event loop. */
    Optional<ApiToken> find(String token) {
        return current().tokens().find(token);
    }

    private Snapshot initialSnapshot() {
        try {
            return read(text());
        } catch (UncheckedIOException e) {
            throw new InvalidFileException(
                    "The file of API tokens, %s, cannot be read: %s".formatted(file, e.getMessage()),
                    "Make the file readable for the gateway, or name another file in VEDETTE_TOKENS.");
        }
    }

    private Snapshot current() {
        var current = Objects.requireNonNull(latest.get());
        if (clock.instant().isBefore(current.readAt().plus(refresh))) {
            return current;
        }
        var snapshot = reread(current);
        latest.set(snapshot);
        return snapshot;
    }

    private Snapshot reread(Snapshot current) {
        try {
            var text = text();
            return text.equals(current.text()) ? unchanged(current) : read(text);
        } catch (InvalidFileException e) {
            log.error("{} The previous tokens stay valid.", e.description());
        } catch (UncheckedIOException e) {
            log.error("Cannot read the file of API tokens, {}; the previous tokens stay valid.", file, e);
        }
        return unchanged(current);
    }

    private Snapshot read(String text) {
        var snapshot = new Snapshot(text, ApiTokens.parse(file, text), clock.instant());
        logCount(snapshot);
        return snapshot;
    }

    private Snapshot unchanged(Snapshot current) {
        return new Snapshot(current.text(), current.tokens(), clock.instant());
    }

    private void logCount(Snapshot snapshot) {
        if (snapshot.tokens().size() == 0) {
            log.warn("{} contains no API token: only those of people are accepted.", file);
        } else {
            log.info("Accepting {} API tokens of {}.", snapshot.tokens().size(), file);
        }
    }

    /** A file that does not exist is the same as an empty one. */
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
