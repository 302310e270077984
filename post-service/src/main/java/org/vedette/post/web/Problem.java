package org.vedette.post.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.post.publishing.PublishingException.FieldError;

/**
 * A problem as RFC 9457 §3 has it, with the members of ours that go with some types.
 *
 * @param detail says what to do
 * @param instance path of the request
 * @param limit in bytes, where one was passed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        URI type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @Nullable String requestId,
        @Nullable List<FieldError> errors,
        @Nullable String field,
        @Nullable Long limit,
        @Nullable Long currentRevision) {

    static Problem of(ProblemType type, String detail) {
        return new Problem(type.uri(), type.title(), type.status(), detail, null, null, null, null, null, null);
    }

    Problem at(String path, @Nullable String request) {
        return new Problem(type, title, status, detail, path, request, errors, field, limit, currentRevision);
    }

    Problem with(List<FieldError> fields) {
        return new Problem(type, title, status, detail, instance, requestId, fields, field, limit, currentRevision);
    }

    Problem beyond(long bytes, @Nullable String tooLarge) {
        return new Problem(type, title, status, detail, instance, requestId, errors, tooLarge, bytes, currentRevision);
    }

    Problem current(long revision) {
        return new Problem(type, title, status, detail, instance, requestId, errors, field, limit, revision);
    }
}
