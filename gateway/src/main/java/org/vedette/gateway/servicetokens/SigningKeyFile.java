package org.vedette.gateway.identity;

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
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.sec.SECNamedCurves;

/** Reads the signing key from a PEM file: PKCS#8, EC, P-256. */
final class SigningKeyFile {

    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private SigningKeyFile() {}

    /** @throws InvalidFileException when the file has no such key */
    static SigningKey read(Path file) {
        try {
            var pem = PKCS8.matcher(Files.readString(file));
            if (!pem.find()) {
                throw invalid(file, "it has no PEM block PRIVATE KEY");
            }
            return key(Base64.getMimeDecoder().decode(pem.group(1)));
        } catch (IOException | GeneralSecurityException | JOSEException | IllegalArgumentException e) {
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
                "Name a PEM file with an EC P-256 private key in PKCS#8 in VEDETTE_SIGNING_KEY; this makes one: "
                        + "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out FILE");
    }
}
