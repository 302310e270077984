package org.vedette.notification.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vedette.notification.subscribers.EmailAddress;
import reactor.core.publisher.Mono;

/** What every implementation of {@link ErasedAddresses} must do. */
public abstract class ErasedAddressesContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final EmailAddress address = new EmailAddress("Ada-" + UUID.randomUUID() + "@example.org");

    protected abstract ErasedAddresses addresses();

    @Test
    void anAddressIsRememberedWhateverItsCase() {
        addresses().remember(address, NOW).block(TIMEOUT);

        assertThat(get(addresses().contains(new EmailAddress(address.key())))).isTrue();
        assertThat(get(addresses().contains(new EmailAddress("x" + address.value()))))
                .isFalse();
    }

    @Test
    void anAddressIsForgottenAfterTheNewestErasure() {
        addresses().remember(address, NOW).block(TIMEOUT);
        addresses().remember(address, NOW.plusSeconds(60)).block(TIMEOUT);

        assertThat(get(addresses().forget(NOW.plusSeconds(60)))).isNotNegative();
        assertThat(get(addresses().contains(address))).isTrue();
        assertThat(get(addresses().forget(NOW.plusSeconds(61)))).isPositive();
        assertThat(get(addresses().contains(address))).isFalse();
    }

    private static <T> T get(Mono<T> result) {
        return result.blockOptional(TIMEOUT).orElseThrow();
    }
}
