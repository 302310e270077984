package org.vedette.notification.delivery.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.notification.subscribers.TestSubscribers.aPendingSubscriber;
import static org.vedette.notification.subscribers.TestSubscribers.anActiveSubscriber;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vedette.notification.alerts.Alert;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.AlertState;
import org.vedette.notification.alerts.AlertedPost;
import org.vedette.notification.delivery.DeliveryId;
import org.vedette.notification.delivery.Message;
import org.vedette.notification.delivery.dkim.DkimKey;
import org.vedette.notification.delivery.dkim.DkimSigner;
import org.vedette.notification.delivery.dkim.DkimVerifier;
import org.vedette.starter.templates.TemplateEngines;

/** Mails with the signatures that receivers verify. */
class SignedMailTests {

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final KeyPair RSA = pair("RSA");
    private static final KeyPair ED25519 = pair("Ed25519");

    private final DkimSigner signer = new DkimSigner(
            List.of(
                    DkimKey.of("blog.example", "r1", RSA.getPrivate()),
                    DkimKey.of("blog.example", "e1", ED25519.getPrivate())),
            new SignatureEngines(),
            Clock.systemUTC());
    private final MailComposer composer =
            TestComposers.with(TemplateEngines.precompiled("org.vedette.notification.views"), signer);
    private final DkimVerifier verifier = new DkimVerifier(records());

    @Test
    void anAlertHasValidSignaturesOfBothKinds() {
        assertThat(verifier.validSignatures(anAlert())).containsExactly("rsa-sha256", "ed25519-sha256");
    }

    @Test
    void aConfirmationHasValidSignaturesOfBothKinds() {
        var pending = aPendingSubscriber();
        var id = new DeliveryId.OfConfirmation(pending.id(), pending.requestedAt());

        assertThat(verifier.validSignatures(composer.compose(new Message.OfConfirmation(id, pending))))
                .containsExactly("rsa-sha256", "ed25519-sha256");
    }

    @ParameterizedTest
    @CsvSource({
        "'List-Unsubscribe: <https://blog', 'List-Unsubscribe: <https://evil'",
        "'List-Unsubscribe-Post: List-Unsubscribe=One-Click', 'List-Unsubscribe-Post: none'",
        "'Subject: ', 'Subject: Urgent: '",
        "'To: ', 'To: eve@example.org, '",
        "'MIME-Version: ', 'From: eve@example.org~MIME-Version: '",
        "'MIME-Version: ', 'Subject: Another~MIME-Version: '",
        "'MIME-Version: ', 'Reply-To: eve@example.org~MIME-Version: '",
        "'News', 'Fake'",
    })
    void whatIsChangedOrAddedMakesAllSignaturesInvalid(String before, String after) {
        var mail = new String(anAlert(), ISO_8859_1);
        var changed = mail.replace(before, after.replace("~", "\r\n"));

        assertThat(changed).isNotEqualTo(mail);
        assertThat(verifier.validSignatures(changed.getBytes(ISO_8859_1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'Subject: ', 'Subject:    '",
        "'\r\n\r\n--=_vedette_part--\r\n', '\r\n\r\n--=_vedette_part--  \r\n\r\n\r\n'"
    })
    void spacesThatRelaysChangeDoNotMatter(String before, String after) {
        var mail = new String(anAlert(), ISO_8859_1);

        assertThat(verifier.validSignatures(mail.replace(before, after).getBytes(ISO_8859_1)))
                .hasSize(2);
    }

    private byte[] anAlert() {
        var subscriber = anActiveSubscriber();
        var post = AlertedPost.of(aPost().title("News  of   the week")
                .standfirst("A  b \t c.")
                .publishedAt(NOW)
                .build());
        var alert = new Alert(AlertId.ofPost(post.id()), post, NOW, new AlertState.Planned(1, NOW));
        var id = new DeliveryId.OfAlert(alert.id(), subscriber.id());
        return composer.compose(new Message.OfAlert(id, subscriber, alert));
    }

    private static Map<String, String> records() {
        var edwards = ED25519.getPublic().getEncoded();
        var raw = Arrays.copyOfRange(edwards, edwards.length - 32, edwards.length);
        return Map.of(
                "r1._domainkey.blog.example",
                "v=DKIM1; k=rsa; p="
                        + Base64.getEncoder().encodeToString(RSA.getPublic().getEncoded()),
                "e1._domainkey.blog.example",
                "v=DKIM1; k=ed25519; p=" + Base64.getEncoder().encodeToString(raw));
    }

    private static KeyPair pair(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
