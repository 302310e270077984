package org.vedette.acceptance;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.vedette.gateway.GatewayApplication;
import org.vedette.starter.workers.BackgroundWorker;

/** Two instances of the feed service at one address, and two gateways before it. One of the instances can lag behind. */
final class BalancedReplicas implements AutoCloseable {

    private static final Http HTTP = new Http();

    private final Deque<ConfigurableApplicationContext> running = new ArrayDeque<>();
    private final List<URI> gateways = new ArrayList<>();
    private final BackgroundWorker changesOfOne;
    private final ConnectionBalancer balancer;

    private BalancedReplicas(String kafka, String mongodb, URI site) {
        var one = add(Replicas.feedService(kafka, mongodb, site));
        var other = add(Replicas.feedService(kafka, mongodb, site));
        this.changesOfOne = one.getBean("feedChanges", BackgroundWorker.class);
        this.balancer = new ConnectionBalancer(List.of(port(one), port(other)));
        for (var gateway = 0; gateway < 2; gateway++) {
            gateways.add(URI.create("http://localhost:" + port(add(gateway(mongodb, site)))));
        }
    }

    static BalancedReplicas start(String kafka, String mongodb, URI site) {
        return new BalancedReplicas(kafka, mongodb, site);
    }

    /** The gateways. */
    List<ConsistencyReader.Source> sources() {
        return gateways.stream()
                .<ConsistencyReader.Source>map(gateway -> path -> HTTP.get(gateway.resolve(path)))
                .toList();
    }

    HttpResponse<String> asksGateway(int gateway, String path) {
        return HTTP.get(gateways.get(gateway).resolve(path));
    }

    /** One instance answers, and learns of no change any more. */
    void pauseOne() {
        changesOfOne.stop();
    }

    void resumeOne() {
        changesOfOne.start();
    }

    void killBoth() {
        balancer.breakOff();
    }

    void bringBothBack() {
        balancer.restore();
    }

    @Override
    public void close() {
        running.forEach(ConfigurableApplicationContext::close);
        balancer.close();
    }

    private ConfigurableApplicationContext add(ConfigurableApplicationContext context) {
        running.push(context);
        return context;
    }

    private static int port(ConfigurableApplicationContext context) {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private ConfigurableApplicationContext gateway(String mongodb, URI site) {
        return Replicas.start(
                GatewayApplication.class,
                Stream.of(
                        "--spring.config.name=gateway",
                        "--VEDETTE_MONGODB=" + mongodb,
                        "--VEDETTE_BASE_URL=" + site,
                        "--VEDETTE_FEED_SERVICE=" + balancer.address(),
                        "--VEDETTE_GATEWAY_LIMITS_ENABLED=false",
                        // How soon a gateway whose connections lead to one instance learns of what another knows.
                        "--vedette.gateway.resilience.status-interval=500ms",
                        "--vedette.standalone.excluded-auto-configuration=org.springframework.boot.mail,"
                                + "org.springframework.boot.kafka,org.springdoc"));
    }
}
