package org.vedette.testsupport.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Signs tokens and publishes its key, as the gateway does, until the JVM ends. */
public final class TestTokenIssuer {

    private static final String AUDIENCE = "vedette";
    private static final Duration VALIDITY = Duration.ofMinutes(2);

    private final ECKey key = newKey();
    private final HttpServer server = serve(key);

    /** Address of the key set (RFC 7517 §5). */
    public String jwks() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/.well-known/jwks.json";
    }

    public String tokenWithRoles(String... roles) {
        return signed(key, AUDIENCE, List.of(roles), VALIDITY);
    }

    public String expiredToken() {
        return signed(key, AUDIENCE, List.of("editor"), Duration.ofMinutes(-10));
    }

    public String tokenForAnotherAudience() {
        return signed(key, "another-suite", List.of("editor"), VALIDITY);
    }

    /** A token that another key signed, under the id of the published one. */
    public String forgedToken() {
        return signed(newKey(), AUDIENCE, List.of("editor"), VALIDITY);
    }

    /** A token with the claims of an editor's, some of them changed; null leaves one out. Times are in seconds. */
    public String tokenWithClaims(Map<String, @Nullable Object> changes) {
        var now = Instant.now().getEpochSecond();
        var claims = new HashMap<String, @Nullable Object>(
                Map.of("iss", "urn:vedette:gateway", "aud", AUDIENCE, "sub", "a test", "roles", List.of("editor")));
        claims.put("iat", now);
        claims.put("exp", now + VALIDITY.toSeconds());
        claims.putAll(changes);
        claims.values().removeIf(Objects::isNull);
        try {
            var token = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    new Payload(JSONObjectUtils.toJSONString(claims)));
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String signed(ECKey key, String audience, List<String> roles, Duration validity) {
        try {
            var claims = new JWTClaimsSet.Builder()
                    .issuer("urn:vedette:gateway")
                    .audience(audience)
                    .subject("a test")
                    .claim("roles", roles)
                    .expirationTime(Date.from(Instant.now().plus(validity)))
                    .build();
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .keyID(key.getKeyID())
                    .build();
            var token = new SignedJWT(header, claims);
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

    private static HttpServer serve(ECKey key) {
        try {
            var keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
