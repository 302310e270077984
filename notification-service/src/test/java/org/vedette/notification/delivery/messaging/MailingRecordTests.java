package org.vedette.notification.delivery.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.Mailing;
import org.vedette.notification.subscribers.SubscriberId;
import tools.jackson.databind.json.JsonMapper;

class MailingRecordTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final UUID SUBSCRIBER = UUID.fromString("0192f0c1-2345-7abc-8def-0123456789ab");

    @Test
    void aMailingSurvivesWritingAndReading() {
        var mailing = new Mailing(new AlertId("alert"), List.of(new SubscriberId(SUBSCRIBER)));

        var read = JSON.readValue(JSON.writeValueAsBytes(MailingRecord.of(mailing)), MailingRecord.class);

        assertThat(read.toMailing()).isEqualTo(mailing);
    }

    @Test
    void aNullAmongTheSubscribersIsIgnored() {
        var value = "{\"alert\": \"alert\", \"subscribers\": [null, \"" + SUBSCRIBER + "\"]}";

        var mailing = JSON.readValue(value, MailingRecord.class).toMailing();

        assertThat(mailing.subscribers()).containsExactly(new SubscriberId(SUBSCRIBER));
    }
}
