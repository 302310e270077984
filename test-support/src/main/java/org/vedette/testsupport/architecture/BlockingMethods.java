package org.vedette.testsupport.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The methods that make their thread wait for another one.
 *
 * <p>Monitors ({@code synchronized}) are not among them: they guard a few instructions on memory, and Error Prone checks
 * them by {@code @GuardedBy}. Neither is I/O.
 */
final class BlockingMethods {

    /** By the type that declares them; subtypes count. */
    private static final Map<String, Set<String>> BY_TYPE = Map.ofEntries(
            Map.entry("reactor.core.publisher.Mono", Set.of("block", "blockOptional")),
            Map.entry("reactor.core.publisher.Flux", Set.of("blockFirst", "blockLast", "toIterable", "toStream")),
            Map.entry("java.lang.Object", Set.of("wait")),
            Map.entry("java.lang.Thread", Set.of("sleep", "join")),
            Map.entry("java.lang.Process", Set.of("waitFor")),
            Map.entry("java.util.concurrent.TimeUnit", Set.of("sleep", "timedJoin", "timedWait")),
            Map.entry("java.util.concurrent.Future", Set.of("get", "join")),
            Map.entry("java.util.concurrent.ExecutorService", Set.of("awaitTermination", "invokeAll", "invokeAny")),
            Map.entry("java.util.concurrent.CompletionService", Set.of("take")),
            Map.entry("java.util.concurrent.BlockingQueue", Set.of("take", "put")),
            Map.entry("java.util.concurrent.BlockingDeque", Set.of("takeFirst", "takeLast", "putFirst", "putLast")),
            Map.entry("java.util.concurrent.TransferQueue", Set.of("transfer")),
            Map.entry("java.util.concurrent.CountDownLatch", Set.of("await")),
            Map.entry("java.util.concurrent.CyclicBarrier", Set.of("await")),
            Map.entry(
                    "java.util.concurrent.Phaser",
                    Set.of("arriveAndAwaitAdvance", "awaitAdvance", "awaitAdvanceInterruptibly")),
            Map.entry("java.util.concurrent.Exchanger", Set.of("exchange")),
            Map.entry("java.util.concurrent.Semaphore", Set.of("acquire", "acquireUninterruptibly")),
            Map.entry("java.util.concurrent.locks.Lock", Set.of("lock", "lockInterruptibly")),
            Map.entry("java.util.concurrent.locks.StampedLock", Set.of("readLock", "writeLock")),
            Map.entry(
                    "java.util.concurrent.locks.Condition",
                    Set.of("await", "awaitNanos", "awaitUntil", "awaitUninterruptibly")),
            Map.entry("java.util.concurrent.locks.LockSupport", Set.of("park", "parkNanos", "parkUntil")),
            Map.entry("org.apache.kafka.clients.consumer.Consumer", Set.of("poll")));

    /** Return at once in their plain form and wait in the one that takes a {@link TimeUnit}. */
    private static final Set<String> WAIT_WHEN_TIMED = Set.of(
            "poll",
            "offer",
            "tryLock",
            "tryAcquire",
            "tryTransfer",
            "pollFirst",
            "pollLast",
            "offerFirst",
            "offerLast");

    /** Locks are held for as long as their holder works; the work has the timeout. */
    private static final Set<String> LOCKS =
            Set.of("java.util.concurrent.locks.Lock", "java.util.concurrent.locks.StampedLock");

    private BlockingMethods() {}

    static boolean contain(CodeUnitAccessTarget target) {
        return isListed(target) || isTimedForm(target);
    }

    static boolean containWithoutTimeout(CodeUnitAccessTarget target) {
        return isListed(target)
                && !isOnLock(target)
                && target.getRawParameterTypes().stream()
                        .noneMatch(type -> type.isEquivalentTo(Duration.class)
                                || type.isEquivalentTo(TimeUnit.class)
                                || type.isEquivalentTo(long.class)
                                || type.isEquivalentTo(java.util.Date.class));
    }

    static boolean isReactor(CodeUnitAccessTarget target) {
        return target.getOwner().getPackageName().startsWith("reactor.core");
    }

    private static boolean isListed(CodeUnitAccessTarget target) {
        return BY_TYPE.entrySet().stream()
                .filter(entry -> entry.getValue().contains(target.getName()))
                .anyMatch(entry ->
                        target.getOwner().isAssignableTo(entry.getKey()) && isDeclaredBy(entry.getKey(), target));
    }

    /** Every type is an Object: its waiting methods are those without parameters or with a time. */
    private static boolean isDeclaredBy(String type, CodeUnitAccessTarget target) {
        return !type.equals("java.lang.Object") || target.getOwner().isEquivalentTo(Object.class);
    }

    private static boolean isTimedForm(CodeUnitAccessTarget target) {
        return WAIT_WHEN_TIMED.contains(target.getName())
                && target.getOwner().getPackageName().startsWith("java.util.concurrent")
                && target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(TimeUnit.class));
    }

    private static boolean isOnLock(CodeUnitAccessTarget target) {
        return LOCKS.stream().anyMatch(lock -> target.getOwner().isAssignableTo(lock));
    }
}
