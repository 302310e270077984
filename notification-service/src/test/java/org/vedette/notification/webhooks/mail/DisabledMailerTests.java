package org.vedette.notification.webhooks.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class DisabledMailerTests {

    @ParameterizedTest
    @ValueSource(strings = {"smtp", "smtps"})
    void theProtocolOfTheServerIsKeptAndHasTimeouts(String protocol) {
        var configured = new JavaMailSenderImpl();
        configured.setProtocol(protocol);
        configured.setHost("mail.example.org");
        configured.setUsername("vedette");
        configured.setPassword("secret");

        var server = DisabledMailer.withTimeouts(configured);

        assertThat(server.getProtocol()).isEqualTo(protocol);
        assertThat(server.getJavaMailProperties())
                .containsEntry("mail." + protocol + ".connectiontimeout", "10000")
                .containsEntry("mail." + protocol + ".timeout", "30000")
                .containsEntry("mail." + protocol + ".writetimeout", "30000")
                .containsEntry("mail." + protocol + ".auth", "true");
    }
}
