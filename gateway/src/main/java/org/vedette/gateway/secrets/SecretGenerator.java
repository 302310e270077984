package org.vedette.gateway.secrets;

import java.util.Base64;
import java.util.random.RandomGenerator;

/** Generates secrets of 256 bits. */
public final class SecretGenerator {

    private static final int BYTES = 32;

    private final RandomGenerator random;

    /** @param random a cryptographically strong generator */
    public SecretGenerator(RandomGenerator random) {
        this.random = random;
    }

    public Secret next() {
        return next("");
    }

    /** A secret with a text before the random part, by which people recognize what it is. */
    public Secret next(String prefix) {
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(BYTES)));
    }

    public byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
