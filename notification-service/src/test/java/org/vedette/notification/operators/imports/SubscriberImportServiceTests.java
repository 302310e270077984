package org.vedette.notification.operators.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vedette.notification.subscribers.TestSubscribers.anActiveSubscriber;
import static org.vedette.notification.subscribers.TestSubscribers.anUnsubscribedSubscriber;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.notification.MutableClock;
import org.vedette.notification.preferences.Preferences;
import org.vedette.notification.preferences.Scope;
import org.vedette.notification.selfservice.ErasedAddresses;
import org.vedette.notification.selfservice.InMemoryErasedAddresses;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.InMemorySubscribers;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.Suppressed;
import org.vedette.notification.subscribers.TestSubscribers;
import org.vedette.notification.subscribers.Unsubscribed;
import reactor.core.publisher.Flux;

class SubscriberImportServiceTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String OWN = """
        address,state,since,series,tags,cadence,watch,consent_at,consent_from,consent_form,confirmed_from
        ada@example.org,active,2026-01-02T03:04:05Z,weekly,"malware, phishing",immediate,,2026-01-01T00:00:00Z,192.0.2.1,1,
        '+bob@example.org,unsubscribed,2026-01-02T03:04:05Z,,,immediate,,,,,
        """;
    private static final String LISTMONK = """
        uuid,email,name,attributes,status,created_at,updated_at
        1,ada@example.org,Ada,"{""city"": ""Vienna""}",enabled,2026-01-01T00:00:00Z,2026-01-01T00:00:00Z
        2,bob@example.org,Bob,{},disabled,2026-01-01T00:00:00Z,2026-01-01T00:00:00Z
        3,eve@example.org,Eve,{},blocklisted,2026-01-01T00:00:00Z,2026-01-01T00:00:00Z
        """;
    private static final String GHOST = """
        id,email,name,note,subscribed_to_emails,complimentary_plan,stripe_customer_id,created_at,deleted_at,labels,tiers
        1,ada@example.org,Ada,,true,false,,2026-01-01T00:00:00.000Z,,,
        2,bob@example.org,Bob,,false,false,,2026-01-01T00:00:00.000Z,,,
        """;
    private static final String MAILCHIMP = """
        "Email Address","First Name","Last Name",MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,UNSUB_TIME
        ada@example.org,Ada,Example,2,"2025-12-31 23:59:59",192.0.2.1,"2026-01-01 00:00:00",192.0.2.1,
        bob@example.org,Bob,Example,2,,,,,"2026-02-01 00:00:00"
        """;

    private final MutableClock clock = new MutableClock();
    private final InMemorySubscribers subscribers = new InMemorySubscribers();
    private final ErasedAddresses erased = new InMemoryErasedAddresses();
    private final SubscriberImportService service =
            new SubscriberImportService(subscribers, erased, Preferences.EVERYTHING, TestSubscribers::anId, clock);

    @ParameterizedTest
    @ValueSource(strings = {OWN, LISTMONK, GHOST, MAILCHIMP})
    void aFileOfAnySystemIsUnderstoodAndItsConsentIsKept(String file) {
        var report = run(file, false);

        assertThat(report.added()).isEqualTo(1);
        assertThat(report.refusals()).isEmpty();
        assertThat(stored("ada@example.org")).isInstanceOfSatisfying(Active.class, ada -> {
            assertThat(ada.profile().consent())
                    .hasFieldOrPropertyWithValue("givenAt", Instant.parse("2026-01-01T00:00:00Z"))
                    .hasFieldOrPropertyWithValue("wording", "Imported from a file");
        });
        assertThat(stored(file.contains("+bob") ? "+bob@example.org" : "bob@example.org"))
                .isInstanceOf(Unsubscribed.class);
    }

    @Test
    void whatOurOwnExportSaysOfTheScopeIsTaken() {
        run(OWN, false);

        assertThat(stored("ada@example.org").profile().preferences().scope())
                .isEqualTo(new Scope.Chosen(List.of("weekly"), List.of("malware", "phishing")));
    }

    @Test
    void whoIsBlockedElsewhereIsSuppressedHere() {
        run(LISTMONK, false);

        assertThat(stored("eve@example.org")).isInstanceOf(Suppressed.class);
    }

    @Test
    void whoHasLeftStaysSo() {
        var left = anUnsubscribedSubscriber();
        assertThat(subscribers.add(left).block(TIMEOUT)).isTrue();

        var report = run("email\n" + left.address().value().toUpperCase(Locale.ROOT) + "\n", false);

        assertThat(report.known()).isEqualTo(1);
        assertThat(stored(left.address().value())).isEqualTo(left);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoWasErasedIsLeftOut(boolean dryRun) {
        erased.remember(new EmailAddress("ada@example.org"), clock.instant()).block(TIMEOUT);

        var report = run("email\nADA@example.org\n", dryRun);

        assertThat(report.erased()).isEqualTo(1);
        assertThat(report.added()).isZero();
        assertThat(subscribers.with(new EmailAddress("ada@example.org")).blockOptional(TIMEOUT))
                .isEmpty();
    }

    @Test
    void whoWasErasedAndHasSubscribedSinceIsKnown() {
        var back = anActiveSubscriber();
        assertThat(subscribers.add(back).block(TIMEOUT)).isTrue();
        erased.remember(back.address(), clock.instant()).block(TIMEOUT);

        assertThat(run("email\n" + back.address().value() + "\n", false).known())
                .isEqualTo(1);
    }

    @Test
    void aDryRunStoresNothingAndSaysTheSame() {
        var dry = run(LISTMONK, true);
        assertThat(subscribers.with(new EmailAddress("ada@example.org")).blockOptional(TIMEOUT))
                .isEmpty();

        var real = run(LISTMONK, false);

        assertThat(dry).isEqualTo(new ImportReport(true, 3, real.added(), real.addedEnded(), 0, 0, 0, 0, List.of()));
    }

    @Test
    void theSameFileAgainChangesNothing() {
        run(GHOST, false);
        var ada = stored("ada@example.org");

        assertThat(run(GHOST, false).known()).isEqualTo(2);
        assertThat(stored("ada@example.org")).isEqualTo(ada);
    }

    @Test
    void whatCannotBeImportedIsNamedByItsLineAndHoldsUpNothing() {
        var report = run("""
            email,status
            nobody,enabled

            ada@example.org,odd
            bob@example.org,pending
            eve@example.org,enabled
            """, false);

        assertThat(report.refusals()).extracting(ImportReport.Refusal::line).containsExactly(2L, 4L);
        assertThat(report.notConfirmed()).isEqualTo(1);
        assertThat(report.added()).isEqualTo(1);
    }

    @Test
    void aQuotedCellMayHaveLineEndsAndQuotesInIt() {
        var report = run("note,email\r\n\"a, \"\"b\"\"\r\nc\",ada@example.org\r\nx,nobody\r\n", false);

        assertThat(report.added()).isEqualTo(1);
        assertThat(report.refusals()).extracting(ImportReport.Refusal::line).containsExactly(4L);
    }

    @Test
    void semicolonsAndAByteOrderMarkAreUnderstood() {
        assertThat(run("\uFEFFemail;status\nada@example.org;enabled\n", false).added())
                .isEqualTo(1);
    }

    @Test
    void aFormulaIsNoAddress() {
        var report = run("email\n\"=HYPERLINK(\"\"http://evil.example\"\",\"\"a@example.org\"\")\"\n", false);

        assertThat(report.refused()).isEqualTo(1);
    }

    @Test
    void anotherEncodingIsNamedWithItsLine() {
        assertThatThrownBy(() -> run("email,name\nada@example.org,Zoë\n", StandardCharsets.ISO_8859_1))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("Line 2 is not UTF-8");
        assertThatThrownBy(() -> run("email\nada@example.org\n", StandardCharsets.UTF_16))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("UTF-16");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "name\nAda\n"})
    void aFileWithoutAddressesIsRefused(String file) {
        assertThatThrownBy(() -> run(file, false)).isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void aQuoteThatNeverEndsIsNamed() {
        assertThatThrownBy(() -> run("email,note\na@example.org,\"" + "x".repeat(30_000), false))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("begins in line 2");
    }

    @Test
    void aFileOfAnySizeIsReadWhileItArrives() {
        var lines = 20_000;
        var file = "email\n"
                + IntStream.range(0, lines)
                        .mapToObj(number -> "not an address " + number + "\n")
                        .collect(Collectors.joining());

        var report = run(file, true);

        assertThat(report.refused()).isEqualTo(lines);
        assertThat(report.refusals()).hasSize(ImportReport.MOST_REFUSALS);
    }

    @CanIgnoreReturnValue
    private ImportReport run(String file, boolean dryRun) {
        return run(file.getBytes(StandardCharsets.UTF_8), dryRun);
    }

    @CanIgnoreReturnValue
    private ImportReport run(String file, Charset charset) {
        return run(file.getBytes(charset), false);
    }

    /** In parts of seven bytes, so that characters and line ends are cut. */
    @CanIgnoreReturnValue
    private ImportReport run(byte[] file, boolean dryRun) {
        var parts = Flux.range(0, (file.length + 6) / 7)
                .map(part -> Arrays.copyOfRange(file, 7 * part, Math.min(file.length, 7 * part + 7)));
        return service.importFile(parts, "a file", dryRun)
                .blockOptional(TIMEOUT)
                .orElseThrow();
    }

    private Subscriber stored(String address) {
        return subscribers
                .with(new EmailAddress(address))
                .blockOptional(TIMEOUT)
                .orElseThrow();
    }
}
