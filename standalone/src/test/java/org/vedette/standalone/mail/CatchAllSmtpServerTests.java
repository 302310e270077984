package org.vedette.standalone.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatchAllSmtpServerTests {

    @TempDir
    Path directory;

    private Mailbox mailbox;
    private CatchAllSmtpServer catcher;

    @BeforeEach
    void start() {
        mailbox = new Mailbox(directory, Clock.fixed(Instant.parse("2026-11-23T21:27:29.123Z"), ZoneOffset.UTC));
        catcher = CatchAllSmtpServer.start(mailbox, 0);
    }

    @AfterEach
    void stop() {
        catcher.close();
    }

    @Test
    void aMailIsAFileOnceItsSenderIsToldSo() throws Exception {
        send("ada@example.org", "Hello");

        assertThat(mailbox.ids()).containsExactly("20261123T212729123Z-0001");
    }

    @Test
    void theFileIsTheMailUnderItsEnvelope() throws Exception {
        send("ada@example.org", "Hello");

        assertThat(file())
                .content()
                .startsWith("Return-Path: <bounce@example.org>\r\nDelivered-To: ada@example.org\r\n")
                .contains("Subject: Hello\r\n")
                .endsWith("\r\n\r\nA line.\r\n.A line that begins with a dot.\r\n");
    }

    @Test
    void theFileIsForItsOwnerOnly() throws Exception {
        send("ada@example.org", "Hello");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void mailsOfTheSameMomentKeepTheirOrder() throws Exception {
        send("ada@example.org", "First");
        send("bob@example.org", "Second");

        assertThat(mailbox.ids()).containsExactly("20261123T212729123Z-0002", "20261123T212729123Z-0001");
    }

    @Test
    void aMailThatCannotBeKeptIsNotTaken() throws IOException {
        Files.delete(directory);

        assertThatThrownBy(() -> send("ada@example.org", "Hello"))
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("452");
    }

    @Test
    void aNameThatIsNotAMailsFindsNothing() throws IOException {
        Files.writeString(directory.resolve("secret.eml"), "not a mail");

        assertThat(mailbox.file("secret")).isEmpty();
        assertThat(mailbox.file("../secret")).isEmpty();
        assertThat(mailbox.ids()).isEmpty();
    }

    private Path file() throws IOException {
        return mailbox.file(mailbox.ids().get(0)).orElseThrow();
    }

    private void send(String to, String subject) throws MessagingException {
        var settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", String.valueOf(catcher.port()));
        settings.put("mail.smtp.from", "bounce@example.org");
        var message = new MimeMessage(Session.getInstance(settings));
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject);
        message.setText("A line.\r\n.A line that begins with a dot.\r\n", UTF_8.name());
        Transport.send(message);
    }
}
