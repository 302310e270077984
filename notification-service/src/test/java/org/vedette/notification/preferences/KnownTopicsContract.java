package org.vedette.notification.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vedette.events.Series;

/** What every implementation of {@link KnownTopics} must do. */
public abstract class KnownTopicsContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    protected abstract KnownTopics topics();

    @Test
    void whatWasLearntIsThereOnceAndInOrder() {
        topics().learn(new Series("b", "Brief"), List.of("phishing", "malware")).block(TIMEOUT);
        topics().learn(new Series("a", "Weekly"), List.of("malware")).block(TIMEOUT);
        topics().learn(null, List.of()).block(TIMEOUT);
        topics().learn(new Series("a", "A weekly"), List.of()).block(TIMEOUT);

        assertThat(topics().series().collectList().block(TIMEOUT))
                .containsExactly(new Series("a", "A weekly"), new Series("b", "Brief"));
        assertThat(topics().tags().collectList().block(TIMEOUT)).containsExactly("malware", "phishing");
    }
}
