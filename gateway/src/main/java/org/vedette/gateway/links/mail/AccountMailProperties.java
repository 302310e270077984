package org.vedette.gateway.links.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the mails with invites and resets: the same mail server and the same sender as for alerts.
 *
 * @param host mail server; when it is empty, admins are shown the links to hand them over. Default: none
 * @param port its port. Default 25
 * @param username for a mail server that wants a login; empty for none
 * @param password the password of that login
 * @param starttls whether the connection is encrypted where the mail server can. Default true
 * @param starttlsRequired whether nothing is sent without encryption. Default false
 * @param from the sender, such as {@code alerts@example.org} or {@code Name <alerts@example.org>}. Default {@code
 *     alerts@localhost}
 * @param timeout how long connecting to the mail server, and each of its replies, may take. Default 10 s
 */
@Validated
@ConfigurationProperties("vedette.accounts.mail")
record AccountMailProperties(
        @DefaultValue("") String host,
        @DefaultValue("25") @Min(1) @Max(65_535) int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("true") boolean starttls,
        @DefaultValue("false") boolean starttlsRequired,
        @DefaultValue("alerts@localhost") @NotBlank String from,
        @DefaultValue("10s") @NotNull Duration timeout) {

    @Override
    public String toString() {
        return "AccountMailProperties[" + host + ":" + port + "]";
    }
}
