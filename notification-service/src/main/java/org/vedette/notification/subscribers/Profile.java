package org.vedette.notification.subscribers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.preferences.Preferences;

/**
 * What is kept of a subscriber whatever the state is.
 *
 * @param preferences what the subscriber wants
 * @param consent the newest consent; null for who subscribed before it was kept
 * @param change a change of address that is under way; null for none
 */
public record Profile(
        Preferences preferences,
        @Nullable Consent consent,
        @Nullable AddressChange change) {

    /** Of somebody who subscribed before there was a choice. */
    public static final Profile OF_EARLIER_VERSIONS = new Profile(Preferences.EVERYTHING, null, null);

    public Profile with(Preferences other) {
        return new Profile(other, consent, change);
    }

    public Profile with(@Nullable AddressChange other) {
        return new Profile(preferences, consent, other);
    }

    Profile with(Consent other) {
        return withConsent(other);
    }

    Profile withConsent(@Nullable Consent other) {
        return new Profile(preferences, other, change);
    }

    /** The subscription begins. */
    Profile confirmed(@Nullable String client, Instant now) {
        var confirmed = consent == null ? null : consent.confirmedBy(client);
        return new Profile(preferences.beginningAt(now), confirmed, null);
    }
}
