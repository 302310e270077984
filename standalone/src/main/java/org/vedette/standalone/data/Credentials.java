package org.vedette.standalone.data;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/**
 * The secrets of one installation, each in a file of its own.
 *
 * @param editorToken what a script shows to publish
 * @param linkKey what makes the links in mail unforgeable
 * @param tokens file with the tokens the gateway accepts, of which the editor's is one
 * @param signingKey PEM file with the key the gateway signs with
 * @param encryptionKey file with the key the gateway encrypts the secrets of second factors with
 * @param adminPassword file with the password of the first account; it may be changed or removed once that was used
 */
public record Credentials(
        String editorToken, String linkKey, Path tokens, Path signingKey, Path encryptionKey, Path adminPassword) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;

    /** The secrets of that data directory; missing ones are generated. */
    static Credentials in(Path directory) throws IOException {
        var editorToken = secret(DataDirectory.editorToken(directory), "vedette_");
        var tokens = new GatewayTokens(directory.resolve("gateway-tokens"));
        tokens.accept("editor", "editor", editorToken);
        return new Credentials(
                editorToken,
                secret(directory.resolve("link-key"), ""),
                tokens.file(),
                signingKey(directory.resolve("signing-key.pem")),
                encryptionKey(directory.resolve("encryption-key")),
                adminPassword(DataDirectory.adminPassword(directory)));
    }

    @Override
    public String toString() {
        return "Credentials[tokens=" + tokens + ", signingKey=" + signingKey + "]";
    }

    private static String secret(Path file, String prefix) throws IOException {
        makeSecret(file, prefix);
        return Files.readString(file, US_ASCII).strip();
    }

    private static void makeSecret(Path file, String prefix) throws IOException {
        if (Files.notExists(file)) {
            var bytes = new byte[SECRET_BYTES];
            RANDOM.nextBytes(bytes);
            var secret = prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            PrivateFiles.write(file, (secret + "\n").getBytes(US_ASCII));
        }
    }

    /** Makes a password once: one that is made after the account exists would open nothing. */
    private static Path adminPassword(Path file) throws IOException {
        var made = file.resolveSibling(".admin-password-made");
        if (Files.notExists(made)) {
            makeSecret(file, "");
            PrivateFiles.write(made, new byte[0]);
        }
        return file;
    }

    private static Path encryptionKey(Path file) throws IOException {
        makeSecret(file, "");
        return file;
    }

    private static Path signingKey(Path file) throws IOException {
        if (Files.notExists(file)) {
            var key = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(newSigningKey());
            var pem = "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n";
            PrivateFiles.write(file, pem.getBytes(US_ASCII));
        }
        return file;
    }

    private static byte[] newSigningKey() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair().getPrivate().getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java knows no elliptic curve P-256", e);
        }
    }
}
