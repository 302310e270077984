package org.vedette.notification.delivery.dkim;

import java.security.PrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.util.Optional;

/** The signing algorithms of RFC 8463 §2 and RFC 6376 §3.3.1. */
public enum DkimAlgorithm {
    RSA("rsa-sha256", "rsa", "SHA256withRSA"),
    ED25519("ed25519-sha256", "ed25519", "Ed25519");

    /** RFC 8301 §3.2: shorter keys are not trusted. */
    private static final int SHORTEST_RSA_KEY = 2048;

    private final String tag;
    private final String keyType;
    private final String javaName;

    DkimAlgorithm(String tag, String keyType, String javaName) {
        this.tag = tag;
        this.keyType = keyType;
        this.javaName = javaName;
    }

    /** The one for a key; empty when there is none. */
    static Optional<DkimAlgorithm> of(PrivateKey key) {
        if (key instanceof RSAPrivateKey rsa) {
            return rsa.getModulus().bitLength() >= SHORTEST_RSA_KEY ? Optional.of(RSA) : Optional.empty();
        }
        return key instanceof EdECPrivateKey edwards
                        && edwards.getParams().getName().equals("Ed25519")
                ? Optional.of(ED25519)
                : Optional.empty();
    }

    /** The value of {@code a=} in a signature. */
    String tag() {
        return tag;
    }

    /** The value of {@code k=} in a DNS record. */
    String keyType() {
        return keyType;
    }

    /** As {@link java.security.Signature} calls it. */
    public String javaName() {
        return javaName;
    }
}
