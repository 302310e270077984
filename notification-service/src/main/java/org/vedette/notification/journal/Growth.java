package org.vedette.notification.journal;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import reactor.core.publisher.Mono;

/** How subscribers came and went, by week. Weeks begin on Monday in UTC. */
public final class Growth {

    private final Counts counts;
    private final Clock clock;

    public Growth(Counts counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    /** The stored counts. */
    public interface Counts {

        /** The counts of all days from one on; days without any are missing. */
        Mono<Map<LocalDate, Map<Change, Long>>> since(LocalDate day);

        /** The counts of one mail. */
        Mono<Map<Change, Long>> ofMail(String mail);
    }

    /** The last weeks, the newest first, which is not over. Those before anything was counted are missing. */
    public Mono<List<Week>> weeks(int number) {
        return Mono.defer(() -> {
            var newest = monday(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
            return counts.since(LocalDate.EPOCH).map(days -> weeks(days, newest, number));
        });
    }

    /** What one alert or digest led to. */
    public Mono<Map<Change, Long>> ofMail(String mail) {
        return counts.ofMail(mail);
    }

    private static List<Week> weeks(Map<LocalDate, Map<Change, Long>> days, LocalDate newest, int number) {
        var first = days.keySet().stream().min(LocalDate::compareTo).map(Growth::monday);
        return LongStream.range(0, number)
                .mapToObj(newest::minusWeeks)
                .filter(monday -> first.isPresent() && !monday.isBefore(first.get()))
                .map(monday -> week(days, monday))
                .toList();
    }

    private static Week week(Map<LocalDate, Map<Change, Long>> days, LocalDate monday) {
        var sums = new EnumMap<Change, Long>(Change.class);
        days.forEach((day, changes) -> {
            if (monday(day).equals(monday)) {
                changes.forEach((change, count) -> sums.merge(change, count, Long::sum));
            }
        });
        return new Week(monday, sums);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
