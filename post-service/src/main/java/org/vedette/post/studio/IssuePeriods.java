package org.vedette.post.studio;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.Period;
import org.vedette.post.series.Cadence;

/** Which dates the issues of a series cover. */
public final class IssuePeriods {

    private static final int DAYS_OF_A_WEEK = 7;

    private IssuePeriods() {}

    /** What the first issue of a series covers: the last whole day, week from Sunday, or month; empty without a rhythm. */
    public static Optional<Period> first(Cadence cadence, LocalDate today) {
        return switch (cadence) {
            case DAILY -> Optional.of(new Period(today.minusDays(1), today.minusDays(1)));
            case WEEKLY -> {
                var saturday = today.with(TemporalAdjusters.previous(DayOfWeek.SATURDAY));
                yield Optional.of(new Period(saturday.minusDays(DAYS_OF_A_WEEK - 1L), saturday));
            }
            case MONTHLY -> {
                var last = today.withDayOfMonth(1).minusDays(1);
                yield Optional.of(new Period(last.withDayOfMonth(1), last));
            }
            case IRREGULAR -> Optional.empty();
        };
    }

    /**
     * What the issue after one covers; empty for a series without a rhythm, and after an issue without a period or with the
     * last one that there is.
     */
    public static Optional<Period> next(Cadence cadence, @Nullable Period last) {
        if (last == null) {
            return Optional.empty();
        }
        return switch (cadence) {
            case DAILY -> period(last.to().plusDays(1), last.to().plusDays(1));
            case WEEKLY ->
                period(last.from().plusDays(DAYS_OF_A_WEEK), last.to().plusDays(DAYS_OF_A_WEEK));
            case MONTHLY ->
                period(last.to().plusDays(1), last.to().plusDays(1).with(TemporalAdjusters.lastDayOfMonth()));
            case IRREGULAR -> Optional.empty();
        };
    }

    /** Whether the next issue could have been written, because what it covers is over. */
    public static boolean isOverdue(Cadence cadence, @Nullable Period last, LocalDate today) {
        return next(cadence, last).filter(period -> period.to().isBefore(today)).isPresent();
    }

    private static Optional<Period> period(LocalDate from, LocalDate to) {
        return to.isAfter(Period.MAX) ? Optional.empty() : Optional.of(new Period(from, to));
    }
}
