package org.vedette.notification.bounces.mail.maildir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
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
 * Applies the reports that arrive in a Maildir. What cannot be read stays there and is named once; what failed for another
 * reason is applied again, after all others.
 */
@MayBlock("the worker that calls it")
@ThreadConfined("the worker that calls it")
final class MaildirReader {

    private static final Logger log = LoggerFactory.getLogger(MaildirReader.class);
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final int MOST_AT_ONCE = 10_000;
    private static final int MOST_REMEMBERED = 10_000;

    /** Of so many reports in a row none is the reason of the failure. */
    private static final int MOST_FAILURES = 20;

    private final Maildir maildir;
    private final ReportService reports;
    private final long largest;
    private final Set<String> unreadable = new LinkedHashSet<>();
    private final Set<String> failed = new LinkedHashSet<>();

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

    /**
     * Applies all that have arrived. Fails when the directory cannot be read, and in the end when one or more reports could
     * not be applied; gives up early when nothing can.
     */
    void run() throws IOException {
        var failures = new ArrayList<Exception>();
        var inARow = 0;
        for (var entry : maildir.arrived(MOST_AT_ONCE, unreadable, failed)) {
            if (Thread.currentThread().isInterrupted() || inARow >= MOST_FAILURES) {
                break;
            }
            inARow = isDone(entry, failures) ? 0 : inARow + 1;
        }
        if (!failures.isEmpty()) {
            rethrow(failures.get(0));
        }
    }

    private static void rethrow(Exception failure) throws IOException {
        if (failure instanceof IOException ofTheFile) {
            throw ofTheFile;
        }
        throw (RuntimeException) failure;
    }

    private boolean isDone(Entry entry, List<Exception> failures) {
        try {
            read(entry);
            failed.remove(entry.name());
            return true;
        } catch (IOException | RuntimeException failure) {
            failures.add(failure);
            if (remember(entry, failed)) {
                log.warn("The report {} was not applied, and is read again: {}", entry.name(), failure.toString());
            }
            return false;
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
        if (remember(entry, unreadable)) {
            log.warn("The report {} stays in the Maildir: {}", entry.name(), reason);
        }
    }

    /** Whether it was not remembered before. */
    private static boolean remember(Entry entry, Set<String> names) {
        if (names.size() >= MOST_REMEMBERED && !names.contains(entry.name())) {
            names.remove(names.iterator().next());
        }
        return names.add(entry.name());
    }
}
