package org.vedette.gateway.servicetokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.vedette.gateway.files.InvalidFileException;

/**
 * Reads signing keys (PKCS#8, EC, P-256) from a PEM file, in the order of its blocks, or from the files {@code *.pem} of a
 * directory, in the order of their names.
 */
final class SigningKeyFile {

    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private SigningKeyFile() {}

    /** @throws InvalidFileException when there is no such key, or when one of them is invalid */
    static List<SigningKey> read(Path path) {
        return keys(path, text(path));
    }

    /**
     * The content of the file, or of all files of the directory.
     *
     * @throws InvalidFileException when it cannot be read, or when there is no file in the directory
     */
    static String text(Path path) {
        var files = files(path);
        if (files.isEmpty()) {
            throw invalid(path, "it has no file *.pem");
        }
        return files.stream().map(SigningKeyFile::textOf).collect(Collectors.joining());
    }

    /** @throws InvalidFileException when there is no key in the content, or when one of them is invalid */
    static List<SigningKey> keys(Path path, String text) {
        try {
            var keys = new ArrayList<SigningKey>();
            var pem = PKCS8.matcher(text);
            while (pem.find()) {
                keys.add(key(Base64.getMimeDecoder().decode(pem.group(1))));
            }
            if (keys.isEmpty()) {
                throw invalid(path, "it has no PEM block PRIVATE KEY");
            }
            return List.copyOf(keys);
        } catch (GeneralSecurityException | JOSEException | IllegalArgumentException e) {
            throw invalid(path, e.toString());
        }
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (var files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(".pem") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw invalid(path, e.toString());
        }
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw invalid(file, e.toString());
        }
    }

    private static SigningKey key(byte[] pkcs8) throws GeneralSecurityException, JOSEException {
        var keys = KeyFactory.getInstance("EC");
        var privateKey = (ECPrivateKey) keys.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        if (!Curve.P_256.equals(Curve.forECParameterSpec(privateKey.getParams()))) {
            throw new IllegalArgumentException("its key is not on the curve P-256");
        }
        var publicKey = (ECPublicKey)
                keys.generatePublic(new ECPublicKeySpec(publicPoint(privateKey.getS()), privateKey.getParams()));
        return SigningKey.of(publicKey, privateKey);
    }

    /** PKCS#8 need not contain the public key, and the JDK cannot compute it from the private key. */
    private static ECPoint publicPoint(BigInteger secret) {
        var point =
                SECNamedCurves.getByName("secp256r1").getG().multiply(secret).normalize();
        return new ECPoint(
                point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger());
    }

    private static InvalidFileException invalid(Path file, String problem) {
        return new InvalidFileException(
                "The file of the signing key, %s, is invalid: %s.".formatted(file, problem),
                "Name a PEM file with an EC P-256 private key in PKCS#8, or a directory of such files, in VEDETTE_SIGNING_KEY; "
                        + "this makes one: "
                        + "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out FILE");
    }
}
