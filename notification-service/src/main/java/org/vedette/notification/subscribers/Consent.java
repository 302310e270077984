package org.vedette.notification.subscribers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber agreed to, kept as evidence.
 *
 * @param givenAt when the form was sent, or as the source of an import says
 * @param client address of the client that sent it; null when it is not known
 * @param wording the promise that the form made
 * @param form version of the form
 * @param confirmedBy address of the client that confirmed; null until then, or when it is not known
 */
public record Consent(
        Instant givenAt,
        @Nullable String client,
        String wording,
        String form,
        @Nullable String confirmedBy) {

    Consent confirmedBy(@Nullable String confirmingClient) {
        return new Consent(givenAt, client, wording, form, confirmingClient);
    }
}
