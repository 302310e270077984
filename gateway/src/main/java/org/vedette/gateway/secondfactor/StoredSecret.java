package org.vedette.gateway.secondfactor;

/** The secret of a second factor as it is stored: encrypted, or in Base32 as earlier releases stored it. */
public record StoredSecret(String text) {

    @Override
    public String toString() {
        return "StoredSecret[…]";
    }
}
