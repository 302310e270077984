package org.vedette.notification;

import com.fasterxml.uuid.Generators;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.dns.DnsAddressResolverGroup;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.notification.webhooks.WebhookId;
import org.vedette.notification.webhooks.Webhooks;
import org.vedette.notification.webhooks.administration.DeliveryAdministration;
import org.vedette.notification.webhooks.administration.WebhookAdministration;
import org.vedette.notification.webhooks.administration.WebhookRetention;
import org.vedette.notification.webhooks.administration.WebhookValidator;
import org.vedette.notification.webhooks.delivery.DeliveryLedger;
import org.vedette.notification.webhooks.delivery.DeliveryRules;
import org.vedette.notification.webhooks.delivery.DeliveryService;
import org.vedette.notification.webhooks.delivery.Dispatcher;
import org.vedette.notification.webhooks.delivery.RetrySchedule;
import org.vedette.notification.webhooks.delivery.TurnRunner;
import org.vedette.notification.webhooks.delivery.Turns;
import org.vedette.notification.webhooks.events.EventContents;
import org.vedette.notification.webhooks.events.EventPlanner;
import org.vedette.notification.webhooks.events.FollowedPosts;
import org.vedette.notification.webhooks.events.WebhookEvents;
import org.vedette.notification.webhooks.receivers.AddressRules;
import org.vedette.notification.webhooks.receivers.IpRange;
import org.vedette.notification.webhooks.signing.SigningSecret;
import org.vedette.notification.webhooks.transport.MessageFormats;
import org.vedette.notification.webhooks.transport.ReceiverClient;
import org.vedette.notification.webhooks.web.client.HttpReceiverClient;
import org.vedette.starter.workers.BackgroundWorker;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** Wires webhooks. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
class WebhookConfiguration {

    private static final int SECRET_BYTES = 32;
    private static final Duration MEASURING = Duration.ofSeconds(30);
    private static final Duration FORGETTING = Duration.ofHours(1);

    @Bean
    AddressRules webhookAddressRules(WebhookProperties properties) {
        return new AddressRules(
                properties.allowedNetworks().stream().map(IpRange::parse).toList());
    }

    @Bean(destroyMethod = "dispose")
    LoopResources webhookLoops() {
        return LoopResources.create("webhooks", 1, true);
    }

    @Bean(destroyMethod = "dispose")
    ConnectionProvider webhookConnections(WebhookProperties properties) {
        return HttpReceiverClient.connections(properties.total() * properties.perWebhook());
    }

    @Bean(destroyMethod = "close")
    AddressResolverGroup<InetSocketAddress> webhookResolvers() {
        return new DnsAddressResolverGroup(
                new DnsNameResolverBuilder().datagramChannelFactory(NioDatagramChannel::new));
    }

    @Bean
    ReceiverClient receiverClient(
            AddressResolverGroup<InetSocketAddress> webhookResolvers,
            LoopResources webhookLoops,
            ConnectionProvider webhookConnections,
            AddressRules rules,
            WebhookProperties properties,
            Clock clock) {
        return new HttpReceiverClient(
                webhookResolvers, webhookLoops, webhookConnections, rules, properties.timeout(), clock);
    }

    @Bean
    WebhookMetrics webhookMetrics(MeterRegistry meters, DeliveryLedger ledger, Clock clock) {
        return new WebhookMetrics(meters, ledger, clock);
    }

    @Bean
    BackgroundWorker webhookMeasuring(WebhookMetrics metrics) {
        return BackgroundWorker.every(MEASURING, "webhook-metrics", metrics::measure);
    }

    @Bean
    EventPlanner webhookEventPlanner(
            FollowedPosts posts,
            WebhookEvents events,
            Webhooks webhooks,
            DeliveryLedger ledger,
            EventContents contents,
            NotificationServiceProperties properties,
            Clock clock) {
        return new EventPlanner(posts, events, webhooks, ledger, contents, properties.baseUrl(), clock);
    }

    @Bean
    DeliveryService webhookDeliveryService(
            WebhookEvents events,
            FollowedPosts posts,
            DeliveryLedger ledger,
            DeliveryService.Transmission transmission,
            WebhookMetrics metrics,
            Clock clock) {
        return new DeliveryService(events, posts, ledger, transmission, metrics, clock);
    }

    @Bean
    DeliveryService.Transmission webhookTransmission(
            ReceiverClient client, MessageFormats formats, WebhookProperties properties) {
        var schedule = new RetrySchedule(
                properties.firstRetry(),
                properties.longestRetry(),
                properties.giveUpAfter(),
                new SecureRandom()::nextDouble);
        return new DeliveryService.Transmission(client, formats, new WebhookSignature(), schedule);
    }

    @Bean
    DeliveryRules webhookDeliveryRules(WebhookProperties properties) {
        return DeliveryRules.of(
                properties.total(),
                properties.perWebhook(),
                properties.turn(),
                properties.timeout(),
                properties.disableAfter());
    }

    @Bean
    TurnRunner webhookTurnRunner(
            Webhooks webhooks,
            Turns turns,
            DeliveryLedger ledger,
            DeliveryService deliveries,
            DeliveryRules rules,
            Clock clock) {
        return new TurnRunner(webhooks, turns, ledger, deliveries, rules, clock);
    }

    @Bean(destroyMethod = "stop")
    Dispatcher webhookDispatcher(Turns turns, TurnRunner runner, DeliveryRules rules, Clock clock) {
        var ids = Generators.timeBasedEpochGenerator();
        return new Dispatcher(turns, runner, rules, () -> ids.generate().toString(), clock);
    }

    @Bean
    BackgroundWorker webhookDispatch(Dispatcher dispatcher, WebhookProperties properties) {
        return BackgroundWorker.every(properties.check(), "webhook-dispatch", dispatcher::dispatch)
                .preparedBy(dispatcher::start)
                .wokenBy(dispatcher::stopBeginning);
    }

    @Bean
    WebhookAdministration webhookAdministration(
            Webhooks webhooks, ReceiverClient client, WebhookProperties properties, Clock clock) {
        var ids = Generators.timeBasedEpochGenerator();
        var random = new SecureRandom();
        var fresh = new WebhookAdministration.NewWebhooks(
                () -> new WebhookId(ids.generate()), () -> SigningSecret.of(random(random)));
        return new WebhookAdministration(
                webhooks,
                new WebhookValidator(client, properties.httpAllowed()),
                fresh,
                new WebhookAdministration.Rules(properties.most(), properties.secretOverlap()),
                clock);
    }

    private static byte[] random(SecureRandom random) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    @Bean
    DeliveryAdministration webhookDeliveryAdministration(
            DeliveryLedger ledger,
            WebhookEvents events,
            EventContents contents,
            NotificationServiceProperties properties,
            Clock clock) {
        var ids = Generators.timeBasedEpochGenerator();
        var tests = new DeliveryAdministration.TestMessages(
                ids::generate, properties.site().title(), properties.baseUrl());
        return new DeliveryAdministration(ledger, events, contents, tests, clock);
    }

    @Bean
    BackgroundWorker webhookRetention(
            DeliveryLedger ledger, WebhookEvents events, WebhookProperties properties, Clock clock) {
        var retention = new WebhookRetention(ledger, events, properties.retention(), properties.giveUpAfter(), clock);
        return BackgroundWorker.every(FORGETTING, "webhook-retention", retention::run);
    }
}
