package org.vedette.acceptance.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scripts in the images, run here. */
class ScriptsTests {

    private record Run(int exit, String output) {}

    @ParameterizedTest
    @CsvSource({"200, 0", "503, 1", "404, 1"})
    void aServiceIsHealthyIfItSaysItIsReady(int status, int exit) throws Exception {
        var server = management(status);

        var run = run("healthcheck", Map.of("MANAGEMENT_SERVER_PORT", String.valueOf(portOf(server))));
        server.stop(0);

        assertThat(run.exit()).isEqualTo(exit);
    }

    @Test
    void aServiceThatDoesNotAnswerIsNotHealthy() throws Exception {
        var server = management(200);
        server.stop(0);

        var run = run("healthcheck", Map.of("MANAGEMENT_SERVER_PORT", String.valueOf(portOf(server))));

        assertThat(run.exit()).isNotZero();
    }

    @Test
    void theGatewayKnowsTheEditorsTokenByItsHash(@TempDir Path keys) throws Exception {
        var token = makeKeys(keys, "token").output().strip();

        var hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(US_ASCII));
        assertThat(keys.resolve("gateway/tokens"))
                .hasContent("editor editor " + HexFormat.of().formatHex(hash));
    }

    @Test
    void everySecretIsMadeAndHidden(@TempDir Path keys) throws Exception {
        var run = makeKeys(keys);

        assertThat(run.output()).doesNotContain(Files.readString(keys.resolve("editor/token")));
        assertThat(makeKeys(keys, "admin-password").output().strip())
                .hasSizeGreaterThanOrEqualTo(40)
                .isEqualTo(Files.readString(keys.resolve("gateway/admin-password")));
        assertThat(keys.resolve("gateway/signing-key.pem")).content().startsWith("-----BEGIN PRIVATE KEY-----");
        assertThat(keys.resolve("notification-service/VEDETTE_LINK_KEY"))
                .content()
                .hasSizeGreaterThanOrEqualTo(32)
                .doesNotContainAnyWhitespaces();
    }

    @Test
    void aSecondRunChangesNothing(@TempDir Path keys) throws Exception {
        makeKeys(keys);
        var before = contents(keys);

        makeKeys(keys);

        assertThat(contents(keys)).isEqualTo(before);
    }

    /** A secret that could not be made is missing, not empty. */
    @Test
    void aRunThatFailsLeavesNoEmptySecret(@TempDir Path keys, @TempDir Path tools) throws Exception {
        var openssl = Files.writeString(tools.resolve("openssl"), "#!/bin/sh\nexit 1\n");
        assertThat(openssl.toFile().setExecutable(true)).isTrue();

        var run = makeKeys(keys, Map.of("PATH", tools + ":" + System.getenv("PATH")));

        assertThat(run.exit()).isNotZero();
        assertThat(keys.resolve("gateway/signing-key.pem")).doesNotExist();
    }

    /** Each line: what java does when it is to make the cache, what when it is to use it, and what comes of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        echo ' : Starting Gateway'; echo x >"$cache" | echo ' : Starting Gateway'         | 0
        echo ' : Starting Gateway'; echo x >"$cache"; exit 1 | echo ' : Starting Gateway' | 1
        echo 'Application run failed'; echo x >"$cache" | echo ' : Starting Gateway'      | 1
        echo x >"$cache"                             | echo ' : Starting Gateway'         | 1
        echo ' : Starting Gateway'                   | echo ' : Starting Gateway'         | 1
        echo ' : Starting Gateway'; echo x >"$cache" | exit 1                             | 1
        """)
    void anAotCacheIsKeptIfTheServiceStartedAndTakesIt(
            String making, String using, int exit, @TempDir Path directory, @TempDir Path tools) throws Exception {
        var java = Files.writeString(
                tools.resolve("java"),
                "#!/bin/bash\ncase \"$1\" in -XX:AOTCacheOutput=*) cache=${1#*=}; " + making + " ;; *) " + using
                        + " ;; esac\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        var cache = directory.resolve("app.aot");

        var run = run("train", Map.of("PATH", tools + ":" + System.getenv("PATH")), cache.toString());

        assertThat(run.exit()).isEqualTo(exit);
        assertThat(Files.exists(cache)).isEqualTo(exit == 0);
    }

    /** An archive that is cut off, or that mongorestore does not take, is no backup. */
    @ParameterizedTest
    @CsvSource({"gzip, exit 0, 0, 1", "gzip, exit 1, 1, 0", "gzip | head -c 12, exit 0, 1, 0"})
    void aBackupIsThereWhenItIsComplete(
            String writing, String reading, int exit, int backups, @TempDir Path directory, @TempDir Path tools)
            throws Exception {
        var dump =
                "for each; do case \"$each\" in --archive=*) echo dump | " + writing + " >\"${each#*=}\" ;; esac; done";
        for (var tool : Map.of("mongodump", dump, "mongorestore", reading).entrySet()) {
            var file = Files.writeString(tools.resolve(tool.getKey()), "#!/bin/bash\n" + tool.getValue() + "\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }

        var run = run(
                "../k8s/components/backup/backup.sh",
                Map.of(
                        "PATH",
                        tools + ":" + System.getenv("PATH"),
                        "BACKUP_DIRECTORY",
                        directory.toString(),
                        "VEDETTE_BACKUP_MONGODB",
                        "mongodb://somebody:secret@localhost"));

        assertThat(run.exit()).isEqualTo(exit);
        assertThat(run.output()).doesNotContain("secret");
        assertThat(contents(directory)).hasSize(4 * backups);
    }

    private static Run makeKeys(Path keys, String... arguments) throws Exception {
        return makeKeys(keys, Map.of(), arguments);
    }

    private static Run makeKeys(Path keys, Map<String, String> environment, String... arguments) throws Exception {
        for (var directory : List.of("editor", "gateway", "notification-service")) {
            Files.createDirectories(keys.resolve(directory));
        }
        var all = new HashMap<>(environment);
        all.put("VEDETTE_KEYS", keys.toString());
        return run("make-keys", all, arguments);
    }

    private static List<String> contents(Path keys) throws IOException {
        try (var files = Files.walk(keys)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(ScriptsTests::content)
                    .toList();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Run run(String script, Map<String, String> environment, String... arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add(Checkout.here().path("docker/" + script).toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), US_ASCII);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), output);
    }

    private static HttpServer management(int status) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static int portOf(HttpServer server) {
        return server.getAddress().getPort();
    }
}
