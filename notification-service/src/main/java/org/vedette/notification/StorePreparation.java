package org.vedette.notification;

import reactor.core.publisher.Mono;

/** Something the store must have before this service is ready; having it done again changes nothing. */
@FunctionalInterface
public interface StorePreparation {

    Mono<Void> prepare();
}
