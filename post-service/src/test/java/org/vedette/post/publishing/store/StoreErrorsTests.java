package org.vedette.post.publishing.store;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ServerId;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vedette.post.publishing.PublishingException.StoreUnavailableException;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class StoreErrorsTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    static Stream<RuntimeException> outages() {
        var server = new ServerId(new ClusterId(), new ServerAddress());
        return Stream.of(
                new MongoTimeoutException("no server"),
                new MongoConnectionPoolClearedException(server, new IllegalStateException("gone")));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void aStoreThatIsAwayIsARefusal(RuntimeException outage) {
        var answer = StoreErrors.translated(Mono.error(outage));

        StepVerifier.create(answer).expectError(StoreUnavailableException.class).verify(TIMEOUT);
    }

    @Test
    void aMistakeOfOursIsNone() {
        var answer = StoreErrors.translated(Mono.error(new IllegalStateException("a mistake")));

        StepVerifier.create(answer).expectError(IllegalStateException.class).verify(TIMEOUT);
    }
}
