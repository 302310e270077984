package org.vedette.post.imports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.vedette.post.imports.ImportDirectory;
import org.vedette.post.imports.ImportLimits;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.StandardProblem;
import reactor.core.publisher.Mono;

class ImportReceiverTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final ImportLimits LIMITS = new ImportLimits(1_000, 100, 5_000, 1_000, 1_000);

    @TempDir
    private Path directory;

    @Test
    void aFileIsInTheDirectoryWhileItIsReadAndNotAfterwards() throws IOException {
        var imports = directory.resolve("imports");

        var content = receiver(imports)
                .receive(MockServerHttpRequest.post("/api/imports").body("A whole blog"), file -> read(file.path()))
                .block(TIMEOUT);

        assertThat(content).isEqualTo("A whole blog");
        assertThat(imports).isEmptyDirectory();
    }

    @Test
    void aDiskThatCannotBeWrittenIsAnsweredWithWhatToDo() throws IOException {
        var noDirectory = Files.writeString(directory.resolve("file"), "").resolve("below");
        var received = receiver(noDirectory)
                .receive(MockServerHttpRequest.post("/api/imports").body("A whole blog"), file -> read(file.path()));

        var failure = catchThrowableOfType(ProblemException.class, () -> received.block(TIMEOUT));

        assertThat(failure.problem().type()).isEqualTo(StandardProblem.INSUFFICIENT_STORAGE);
        assertThat(failure.problem().detail()).contains("Nothing was imported");
    }

    private static ImportReceiver receiver(Path imports) {
        return new ImportReceiver(LIMITS, new ImportDirectory(imports));
    }

    private static Mono<String> read(Path file) {
        return Mono.fromCallable(() -> Files.readString(file));
    }

    @Test
    void aFileSentAsItselfIsNamedByItsHeader() {
        var name = receiver(directory)
                .receive(
                        MockServerHttpRequest.post("/api/imports")
                                .header("Content-Disposition", "attachment; filename=\"a-loader.md\"")
                                .body("Text."),
                        file -> Mono.just(file.name()))
                .block(TIMEOUT);

        assertThat(name).isEqualTo("a-loader.md");
    }

    @Test
    void aFormWithTwoFilesOrNoneIsRefused() {
        assertThat(refused(part("file", "a.xml") + part("file", "b.xml")))
                .startsWith("The form has more than one file");
        assertThat(refused(part("other", "a.xml"))).startsWith("The form has no part file");
    }

    private String refused(String parts) {
        var received = receiver(directory)
                .receive(
                        MockServerHttpRequest.post("/api/imports")
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .body(parts + "--x--\r\n"),
                        file -> read(file.path()));
        var failure = catchThrowableOfType(ProblemException.class, () -> received.block(TIMEOUT));
        assertThat(failure.problem().type()).isEqualTo(StandardProblem.MALFORMED_REQUEST);
        return String.valueOf(failure.problem().detail());
    }

    private static String part(String name, String file) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + file
                + "\"\r\n\r\nText.\r\n";
    }
}
