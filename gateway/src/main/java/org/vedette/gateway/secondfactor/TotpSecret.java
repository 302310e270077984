package org.vedette.gateway.secondfactor;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The secret that a phone and the gateway share, in Base32 (RFC 4648 §6). */
public record TotpSecret(String base32) {

    /** 160 bits, as many as the hash has (RFC 4226 §4, R6). */
    public static final int BYTES = 20;

    public static TotpSecret of(byte[] secret) {
        return new TotpSecret(Base32.encode(secret));
    }

    /** Empty when the text is no secret of the right length. */
    public static Optional<TotpSecret> parse(String base32) {
        return Base32.decode(base32).filter(bytes -> bytes.length == BYTES).map(TotpSecret::of);
    }

    byte[] bytes() {
        return Base32.decode(base32).orElseThrow(() -> new IllegalStateException("not Base32"));
    }

    /** The address in the QR code, as authenticator apps read it. */
    public URI keyUri(String issuer, String login) {
        return URI.create("otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(encode(issuer), encode(login), base32, encode(issuer)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "TotpSecret[…]";
    }
}
