package org.vedette.post.imports.formats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.vedette.post.imports.FoundItem;
import org.vedette.post.imports.FoundItem.FoundPost;
import org.vedette.post.imports.FoundItem.NotTaken;
import org.vedette.post.imports.FoundItem.Unreadable;
import org.vedette.post.imports.ImportFile;
import org.vedette.post.imports.ImportLimits;
import org.vedette.post.markup.render.FlexmarkConverter;

/** What a file has when it is opened and read. */
record FoundItems(String format, List<FoundItem> items) {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T09:30:00Z"), ZoneOffset.UTC);

    static final ImportLimits LIMITS = new ImportLimits(50_000_000, 100, 20_000_000, 2_000_000, 1_000_000);

    static ImportFile open(Path directory, byte[] content) throws IOException {
        return open(directory, "import.md", content);
    }

    static ImportFile open(Path directory, String name, byte[] content) throws IOException {
        var file = Files.write(directory.resolve("import"), content);
        var opened = new ImportFileOpener(new FlexmarkConverter(), LIMITS, ZoneId.of("Europe/Berlin"), CLOCK)
                .open(file, name);
        Files.delete(file);
        return opened;
    }

    static FoundItems of(Path directory, byte[] content) throws IOException {
        return of(directory, "import.md", content);
    }

    static FoundItems of(Path directory, String name, byte[] content) throws IOException {
        try (var file = open(directory, name, content)) {
            var items = new ArrayList<FoundItem>();
            file.readItems(items::add);
            return new FoundItems(file.format(), items);
        }
    }

    static FoundItems of(Path directory, String content) throws IOException {
        return of(directory, content.getBytes(StandardCharsets.UTF_8));
    }

    List<FoundPost> posts() {
        return items.stream()
                .filter(FoundPost.class::isInstance)
                .map(FoundPost.class::cast)
                .toList();
    }

    FoundPost post() {
        if (posts().size() != 1) {
            throw new AssertionError("not one post: " + items);
        }
        return posts().get(0);
    }

    /** One line for each item: what it is, where, and why. */
    List<String> summary() {
        return items.stream().map(FoundItems::summary).toList();
    }

    private static String summary(FoundItem item) {
        if (item instanceof Unreadable broken) {
            return "unreadable, " + broken.location() + ": " + broken.reason();
        }
        return item instanceof NotTaken skipped
                ? "skipped, " + skipped.location() + ": " + skipped.reason()
                : "post, " + item.location() + ": " + item.title();
    }
}
