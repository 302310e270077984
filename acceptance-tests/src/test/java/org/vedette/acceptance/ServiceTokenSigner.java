package org.vedette.acceptance;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.vedette.starter.security.ServiceTokens;

/** Signs service tokens with the key of the gateway, as it does for those who send requests through it. */
record ServiceTokenSigner(Path keyFile) {

    /** A token of a person of their own, with one role. */
    String sign(String role, Instant expiresAt) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(ServiceTokens.ISSUER)
                .audience(ServiceTokens.AUDIENCE)
                .subject(UUID.randomUUID().toString())
                .claim(ServiceTokens.NAME, "An " + role)
                .claim(ServiceTokens.ROLES, List.of(role))
                .issueTime(Date.from(expiresAt.minusSeconds(120)))
                .expirationTime(Date.from(expiresAt))
                .build();
        try {
            var token = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims);
            token.sign(new ECDSASigner(key()));
            return token.serialize();
        } catch (JOSEException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private ECPrivateKey key() throws GeneralSecurityException {
        try {
            var pem = Files.readString(keyFile).replaceAll("-----[A-Z ]+-----", "");
            var encoded = Base64.getMimeDecoder().decode(pem.strip());
            return (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
