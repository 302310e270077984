package org.vedette.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Spring Authorization Server as a process of its own, at which one person can sign in. */
final class IdentityProvider implements AutoCloseable {

    static final String LOGIN = "grace";
    static final String PASSWORD = "a password at the provider";

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Path TARGET = Path.of(System.getProperty("vedette.identity-provider"));

    private final Process process;
    private final Path output;
    private final URI address;

    private IdentityProvider(int port, URI site) {
        this.address = URI.create("http://localhost:" + port);
        try {
            this.output = Files.createTempFile("vedette-identity-provider", ".log");
            this.process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx256m",
                            "-cp",
                            TARGET.resolve("classes")
                                    + File.pathSeparator
                                    + Files.readString(TARGET.resolve("classpath"))
                                            .strip(),
                            "org.vedette.identityprovider.IdentityProviderApplication",
                            "--server.port=" + port,
                            "--site=" + site)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it, and does not wait. */
    static IdentityProvider launch(int port, URI site) {
        return new IdentityProvider(port, site);
    }

    void awaitStart() {
        await().atMost(TIMEOUT).until(() -> {
            if (!process.isAlive()) {
                throw new AssertionError("ended with " + process.exitValue() + ": " + Files.readString(output));
            }
            return Files.readString(output).contains("Started IdentityProviderApplication");
        });
    }

    /** The settings of a gateway at which people sign in here. */
    Map<String, String> settings() {
        return Map.of(
                "VEDETTE_OIDC_CLIENT_ID",
                "vedette",
                "VEDETTE_OIDC_CLIENT_SECRET",
                "the-secret",
                "VEDETTE_OIDC_ISSUER",
                address.toString(),
                "VEDETTE_OIDC_AUTHORIZATION_URI",
                address + "/oauth2/authorize",
                "VEDETTE_OIDC_TOKEN_URI",
                address + "/oauth2/token",
                "VEDETTE_OIDC_JWKS_URI",
                address + "/oauth2/jwks",
                "VEDETTE_OIDC_END_SESSION_URI",
                address + "/connect/logout",
                "VEDETTE_OIDC_ROLES",
                "desk=editor");
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            Files.deleteIfExists(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
