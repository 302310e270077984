package org.vedette.notification.signup;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vedette.notification.tokens.SignedTokens;

/** Creates and parses what a form carries, signed: when it was shown. */
public final class FormTokens {

    private static final byte FORM = 'f';

    private final SignedTokens tokens;

    /**
     * Tokens under one key.
     *
     * @param mac computes the MAC of a payload, 16 bytes long
     */
    public FormTokens(UnaryOperator<byte[]> mac) {
        this.tokens = new SignedTokens(mac);
    }

    /** The token of a form that is shown now. */
    public String issue(Instant now) {
        return tokens.sign(ByteBuffer.allocate(1 + Long.BYTES)
                .put(FORM)
                .putLong(now.toEpochMilli())
                .array());
    }

    /** When the form was shown; empty when the token is not one of ours. */
    public Optional<Instant> issuedAt(String token) {
        return tokens.verify(FORM, token).map(payload -> Instant.ofEpochMilli(payload.getLong()));
    }
}
