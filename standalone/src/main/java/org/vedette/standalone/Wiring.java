package org.vedette.standalone;

import java.net.InetAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vedette.standalone.data.Credentials;
import org.vedette.standalone.settings.SuiteSettings;

/**
 * The properties each service runs with: the addresses of the others, the secrets, the servers.
 *
 * @param ports the port of every service
 * @param loopbackPort the port at which the gateway answers this machine without TLS, where it speaks TLS
 * @param kafka address of the broker
 * @param mongodb address of the store
 * @param smtpPort port of the mail catcher; 0 when mail goes to the server that was set
 */
record Wiring(
        SuiteSettings settings,
        Credentials credentials,
        Map<Service, Integer> ports,
        int loopbackPort,
        String kafka,
        String mongodb,
        int smtpPort) {

    private static final Map<String, String> IN_ONE_JVM =
            Map.of("management.server.port", "-1", "spring.jmx.enabled", "false", "spring.main.banner-mode", "off");

    /** For Kafka and MongoDB elsewhere; the embedded ones have neither TLS nor logins. */
    private static final List<String> OF_OTHER_SERVERS = List.of(
            "VEDETTE_KAFKA_SECURITY_PROTOCOL",
            "VEDETTE_KAFKA_USERNAME",
            "VEDETTE_KAFKA_CA",
            "VEDETTE_KAFKA_CERTIFICATE",
            "VEDETTE_KAFKA_KEY",
            "VEDETTE_MONGODB_CA");

    private static final String LOOPBACK = InetAddress.getLoopbackAddress().getHostAddress();

    /** The public address, with which links in pages, feeds and mail begin. */
    URI baseUrl() {
        var defaultValue = (settings.hasTls() ? "https" : "http") + "://localhost:" + port(Service.GATEWAY);
        return URI.create(settings.shared().getOrDefault(SuiteSettings.BASE_URL, defaultValue));
    }

    /** The address at which this machine reaches the gateway without TLS, whatever its public name is. */
    URI gateway() {
        if (settings.hasTls()) {
            return URI.create("http://" + LOOPBACK + ":" + loopbackPort);
        }
        var everywhere = settings.address().isAnyLocalAddress();
        return url(everywhere ? LOOPBACK : settings.address().getHostAddress(), Service.GATEWAY);
    }

    URI addressOf(Service service) {
        return service == Service.GATEWAY ? gateway() : url(LOOPBACK, service);
    }

    /** The properties of one service; they take precedence over its configuration file and the environment. */
    Map<String, String> propertiesOf(Service service) {
        var properties = new HashMap<>(settings.shared());
        properties.putAll(addresses());
        properties.putAll(secrets());
        properties.putAll(mail());
        properties.put("server.port", String.valueOf(port(service)));
        properties.put(
                "server.address",
                service == Service.GATEWAY ? settings.address().getHostAddress() : LOOPBACK);
        if (service == Service.GATEWAY && settings.hasTls()) {
            properties.put("vedette.gateway.loopback-port", String.valueOf(loopbackPort));
        }
        properties.put(ServiceAutoConfigurationFilter.PROPERTY, service.excludedPackages());
        properties.putAll(IN_ONE_JVM);
        OF_OTHER_SERVERS.forEach(setting -> properties.put(setting, ""));
        return properties;
    }

    private Map<String, String> addresses() {
        var addresses = new HashMap<String, String>();
        for (var service : Service.values()) {
            addresses.put(service.addressSetting(), url(LOOPBACK, service).toString());
        }
        addresses.put(SuiteSettings.BASE_URL, baseUrl().toString());
        addresses.put(
                "VEDETTE_JWKS", gateway().resolve("/.well-known/jwks.json").toString());
        addresses.put("VEDETTE_KAFKA", kafka);
        addresses.put("VEDETTE_MONGODB", mongodb);
        addresses.put("VEDETTE_KAFKA_SESSION_MS", "6000");
        addresses.put("VEDETTE_KAFKA_HEARTBEAT_MS", "2000");
        // No other instance can be sending after a crash, so the lease on deliveries in flight can be short.
        addresses.put("vedette.notification.deliveries.lease", "10s");
        return addresses;
    }

    private Map<String, String> secrets() {
        return Map.of(
                SuiteSettings.LINK_KEY,
                settings.linkKeyOr(credentials.linkKey()),
                "VEDETTE_TOKENS",
                credentials.tokens().toString(),
                "VEDETTE_SIGNING_KEY",
                credentials.signingKey().toString(),
                "VEDETTE_ENCRYPTION_KEY",
                credentials.encryptionKey().toString(),
                "VEDETTE_ADMIN_PASSWORD_FILE",
                credentials.adminPassword().toString());
    }

    private Map<String, String> mail() {
        return smtpPort == 0
                ? Map.of()
                : Map.of(SuiteSettings.SMTP_HOST, LOOPBACK, SuiteSettings.SMTP_PORT, String.valueOf(smtpPort));
    }

    private URI url(String host, Service service) {
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port(service));
    }

    private int port(Service service) {
        return ports.getOrDefault(service, 0);
    }
}
