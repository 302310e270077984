package org.vedette.notification.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** {@link Journal} in memory. */
public final class InMemoryJournal implements Journal, Growth.Counts {

    private final Map<LocalDate, Map<Change, Long>> days = new HashMap<>();
    private final Map<String, Map<Change, Long>> mails = new HashMap<>();

    @Override
    public Mono<Void> record(Change change, long count, @Nullable String mail, Instant at) {
        return Mono.fromRunnable(() -> {
            var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
            days.computeIfAbsent(day, none -> new EnumMap<>(Change.class)).merge(change, count, Long::sum);
            if (mail != null) {
                mails.computeIfAbsent(mail, none -> new EnumMap<>(Change.class)).merge(change, count, Long::sum);
            }
        });
    }

    @Override
    public Mono<Map<LocalDate, Map<Change, Long>>> since(LocalDate day) {
        return Mono.fromSupplier(() -> {
            var found = new HashMap<>(days);
            found.keySet().removeIf(before -> before.isBefore(day));
            return found;
        });
    }

    @Override
    public Mono<Map<Change, Long>> ofMail(String mail) {
        return Mono.fromSupplier(() -> mails.getOrDefault(mail, Map.of()));
    }

    /** How many changes of a kind there were. */
    public long count(Change change) {
        return days.values().stream()
                .mapToLong(day -> day.getOrDefault(change, 0L))
                .sum();
    }
}
