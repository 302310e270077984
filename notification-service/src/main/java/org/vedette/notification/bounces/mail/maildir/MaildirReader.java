package org.vedette.notification.bounces.mail.maildir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.notification.bounces.Door;
import org.vedette.notification.bounces.Outcome;
import org.vedette.notification.bounces.ReportService;
import org.vedette.notification.bounces.mail.maildir.Maildir.Entry;
import org.vedette.starter.MayBlock;
import org.vedette.starter.ThreadConfined;

/**
 * Applies the reports that arrive in a Maildir. What cannot be read stays there and is named once; what the store could not
 * take is applied again.
 */
@MayBlock("the worker that calls it")
@ThreadConfined("the worker that calls it")
final class MaildirReader {

    private static final Logger log = LoggerFactory.getLogger(MaildirReader.class);
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final int MOST_AT_ONCE = 10_000;
    private static final int MOST_REMEMBERED = 10_000;

    private final Maildir maildir;
    private final ReportService reports;
    private final long largest;
    private final Set<String> unreadable = new LinkedHashSet<>();

    /**
     * The reader of one process.
     *
     * @param largest largest message in bytes
     */
    MaildirReader(Maildir maildir, ReportService reports, long largest) {
        this.maildir = maildir;
        this.reports = reports;
        this.largest = largest;
    }

    /** Applies all that have arrived. Fails when the directory cannot be read, or the store takes nothing. */
    void run() throws IOException {
        for (var entry : maildir.arrived(MOST_AT_ONCE)) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            if (!unreadable.contains(entry.name())) {
                read(entry);
            }
        }
    }

    private void read(Entry entry) throws IOException {
        try {
            if (Files.size(entry.file()) > largest) {
                leave(entry, "it is larger than " + largest + " bytes");
            } else {
                apply(entry, Files.readAllBytes(entry.file()));
            }
        } catch (NoSuchFileException movedByAnother) {
            log.debug("{} was read by another process", entry.name());
        }
    }

    private void apply(Entry entry, byte[] message) throws IOException {
        var outcome = reports.accept(Door.MAILDIR, message, List.of())
                .blockOptional(TIMEOUT)
                .orElse(Outcome.OTHER);
        if (outcome == Outcome.UNREADABLE) {
            leave(entry, "it cannot be read");
        } else if (outcome != Outcome.EARLY) {
            maildir.markSeen(entry);
        }
    }

    private void leave(Entry entry, String reason) {
        log.warn("The report {} stays in the Maildir: {}", entry.name(), reason);
        if (unreadable.size() >= MOST_REMEMBERED) {
            unreadable.remove(unreadable.iterator().next());
        }
        unreadable.add(entry.name());
    }
}
