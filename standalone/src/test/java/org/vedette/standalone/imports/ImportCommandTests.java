package org.vedette.standalone.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vedette.standalone.settings.StartRefusedException;

class ImportCommandTests {

    private static final String RUNNING = "{\"id\": \"1\", \"state\": \"running\", \"progress\": 0.5}";
    private static final String FINISHED = """
            {"id": "1", "state": "finished", "progress": 1, "created": 2, "public": 1, "drafts": 1, "skipped": 1, "failed": %d, "items": [
             {"outcome": "skipped", "location": "line 9", "title": "A page", "message": "is no post"},
             {"outcome": "created", "location": "line 13", "title": "A loader", "message": ""}]}
            """;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final HttpServer gateway;
    private int status = 200;

    @TempDir
    private Path directory;

    ImportCommandTests() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        gateway.createContext("/", exchange -> {
            var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " " + sent);
            var body = answers.remove().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        gateway.start();
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void aFileIsSentAndFollowedToItsEnd() throws IOException {
        answers.addAll(List.of(RUNNING, RUNNING, FINISHED.formatted(0)));

        var code = run(true, "--dry-run", file().toString());

        assertThat(code).isZero();
        assertThat(requests)
                .containsExactly(
                        "POST /api/imports?name=blog.xml&dryRun=true Bearer secret <rss/>",
                        "GET /api/imports/1 Bearer secret ",
                        "GET /api/imports/1 Bearer secret ");
        assertThat(printed())
                .contains(
                        "] 100 %",
                        "skipped: line 9, A page: is no post",
                        "2 would be created (1 public, 1 as drafts), 1 skipped, 0 failed.")
                .doesNotContain("A loader");
    }

    @Test
    void whatFailedIsSeenInTheExitCodeAndAFileGetsNoBar() throws IOException {
        answers.add(FINISHED.formatted(3));

        assertThat(run(false, file().toString())).isEqualTo(ImportCommand.INCOMPLETE);
        assertThat(printed())
                .contains("2 created (1 public, 1 as drafts), 1 skipped, 3 failed.")
                .doesNotContain("%");
    }

    @Test
    void aRefusalIsOneLine() throws IOException {
        status = 415;
        answers.add("{\"detail\": \"The file is none that is known: send another.\"}");
        var file = file().toString();

        assertThatThrownBy(() -> run(false, file))
                .isInstanceOf(StartRefusedException.class)
                .hasMessage("The file is none that is known: send another.");
        assertThatThrownBy(() -> run(false)).hasMessageStartingWith("Say which file");
        assertThatThrownBy(() -> run(false, directory.toString())).hasMessageEndingWith("pack the folder as a zip.");
        gateway.stop(0);
        assertThatThrownBy(() -> run(false, file)).hasMessageContaining("start Vedette first");
    }

    private Path file() throws IOException {
        return Files.writeString(directory.resolve("blog.xml"), "<rss/>");
    }

    private int run(boolean isTerminal, String... arguments) {
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        var api = new ImportApi(
                URI.create("http://localhost:" + gateway.getAddress().getPort()), "secret");
        return new ImportCommand(api, new ProgressBar(out, isTerminal), out, Duration.ofMillis(1))
                .run(List.of(arguments));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
