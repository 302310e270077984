package org.vedette.gateway.fallback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A refusal as {@code application/problem+json} (RFC 9457). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        URI type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @Nullable String requestId,
        @Nullable Long limit) {

    static Problem of(Refusal refusal, @Nullable String instance, @Nullable String requestId) {
        var type = refusal.type();
        return new Problem(
                type.uri(),
                type.title(),
                type.status().value(),
                refusal.detail(),
                instance,
                requestId,
                refusal.limit());
    }
}
