package org.vedette.notification.subscribers.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.vedette.notification.TestProperties;
import org.vedette.notification.TestStore;
import org.vedette.notification.selfservice.ErasedAddresses;
import org.vedette.notification.selfservice.ErasedAddressesContract;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.testsupport.infrastructure.Infrastructure;
import reactor.core.publisher.Flux;

class MongoErasedAddressesIT extends ErasedAddressesContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String DATABASE = Infrastructure.freshDatabase("erased");
    private static final ErasedAddresses ADDRESSES =
            new MongoErasedAddresses(TestStore.client(), TestProperties.withDatabase(DATABASE));

    @Override
    protected ErasedAddresses addresses() {
        return ADDRESSES;
    }

    @Test
    void nothingOfTheAddressIsStored() {
        ADDRESSES.remember(new EmailAddress("ada@example.org"), Instant.EPOCH).block(TIMEOUT);

        var documents = Flux.from(TestStore.client()
                        .getDatabase(DATABASE)
                        .getCollection("erasedAddresses")
                        .find())
                .map(Document::toJson)
                .collectList()
                .blockOptional(TIMEOUT)
                .orElseThrow();

        assertThat(documents).isNotEmpty().noneMatch(json -> json.contains("ada") || json.contains("example"));
    }
}
