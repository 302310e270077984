package org.vedette.notification.subscribers.store;

import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.subscribers.AddressChange;
import org.vedette.notification.subscribers.Consent;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.Pending.Ending;
import org.vedette.notification.subscribers.Profile;

/** Converts between what is kept of a subscriber in every state and documents. */
final class ProfileDocuments {

    private static final String PREFERENCES = "preferences";
    static final String CONSENT = "consent";
    static final String CONSENT_GIVEN_AT = "consent.givenAt";
    static final String CONSENT_CLIENT = "consent.client";
    static final String CONSENT_CONFIRMED_BY = "consent.confirmedBy";
    private static final String CHANGE = "change";

    private static final String GIVEN_AT = "givenAt";
    private static final String CLIENT = "client";
    private static final String WORDING = "wording";
    private static final String FORM = "form";
    private static final String CONFIRMED_BY = "confirmedBy";
    private static final String TO = "to";
    private static final String REQUESTED_AT = "requestedAt";
    private static final String BY_OLD = "confirmedByOld";
    private static final String BY_NEW = "confirmedByNew";
    private static final String SINCE = "since";
    private static final String SUPPRESSION = "suppression";
    private static final String CONFIRMED_AT = "confirmedAt";

    private ProfileDocuments() {}

    static void append(Profile profile, Document document) {
        document.append(PREFERENCES, PreferenceDocuments.toDocument(profile.preferences()));
        if (profile.consent() != null) {
            document.append(CONSENT, consent(profile.consent()));
        }
        if (profile.change() != null) {
            document.append(CHANGE, change(profile.change()));
        }
    }

    static Profile toProfile(Document document) {
        return new Profile(
                PreferenceDocuments.toPreferences(document.get(PREFERENCES, Document.class)),
                consent(document.get(CONSENT, Document.class)),
                change(document.get(CHANGE, Document.class)));
    }

    static Document ending(Ending ending) {
        return new Document(SINCE, Date.from(ending.since()))
                .append(SUPPRESSION, ending.suppression())
                .append(CONSENT, ending.consent() == null ? null : consent(ending.consent()))
                .append(CONFIRMED_AT, ending.confirmedAt() == null ? null : Date.from(ending.confirmedAt()));
    }

    /**
     * How an earlier subscription ended.
     *
     * @param newest the newest consent, which is all that earlier versions kept
     */
    static @Nullable Ending ending(@Nullable Document document, @Nullable Consent newest) {
        if (document == null) {
            return null;
        }
        var confirmedAt = document.getDate(CONFIRMED_AT);
        return new Ending(
                document.getDate(SINCE).toInstant(),
                document.getString(SUPPRESSION),
                document.containsKey(CONSENT) ? consent(document.get(CONSENT, Document.class)) : newest,
                confirmedAt == null ? null : confirmedAt.toInstant());
    }

    private static Document consent(Consent consent) {
        return new Document(GIVEN_AT, Date.from(consent.givenAt()))
                .append(CLIENT, consent.client())
                .append(WORDING, consent.wording())
                .append(FORM, consent.form())
                .append(CONFIRMED_BY, consent.confirmedBy());
    }

    private static @Nullable Consent consent(@Nullable Document document) {
        return document == null
                ? null
                : new Consent(
                        document.getDate(GIVEN_AT).toInstant(),
                        document.getString(CLIENT),
                        document.getString(WORDING),
                        document.getString(FORM),
                        document.getString(CONFIRMED_BY));
    }

    private static Document change(AddressChange change) {
        return new Document(TO, change.to().value())
                .append(REQUESTED_AT, Date.from(change.requestedAt()))
                .append(BY_OLD, change.confirmedByOld())
                .append(BY_NEW, change.confirmedByNew());
    }

    private static @Nullable AddressChange change(@Nullable Document document) {
        return document == null
                ? null
                : new AddressChange(
                        new EmailAddress(document.getString(TO)),
                        document.getDate(REQUESTED_AT).toInstant(),
                        document.getBoolean(BY_OLD),
                        document.getBoolean(BY_NEW));
    }
}
