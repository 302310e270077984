package org.vedette.post.publishing.store;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.reactivestreams.Publisher;
import org.vedette.post.publishing.PublishingException.StoreUnavailableException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the driver's errors in the store: one that is away becomes a refusal the editor can understand. */
final class StoreErrors {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private StoreErrors() {}

    static <T> Mono<T> translated(Mono<T> answer) {
        return answer.timeout(PATIENCE).onErrorMap(StoreErrors::isAway, StoreUnavailableException::new);
    }

    static <T> Publisher<T> translated(Flux<T> answers) {
        return answers.timeout(PATIENCE).onErrorMap(StoreErrors::isAway, StoreUnavailableException::new);
    }

    private static boolean isAway(Throwable error) {
        return error instanceof TimeoutException
                || error instanceof MongoTimeoutException
                || error instanceof MongoSocketException
                || error instanceof MongoConnectionPoolClearedException
                || error instanceof MongoNotPrimaryException
                || error instanceof MongoNodeIsRecoveringException;
    }
}
