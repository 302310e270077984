package org.vedette.gateway.servicetokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import org.jspecify.annotations.Nullable;

/** The key that signs service tokens. Its id is its thumbprint (RFC 7638), which is the same on every replica. */
final class SigningKey {

    private final ECKey key;

    private SigningKey(ECKey key) {
        this.key = key;
    }

    static SigningKey generate() {
        try {
            return of(new ECKeyGenerator(Curve.P_256).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("Every JDK has P-256", e);
        }
    }

    static SigningKey of(ECPublicKey publicKey, ECPrivateKey privateKey) throws JOSEException {
        return of(
                new ECKey.Builder(Curve.P_256, publicKey).privateKey(privateKey).build());
    }

    private static SigningKey of(ECKey key) throws JOSEException {
        return new SigningKey(new ECKey.Builder(key)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .keyIDFromThumbprint()
                .build());
    }

    String id() {
        return key.getKeyID();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SigningKey another && id().equals(another.id());
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    /** The public key as a JSON Web Key (RFC 7517). */
    JWK publicKey() {
        return key.toPublicJWK();
    }

    String sign(JWTClaimsSet claims) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(id())
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The signing key cannot sign", e);
        }
        return token.serialize();
    }
}
