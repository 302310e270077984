package org.vedette.standalone.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vedette.standalone.settings.StartRefusedException;

class ExportCommandTests {

    private static final int CUT_OFF = 1_000_000;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final HttpServer gateway;
    private int status = 200;
    private byte[] answer = zip("manifest.json");
    private int missing;

    @TempDir
    private Path directory;

    ExportCommandTests() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        gateway.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(status, answer.length + missing);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        gateway.start();
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void everythingIsInTheFileThatNobodyElseReads() throws IOException {
        assertThat(run(file().toString())).isZero();

        assertThat(Files.readAllBytes(file())).isEqualTo(answer);
        assertThat(Files.getPosixFilePermissions(file())).hasSize(2);
        assertThat(requests).containsExactly("GET /api/export Bearer secret");
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Exported to " + file());
        assertThat(directory.toFile().list()).containsExactly("blog.zip");
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyWhenSomebodySaysSo() throws IOException {
        Files.writeString(file(), "the last one");

        assertThatThrownBy(() -> run(file().toString()))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("exists: choose another name, or say --overwrite");
        assertThat(file()).hasContent("the last one");
        assertThat(requests).isEmpty();

        assertThat(run("--overwrite", file().toString())).isZero();
        assertThat(Files.readAllBytes(file())).isEqualTo(answer);
    }

    @Test
    void whatIsNotCompleteLeavesNoFileAndTheLastOneStays() throws IOException {
        Files.writeString(file(), "the last one");

        answer = zip("posts/1.md");
        assertRefused("has no manifest");
        answer = Arrays.copyOf(zip("manifest.json"), 40);
        assertRefused("ended too early");
        missing = CUT_OFF;
        assertRefused("Nothing was exported: ");
        status = 403;
        missing = 0;
        answer = "{\"detail\": \"Exporting needs the role editor.\"}".getBytes(StandardCharsets.UTF_8);
        assertRefused("Exporting needs the role editor.");
        gateway.stop(0);
        assertRefused("start Vedette first");

        assertThat(file()).hasContent("the last one");
        assertThat(directory.toFile().list()).containsExactly("blog.zip");
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> run("--overwrite", file().toString()))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void whatIsNoFileIsRefusedInOneLine() {
        assertThatThrownBy(this::run).hasMessageStartingWith("Say which file");
        assertThatThrownBy(() -> run("--quick", "x")).hasMessageStartingWith("Say which file");
        assertThatThrownBy(() -> run(directory.toString())).hasMessageContaining("is a directory");
        assertThatThrownBy(() -> run(directory.resolve("none/blog.zip").toString()))
                .hasMessageStartingWith("There is no directory");
    }

    private Path file() {
        return directory.resolve("blog.zip");
    }

    private int run(String... arguments) {
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        var api = new ExportApi(
                URI.create("http://localhost:" + gateway.getAddress().getPort()), "secret");
        return new ExportCommand(api, out).run(List.of(arguments));
    }

    private static byte[] zip(String name) {
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry(name));
            out.write("{}".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zip.toByteArray();
    }
}
