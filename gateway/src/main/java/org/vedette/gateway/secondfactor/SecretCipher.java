package org.vedette.gateway.secondfactor;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Encrypts the secrets of second factors with keys that are not in the store. The last key encrypts; the others decrypt what
 * was encrypted before. A secret is bound to its owner: that of another account is not accepted in its place.
 */
public final class SecretCipher {

    /** Base32 has no colon. */
    private static final Pattern ENCRYPTED = Pattern.compile("aes-gcm:([0-9a-f]+):([A-Za-z0-9_-]+)");

    private static final String SEPARATOR = "\n";

    private final List<EncryptionKey> keys;

    SecretCipher(List<EncryptionKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /** Has no key: it reads what is not encrypted, and encrypts nothing. */
    public static SecretCipher withoutKey() {
        return new SecretCipher(List.of());
    }

    boolean hasKey() {
        return !keys.isEmpty();
    }

    /** Whether a secret is encrypted with the last key. */
    boolean isCurrent(StoredSecret stored) {
        var parts = ENCRYPTED.matcher(stored.text());
        return hasKey() && parts.matches() && parts.group(1).equals(last().id());
    }

    boolean isEncrypted(StoredSecret stored) {
        return ENCRYPTED.matcher(stored.text()).matches();
    }

    /** @throws IllegalStateException when there is no key */
    StoredSecret encrypt(TotpSecret secret, String owner) {
        if (!hasKey()) {
            throw new IllegalStateException("There is no key to encrypt with");
        }
        var plain = (owner + SEPARATOR + secret.base32()).getBytes(StandardCharsets.UTF_8);
        var encrypted = last().encryptor().encrypt(plain);
        return new StoredSecret("aes-gcm:" + last().id() + ":"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(encrypted));
    }

    /** @throws UnreadableSecretException when the key is missing, or when the secret is another owner's or was changed */
    TotpSecret decrypt(StoredSecret stored, String owner) {
        var parts = ENCRYPTED.matcher(stored.text());
        if (!parts.matches()) {
            return new TotpSecret(stored.text());
        }
        var plain = decrypt(key(parts.group(1)), Base64.getUrlDecoder().decode(parts.group(2)));
        var prefix = owner + SEPARATOR;
        if (!plain.startsWith(prefix)) {
            throw new UnreadableSecretException("The stored secret belongs to another account");
        }
        return new TotpSecret(plain.substring(prefix.length()));
    }

    private static String decrypt(EncryptionKey key, byte[] encrypted) {
        try {
            return new String(key.encryptor().decrypt(encrypted), StandardCharsets.UTF_8);
        } catch (RuntimeException e) {
            throw new UnreadableSecretException("The stored secret was changed: " + e.getMessage());
        }
    }

    private EncryptionKey key(String id) {
        return keys.stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new UnreadableSecretException("VEDETTE_ENCRYPTION_KEY has no key with the id " + id));
    }

    private EncryptionKey last() {
        return keys.get(keys.size() - 1);
    }
}
