package org.vedette.gateway.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Hashes and checks passwords on threads of their own, because each takes tens of milliseconds of processor time. */
public final class PasswordHasher {

    private final PasswordEncoder encoder;
    private final Scheduler scheduler;
    private final String hashOfNobody;

    /** @param scheduler bounded in threads and in waiting tasks; it rejects what is more */
    public PasswordHasher(PasswordEncoder encoder, Scheduler scheduler) {
        this.encoder = encoder;
        this.scheduler = scheduler;
        this.hashOfNobody = hash(encoder, "a password that nobody has");
    }

    public Mono<String> hash(String password) {
        return Mono.fromCallable(() -> hash(encoder, password)).subscribeOn(scheduler);
    }

    /** Takes the same time without a hash, so that the time does not tell which accounts exist. */
    public Mono<Boolean> matches(String password, @Nullable String hash) {
        var exists = hash != null && !hash.isEmpty();
        return Mono.fromCallable(() -> encoder.matches(password, exists ? hash : hashOfNobody) && exists)
                .subscribeOn(scheduler);
    }

    private static String hash(PasswordEncoder encoder, String password) {
        var hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("The encoder returned no hash");
        }
        return hash;
    }
}
