package org.vedette.notification.selfservice.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.preferences.Cadence;
import org.vedette.notification.preferences.Preferences;
import org.vedette.notification.preferences.Scope;
import org.vedette.notification.preferences.WatchTerm;
import org.vedette.notification.selfservice.DeliveryHistory;
import org.vedette.notification.selfservice.OwnDataService.OwnData;
import org.vedette.notification.subscribers.AddressChange;
import org.vedette.notification.subscribers.Consent;

/**
 * Everything that is stored about a subscriber, as JSON.
 *
 * @param state {@code pending}, {@code active}, {@code unsubscribed} or {@code suppressed}
 */
record OwnDataView(
        String id,
        String address,
        String state,
        PreferencesView preferences,
        @Nullable Consent consent,
        @Nullable ChangeView changeOfAddress,
        List<DeliveryHistory.Mail> mails) {

    record PreferencesView(
            String scope,
            List<String> series,
            List<String> tags,
            String cadence,
            @Nullable String zone,
            List<String> watchTerms) {}

    record ChangeView(String to, Instant requestedAt) {}

    static OwnDataView of(OwnData data) {
        var subscriber = data.subscriber();
        return new OwnDataView(
                subscriber.id().toString(),
                subscriber.address().value(),
                subscriber.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                preferences(subscriber.profile().preferences()),
                subscriber.profile().consent(),
                change(subscriber.profile().change()),
                data.mails());
    }

    private static PreferencesView preferences(Preferences preferences) {
        var chosen = preferences.scope() instanceof Scope.Chosen some ? some : new Scope.Chosen(List.of(), List.of());
        var schedule = preferences.cadence() instanceof Cadence.Digest digest ? digest.schedule() : null;
        return new PreferencesView(
                preferences.scope() instanceof Scope.Chosen ? "chosen" : "everything",
                chosen.series(),
                chosen.tags(),
                schedule == null ? "immediate" : schedule.id(),
                schedule == null || schedule.zone() == null
                        ? null
                        : schedule.zone().getId(),
                preferences.watchTerms().stream().map(WatchTerm::value).toList());
    }

    private static @Nullable ChangeView change(@Nullable AddressChange change) {
        return change == null ? null : new ChangeView(change.to().value(), change.requestedAt());
    }
}
