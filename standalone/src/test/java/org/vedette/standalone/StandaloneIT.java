package org.vedette.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import org.vedette.embedded.FreePorts;
import org.vedette.standalone.data.DataDirectory;

class StandaloneIT {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    @TempDir
    Path temporary;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> settings = new HashMap<>();

    @Test
    void whatWasPublishedOutlivesAKillAndStartsElsewhereFromABackup() throws Exception {
        settings.putAll(freePorts());
        settings.put("VEDETTE_DATA", data().toString());
        try (var first = Program.start(temporary, settings)) {
            awaitRunning(first);
            assertThat(first.out()).contains("editor-token", "admin-password").doesNotContain(token(), adminPassword());
            publish("A Post Before the Kill");
            assertThat(log())
                    .anyMatch(line -> line.matches(".* INFO  post-service +\\[.*"))
                    .anyMatch(line -> line.contains("Starting FeedServiceApplication"))
                    .noneMatch(line -> line.contains("[pool-"));
            first.kill();
        }

        try (var second = Program.start(temporary, settings)) {
            awaitRunning(second);
            await().atMost(TIMEOUT).until(() -> page().contains("A Post Before the Kill"));
            assertThat(second.out()).contains("editor-token").doesNotContain(token());
            assertThat(slugs()).hasSize(6).doesNotHaveDuplicates();
            assertThat(second.err()).isEmpty();
            second.terminate();
            assertThat(second.exitCode(30)).isEqualTo(143);
        }

        var token = token();
        FileSystemUtils.copyRecursively(data(), temporary.resolve("backup"));
        assertThat(FileSystemUtils.deleteRecursively(data())).isTrue();
        settings.putAll(freePorts());
        settings.put("VEDETTE_DATA", temporary.resolve("backup").toString());
        settings.put("VEDETTE_POST_SERIES_0_SLUG", "monthly-review");
        settings.put("VEDETTE_POST_SERIES_0_TITLE", "Monthly Review");
        settings.put("VEDETTE_POST_SERIES_0_CADENCE", "monthly");
        try (var elsewhere = Program.start(temporary, settings)) {
            awaitRunning(elsewhere);
            await().atMost(TIMEOUT).until(() -> page().contains("A Post Before the Kill"));
            assertThat(elsewhere.out()).contains("editor-token").doesNotContain(token);
            assertThat(read("/api/series", token)).contains("monthly-review", "weekly-phishing-report");
            assertThat(elsewhere.err()).isEmpty();
        }
    }

    @Test
    void theServersAloneSayWhatAServiceNeedsAndStopWhenTold() throws Exception {
        var ports = FreePorts.any(4);
        settings.putAll(Map.of(
                "VEDETTE_DATA", data().toString(),
                "VEDETTE_KAFKA_PORT", String.valueOf(ports.get(0)),
                "VEDETTE_MONGODB_PORT", String.valueOf(ports.get(1)),
                "VEDETTE_CATCHER_PORT", String.valueOf(ports.get(2)),
                "VEDETTE_MAIL_PORT", String.valueOf(ports.get(3))));

        try (var servers = Program.start(temporary, settings, "servers")) {
            awaitRunning(servers);

            assertThat(servers.out())
                    .contains("VEDETTE_KAFKA=127.0.0.1:" + ports.get(0))
                    .contains("VEDETTE_MONGODB=mongodb://127.0.0.1:" + ports.get(1))
                    .contains(Files.readAllLines(data().resolve("servers.env")));
            servers.terminate();
            assertThat(servers.exitCode(30)).isEqualTo(143);
            assertThat(servers.err()).isEmpty();
        }
    }

    @Test
    void anArgumentItDoesNotKnowIsReportedInOneLine() throws Exception {
        try (var program = Program.start(temporary, Map.of(), "service")) {
            assertThat(program.exitCode(60)).isEqualTo(1);
            assertThat(program.err()).hasLineCount(1).contains("service", "\"servers\"");
        }
    }

    @Test
    void aPortInUseIsReportedInOneLine() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = String.valueOf(other.getLocalPort());

            var line = refusal(Map.of("VEDETTE_DATA", data().toString(), "VEDETTE_PORT", port));

            assertThat(line).contains("Port " + port, "VEDETTE_PORT");
        }
    }

    @Test
    void theMailPagesPortInUseIsReportedInOneLine() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = String.valueOf(other.getLocalPort());

            var line =
                    refusal(Map.of("VEDETTE_DATA", data().toString(), "VEDETTE_PORT", "0", "VEDETTE_MAIL_PORT", port));

            assertThat(line).contains("Port " + port, "VEDETTE_MAIL_PORT");
        }
    }

    @Test
    void aDataDirectoryThatIsNoneIsReportedInOneLine() throws Exception {
        var file = Files.createFile(temporary.resolve("file"));
        settings.putAll(freePorts());
        settings.put("VEDETTE_DATA", file.resolve("below").toString());

        assertThat(refusal(settings)).contains(file.toString(), "VEDETTE_DATA");
    }

    @Test
    void aDataDirectoryInUseIsReportedInOneLine() throws Exception {
        var data = DataDirectory.open(data());
        settings.putAll(freePorts());
        settings.put("VEDETTE_DATA", data().toString());

        assertThat(refusal(settings)).contains(data().toString(), "in use", "VEDETTE_DATA");

        data.close();
    }

    @Test
    void aSettingThatMakesNoSenseIsReportedInOneLine() throws Exception {
        assertThat(refusal(Map.of("VEDETTE_PORT", "abc"))).contains("VEDETTE_PORT", "abc");
    }

    @Test
    void aFailureNobodyForesawIsReportedInOneLineToo() throws Exception {
        Files.createDirectories(data().resolve("store"));
        Files.writeString(data().resolve("store").resolve("vedette.mv"), "this is no store");
        settings.putAll(freePorts());
        settings.put("VEDETTE_DATA", data().toString());

        assertThat(refusal(settings)).contains("Vedette could not start", data() + "/logs/vedette.log");
    }

    private List<String> log() throws IOException {
        return Files.readAllLines(data().resolve("logs").resolve("vedette.log"));
    }

    private String refusal(Map<String, String> environment) throws IOException, InterruptedException {
        try (var program = Program.start(temporary, environment)) {
            assertThat(program.exitCode(60)).isEqualTo(1);
            assertThat(program.err()).endsWith("\n").hasLineCount(1).doesNotContain("\tat ");
            return program.err();
        }
    }

    private void awaitRunning(Program program) {
        await().atMost(TIMEOUT).until(() -> !program.isAlive() || program.out().contains("Ctrl+C"));
        assertThat(program.isAlive()).as(program.err()).isTrue();
    }

    private void publish(String title) throws IOException, InterruptedException {
        var json = "{\"title\": \"" + title + "\", \"body\": \"Words.\", \"bylines\": [{\"name\": \"Ada Example\"}]}";
        var draft = post("/api/posts", json);
        var id = draft.replaceFirst("(?s).*?\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");

        assertThat(post("/api/posts/" + id + "/publication", "")).contains("published");
    }

    private String post(String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(site().resolve(path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    private String page() throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(site()).build(), BodyHandlers.ofString())
                .body();
    }

    private String read(String path, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(site().resolve(path))
                .header("Authorization", "Bearer " + token)
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    private List<String> slugs() throws IOException, InterruptedException {
        var slug = Pattern.compile("\"slug\"\\s*:\\s*\"([^\"]+)\"");
        return slug.matcher(read("/api/posts", token()))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private URI site() {
        return URI.create("http://127.0.0.1:" + settings.get("VEDETTE_PORT") + "/");
    }

    private String token() throws IOException {
        return Files.readString(data().resolve("editor-token")).strip();
    }

    private String adminPassword() throws IOException {
        return Files.readString(data().resolve("admin-password")).strip();
    }

    private Path data() {
        return temporary.resolve("data");
    }

    private static Map<String, String> freePorts() {
        var ports = FreePorts.any(2);
        return Map.of("VEDETTE_PORT", String.valueOf(ports.get(0)), "VEDETTE_MAIL_PORT", String.valueOf(ports.get(1)));
    }
}
