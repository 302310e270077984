package org.vedette.gateway.secondfactor;

import java.time.Instant;

/** One-time passwords, as an app computes them. */
public final class TestCodes {

    private TestCodes() {}

    public static String now(String base32) {
        return at(base32, Instant.now());
    }

    public static String at(String base32, Instant instant) {
        return Totp.at(new TotpSecret(base32), Totp.step(instant));
    }
}
