package org.vedette.starter.api;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives a response that has no revision of its own an entity tag of its content, so that a client can ask with
 * {@code If-None-Match} whether it changed (RFC 9110 §13.1.2). The framework answers 304 where the tag matches.
 */
public final class ContentTags {

    private static final int LENGTH = 16;

    private final JsonMapper json;

    public ContentTags(JsonMapper json) {
        this.json = json;
    }

    /** The response 200 with a body and its tag. */
    public <T> ResponseEntity<T> ok(T body) {
        var digest = sha256().digest(json.writeValueAsBytes(body));
        return ResponseEntity.ok()
                .eTag("\"" + HexFormat.of().formatHex(digest, 0, LENGTH) + "\"")
                .body(body);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
