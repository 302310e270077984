package org.vedette.gateway.servicetokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;

class SigningKeyReloadTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration DELAY = Duration.ofMinutes(10);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-30T08:00:00Z"));

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void firstKey() throws Exception {
        file = Files.writeString(directory.resolve("2026-06.pem"), pem());
    }

    /** An instance of the gateway. */
    private final class Instance {

        private final SigningKeys keys =
                new SigningKeys(SigningKeyFile.read(directory), DELAY, () -> Objects.requireNonNull(now.get()));

        private final SigningKeyReload reload = new SigningKeyReload(directory, keys, SigningKeyFile.text(directory));

        String token() {
            return keys.sign(new JWTClaimsSet.Builder().subject("ada").build());
        }

        String signer() {
            try {
                return SignedJWT.parse(token()).getHeader().getKeyID();
            } catch (ParseException e) {
                throw new AssertionError(e);
            }
        }

        List<String> published() {
            try {
                return JWKSet.parse(keys.publicKeys()).getKeys().stream()
                        .map(JWK::getKeyID)
                        .toList();
            } catch (ParseException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void aKeyThatIsAddedSignsAfterTheDelayWithoutARestart() throws Exception {
        var gateway = new Instance();
        var first = gateway.signer();

        Files.writeString(directory.resolve("2026-12.pem"), pem());
        gateway.reload.run();

        assertThat(gateway.published()).hasSize(2).contains(first);
        assertThat(gateway.signer()).isEqualTo(first);
        pass(DELAY);
        assertThat(gateway.signer()).isNotEqualTo(first).isIn(gateway.published());
    }

    @Test
    void anInvalidFileChangesNothingUntilItIsValid() throws Exception {
        var gateway = new Instance();
        var first = gateway.signer();

        Files.writeString(file, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----");
        gateway.reload.run();
        Files.delete(file);
        gateway.reload.run();

        assertThat(gateway.published()).containsExactly(first);
        Files.writeString(file, pem());
        gateway.reload.run();
        assertThat(gateway.published()).hasSize(2).contains(first);
    }

    /** The services fetch keys from either instance, and look again for a key that they do not know. */
    @Test
    void noTokenIsRefusedWhileInstancesNoticeANewKeyOneAfterTheOther() throws Exception {
        var one = new Instance();
        var other = new Instance();
        var answering = new AtomicReference<>(one);
        var server = serve(answering);
        try {
            var service = decoder(server);
            service.decode(one.token()).block(TIMEOUT);

            Files.writeString(file, pem());
            one.reload.run();
            for (var second = 0; second < 1_500; second += 10) {
                pass(Duration.ofSeconds(10));
                if (second == 60) {
                    other.reload.run();
                }
                answering.set(second % 20 == 0 ? one : other);
                // A service that starts now, and one that has kept what it fetched.
                for (var each : List.of(service, decoder(server))) {
                    each.decode(one.token()).block(TIMEOUT);
                    each.decode(other.token()).block(TIMEOUT);
                }
            }

            assertThat(one.published()).hasSize(1).isEqualTo(other.published());
            assertThat(one.signer()).isEqualTo(other.signer());
        } finally {
            server.stop(0);
        }
    }

    private void pass(Duration time) {
        now.set(Objects.requireNonNull(now.get()).plus(time));
    }

    /** As the services have it; times are another test's. */
    private static NimbusReactiveJwtDecoder decoder(HttpServer server) {
        var decoder = NimbusReactiveJwtDecoder.withJwkSetUri(
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/.well-known/jwks.json")
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        decoder.setJwtValidator(token -> OAuth2TokenValidatorResult.success());
        return decoder;
    }

    private static HttpServer serve(AtomicReference<Instance> answering) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var instance = Objects.requireNonNull(answering.get());
            var body = JSONObjectUtils.toJSONString(instance.keys.publicKeys()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String pem() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var key = generator.generateKeyPair().getPrivate().getEncoded();
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                + "\n-----END PRIVATE KEY-----\n";
    }
}
