package org.vedette.gateway.servicetokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.text.ParseException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.gateway.files.InvalidFileException;

class SigningKeyFileTests {

    @TempDir
    private Path directory;

    @Test
    void thePublicKeyVerifiesTheSignature() throws Exception {
        var pair = pair("secp256r1");

        var keys = SigningKeyFile.read(pem(pair));

        assertThat(keys).singleElement().matches(key -> isSignedBy(pair, key));
    }

    @Test
    void everyReplicaPublishesTheSameKey() throws Exception {
        var file = pem(pair("secp256r1"));

        var published = SigningKeyFile.read(file).get(0).publicKey();

        assertThat(published).isEqualTo(SigningKeyFile.read(file).get(0).publicKey());
    }

    @Test
    void thePrivateKeyIsNotPublished() throws Exception {
        var key = SigningKeyFile.read(pem(pair("secp256r1"))).get(0);

        assertThat(key.publicKey().isPrivate()).isFalse();
    }

    @Test
    void keysComeInTheOrderOfTheFile() throws Exception {
        var old = pair("secp256r1");
        var next = pair("secp256r1");
        var file = Files.writeString(directory.resolve("keys.pem"), block(old) + block(next));

        var keys = SigningKeyFile.read(file);

        assertThat(keys).hasSize(2).last().matches(key -> isSignedBy(next, key));
    }

    @Test
    void keysComeInTheOrderOfTheNamesOfFiles() throws Exception {
        var next = pair("secp256r1");
        Files.writeString(directory.resolve("2026-12.pem"), block(next));
        Files.writeString(directory.resolve("2026-06.pem"), block(pair("secp256r1")));
        Files.writeString(directory.resolve("README"), "not a key");

        var keys = SigningKeyFile.read(directory);

        assertThat(keys).hasSize(2).last().matches(key -> isSignedBy(next, key));
    }

    @Test
    void aDirectoryWithoutAKeyIsRejected() {
        assertThatThrownBy(() -> SigningKeyFile.read(directory))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("no file *.pem");
    }

    @Test
    void aKeyOnAnotherCurveIsRejected() throws Exception {
        var file = pem(pair("secp384r1"));

        assertThatThrownBy(() -> SigningKeyFile.read(file))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("not on the curve P-256");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"
            })
    void aFileWithoutAKeyIsRejected(String content) throws IOException {
        var file = Files.writeString(directory.resolve("key.pem"), content);

        assertThatThrownBy(() -> SigningKeyFile.read(file))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aMissingFileIsRejected() {
        assertThatThrownBy(() -> SigningKeyFile.read(directory.resolve("absent.pem")))
                .isInstanceOf(InvalidFileException.class);
    }

    private static KeyPair pair(String curve) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private Path pem(KeyPair pair) throws IOException {
        return Files.writeString(directory.resolve("key.pem"), block(pair));
    }

    private static String block(KeyPair pair) {
        var base64 = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
    }

    private static boolean isSignedBy(KeyPair pair, SigningKey key) {
        try {
            var token = SignedJWT.parse(
                    key.sign(new JWTClaimsSet.Builder().subject("ada").build()));
            return token.verify(new ECDSAVerifier((ECPublicKey) pair.getPublic()));
        } catch (ParseException | JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
