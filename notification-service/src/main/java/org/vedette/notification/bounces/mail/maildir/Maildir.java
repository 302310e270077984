package org.vedette.notification.bounces.mail.maildir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A Maildir: messages arrive in {@code new}, and are moved to {@code cur} when they were seen. Several readers may share it,
 * because a message is moved after it was processed, and processing it twice changes nothing.
 */
final class Maildir {

    /** The flag of a message that was seen. */
    private static final String SEEN = ":2,S";

    private final Path arrived;
    private final Path seen;

    Maildir(Path directory) {
        this.arrived = directory.resolve("new");
        this.seen = directory.resolve("cur");
    }

    /** A message by the name of its file. */
    record Entry(String name, Path file) {}

    /**
     * The messages that were not seen yet, oldest name first.
     *
     * @param left names of messages that are not wanted, and take nobody's place
     * @param last names of messages that come after all others
     * @throws IOException when there is no such directory, or it cannot be read
     */
    List<Entry> arrived(int limit, Set<String> left, Set<String> last) throws IOException {
        try (Stream<Path> files = Files.list(arrived)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> new Entry(file.getFileName().toString(), file))
                    .filter(entry -> !entry.name().startsWith(".") && !left.contains(entry.name()))
                    .sorted(Comparator.comparing((Entry entry) -> last.contains(entry.name()))
                            .thenComparing(Entry::name))
                    .limit(limit)
                    .toList();
        }
    }

    /** Marks a message as seen. Another reader may have done it. */
    void markSeen(Entry entry) throws IOException {
        try {
            Files.move(entry.file(), seen.resolve(entry.name() + SEEN), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException movedByAnother) {
            if (Files.exists(entry.file())) {
                throw movedByAnother;
            }
        }
    }
}
