package org.vedette.gateway.servicetokens;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Map;

/**
 * The keys of the gateway: the last one signs, and all are published, so that a service knows a key before a token comes
 * that was signed with it, and for as long as one may still come.
 */
class SigningKeys {

    private final List<SigningKey> keys;

    /** @param keys at least one */
    SigningKeys(List<SigningKey> keys) {
        this.keys = List.copyOf(keys);
    }

    String sign(JWTClaimsSet claims) {
        return keys.get(keys.size() - 1).sign(claims);
    }

    /** A JSON Web Key Set (RFC 7517) with the public keys. */
    Map<String, Object> publicKeys() {
        return new JWKSet(keys.stream().map(SigningKey::publicKey).toList()).toJSONObject();
    }
}
