package org.vedette.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vedette.embedded.FreePorts;
import org.vedette.standalone.settings.ServerPorts;
import org.vedette.standalone.settings.StartRefusedException;
import org.vedette.standalone.settings.SuiteSettings;

class StandaloneServersIT {

    @TempDir
    private Path temporary;

    private final StartProgress progress = new StartProgress(Duration.ofMinutes(1), steps -> {});

    @AfterEach
    void end() {
        progress.close();
    }

    @Test
    void everyServerListensOnItsPort() throws IOException {
        var ports = ports();

        try (var servers = StandaloneServers.start(settings(), ports, progress, reason -> {})) {
            assertThat(servers.environment())
                    .containsEntry("VEDETTE_KAFKA", "127.0.0.1:" + ports.kafka())
                    .containsEntry("VEDETTE_MONGODB", "mongodb://127.0.0.1:" + ports.mongodb())
                    .containsEntry("VEDETTE_SMTP_PORT", String.valueOf(ports.smtp()));
            assertThat(listens(ports.kafka())).isTrue();
            assertThat(listens(ports.mongodb())).isTrue();
            assertThat(listens(ports.smtp())).isTrue();
        }
    }

    @Test
    void theFileOfVariablesHoldsTheSecretsOfTheDataDirectory() throws IOException {
        try (var servers = StandaloneServers.start(settings(), ports(), progress, reason -> {})) {
            var key = Files.readString(data().resolve("link-key")).strip();

            assertThat(Files.readAllLines(data().resolve("servers.env")))
                    .hasSameSizeAs(servers.environment().keySet())
                    .contains("VEDETTE_LINK_KEY=" + key)
                    .contains("VEDETTE_SIGNING_KEY=" + data().resolve("signing-key.pem"));
        }
    }

    @Test
    void withPortZeroEveryServerTakesAFreeOneAndSaysWhich() throws IOException {
        try (var servers = StandaloneServers.start(settings(), new ServerPorts(0, 0, 0), progress, reason -> {})) {
            assertThat(List.of("VEDETTE_KAFKA", "VEDETTE_MONGODB", "VEDETTE_SMTP_PORT"))
                    .allSatisfy(name -> assertThat(listens(portIn(servers.environment(), name)))
                            .isTrue());
        }
    }

    @Test
    void aLinkKeyThatWasSetIsTheOneOfTheServices() throws IOException {
        var key = "it's a key that we have mailed links with";
        var settings = SuiteSettings.from(
                Map.of("VEDETTE_DATA", data().toString(), "VEDETTE_MAIL_PORT", "0", "VEDETTE_LINK_KEY", key));

        try (var servers = StandaloneServers.start(settings, ports(), progress, reason -> {})) {
            assertThat(servers.environment()).containsEntry("VEDETTE_LINK_KEY", key);
            assertThat(readByAShell(data().resolve("servers.env"), "VEDETTE_LINK_KEY"))
                    .isEqualTo(key);
        }
    }

    private static int portIn(Map<String, String> environment, String name) {
        return Integer.parseInt(environment.getOrDefault(name, "").replaceAll(".*:", ""));
    }

    private static String readByAShell(Path file, String name) throws IOException {
        var shell = new ProcessBuilder("sh", "-c", ". " + file + "; printf %s \"$" + name + "\"").start();
        return new String(shell.getInputStream().readAllBytes(), UTF_8);
    }

    @Test
    void aPortInUseIsRefusedWithTheSettingToChange() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var free = FreePorts.any(2);
            var ports = new ServerPorts(free.get(0), other.getLocalPort(), free.get(1));

            assertThatThrownBy(() -> StandaloneServers.start(settings(), ports, progress, reason -> {}))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining("VEDETTE_MONGODB_PORT");
        }
    }

    private static boolean listens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private SuiteSettings settings() {
        return SuiteSettings.from(Map.of("VEDETTE_DATA", data().toString(), "VEDETTE_MAIL_PORT", "0"));
    }

    private Path data() {
        return temporary.resolve("data");
    }

    private static ServerPorts ports() {
        var free = FreePorts.any(3);
        return new ServerPorts(free.get(0), free.get(1), free.get(2));
    }
}
