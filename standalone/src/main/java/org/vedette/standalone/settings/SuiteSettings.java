package org.vedette.standalone.settings;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * The settings of the suite.
 *
 * @param data the data directory
 * @param address address the gateway listens on; nothing else of the suite listens beyond the loopback address
 * @param port port of the gateway; 0 takes a free one
 * @param mailPort port of the mail page; 0 takes a free one
 * @param demo whether an empty blog gets the demo posts
 * @param zone zone of displayed dates
 * @param shared all variables {@code VEDETTE_…}, which the services read
 */
public record SuiteSettings(
        Path data, InetAddress address, int port, int mailPort, boolean demo, ZoneId zone, Map<String, String> shared) {

    public static final String DATA = "VEDETTE_DATA";
    public static final String ADDRESS = "VEDETTE_ADDRESS";
    public static final String PORT = "VEDETTE_PORT";
    public static final String MAIL_PORT = "VEDETTE_MAIL_PORT";
    public static final String DEMO = "VEDETTE_DEMO";
    public static final String ZONE = "VEDETTE_SITE_ZONE";
    public static final String LANGUAGE = "VEDETTE_SITE_LANGUAGE";
    public static final String BASE_URL = "VEDETTE_BASE_URL";
    public static final String LINK_KEY = "VEDETTE_LINK_KEY";
    public static final String SMTP_HOST = "VEDETTE_SMTP_HOST";
    public static final String SMTP_PORT = "VEDETTE_SMTP_PORT";

    private static final String TLS_CERTIFICATE = "VEDETTE_TLS_CERTIFICATE";
    private static final String TLS_KEY = "VEDETTE_TLS_KEY";

    /** The names that no configuration file of a service has to mention. */
    public static final List<String> NAMES =
            List.of(DATA, ADDRESS, PORT, MAIL_PORT, DEMO, ServerPorts.KAFKA, ServerPorts.MONGODB, ServerPorts.SMTP);

    public SuiteSettings {
        shared = Map.copyOf(shared);
        if (port == mailPort && port != 0) {
            throw new StartRefusedException(
                    PORT + " and " + MAIL_PORT + " are both " + port + ": give them different ports.");
        }
        requireBothOrNeither(shared);
        if (hasTls(shared) && shared.getOrDefault(BASE_URL, "https:").startsWith("http:")) {
            throw new StartRefusedException(
                    "With " + TLS_CERTIFICATE + ", " + BASE_URL + " must begin with https: " + shared.get(BASE_URL));
        }
    }

    private static void requireBothOrNeither(Map<String, String> shared) {
        for (var setting : List.of(TLS_CERTIFICATE, TLS_KEY)) {
            var file = shared.getOrDefault(setting, "");
            if (file.isEmpty() && hasTls(shared)) {
                throw new StartRefusedException(
                        setting + " is not set: set both " + TLS_CERTIFICATE + " and " + TLS_KEY + ", or neither.");
            }
            if (!file.isEmpty() && !Files.isReadable(Path.of(file))) {
                throw new StartRefusedException(setting + ": the file " + file + " cannot be read.");
            }
        }
    }

    private static boolean hasTls(Map<String, String> shared) {
        return shared.containsKey(TLS_CERTIFICATE) || shared.containsKey(TLS_KEY);
    }

    /**
     * Reads the settings from environment variables.
     *
     * @throws StartRefusedException if one of them is invalid
     */
    public static SuiteSettings from(Map<String, String> environment) {
        var variables = new EnvironmentVariables(environment);
        return new SuiteSettings(
                variables.path(DATA, "vedette-data"),
                variables.address(ADDRESS, "127.0.0.1"),
                variables.port(PORT, 8080),
                variables.port(MAIL_PORT, 8025),
                variables.flag(DEMO, true),
                variables.zone(ZONE, "UTC"),
                variables.shared());
    }

    /** The key that signs the links in mails, if it was set: others must not stop working. */
    public String linkKeyOr(String defaultKey) {
        return shared.getOrDefault(LINK_KEY, defaultKey);
    }

    /** Whether the gateway speaks TLS. */
    public boolean hasTls() {
        return hasTls(shared);
    }

    /** Whether mail is caught here, because no mail server is named. */
    public boolean catchesMail() {
        return !shared.containsKey(SMTP_HOST);
    }
}
