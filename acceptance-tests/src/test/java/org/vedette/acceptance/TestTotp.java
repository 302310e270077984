package org.vedette.acceptance;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator app shows (RFC 6238), written without a look at the gateway's own. */
record TestTotp(String secret) {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** The code of now, or with 1 the one that comes next. */
    String code(int stepsAhead) {
        var step = Instant.now().getEpochSecond() / 30 + stepsAhead;
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(), "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            var number = ByteBuffer.wrap(hash, hash[19] & 0xF, 4).getInt() & 0x7FFFFFFF;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] bytes() {
        var letters = secret.replace(" ", "");
        var bytes = new byte[letters.length() * 5 / 8];
        var bits = 0L;
        var count = 0;
        var at = 0;
        for (var i = 0; i < letters.length(); i++) {
            bits = bits << 5 | ALPHABET.indexOf(letters.charAt(i));
            count += 5;
            if (count >= 8 && at < bytes.length) {
                count -= 8;
                bytes[at++] = (byte) (bits >> count);
            }
        }
        return bytes;
    }
}
