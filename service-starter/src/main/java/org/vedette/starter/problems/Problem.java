package org.vedette.starter.problems;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/**
 * An occurrence of a problem (RFC 9457 §3), before it is written as JSON or as a page.
 *
 * @param type kind of problem
 * @param status HTTP status code; mostly that of the type
 * @param detail what is wrong this time and what to do about it, as sentences
 * @param extensions additional members by name, in order (RFC 9457 §3.2); values are what Jackson can write
 * @param headers response headers that belong to the problem, such as {@code Allow} or {@code Retry-After}
 */
public record Problem(
        ProblemType type, int status, String detail, Map<String, Object> extensions, HttpHeaders headers) {

    public Problem {
        extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
        headers = HttpHeaders.readOnlyHttpHeaders(headers);
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, type.status(), detail, Map.of(), new HttpHeaders());
    }

    /** The same problem with one more member. */
    public Problem with(String member, Object value) {
        var more = new LinkedHashMap<>(extensions);
        more.put(member, value);
        return new Problem(type, status, detail, more, headers);
    }

    /** The same problem with one member {@code errors} that names an invalid field or parameter. */
    public Problem withError(String field, String message) {
        return with("errors", List.of(new InvalidField(field, message)));
    }

    private record InvalidField(String field, String message) {}

    /** The same problem with a response header set. */
    public Problem withHeader(String name, String value) {
        var more = new HttpHeaders();
        more.putAll(headers);
        more.set(name, value);
        return new Problem(type, status, detail, extensions, more);
    }

    /** The same problem with these response headers set as well. */
    public Problem withHeaders(HttpHeaders additional) {
        var more = new HttpHeaders();
        more.putAll(headers);
        more.putAll(additional);
        return new Problem(type, status, detail, extensions, more);
    }

    /** The same problem under another status of the same class, where the framework chose one. */
    public Problem withStatus(int other) {
        return new Problem(type, other, detail, extensions, headers);
    }
}
