package org.vedette.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.springframework.util.FileSystemUtils;
import org.vedette.gateway.secrets.Secret;
import org.vedette.standalone.Service;
import org.vedette.standalone.Suite;
import org.vedette.standalone.settings.SuiteSettings;

/** The suite all acceptance tests of this JVM share, on ports of its own, with an empty blog. */
final class RunningSuite {

    private static final RunningSuite INSTANCE = new RunningSuite();
    private static final String OTHER_TOKEN = "a-token-for-somebody-with-another-role";

    private final OtlpReceiver traces = new OtlpReceiver();
    private final Path data;
    private final Suite suite;

    private RunningSuite() {
        try {
            data = Files.createTempDirectory("vedette-acceptance");
            suite = Suite.start(SuiteSettings.from(Map.of(
                    "VEDETTE_DATA", data.toString(),
                    "VEDETTE_PORT", "0",
                    "VEDETTE_MAIL_PORT", "0",
                    "VEDETTE_DEMO", "false",
                    "VEDETTE_OTLP_ENDPOINT", traces.address(),
                    "VEDETTE_TRACING_SAMPLING", "1",
                    // All tests are one client.
                    "VEDETTE_GATEWAY_LIMITS_ENABLED", "false")));
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "acceptance-stop"));
            addReaderToken();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RunningSuite get() {
        return INSTANCE;
    }

    /** Where the traces of this suite go. */
    OtlpReceiver traces() {
        return traces;
    }

    URI site() {
        return suite.gateway();
    }

    /** The metrics of a service as Prometheus reads them. */
    String metrics(Service service) {
        return suite.metrics(service);
    }

    /** The address of a service, which the gateway hides from everybody else. */
    URI service(Service service) {
        return suite.service(service);
    }

    /** The first admin, with the password that the suite made. */
    Member admin() {
        return new Member(site(), "admin", adminPassword());
    }

    Editor editor() {
        return new Editor(site(), suite.editorToken());
    }

    /** The first password of the first account, {@code admin}. */
    String adminPassword() {
        try {
            return Files.readString(data.resolve("admin-password")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Editor userWithoutEditorRole() {
        return new Editor(site(), OTHER_TOKEN);
    }

    Reader reader() {
        return new Reader(site());
    }

    Visitor visitor(String address) {
        return new Visitor(site(), address);
    }

    Inbox inbox(String address) {
        return new Inbox(data.resolve("mail"), address);
    }

    /** The inbox of somebody who subscribed and confirmed just now. */
    Inbox subscribed(String address) {
        var inbox = inbox(address);
        visitor(address).subscribes(inbox);
        return inbox;
    }

    PostsTopic topic() {
        return new PostsTopic(suite.kafka());
    }

    /** Two more instances of the feed service on the same broker and store, behind a gateway of their own. */
    Replicas replicas() {
        return Replicas.start(suite.kafka(), suite.mongodb(), site());
    }

    /** Two more instances of the feed service at one address, with two gateways of their own. */
    BalancedReplicas balancedReplicas() {
        return BalancedReplicas.start(suite.kafka(), suite.mongodb(), site());
    }

    /** The address of the store. */
    String mongodb() {
        return suite.mongodb();
    }

    /** The file with the key with which the gateway signs the tokens of services. */
    Path signingKey() {
        return data.resolve("signing-key.pem");
    }

    void stopFeedService() {
        suite.stop(Service.FEED);
    }

    void startFeedService() {
        suite.start(Service.FEED);
    }

    void stopBroker() {
        suite.stopBroker();
    }

    void startBroker() {
        suite.startBroker();
    }

    private void stop() {
        suite.close();
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new UncheckedIOException("could not remove " + data, e);
        }
    }

    private void addReaderToken() throws IOException {
        Files.writeString(
                data.resolve("gateway-tokens"),
                "visitor reader " + Secret.sha256(OTHER_TOKEN) + "\n",
                StandardOpenOption.APPEND);
    }
}
