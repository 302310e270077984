package org.vedette.notification.alerts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.vedette.notification.TestProperties;
import org.vedette.notification.TestStore;
import org.vedette.notification.alerts.Alert;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.AlertState;
import org.vedette.notification.alerts.AlertedPost;
import org.vedette.notification.alerts.Alerts;
import org.vedette.notification.alerts.AlertsContract;
import org.vedette.starter.failures.UnreadableDocumentException;
import org.vedette.testsupport.infrastructure.Infrastructure;
import reactor.core.publisher.Mono;

class MongoAlertsIT extends AlertsContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final String database = Infrastructure.freshDatabase("alerts");
    private final Alerts alerts =
            new MongoAlerts(TestStore.client(), TestStore.reader(), TestProperties.withDatabase(database));

    @Override
    protected Alerts alerts() {
        return alerts;
    }

    @Test
    void anAlertThatCannotBeReadIsLeftOutOfTheNewest() {
        insert(new Document("_id", "unreadable")
                .append("createdAt", Date.from(NOW))
                .append("state", "paused"));
        var post = AlertedPost.of(aPost().build());
        var readable = new Alert(AlertId.ofPost(post.id()), post, NOW, new AlertState.Planning());
        assertThat(alerts.open(readable).block(TIMEOUT)).isEqualTo(readable);

        assertThat(alerts.newest(null, 10).collectList().block(TIMEOUT)).containsExactly(readable);
    }

    @Test
    void anAlertOfAnEarlierVersionNamesNoLanguage() {
        var post = AlertedPost.of(aPost().in(null).build());
        var alert = new Alert(AlertId.ofPost(post.id()), post, NOW, new AlertState.Planning());
        assertThat(alerts.open(alert).block(TIMEOUT)).isEqualTo(alert);
        var collection = TestStore.client().getDatabase(database).getCollection("alerts");
        Mono.from(collection.updateOne(new Document(), new Document("$unset", new Document("post.language", ""))))
                .block(TIMEOUT);

        assertThat(alerts.with(alert.id()).block(TIMEOUT)).isEqualTo(alert);
    }

    @Test
    void anAlertThatCannotBeReadIsNamed() {
        insert(new Document("_id", "unreadable")
                .append("createdAt", Date.from(NOW))
                .append("state", "paused"));

        assertThatExceptionOfType(UnreadableDocumentException.class)
                .isThrownBy(() -> alerts.with(new AlertId("unreadable")).block(TIMEOUT))
                .withMessageContaining("document unreadable of alerts");
    }

    private void insert(Document document) {
        var collection = TestStore.client().getDatabase(database).getCollection("alerts");
        Mono.from(collection.insertOne(document)).block(TIMEOUT);
    }
}
