package org.vedette.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vedette.embedded.FreePorts;

/** The whole program with a certificate: people and programs use TLS, and its parts still find one another. */
class StandaloneTlsIT {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Path TLS = Path.of("..", "gateway", "src", "test", "resources", "tls");

    @TempDir
    private Path temporary;

    @Test
    void theSiteIsHttpsAndWhatIsPublishedAndImportedIsThere() throws Exception {
        var port = FreePorts.any();
        var settings = Map.of(
                "VEDETTE_PORT", String.valueOf(port),
                "VEDETTE_MAIL_PORT", String.valueOf(FreePorts.any()),
                "VEDETTE_DATA", temporary.resolve("data").toString(),
                "VEDETTE_TLS_CERTIFICATE", TLS.resolve("one.crt.pem").toString(),
                "VEDETTE_TLS_KEY", TLS.resolve("one.key.pem").toString());
        var site = URI.create("https://localhost:" + port);
        var client = client();
        try (var program = Program.start(temporary, settings)) {
            await().atMost(TIMEOUT).until(() -> program.out().contains("Ctrl+C") || !program.isAlive());
            assertThat(program.out()).contains(site + "/").doesNotContain("http://localhost:" + port);

            assertThat(get(client, site.resolve("/login"))
                            .headers()
                            .firstValue("Set-Cookie")
                            .orElse(""))
                    .startsWith("__Host-")
                    .contains("Secure");
            assertThat(get(client, site).headers().firstValue("Strict-Transport-Security"))
                    .isPresent();
            var post = Files.writeString(
                    temporary.resolve("imported.md"),
                    "---\ntitle: Imported over a port of its own\ndate: 2026-01-02\nauthor: Ada Example\n---\n\nText.\n");
            try (var command = Program.start(temporary, settings, "import", post.toString())) {
                assertThat(command.exitCode(60))
                        .as(command.out() + command.err())
                        .isZero();
            }
            await().atMost(TIMEOUT)
                    .until(() -> get(client, site.resolve("/archive/2026/01"))
                            .body()
                            .contains("Imported over a port of its own"));
            assertThat(program.err()).isEmpty();
        }
    }

    private static HttpResponse<String> get(HttpClient client, URI uri) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpClient client() throws GeneralSecurityException, IOException {
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (var certificate = Files.newInputStream(TLS.resolve("one.crt.pem"))) {
            trusted.setCertificateEntry(
                    "gateway", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }
}
