package org.vedette.notification.signup;

import java.util.List;
import org.vedette.notification.preferences.DigestSchedule;
import org.vedette.notification.preferences.PostTopics;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.Pending;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.notification.subscribers.Subscribers;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notes what is asked of the subscribers. */
record ObservedSubscribers(Subscribers subscribers, List<String> work) implements Subscribers {

    @Override
    public Mono<Boolean> add(Subscriber subscriber) {
        return noted("write", subscribers.add(subscriber));
    }

    @Override
    public Mono<Boolean> replace(Subscriber next) {
        return noted("write", subscribers.replace(next));
    }

    @Override
    public Mono<Moved> move(Subscriber next) {
        return noted("write", subscribers.move(next));
    }

    @Override
    public Mono<Subscriber> with(EmailAddress address) {
        return noted("read", subscribers.with(address));
    }

    @Override
    public Mono<Subscriber> with(SubscriberId id) {
        return noted("read", subscribers.with(id));
    }

    @Override
    public Flux<SubscriberId> wanting(PostTopics post) {
        return subscribers.wanting(post);
    }

    @Override
    public Flux<SubscriberId> by(DigestSchedule schedule) {
        return subscribers.by(schedule);
    }

    @Override
    public Flux<Pending> pending() {
        return subscribers.pending();
    }

    @Override
    public Mono<Boolean> remove(Subscriber known) {
        return noted("write", subscribers.remove(known));
    }

    private <T> Mono<T> noted(String what, Mono<T> operation) {
        return Mono.defer(() -> {
            work.add(what);
            return operation;
        });
    }
}
