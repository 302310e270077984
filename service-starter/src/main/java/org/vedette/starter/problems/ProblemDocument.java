package org.vedette.starter.problems;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A problem as {@code application/problem+json} (RFC 9457 §3). */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "requestId"})
record ProblemDocument(
        URI type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @Nullable String requestId,
        @JsonAnyGetter Map<String, Object> extensions) {

    static ProblemDocument of(Problem problem, @Nullable String instance, @Nullable String requestId) {
        return new ProblemDocument(
                problem.type().uri(),
                problem.type().title(),
                problem.status(),
                problem.detail(),
                instance,
                requestId,
                problem.extensions());
    }
}
