package org.vedette.notification.bounces.mail.maildir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.vedette.notification.bounces.Report;
import org.vedette.notification.bounces.ReportService;
import org.vedette.notification.bounces.TestReportServices;
import org.vedette.notification.bounces.UnreadableReportException;

@ExtendWith(OutputCaptureExtension.class)
class MaildirReaderTests {

    private static final int LARGEST = 100;

    @TempDir
    private Path directory;

    private final List<String> read = new CopyOnWriteArrayList<>();
    private final AtomicBoolean failing = new AtomicBoolean();
    private final AtomicInteger endless = new AtomicInteger();

    @BeforeEach
    void create() throws IOException {
        for (var name : List.of("new", "cur", "tmp")) {
            Files.createDirectory(directory.resolve(name));
        }
    }

    @Test
    void whatArrivedIsAppliedInOrderAndMarkedAsSeen() throws IOException {
        arrive("2.b", "second");
        arrive("1.a", "first");

        reader().run();

        assertThat(read).containsExactly("first", "second");
        assertThat(names("new")).isEmpty();
        assertThat(names("cur")).containsExactly("1.a:2,S", "2.b:2,S");
    }

    @Test
    void whatCannotBeReadStaysAndIsNamedOnce(CapturedOutput output) throws IOException {
        arrive("1.a", "unreadable");
        arrive("2.b", "x".repeat(LARGEST + 1));
        arrive("3.c", "fine");
        var reader = reader();

        reader.run();
        reader.run();

        assertThat(read).containsExactly("fine");
        assertThat(names("new")).containsExactly("1.a", "2.b");
        assertThat(output.getOut())
                .containsOnlyOnce("1.a stays in the Maildir: it cannot be read")
                .containsOnlyOnce("2.b stays in the Maildir: it is larger than 100 bytes");
    }

    @Test
    void whatTheStoreDidNotTakeStaysForTheNextTime() throws IOException {
        arrive("1.a", "first");
        failing.set(true);
        var reader = reader();

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(reader::run);
        assertThat(names("new")).containsExactly("1.a");
        failing.set(false);
        reader.run();

        assertThat(names("new")).isEmpty();
    }

    @Test
    void aReportThatFailsDoesNotHoldUpTheOthers(CapturedOutput output) throws IOException {
        arrive("1.a", "failing");
        arrive("2.b", "second");
        arrive("3.c", "third");
        var reader = reader();

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(reader::run);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(reader::run);

        assertThat(read).containsExactly("second", "third");
        assertThat(names("new")).containsExactly("1.a");
        assertThat(output.getOut()).containsOnlyOnce("1.a was not applied, and is read again");
    }

    @Test
    void soManyFailuresInARowThatTheStoreMustBeAwayEndTheRunAndComeLastInTheNextOne() throws IOException {
        for (var number = 100; number < 130; number++) {
            arrive(number + ".a", number < 125 ? "failing" : "fine " + number);
        }
        var reader = reader();

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(reader::run);
        assertThat(read).isEmpty();
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(reader::run);

        assertThat(read).containsExactly("fine 125", "fine 126", "fine 127", "fine 128", "fine 129");
    }

    @Test
    void aReportWhoseReadingNeverEndsStaysAndIsNotReadAgain(CapturedOutput output) throws IOException {
        arrive("1.a", "endless");
        arrive("2.b", "second");
        var reader = new MaildirReader(new Maildir(directory), reports(Duration.ofMillis(100)), LARGEST);

        reader.run();
        reader.run();

        assertThat(read).containsExactly("second");
        assertThat(names("new")).containsExactly("1.a");
        assertThat(endless).hasValue(1);
        assertThat(output.getOut()).containsOnlyOnce("1.a stays in the Maildir: it cannot be read");
    }

    @Test
    void whatIsLeftTakesNoPlaceAmongTheFirst() throws IOException {
        arrive("1.a", "left");
        arrive("2.b", "failed before");
        arrive("3.c", "new");

        var entries = new Maildir(directory).arrived(1, Set.of("1.a"), Set.of("2.b"));

        assertThat(entries).extracting(Maildir.Entry::name).containsExactly("3.c");
    }

    @Test
    void whatIsNoMessageIsLeftAlone() throws IOException {
        arrive(".hidden", "x");
        Files.createDirectory(directory.resolve("new").resolve("directory"));
        Files.createSymbolicLink(directory.resolve("new").resolve("link"), Path.of("/etc/hostname"));

        reader().run();

        assertThat(read).isEmpty();
        assertThat(names("new")).containsExactly(".hidden", "directory", "link");
    }

    @Test
    void whatAnotherReaderMovedMeanwhileIsNoFailure() throws IOException {
        arrive("1.a", "first");
        var maildir = new Maildir(directory);
        var entry = maildir.arrived(10, Set.of(), Set.of()).get(0);
        maildir.markSeen(entry);

        maildir.markSeen(entry);

        assertThat(names("cur")).containsExactly("1.a:2,S");
    }

    @Test
    void aDirectoryThatIsMissingIsAFailure() {
        var reader = new MaildirReader(new Maildir(directory.resolve("none")), reports(), LARGEST);

        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(reader::run);
    }

    private MaildirReader reader() {
        return new MaildirReader(new Maildir(directory), reports(), LARGEST);
    }

    private ReportService reports() {
        return reports(Duration.ofSeconds(10));
    }

    private ReportService reports(Duration readingTimeout) {
        return TestReportServices.of(this::report, readingTimeout);
    }

    private Report report(byte[] message) {
        var content = new String(message, StandardCharsets.UTF_8);
        if (content.equals("endless")) {
            endless.incrementAndGet();
            LockSupport.parkNanos(Duration.ofSeconds(20).toNanos());
            throw new IllegalStateException("given up");
        }
        if (failing.get() || content.equals("failing")) {
            throw new IllegalStateException("the store is unavailable");
        }
        if (content.equals("unreadable")) {
            throw new UnreadableReportException("for a test");
        }
        read.add(content);
        return Report.of(Report.Kind.OTHER, TestReportServices.NOTHING);
    }

    private void arrive(String name, String content) throws IOException {
        Files.writeString(directory.resolve("new").resolve(name), content);
    }

    private List<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
