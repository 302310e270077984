package org.vedette.notification.operators;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.preferences.Cadence;
import org.vedette.notification.preferences.Preferences;
import org.vedette.notification.preferences.Scope;
import org.vedette.notification.preferences.WatchTerm;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.Consent;
import org.vedette.notification.subscribers.Pending;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.Suppressed;
import org.vedette.notification.subscribers.Unsubscribed;

/**
 * Subscribers as lines of CSV (RFC 4180). What a spreadsheet would take for a formula begins with an apostrophe, which
 * spreadsheets do not show.
 */
public final class SubscriberCsv {

    /** The first line. */
    public static final String HEADER =
            "address,state,since,series,tags,cadence,watch,consent_at,consent_from,consent_form,confirmed_from\r\n";

    private static final Pattern FORMULA = Pattern.compile("^[\\s']*[=+\\-@].*", Pattern.DOTALL);
    private static final Pattern TO_QUOTE = Pattern.compile("[\",\r\n]");

    private SubscriberCsv() {}

    /** The line of a subscriber. */
    public static String line(Subscriber subscriber) {
        var preferences = subscriber.profile().preferences();
        var chosen = preferences.scope() instanceof Scope.Chosen some ? some : new Scope.Chosen(List.of(), List.of());
        var facts = Stream.of(
                subscriber.address().value(),
                subscriber.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                since(subscriber),
                String.join(" ", chosen.series()),
                String.join(", ", chosen.tags()),
                cadence(preferences),
                preferences.watchTerms().stream().map(WatchTerm::value).collect(Collectors.joining(" ")));
        return Stream.concat(facts, consent(subscriber.profile().consent()))
                .map(SubscriberCsv::cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static Stream<String> consent(@Nullable Consent consent) {
        return consent == null
                ? Stream.of("", "", "", "")
                : Stream.of(
                        consent.givenAt().toString(),
                        text(consent.client()),
                        consent.form(),
                        text(consent.confirmedBy()));
    }

    private static String since(Subscriber subscriber) {
        if (subscriber instanceof Active active) {
            return active.confirmedAt().toString();
        }
        if (subscriber instanceof Pending pending) {
            return pending.requestedAt().toString();
        }
        return subscriber instanceof Unsubscribed left
                ? left.unsubscribedAt().toString()
                : ((Suppressed) subscriber).since().toString();
    }

    private static String cadence(Preferences preferences) {
        return preferences.cadence() instanceof Cadence.Digest digest
                ? digest.schedule().id()
                : "immediate";
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Whether a spreadsheet would take a value for a formula. */
    public static boolean isFormula(String value) {
        return FORMULA.matcher(value).matches();
    }

    static String cell(String value) {
        var harmless = isFormula(value) ? "'" + value : value;
        return TO_QUOTE.matcher(harmless).find() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
