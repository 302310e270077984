package org.vedette.notification.controls;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.controls.AlertControl.State;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Controls} in memory. */
public final class InMemoryControls implements Controls {

    /** How many changes are refused as if others had been faster. */
    public final AtomicInteger overtaken = new AtomicInteger();

    private final Map<AlertId, AlertControl> byAlert = new ConcurrentHashMap<>();
    private final AtomicReference<MailSwitch> mailSwitch = new AtomicReference<>(MailSwitch.UNUSED);
    private volatile @Nullable RuntimeException outage;

    /** Makes everything fail, until it is given null. */
    public void failWith(@Nullable RuntimeException failure) {
        outage = failure;
    }

    @Override
    public Mono<AlertControl> of(AlertId alert) {
        return available().then(Mono.fromSupplier(() -> byAlert.getOrDefault(alert, AlertControl.of(alert))));
    }

    @Override
    public Flux<AlertControl> of(Collection<AlertId> alerts) {
        return available().thenMany(Flux.fromIterable(byAlert.values()).filter(one -> alerts.contains(one.alert())));
    }

    @Override
    public Flux<AlertControl> inForce(Instant cancelledAfter) {
        return available()
                .thenMany(Flux.fromIterable(byAlert.values())
                        .filter(one -> one.isHeld()
                                || (one.state() == State.CANCELLED
                                        && one.lastStep().at().isAfter(cancelledAfter))));
    }

    @Override
    public synchronized Mono<Boolean> store(AlertControl next, Instant now) {
        return Mono.fromSupplier(() -> {
            var known = byAlert.getOrDefault(next.alert(), AlertControl.of(next.alert()));
            var asKnown = known.revision() == next.revision() - 1 && !isOvertaken();
            if (asKnown) {
                byAlert.put(next.alert(), next);
            }
            return asKnown;
        });
    }

    @Override
    public Mono<MailSwitch> mailSwitch() {
        return available().then(Mono.fromSupplier(mailSwitch::get));
    }

    @Override
    public synchronized Mono<Boolean> store(MailSwitch next) {
        return Mono.fromSupplier(() -> {
            var known = Objects.requireNonNull(mailSwitch.get());
            return known.revision() == next.revision() - 1 && !isOvertaken() && mailSwitch.compareAndSet(known, next);
        });
    }

    private boolean isOvertaken() {
        return overtaken.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    private Mono<Void> available() {
        return Mono.defer(() -> {
            var failure = outage;
            return failure == null ? Mono.empty() : Mono.error(failure);
        });
    }
}
