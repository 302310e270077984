package org.vedette.gateway.sessions;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.vedette.gateway.secrets.Secret;
import org.vedette.gateway.secrets.SecretGenerator;

/**
 * Tokens in forms that only pages of this site can know: a token is derived from the secret in the cookie, so that it ends
 * with the session, and is masked anew each time, so that compressed responses do not give it away (BREACH).
 */
public final class CsrfTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 32;

    private final SecretGenerator random;

    public CsrfTokens(SecretGenerator random) {
        this.random = random;
    }

    public String of(Secret secret) {
        var mask = random.bytes(LENGTH);
        var masked = new byte[2 * LENGTH];
        System.arraycopy(mask, 0, masked, 0, LENGTH);
        System.arraycopy(xor(mask, key(secret), 0), 0, masked, LENGTH, LENGTH);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(masked);
    }

    public boolean isValid(String token, Secret secret) {
        try {
            var masked = Base64.getUrlDecoder().decode(token);
            return masked.length == 2 * LENGTH && MessageDigest.isEqual(key(secret), xor(masked, masked, LENGTH));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static byte[] xor(byte[] mask, byte[] bytes, int offset) {
        var result = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            result[i] = (byte) (mask[i] ^ bytes[offset + i]);
        }
        return result;
    }

    private static byte[] key(Secret secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal("csrf".getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA-256", e);
        }
    }
}
