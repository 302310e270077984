package org.vedette.gateway.oidc;

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
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** An identity provider that gives each code out once, and checks the client and PKCE. */
final class StubProvider {

    private final HttpServer server;
    private final ECKey key;
    private final Map<String, Login> logins = new ConcurrentHashMap<>();
    private final AtomicBoolean down = new AtomicBoolean();

    /** A person who has signed in there, on the way back. */
    private record Login(Map<String, String> request, Map<String, Object> claims) {}

    StubProvider() throws IOException, JOSEException {
        key = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", exchange -> answer(exchange, token(exchange)));
        server.createContext("/jwks", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
        server.start();
    }

    String address(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /** Signs a person in who was sent by the gateway; returns the query with which the browser goes back. */
    String signIn(URI request, Map<String, Object> claims) {
        var parameters = parameters(request.getRawQuery());
        var code = UUID.randomUUID().toString();
        logins.put(code, new Login(parameters, claims));
        return "code=" + code + "&state=" + parameters.get("state");
    }

    /** Closes connections in place of answering. */
    void breakDown() {
        down.set(true);
    }

    void recover() {
        down.set(false);
    }

    static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private String token(HttpExchange exchange) throws IOException {
        if (down.get()) {
            exchange.close();
            return "";
        }
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var parameters = parameters(body);
        var login = logins.remove(parameters.get("code"));
        var client =
                "Basic " + Base64.getEncoder().encodeToString("vedette:the-secret".getBytes(StandardCharsets.UTF_8));
        if (login == null
                || !client.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || !hash(parameters.getOrDefault("code_verifier", ""))
                        .equals(login.request().get("code_challenge"))) {
            return "";
        }
        return "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\"%s\"}"
                .formatted(idToken(login));
    }

    private String idToken(Login login) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(address(""))
                .audience("vedette")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("nonce", login.request().get("nonce"));
        login.claims().forEach(claims::claim);
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("one").build(), claims.build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static String hash(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        if (down.get()) {
            return;
        }
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(json.isEmpty() ? 400 : 200, json.isEmpty() ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    void stop() {
        server.stop(0);
    }
}
