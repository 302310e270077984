package org.vedette.gateway.secondfactor;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;

/**
 * A key of 256 bits that encrypts with AES in Galois/Counter Mode.
 *
 * @param id the beginning of its hash, which tells it from other keys and is stored with what it encrypts
 */
record EncryptionKey(String id, BytesEncryptor encryptor) {

    private static final int BYTES = 32;
    private static final int ID_LENGTH = 12;

    /** Base64 in either alphabet (RFC 4648 §4, §5); empty when the text is no key. */
    static Optional<EncryptionKey> parse(String base64) {
        try {
            var bytes = Base64.getUrlDecoder().decode(base64.replace('+', '-').replace('/', '_'));
            return bytes.length == BYTES ? Optional.of(of(bytes)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static EncryptionKey of(byte[] key) {
        var encryptor = AesGcmBytesEncryptor.withSecretKey(new SecretKeySpec(key, "AES"))
                .build();
        return new EncryptionKey(hash(key).substring(0, ID_LENGTH), encryptor);
    }

    private static String hash(byte[] key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
