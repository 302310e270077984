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
}
