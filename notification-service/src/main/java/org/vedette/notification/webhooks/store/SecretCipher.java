package org.vedette.notification.webhooks.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts secrets by AES-256 in Galois/Counter Mode, with keys that are not in the store. The last key encrypts, and the others
 * decrypt what was encrypted before. A secret is bound to its owner: that of another webhook is not accepted in its place.
 */
final class SecretCipher {

    private static final Pattern ENCRYPTED = Pattern.compile("aes-gcm:([0-9a-f]+):([A-Za-z0-9_-]+)");
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ID_LENGTH = 12;

    private final Map<String, SecretKey> keys = new LinkedHashMap<>();
    private final SecureRandom random;

    /**
     * A cipher with keys.
     *
     * @param lines Base64 of 32 bytes each; with none, secrets are stored as they are
     * @throws IllegalArgumentException when a line is no key
     */
    SecretCipher(List<String> lines, SecureRandom random) {
        lines.forEach(line -> {
            var bytes = bytes(line);
            keys.put(id(bytes), new SecretKeySpec(bytes, "AES"));
        });
        this.random = random;
    }

    /** Whether what is stored from now on is encrypted. */
    boolean hasKey() {
        return !keys.isEmpty();
    }

    /** What is stored in the place of a secret. */
    String encrypt(String secret, String owner) {
        if (!hasKey()) {
            return secret;
        }
        var id = List.copyOf(keys.keySet()).get(keys.size() - 1);
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var encrypted = run(Cipher.ENCRYPT_MODE, id, nonce, owner, secret.getBytes(StandardCharsets.UTF_8));
        var all = ByteBuffer.allocate(NONCE_BYTES + encrypted.length).put(nonce).put(encrypted);
        return "aes-gcm:" + id + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(all.array());
    }

    /**
     * The secret behind what is stored.
     *
     * @throws IllegalStateException when its key is missing, or when it is another owner's or was changed
     */
    String decrypt(String stored, String owner) {
        var parts = ENCRYPTED.matcher(stored);
        if (!parts.matches()) {
            return stored;
        }
        if (!keys.containsKey(parts.group(1))) {
            throw new IllegalStateException("VEDETTE_ENCRYPTION_KEY has no key with the id " + parts.group(1));
        }
        var all = ByteBuffer.wrap(Base64.getUrlDecoder().decode(parts.group(2)));
        if (all.remaining() <= NONCE_BYTES) {
            throw new IllegalStateException("the stored secret was changed");
        }
        var nonce = new byte[NONCE_BYTES];
        all.get(nonce);
        var encrypted = new byte[all.remaining()];
        all.get(encrypted);
        return new String(run(Cipher.DECRYPT_MODE, parts.group(1), nonce, owner, encrypted), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, String key, byte[] nonce, String owner, byte[] input) {
        try {
            var cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, keys.get(key), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("the stored secret was changed, or belongs to another webhook", failure);
        }
    }

    private static byte[] bytes(String line) {
        try {
            var bytes = Base64.getUrlDecoder().decode(line.replace('+', '-').replace('/', '_'));
            if (bytes.length == KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("one of its lines is not the Base64 of 32 bytes", notBase64);
        }
        throw new IllegalArgumentException("one of its lines is not the Base64 of 32 bytes");
    }

    private static String id(byte[] key) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(hash).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
