package org.vedette.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vedette.standalone.settings.SuiteSettings;

/**
 * Starts on a data directory that the version before issue 7 has written: five demo posts, two others that were revised,
 * a draft, a confirmed subscriber (ada) and one who did not confirm (bob). Its secrets are nobody's.
 */
class PreviousDataIT {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final String[] PUBLISHED = {
        "another-before",
        "revised-before",
        "one-kit-forty-one-landing-pages",
        "weekly-phishing-report-2026-11-17",
        "weekly-phishing-report-2026-11-24",
        "weekly-threat-intelligence-brief-2026-11-19",
        "weekly-threat-intelligence-brief-2026-11-26"
    };

    private static final Pattern SLUG = Pattern.compile("\"slug\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern STATUS = Pattern.compile("\"status\"\\s*:\\s*\"(\\w+)\"");
    private static final Pattern ONE_CLICK = Pattern.compile("List-Unsubscribe: <([^>]+)>");

    @TempDir
    private static Path data;

    private static Suite suite;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        unpack("data-of-0.1.zip");
        suite = Suite.start(SuiteSettings.from(Map.of(
                "VEDETTE_DATA", data.toString(),
                "VEDETTE_PORT", "0",
                "VEDETTE_MAIL_PORT", "0",
                "VEDETTE_DEMO", "false")));
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    void everyPostIsThereForItsEditor() throws Exception {
        var posts = get("/api/posts?limit=100").body();

        assertThat(SLUG.matcher(posts).results().map(match -> match.group(1)))
                .contains(PUBLISHED)
                .contains("a-draft-of-the-version-before");
        assertThat(STATUS.matcher(posts).results().map(match -> match.group(1)).filter("draft"::equals))
                .hasSize(1);
    }

    @Test
    void everyPublishedPostIsThereForItsReaders() throws Exception {
        for (var slug : PUBLISHED) {
            assertThat(get("/posts/" + slug).statusCode()).as(slug).isEqualTo(200);
        }
        assertThat(get("/posts/revised-before").body()).contains("Published and Revised by the Version Before");
    }

    @Test
    void aFormerAddressStillLeadsToThePost() throws Exception {
        var response = get("/posts/published-before");

        assertThat(response.statusCode()).isEqualTo(301);
        assertThat(response.headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/posts/revised-before"));
    }

    @Test
    void theSubscriberGetsTheNextAlertAndLeavesByTheLinkOfAnOldOne() throws Exception {
        var before = mails().size();

        publish("The First Post of the Version After");

        await().atMost(TIMEOUT).until(() -> mails().size() > before);
        assertThat(mails().subList(before, mails().size()))
                .singleElement()
                .asString()
                .contains("To: ada@example.com", "Subject: The First Post of the Version After");
        assertThat(unsubscribe(mails().subList(0, before)).statusCode()).isEqualTo(200);
    }

    /** By one click, as RFC 8058 has it. */
    private HttpResponse<String> unsubscribe(List<String> mails) throws IOException, InterruptedException {
        var link = mails.stream()
                .map(ONE_CLICK::matcher)
                .filter(Matcher::find)
                .map(matcher -> URI.create(matcher.group(1)))
                .findFirst()
                .orElseThrow();
        var request = HttpRequest.newBuilder(suite.gateway().resolve(link.getRawPath() + "?" + link.getRawQuery()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private void publish(String title) throws IOException, InterruptedException {
        var draft = post(
                "/api/posts",
                "{\"title\": \"" + title + "\", \"body\": \"Words.\", \"bylines\": [{\"name\": \"Ada Example\"}]}");
        var id = draft.replaceFirst("(?s).*?\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");

        assertThat(post("/api/posts/" + id + "/publication", "")).contains("published");
    }

    private String post(String path, String body) throws IOException, InterruptedException {
        var request = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(suite.gateway().resolve(path))
                .header("Authorization", "Bearer " + suite.editorToken());
    }

    /** The mails, oldest first. */
    private static List<String> mails() throws IOException {
        try (var files = Files.list(data.resolve("mail"))) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(PreviousDataIT::content)
                    .toList();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, UTF_8).replaceAll("\r\n[ \t]", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(String resource) throws IOException {
        var stored = Objects.requireNonNull(PreviousDataIT.class.getResourceAsStream(resource));
        try (var zip = new ZipInputStream(stored)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var target = data.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(Objects.requireNonNull(target.getParent()));
                    Files.copy(zip, target);
                }
            }
        }
    }
}
