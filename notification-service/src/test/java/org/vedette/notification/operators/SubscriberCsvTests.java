package org.vedette.notification.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.notification.subscribers.TestSubscribers.THEN;
import static org.vedette.notification.subscribers.TestSubscribers.anActiveSubscriber;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vedette.notification.preferences.Cadence;
import org.vedette.notification.preferences.DigestSchedule;
import org.vedette.notification.preferences.Preferences;
import org.vedette.notification.preferences.Scope;
import org.vedette.notification.preferences.WatchTerm;
import org.vedette.notification.subscribers.Consent;
import org.vedette.notification.subscribers.Profile;

class SubscriberCsvTests {

    @Test
    void aLineHasAsManyCellsAsTheHeader() {
        var preferences = new Preferences(
                new Scope.Chosen(List.of("weekly"), List.of("malware", "phishing")),
                new Cadence.Digest(new DigestSchedule(null, 7, null)),
                null,
                List.of(new WatchTerm("evil.example")));
        var consent = new Consent(THEN, "192.0.2.1", "We send you mail.", "1", null);
        var active = anActiveSubscriber(preferences, "ada@example.org");

        assertThat(SubscriberCsv.line(active.with(new Profile(preferences, consent, null))))
                .isEqualTo("ada@example.org,active,2026-11-20T10:00:00Z,weekly,\"malware, phishing\",daily-07-site,"
                        + "evil.example,2026-11-20T10:00:00Z,192.0.2.1,1,\r\n");
        assertThat(SubscriberCsv.HEADER.split(",")).hasSize(11);
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void whatASpreadsheetWouldRunIsText(String value, String cell) {
        assertThat(SubscriberCsv.cell(value)).isEqualTo(cell);
    }

    static Stream<Arguments> formulas() {
        return Stream.of(
                Arguments.of("=1+1", "'=1+1"),
                Arguments.of("+bomb@example.org", "'+bomb@example.org"),
                Arguments.of("-2", "'-2"),
                Arguments.of("@SUM(A1)", "'@SUM(A1)"),
                Arguments.of(" =1", "' =1"),
                Arguments.of("=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\""),
                Arguments.of("a=b", "a=b"),
                Arguments.of("line\nbreak", "\"line\nbreak\""));
    }
}
