package org.vedette.gateway.fallback;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;

/**
 * A request the gateway answers itself, because it cannot or must not pass it on.
 *
 * @param detail what the caller can do about it, as a sentence for people and machines
 * @param limit the limit that was passed, in bytes
 * @param headers what the answer's headers say of it
 */
public record Refusal(
        ProblemType type, String detail, @Nullable Long limit, HttpHeaders headers) {

    public static Refusal because(ProblemType type, String detail) {
        return new Refusal(type, detail, null, new HttpHeaders());
    }

    public static Refusal tooLarge(ProblemType type, String what, DataSize limit) {
        return new Refusal(
                type,
                "%s may have %d bytes at most. Send less.".formatted(what, limit.toBytes()),
                limit.toBytes(),
                new HttpHeaders());
    }

    public static Refusal methodNotAllowed(Collection<HttpMethod> allowed) {
        var names = allowed.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
        return because(ProblemType.METHOD_NOT_ALLOWED, "Use one of: " + names + ".")
                .with(HttpHeaders.ALLOW, names);
    }

    public Refusal with(String header, String value) {
        var more = new HttpHeaders(headers);
        more.set(header, value);
        return new Refusal(type, detail, limit, more);
    }
}
