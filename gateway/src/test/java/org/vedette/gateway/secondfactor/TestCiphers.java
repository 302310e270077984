package org.vedette.gateway.secondfactor;

import java.util.Arrays;

/** Ciphers for tests. */
public final class TestCiphers {

    /** The Base64 of 32 bytes. */
    public static final String KEY = "b25lIGtleSBvZiB0aGlydHktdHdvIGJ5dGVzLi4uLi4=";

    public static final String OTHER_KEY = "YW5vdGhlciBrZXkgb2YgMzIgYnl0ZXMuLi4uLi4uLi4=";

    private TestCiphers() {}

    /** The last key encrypts. */
    public static SecretCipher cipher(String... keys) {
        return new SecretCipher(Arrays.stream(keys)
                .map(key -> EncryptionKey.parse(key).orElseThrow())
                .toList());
    }
}
