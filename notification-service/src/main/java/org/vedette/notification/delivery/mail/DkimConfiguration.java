package org.vedette.notification.delivery.mail;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.vedette.notification.delivery.dkim.DkimKey;
import org.vedette.notification.delivery.dkim.DkimSigner;
import org.vedette.notification.delivery.dkim.DomainRecords;
import org.vedette.notification.delivery.dkim.PemKeys;

/** Wires the signer of mails with the configured keys. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DkimProperties.class)
class DkimConfiguration {

    @Bean
    DomainRecords domainRecords(DkimProperties properties, MailIdentity identity, JavaMailSenderImpl server) {
        return new DomainRecords(
                identity.domain(),
                keys(properties, identity),
                Objects.requireNonNullElse(server.getHost(), "localhost"));
    }

    @Bean
    DkimSigner dkimSigner(DkimProperties properties, MailIdentity identity, Clock clock) {
        return new DkimSigner(keys(properties, identity), new SignatureEngines(), clock);
    }

    private static List<DkimKey> keys(DkimProperties properties, MailIdentity identity) {
        var domain = properties.domain() == null || properties.domain().isBlank()
                ? identity.domain()
                : properties.domain().toLowerCase(Locale.ROOT);
        requireAligned(domain, identity.domain());
        return properties.keys().stream()
                .map(file -> PemKeys.read(file, domain))
                .toList();
    }

    /** DMARC counts a signature only if its domain is that of the sender or, by default, above it (RFC 7489 §3.1.1). */
    private static void requireAligned(String domain, String sender) {
        if (!sender.equalsIgnoreCase(domain) && !sender.toLowerCase(Locale.ROOT).endsWith("." + domain)) {
            throw new IllegalArgumentException("VEDETTE_DKIM_DOMAIN is " + domain + ", and must be " + sender
                    + ", the domain of VEDETTE_MAIL_FROM, or one above it: mail programs trust no other signature");
        }
    }
}
