package org.vedette.post;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Stands in for the gateway: signs tokens, and publishes the key they can be checked with. */
public final class GatewayTokens {

    private static final ECKey KEY = newKey();
    private static final String JWKS = publishKey();

    private GatewayTokens() {}

    /** Address of the key set. */
    public static String jwks() {
        return JWKS;
    }

    public static String editor() {
        return signed(KEY, "vedette", List.of("editor"), Duration.ofMinutes(2));
    }

    public static String reader() {
        return signed(KEY, "vedette", List.of("reader"), Duration.ofMinutes(2));
    }

    public static String expired() {
        return signed(KEY, "vedette", List.of("editor"), Duration.ofMinutes(-10));
    }

    public static String forAnotherAudience() {
        return signed(KEY, "another-suite", List.of("editor"), Duration.ofMinutes(2));
    }

    public static String forged() {
        return signed(newKey(), "vedette", List.of("editor"), Duration.ofMinutes(2));
    }

    private static String signed(ECKey key, String audience, List<String> roles, Duration life) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(KEY.getKeyID())
                            .build(),
                    new JWTClaimsSet.Builder()
                            .issuer("urn:vedette:gateway")
                            .audience(audience)
                            .subject("a test")
                            .claim("roles", roles)
                            .expirationTime(Date.from(Instant.now().plus(life)))
                            .build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String publishKey() {
        var keys = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/jwks.json", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json";
        } catch (IOException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
