package org.vedette.notification.delivery.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.vedette.notification.TestProperties;
import org.vedette.notification.TestStore;
import org.vedette.notification.bounces.SentMails;
import org.vedette.notification.bounces.SentMailsContract;
import org.vedette.notification.delivery.Delivery;
import org.vedette.testsupport.infrastructure.Infrastructure;

class MongoSentMailsIT extends SentMailsContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String DATABASE = Infrastructure.freshDatabase("sentmails");
    private static final SentMails MAILS =
            new MongoSentMails(TestStore.client(), TestStore.reader(), TestProperties.withDatabase(DATABASE));
    private static final MongoLedger LEDGER =
            new MongoLedger(TestStore.client(), TestStore.reader(), TestProperties.withDatabase(DATABASE));

    @Override
    protected SentMails mails() {
        return MAILS;
    }

    @Override
    protected void insert(Delivery delivery) {
        assertThat(LEDGER.open(delivery).block(TIMEOUT)).isTrue();
    }
}
