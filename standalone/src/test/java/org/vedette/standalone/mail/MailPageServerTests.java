package org.vedette.standalone.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.standalone.settings.StartRefusedException;
import tools.jackson.databind.json.JsonMapper;

class MailPageServerTests {

    private static final String HOSTILE = """
            From: "<script>alert(1)</script>" <evil@example.org>
            To: ada@example.org
            Subject: =?utf-8?q?<img_src=3Dx_onerror=3Dalert(2)>_Gr=C3=BC=C3=9Fe?=
            MIME-Version: 1.0
            X-Odd: "><script>alert(3)</script>
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8

            </pre><script>alert(4)</script> see https://blog.example.org/c?t=1&u=2 or javascript:alert(5)
            --b
            Content-Type: text/html; charset=utf-8

            <html><head><title>x</title></head><body><script>alert(6)</script><a href="https://blog.example.org/">go</a></body></html>
            --b--
            """;

    @TempDir
    Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private Mailbox mailbox;
    private MailPageServer server;

    @BeforeEach
    void start() {
        mailbox = new Mailbox(directory, Clock.systemUTC());
        server = MailPageServer.start(mailbox, 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anEmptyMailboxSaysHowToFillIt() throws Exception {
        assertThat(get("/").body()).contains("No mail yet", "Subscribe to the blog");
    }

    @Test
    void mailsAreListedNewestFirst() throws Exception {
        keep("Subject: First\n\nText");
        keep("Subject: Second\n\nText");

        assertThat(get("/").body()).contains("2 mails").containsSubsequence("Second", "First");
    }

    @Test
    void whatAMailSaysIsNeverMarkup() throws Exception {
        var id = keep(HOSTILE);

        assertThat(get("/").body() + get("/mails/" + id).body())
                .contains("&lt;img src=x onerror=alert(2)&gt; Grüße")
                .doesNotContain("<script", "<img", "href=\"javascript");
    }

    @Test
    void webAddressesInTheTextAreLinks() throws Exception {
        var id = keep(HOSTILE);

        assertThat(get("/mails/" + id).body())
                .contains("<a href=\"https://blog.example.org/c?t=1&amp;u=2\" target=\"_blank\"");
    }

    @Test
    void theHtmlOfAMailIsInAFrameThatRunsNothing() throws Exception {
        var id = keep(HOSTILE);

        assertThat(get("/mails/" + id).body())
                .contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\" src=\"/mails/" + id + ".html\"");
    }

    @Test
    void theHtmlOfAMailRunsNothingOutsideTheFrameEither() throws Exception {
        var id = keep(HOSTILE);

        assertThat(get("/mails/" + id + ".html").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "sandbox allow-popups")
                        .doesNotContain("script", "allow-same-origin"));
    }

    @Test
    void linksInTheHtmlOpenInATabOfTheirOwn() throws Exception {
        var id = keep(HOSTILE);

        assertThat(get("/mails/" + id + ".html").body()).contains("<head><base target=\"_blank\"><title>");
    }

    @Test
    void aMailWithoutHtmlHasNoFrame() throws Exception {
        var id = keep("Subject: Plain\n\nOnly text");

        assertThat(get("/mails/" + id).body()).contains("Only text").doesNotContain("<iframe");
        assertThat(get("/mails/" + id + ".html").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no header at all",
                "Subject: =?x-unknown?q?=41?=\nContent-Type: text/plain; charset=x-unknown\n\nText",
                "To: <<<\nContent-Type: multipart/mixed; boundary=none\n\nText",
                "Content-Type: ;;;\nDate: yesterday\n\nText",
            })
    void aMailThatKeepsNoStandardIsShownToo(String mail) throws Exception {
        var id = keep(mail);

        assertThat(get("/").statusCode()).isEqualTo(200);
        assertThat(get("/mails/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void scriptsReadTheListAsJson() throws Exception {
        var id = keep(HOSTILE);

        var first = JsonMapper.shared().readTree(get("/mails.json").body()).path(0);

        assertThat(first.path("file").asString()).isEqualTo(id + ".eml");
        assertThat(first.path("to").asString()).isEqualTo("ada@example.org");
    }

    @Test
    void theFileItselfIsThereToo() throws Exception {
        var id = keep(HOSTILE);

        assertThat(get("/mails/" + id + ".eml").body()).isEqualTo(HOSTILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mails/20261123T212729123Z-0001", "/mails/..%2f..%2fetc", "/nothing", "/mails/"})
    void whatIsNotThereIsADesignedPage(String path) throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("No such mail");
    }

    @Test
    void nobodyReadsTheMailByAnotherName() throws Exception {
        assertThat(statusLine(
                        "GET / HTTP/1.0\r\nHost: evil.example:" + server.url().getPort() + "\r\n\r\n"))
                .contains("421");
    }

    @Test
    void nothingCanBeChanged() throws Exception {
        var request = HttpRequest.newBuilder(server.url())
                .method("DELETE", HttpRequest.BodyPublishers.noBody())
                .build();

        assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(405);
    }

    @Test
    void aPortInUseIsRefused() {
        var port = server.url().getPort();

        assertThatThrownBy(() -> MailPageServer.start(mailbox, port))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(String.valueOf(port));
    }

    @CanIgnoreReturnValue
    private String keep(String mail) throws IOException {
        return mailbox.store(mail.getBytes(UTF_8));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(server.url().resolve(path)).build(), BodyHandlers.ofString(UTF_8));
    }

    private String statusLine(String request) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), server.url().getPort())) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
        }
    }
}
