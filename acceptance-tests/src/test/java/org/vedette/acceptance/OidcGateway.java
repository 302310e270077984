package org.vedette.acceptance;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.vedette.gateway.GatewayApplication;
import org.vedette.standalone.Service;

/** Another gateway before the services of the suite, at which people sign in at an identity provider. */
final class OidcGateway implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private OidcGateway(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts while the provider may still be down. */
    static OidcGateway start(RunningSuite suite, int port, IdentityProvider provider) {
        var settings = new HashMap<>(provider.settings());
        settings.putAll(Map.of(
                "spring.config.name", "gateway",
                "server.port", String.valueOf(port),
                "management.server.port", "-1",
                "spring.jmx.enabled", "false",
                "spring.main.banner-mode", "off",
                "VEDETTE_BASE_URL", address(port).toString(),
                "VEDETTE_MONGODB", suite.mongodb(),
                "VEDETTE_SIGNING_KEY", suite.signingKey().toString(),
                "vedette.standalone.excluded-auto-configuration",
                        "org.springframework.boot.mail,org.springframework.boot.kafka,org.springdoc"));
        settings.put("VEDETTE_GATEWAY_LIMITS_ENABLED", "false");
        settings.put("VEDETTE_POST_SERVICE", suite.service(Service.POST).toString());
        settings.put("VEDETTE_FEED_SERVICE", suite.service(Service.FEED).toString());
        settings.put(
                "VEDETTE_NOTIFICATION_SERVICE",
                suite.service(Service.NOTIFICATION).toString());
        return new OidcGateway(new SpringApplicationBuilder(GatewayApplication.class)
                .registerShutdownHook(false)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new)));
    }

    URI site() {
        return URI.create(context.getEnvironment().getRequiredProperty("VEDETTE_BASE_URL"));
    }

    static URI address(int port) {
        return URI.create("http://localhost:" + port);
    }

    @Override
    public void close() {
        context.close();
    }
}
