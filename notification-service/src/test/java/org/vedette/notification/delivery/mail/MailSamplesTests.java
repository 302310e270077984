package org.vedette.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.notification.digests.TestDigests.aDigestedPost;
import static org.vedette.notification.subscribers.TestSubscribers.aPendingSubscriber;
import static org.vedette.notification.subscribers.TestSubscribers.anActiveSubscriber;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vedette.events.Series;
import org.vedette.notification.alerts.Alert;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.AlertState;
import org.vedette.notification.alerts.AlertedPost;
import org.vedette.notification.delivery.DeliveryId;
import org.vedette.notification.delivery.Message;
import org.vedette.notification.delivery.dkim.DkimKey;
import org.vedette.notification.delivery.dkim.DkimSigner;
import org.vedette.notification.delivery.dkim.DkimVerifier;
import org.vedette.notification.digests.Digest;
import org.vedette.notification.digests.DigestRun;
import org.vedette.notification.digests.DigestedPost;
import org.vedette.notification.preferences.DigestSchedule;
import org.vedette.notification.preferences.Preferences;
import org.vedette.notification.selfservice.RequestedMail;
import org.vedette.starter.templates.TemplateEngines;

/**
 * Writes a mail of each class and the DNS records of its keys into {@code target/mails}, where {@code check-mails.py} has
 * strangers judge them.
 */
class MailSamplesTests {

    private static final Path DIRECTORY = Path.of("target", "mails");
    private static final KeyPair RSA = pair("RSA");
    private static final KeyPair ED25519 = pair("Ed25519");
    private static final String ADDRESS = "ada@example.org";

    /** Mails of today: some judges object to old ones. */
    private final Instant now = Instant.now();

    private final DkimSigner signer = new DkimSigner(
            List.of(
                    DkimKey.of("blog.example", "r1", RSA.getPrivate()),
                    DkimKey.of("blog.example", "e1", ED25519.getPrivate())),
            new SignatureEngines(),
            Clock.fixed(now, ZoneOffset.UTC));
    private final MailComposer composer =
            TestComposers.with(TemplateEngines.precompiled("org.vedette.notification.views"), signer);

    @Test
    void aMailOfEachClassIsWrittenForStrangersToJudge() throws IOException {
        Files.createDirectories(DIRECTORY);
        Files.writeString(
                DIRECTORY.resolve("dns.txt"),
                records().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
                        .collect(Collectors.joining()));
        var verifier = new DkimVerifier(records());

        for (var mail : mails().entrySet()) {
            Files.write(DIRECTORY.resolve(mail.getKey() + ".eml"), mail.getValue());

            assertThat(verifier.validSignatures(mail.getValue())).containsExactly("rsa-sha256", "ed25519-sha256");
        }
    }

    private Map<String, byte[]> mails() {
        var mails = new TreeMap<String, byte[]>();
        mails.put("alert", composer.compose(alert()));
        mails.put("digest", composer.compose(digest()));
        mails.put("confirmation", composer.compose(confirmation()));
        for (var request : RequestedMail.values()) {
            mails.put(request.name().toLowerCase(Locale.ROOT), composer.compose(request(request)));
        }
        return mails;
    }

    private Message.OfAlert alert() {
        var ada = anActiveSubscriber(Preferences.EVERYTHING, ADDRESS);
        var post = AlertedPost.of(aPost().title("Weekly Phishing Report: parcel lures with a second page")
                .by("Ada Example", "Example Labs")
                .by("Bob Example", "Example Labs")
                .inSeries("weekly-phishing-report", "Weekly Phishing Report")
                .covering(LocalDate.parse("2026-11-22"), LocalDate.parse("2026-11-28"))
                .standfirst("Three kits shared one panel this week. The pages ask for the card twice, and the second"
                        + " answer goes to hxxps://panel[.]example/" + "a1b2c3d4".repeat(8))
                .slug("weekly-phishing-report-48")
                .publishedAt(now)
                .build());
        var alert = new Alert(AlertId.ofPost(post.id()), post, now, new AlertState.Planned(1, now));
        return new Message.OfAlert(new DeliveryId.OfAlert(alert.id(), ada.id()), ada, alert);
    }

    private Message.OfDigest digest() {
        var ada = anActiveSubscriber(Preferences.EVERYTHING, ADDRESS);
        var posts = IntStream.range(0, 8)
                .mapToObj(number -> aDigestedPost(
                        "Threat Intelligence Brief " + (40 + number),
                        number % 2 == 0 ? new Series("weekly-brief", "Weekly Threat Intelligence Brief") : null,
                        List.of(),
                        now))
                .toList();
        var run = new DigestRun(
                AlertId.ofDigest("mon-07-site-20261130t0700"),
                new DigestSchedule(DayOfWeek.MONDAY, 7, null),
                now.minusSeconds(604_800),
                now,
                posts.stream().map(DigestedPost::id).toList(),
                DigestRun.State.PLANNED,
                1,
                now);
        return new Message.OfDigest(new DeliveryId.OfDigest(run.id(), ada.id()), ada, new Digest(run, posts));
    }

    private Message.OfConfirmation confirmation() {
        var pending = aPendingSubscriber(ADDRESS);
        return new Message.OfConfirmation(new DeliveryId.OfConfirmation(pending.id(), now), pending);
    }

    private Message.OfRequest request(RequestedMail mail) {
        var ada = anActiveSubscriber(Preferences.EVERYTHING, ADDRESS);
        return new Message.OfRequest(new DeliveryId.OfRequest(mail, ada.id(), now), ada, ada.address());
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
