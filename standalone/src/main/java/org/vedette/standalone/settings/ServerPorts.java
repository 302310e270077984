package org.vedette.standalone.settings;

import java.util.Map;

/**
 * The ports of the embedded servers when they run without the services; 0 takes a free one.
 *
 * @param kafka port of the broker
 * @param mongodb port of the store
 * @param smtp port of the mail catcher
 */
public record ServerPorts(int kafka, int mongodb, int smtp) {

    public static final String KAFKA = "VEDETTE_KAFKA_PORT";
    public static final String MONGODB = "VEDETTE_MONGODB_PORT";
    public static final String SMTP = "VEDETTE_CATCHER_PORT";

    /**
     * Reads the ports from environment variables; the defaults are those the services look for.
     *
     * @throws StartRefusedException if one of them is not a port
     */
    public static ServerPorts from(Map<String, String> environment) {
        var variables = new EnvironmentVariables(environment);
        return new ServerPorts(
                variables.port(KAFKA, 9092), variables.port(MONGODB, 27_017), variables.port(SMTP, 1025));
    }
}
