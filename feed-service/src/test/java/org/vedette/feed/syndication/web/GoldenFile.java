package org.vedette.feed.syndication.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a writer is known to write. */
final class GoldenFile {

    private GoldenFile() {}

    static String read(String name) {
        try (var golden = GoldenFile.class.getResourceAsStream("/org/vedette/feed/syndication/" + name)) {
            return new String(golden.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
