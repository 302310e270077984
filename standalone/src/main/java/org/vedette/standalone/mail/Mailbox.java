package org.vedette.standalone.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vedette.standalone.data.PrivateFiles;

/** A directory of mails; a file is named after the time of its arrival and a number, and that name is the mail's id. */
final class Mailbox {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern ID = Pattern.compile("\\d{8}T\\d{9}Z-\\d{4,19}");
    private static final String EXTENSION = ".eml";

    private final Path directory;
    private final Clock clock;
    private final AtomicLong numbers = new AtomicLong();

    Mailbox(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Stores a mail and returns its id when the mail is on the disk. */
    String store(byte[] mail) throws IOException {
        var id = "%s-%04d".formatted(MOMENT.format(clock.instant()), numbers.incrementAndGet());
        PrivateFiles.write(directory.resolve(id + EXTENSION), mail);
        return id;
    }

    /** The ids of all mails, newest first. */
    List<String> ids() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(EXTENSION))
                    .map(name -> name.substring(0, name.length() - EXTENSION.length()))
                    .filter(id -> ID.matcher(id).matches())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    /** The file of a mail; empty when there is none, whatever the id contains. */
    Optional<Path> file(String id) {
        return Optional.of(id)
                .filter(ID.asMatchPredicate())
                .map(valid -> directory.resolve(valid + EXTENSION))
                .filter(Files::isRegularFile);
    }
}
