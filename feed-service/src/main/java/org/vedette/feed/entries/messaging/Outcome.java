package org.vedette.feed.entries.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.vedette.feed.entries.ReceivedEvent;

/**
 * What became of one record: something that happened and is kept, a failure, or neither when it was skipped.
 *
 * @param happening what it says; empty when that is not known, or not kept
 * @param failure why it is not kept
 */
record Outcome(ConsumerRecord<String, byte[]> message, Optional<ReceivedEvent> happening, Optional<Throwable> failure) {

    static Outcome of(ConsumerRecord<String, byte[]> message, ReceivedEvent happening) {
        return new Outcome(message, Optional.of(happening), Optional.empty());
    }

    static Outcome skipped(ConsumerRecord<String, byte[]> message) {
        return new Outcome(message, Optional.empty(), Optional.empty());
    }

    static Outcome failed(ConsumerRecord<String, byte[]> message, Throwable failure) {
        return new Outcome(message, Optional.empty(), Optional.of(failure));
    }

    /** All up to the first that was to be kept, which stands for the rest. */
    static List<Outcome> allUntil(Throwable failure, List<Outcome> read) {
        var tried = new ArrayList<Outcome>();
        for (var outcome : read) {
            if (outcome.happening().isPresent()) {
                tried.add(failed(outcome.message(), failure));
                return tried;
            }
            tried.add(outcome);
        }
        return tried;
    }

    static List<ReceivedEvent> happenings(List<Outcome> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.happening().stream())
                .toList();
    }

    boolean willPass() {
        return failure.filter(PostEventFailures::isPassing).isPresent();
    }
}
