package org.vedette.gateway.fallback;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a refusal for machines. */
@Component
public class ProblemWriter {

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /**
     * The refusal as UTF-8 JSON.
     *
     * @param instance path of the request
     * @param requestId id of the request, when it lived long enough to have one
     */
    public byte[] write(Refusal refusal, @Nullable String instance, @Nullable String requestId) {
        return json.writeValueAsBytes(Problem.of(refusal, instance, requestId));
    }
}
