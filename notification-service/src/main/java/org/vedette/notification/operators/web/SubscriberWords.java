package org.vedette.notification.operators.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vedette.notification.operators.web.SubscriberPage.Fact;
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

/** Says in words what is known of a subscriber. */
final class SubscriberWords {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MMMM d, uuuu, HH:mm", Locale.ENGLISH);

    private final ZoneId zone;

    SubscriberWords(ZoneId zone) {
        this.zone = zone;
    }

    String moment(Instant instant) {
        return MOMENT.format(instant.atZone(zone));
    }

    String state(Subscriber subscriber) {
        if (subscriber instanceof Active active) {
            return "Active since " + moment(active.confirmedAt());
        }
        if (subscriber instanceof Pending pending) {
            return "Not confirmed; asked " + moment(pending.requestedAt());
        }
        if (subscriber instanceof Unsubscribed left) {
            return "Left " + moment(left.unsubscribedAt());
        }
        return "Suppressed " + moment(((Suppressed) subscriber).since());
    }

    /** What a list says besides the address. */
    String line(Subscriber subscriber) {
        return state(subscriber) + " · " + wants(subscriber.profile().preferences());
    }

    List<Fact> facts(Subscriber subscriber) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("State", state(subscriber)));
        if (subscriber instanceof Suppressed suppressed) {
            facts.add(new Fact("Why", suppressed.reason()));
        }
        if (subscriber instanceof Pending pending && pending.before() != null) {
            facts.add(new Fact("Before", before(pending.before())));
        }
        var preferences = subscriber.profile().preferences();
        facts.add(new Fact("Wants", wants(preferences)));
        if (!preferences.watchTerms().isEmpty()) {
            facts.add(new Fact(
                    "Watches for",
                    preferences.watchTerms().stream().map(WatchTerm::value).collect(Collectors.joining(", "))));
        }
        var consent = subscriber.profile().consent();
        facts.add(new Fact("Consent", consent == null ? "given before it was kept" : consent(consent)));
        return facts;
    }

    private String before(Pending.Ending ending) {
        return ending.suppression() == null
                ? "Left " + moment(ending.since())
                : "Suppressed " + moment(ending.since()) + ": " + ending.suppression();
    }

    private static String wants(Preferences preferences) {
        var scope = preferences.scope() instanceof Scope.Chosen chosen
                ? Stream.concat(chosen.series().stream(), chosen.tags().stream().map(tag -> "#" + tag))
                        .collect(Collectors.joining(", "))
                : "every post";
        var cadence = preferences.cadence() instanceof Cadence.Digest digest
                ? "digest " + digest.schedule().id()
                : "at once";
        return (scope.isEmpty() ? "watch terms only" : scope) + ", " + cadence;
    }

    private String consent(Consent consent) {
        return "given %s from %s by form %s; confirmed from %s; the form said: %s"
                .formatted(
                        moment(consent.givenAt()),
                        Objects.requireNonNullElse(consent.client(), "an unknown address"),
                        consent.form(),
                        Objects.requireNonNullElse(consent.confirmedBy(), "no address yet"),
                        consent.wording());
    }
}
