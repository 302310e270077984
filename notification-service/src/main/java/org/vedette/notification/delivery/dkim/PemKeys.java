package org.vedette.notification.delivery.dkim;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Private keys in PEM files (RFC 7468 §10, PKCS#8), as {@code openssl genpkey} writes them. */
public final class PemKeys {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PRIVATE KEY-----\\s*([A-Za-z0-9+/=\\s]+?)\\s*-----END PRIVATE KEY-----");

    private static final String EXTENSION = ".pem";

    private PemKeys() {}

    /**
     * The key in a file, whose name without {@code .pem} is its selector.
     *
     * @throws IllegalArgumentException saying what is wrong with the file, and what to do
     */
    public static DkimKey read(Path file, String domain) {
        var name = file.getFileName().toString();
        var selector = name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name;
        try {
            return DkimKey.of(domain, selector, parse(Files.readString(file, StandardCharsets.US_ASCII)));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "The DKIM key " + file + " cannot be read: is the file there, and readable?", unreadable);
        } catch (IllegalArgumentException unusable) {
            throw new IllegalArgumentException(
                    "The DKIM key " + file + " cannot be used: " + unusable.getMessage()
                            + ". Make keys with: java -jar notification-service.jar dkim-keys DOMAIN DIRECTORY",
                    unusable);
        }
    }

    static String write(PrivateKey key) {
        var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
    }

    private static PrivateKey parse(String text) {
        var pem = PEM.matcher(text);
        if (!pem.find()) {
            throw new IllegalArgumentException("it is no PEM file with a PRIVATE KEY (PKCS#8)");
        }
        var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1)));
        for (var algorithm : List.of("RSA", "Ed25519")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (GeneralSecurityException another) {
                // It is a key of another kind.
            }
        }
        throw new IllegalArgumentException("its key is neither RSA nor Ed25519");
    }
}
