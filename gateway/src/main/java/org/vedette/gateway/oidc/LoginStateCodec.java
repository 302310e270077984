package org.vedette.gateway.oidc;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Writes states for a cookie and reads them. The key is derived from the client secret, which all instances have. */
final class LoginStateCodec {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int PARTS = 5;

    private final SecretKeySpec key;
    private final InstantSource clock;

    LoginStateCodec(String clientSecret, InstantSource clock) {
        this.key = new SecretKeySpec(("login state " + clientSecret).getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.clock = clock;
    }

    String write(LoginState state) {
        var text = String.join(
                "\n",
                state.state(),
                state.nonce(),
                state.verifier(),
                String.valueOf(state.expiresAt().toEpochMilli()),
                state.next());
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return encode(bytes) + "." + encode(signature(bytes));
    }

    /** Empty when the text is not ours, or too old. */
    Optional<LoginState> read(String text) {
        var dot = text.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(text.substring(0, dot));
            var signature = Base64.getUrlDecoder().decode(text.substring(dot + 1));
            return MessageDigest.isEqual(signature, signature(bytes)) ? parse(bytes) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private Optional<LoginState> parse(byte[] bytes) {
        var parts = new String(bytes, StandardCharsets.UTF_8).split("\n", PARTS);
        var expiresAt = Instant.ofEpochMilli(Long.parseLong(parts[3]));
        return clock.instant().isBefore(expiresAt)
                ? Optional.of(new LoginState(parts[0], parts[1], parts[2], parts[4], expiresAt))
                : Optional.empty();
    }

    private byte[] signature(byte[] bytes) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA-256", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
