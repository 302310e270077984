package org.vedette.post.studio.posts.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.content.Period;
import org.vedette.post.lifecycle.Scheduled;
import org.vedette.post.requests.Caller;
import org.vedette.post.studio.posts.web.SchedulePage.Day;
import org.vedette.post.studio.web.SiteCalendar;
import org.vedette.post.studio.web.StudioPages;
import reactor.core.publisher.Mono;

/** The page of what is published in a week. */
@RestController
final class ScheduleController {

    private static final Logger log = LoggerFactory.getLogger(ScheduleController.class);
    private static final int DAYS = 7;

    private final PostLists lists;
    private final SiteCalendar calendar;
    private final StudioPages pages;
    private final Clock clock;

    ScheduleController(PostLists lists, SiteCalendar calendar, StudioPages pages, Clock clock) {
        this.lists = lists;
        this.calendar = calendar;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(StudioPages.SCHEDULE)
    Mono<ResponseEntity<byte[]>> week(
            @RequestParam(required = false) @Nullable String week, Caller caller, ServerWebExchange exchange) {
        var today = calendar.date(clock.instant());
        var monday = monday(week == null ? today : day(week));
        return lists.due(start(monday), start(monday.plusDays(DAYS)), caller)
                .map(scheduled -> view(scheduled, monday, today, caller, exchange))
                .map(page -> pages.ok("studio/schedule.jte", page));
    }

    private static LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            if (!day.isBefore(Period.MIN) && !day.isAfter(Period.MAX) && hasWeek(monday(day))) {
                return day;
            }
        } catch (DateTimeException notADay) {
            log.debug("Not a day: {}", text, notADay);
        }
        throw new ResponseStatusException(
                HttpStatus.BAD_REQUEST,
                "The parameter week must be a day of the week, such as 2016-06-30, after 1970-01-04 and before"
                        + " 9999-12-27.");
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static boolean hasWeek(LocalDate monday) {
        return !monday.isBefore(Period.MIN) && !monday.plusDays(DAYS - 1L).isAfter(Period.MAX);
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(calendar.zone()).toInstant();
    }

    private SchedulePage view(
            List<Scheduled> scheduled, LocalDate monday, LocalDate today, Caller caller, ServerWebExchange exchange) {
        return new SchedulePage(
                pages.layout("Schedule", StudioPages.SCHEDULE, caller, exchange),
                SiteCalendar.words(new Period(monday, monday.plusDays(DAYS - 1L))),
                calendar.zone().getId(),
                remark(monday),
                path(monday.minusDays(DAYS)),
                path(monday.plusDays(DAYS)),
                IntStream.range(0, DAYS)
                        .mapToObj(monday::plusDays)
                        .map(day -> new Day(SiteCalendar.weekday(day), day.equals(today), of(day, scheduled)))
                        .toList());
    }

    private List<PostRow> of(LocalDate day, List<Scheduled> scheduled) {
        return scheduled.stream()
                .filter(post -> calendar.date(post.schedule().publishAt()).equals(day))
                .map(post -> PostRow.of(post, calendar))
                .toList();
    }

    private String remark(LocalDate monday) {
        var change = calendar.zone().getRules().nextTransition(start(monday));
        var isInWeek = change != null && change.getInstant().isBefore(start(monday.plusDays(DAYS)));
        return isInWeek
                ? "On " + SiteCalendar.weekday(change.getDateTimeBefore().toLocalDate()) + " the clocks go from "
                        + change.getDateTimeBefore().toLocalTime() + " to "
                        + change.getDateTimeAfter().toLocalTime() + "."
                : "";
    }

    private static @Nullable String path(LocalDate monday) {
        return hasWeek(monday) ? StudioPages.SCHEDULE + "?week=" + monday : null;
    }
}
