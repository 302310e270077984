package org.vedette.notification.tokens;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Signs payloads, of which the first byte says what they are for, and verifies them. */
public final class SignedTokens {

    private static final int MAC_BYTES = 16;

    private final UnaryOperator<byte[]> mac;

    /**
     * Tokens under one key.
     *
     * @param mac computes the MAC of a payload, {@value #MAC_BYTES} bytes long
     */
    public SignedTokens(UnaryOperator<byte[]> mac) {
        this.mac = mac;
    }

    /** The token of a payload, in base64url. */
    public String sign(byte[] payload) {
        var token = ByteBuffer.allocate(payload.length + MAC_BYTES).put(payload).put(mac.apply(payload));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /** The payload of a token, after its first byte; empty when it is not signed, or for something else. */
    public Optional<ByteBuffer> verify(byte purpose, String token) {
        try {
            var decoded = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            var payload = new byte[decoded.remaining() - MAC_BYTES];
            var received = new byte[MAC_BYTES];
            decoded.get(payload).get(received);
            var valid = MessageDigest.isEqual(received, mac.apply(payload)) && payload[0] == purpose;
            return valid ? Optional.of(ByteBuffer.wrap(payload).position(1)) : Optional.empty();
        } catch (IllegalArgumentException | NegativeArraySizeException | BufferUnderflowException malformed) {
            return Optional.empty();
        }
    }
}
