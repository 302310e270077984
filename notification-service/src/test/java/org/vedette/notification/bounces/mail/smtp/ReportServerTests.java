package org.vedette.notification.bounces.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vedette.embedded.FreePorts;
import org.vedette.notification.BounceProperties;
import org.vedette.notification.bounces.Report;
import org.vedette.notification.bounces.ReportService;
import org.vedette.notification.bounces.TestReportServices;
import org.vedette.notification.bounces.UnreadableReportException;

class ReportServerTests {

    private static final String OURS = "bounces+token@blog.example";
    private static final int TIMEOUT = 10_000;

    private final BounceProperties.Smtp settings =
            new BounceProperties.Smtp(FreePorts.any(), "127.0.0.1", 3, Duration.ofMillis(500));
    private final ReportServer server =
            new ReportServer(reports(), settings, () -> new SmtpDialogue("blog.example", OURS::equals, 10_000));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "AUTO_REPLY, 250 2.0.0 ok",
        "unreadable, 554 5.6.0",
        "broken, 451 4.3.0",
    })
    void theReplySaysWhatCameOfTheReport(String content, String reply) throws IOException {
        try (var client = new Client(server.port())) {
            client.respond("EHLO a");
            client.respond("MAIL FROM:<>");
            client.respond("RCPT TO:<" + OURS + ">");
            client.respond("DATA");

            assertThat(client.respond(content + "\r\n.")).startsWith(reply);
            assertThat(client.respond("QUIT")).startsWith("221 ");
            assertThat(client.read()).isNull();
        }
    }

    @Test
    void oneConnectionTooManyIsSentAway() throws IOException {
        try (var first = new Client(server.port());
                var second = new Client(server.port());
                var third = new Client(server.port());
                var fourth = new Client(server.port(), "421 4.3.2")) {
            assertThat(fourth.read()).isNull();
            assertThat(first.respond("NOOP")).startsWith("250 ");
            assertThat(second.respond("QUIT")).startsWith("221 ");
            assertThat(second.read()).isNull();
            assertThat(third.respond("NOOP")).startsWith("250 ");
        }
        try (var later = new Client(server.port())) {
            assertThat(later.respond("NOOP")).startsWith("250 ");
        }
    }

    @Test
    void aClientThatSaysNothingIsSentAway() throws IOException {
        try (var client = new Client(server.port())) {
            assertThat(client.read()).startsWith("421 4.4.2");
            assertThat(client.read()).isNull();
        }
    }

    @Test
    void aServerThatStoppedTakesNoConnection() {
        server.stop();

        assertThat(server.isRunning()).isFalse();
        assertThat(server.port()).isEqualTo(-1);
    }

    /** Applies what the message says. */
    private static ReportService reports() {
        return TestReportServices.of(message -> {
            var content = new String(message, StandardCharsets.UTF_8).strip();
            return switch (content) {
                case "unreadable" -> throw new UnreadableReportException("for a test");
                case "broken" -> throw new IllegalStateException("for a test");
                default -> Report.of(Report.Kind.valueOf(content), TestReportServices.NOTHING);
            };
        });
    }

    /** A client of the server, which reads each reply to its last line. */
    private static final class Client implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader in;

        Client(int port) throws IOException {
            this(port, "220 blog.example");
        }

        Client(int port, String greeting) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(TIMEOUT);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(read()).startsWith(greeting);
        }

        @CanIgnoreReturnValue
        String respond(String line) throws IOException {
            socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return read();
        }

        String read() throws IOException {
            var line = in.readLine();
            return line != null && line.length() > 3 && line.charAt(3) == '-' ? read() : line;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
