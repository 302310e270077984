package org.vedette.notification.controls.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.vedette.notification.TestProperties;
import org.vedette.notification.TestStore;
import org.vedette.notification.controls.AlertControl;
import org.vedette.notification.controls.Controls;
import org.vedette.notification.controls.ControlsContract;
import org.vedette.testsupport.infrastructure.Infrastructure;
import org.vedette.testsupport.infrastructure.WithInfrastructure;
import reactor.core.publisher.Mono;

@WithInfrastructure
class MongoControlsIT extends ControlsContract {

    private final String database = Infrastructure.freshDatabase("controls");
    private final Controls controls =
            new MongoControls(TestStore.client(), TestStore.reader(), TestProperties.withDatabase(database));

    @Override
    protected Controls controls() {
        return controls;
    }

    @Test
    void aDecisionThatCannotBeReadHoldsItsAlert() {
        var collection = TestStore.client().getDatabase(database).getCollection(MongoControls.COLLECTION);
        Mono.from(collection.insertOne(new Document("_id", "some-alert").append("state", "PAUSED")))
                .block(Duration.ofSeconds(20));

        assertThat(controls.inForce(Instant.EPOCH).collectList().block(Duration.ofSeconds(20)))
                .singleElement()
                .matches(AlertControl::isHeld);
    }
}
