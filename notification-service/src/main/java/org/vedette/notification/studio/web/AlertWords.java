package org.vedette.notification.studio.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.controls.AlertControl.Step;
import org.vedette.notification.controls.MailSwitch;
import org.vedette.notification.journal.Change;
import org.vedette.notification.reports.AlertNumbers;
import org.vedette.notification.reports.Progress;
import org.vedette.notification.reports.ReplyGroups;
import org.vedette.notification.studio.web.AlertPage.Fact;

/** Says in words how far alerts and digests are. */
final class AlertWords {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MMMM d, uuuu, HH:mm", Locale.ENGLISH);

    private final ZoneId zone;

    AlertWords(ZoneId zone) {
        this.zone = zone;
    }

    String moment(Instant instant) {
        return MOMENT.format(instant.atZone(zone));
    }

    static String number(long number) {
        return String.format(Locale.US, "%,d", number);
    }

    /** Says that all mail is stopped, since when and by whom; null while it is not. */
    @Nullable
    String stopped(MailSwitch mailSwitch) {
        if (!mailSwitch.stopped()) {
            return null;
        }
        var last = Objects.requireNonNull(mailSwitch.last());
        return "All alerts and digests are stopped since %s, by %s%s."
                .formatted(moment(last.at()), last.by(), last.reason() == null ? "" : ": " + last.reason());
    }

    static String status(Progress progress) {
        var counts = progress.counts();
        var sent = number(counts.sent()) + " of " + number(progress.audience());
        return switch (progress.status()) {
            case PLANNING -> "Its audience is being read.";
            case TOO_OLD -> "Nobody is mailed: the post was too old when this service first heard of it.";
            case WITHDRAWN -> "Ended after " + sent + ": the post was withdrawn, or is not public any more.";
            case EMPTY -> "There was nothing to tell, so nobody is mailed.";
            case WAITING -> "Waits for a second look: nothing is sent before somebody approves it.";
            case PAUSED -> "Paused after " + sent + ".";
            case CANCELLED -> "Cancelled after " + sent + ".";
            case SENDING -> "Being sent: " + sent + ".";
            case UNCERTAIN -> "Sent to " + sent + "; of some mails nobody knows whether they arrived.";
            case FAILED -> "Failed: nobody got a mail.";
            case DONE -> "Done: sent to " + sent + ".";
        };
    }

    /** What a list says besides the title. */
    String line(Progress progress) {
        return status(progress) + " " + moment(progress.createdAt());
    }

    /** The first is the sum of the others. */
    static List<Fact> counts(Progress progress) {
        var counts = progress.counts();
        return List.of(
                new Fact("Audience", number(progress.audience())),
                new Fact("Sent", number(counts.sent())),
                new Fact("Deferred", number(counts.deferred())),
                new Fact("Bounced", number(counts.bounced())),
                new Fact("Suppressed", number(counts.suppressed())),
                new Fact("Uncertain", number(progress.uncertain())),
                new Fact("Abandoned", number(counts.abandoned())),
                new Fact("In progress", number(progress.inProgress())));
    }

    List<Fact> facts(AlertNumbers numbers) {
        var counts = numbers.progress().counts();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Created", moment(numbers.progress().createdAt())));
        add(facts, "First mail", numbers.times().first(), numbers.untilFirst());
        add(facts, "Last mail", numbers.times().last(), numbers.untilLast());
        var rate = numbers.perSecond();
        if (rate != null) {
            facts.add(new Fact("Mails a second", String.format(Locale.US, "%.1f", rate)));
        }
        facts.add(new Fact("Attempts", number(counts.attempts())));
        facts.add(new Fact("Possible doubles", number(counts.possibleDoubles())));
        facts.add(new Fact(
                "Subscribers lost by it",
                "%s unsubscribed, %s complained, %s suppressed"
                        .formatted(
                                number(numbers.lost(Change.LEFT)),
                                number(numbers.lost(Change.COMPLAINED)),
                                number(numbers.lost(Change.SUPPRESSED)))));
        return facts;
    }

    private void add(List<Fact> facts, String label, @Nullable Instant at, @Nullable Duration after) {
        if (at != null && after != null) {
            facts.add(new Fact(label, moment(at) + ", after " + duration(after)));
        }
    }

    static String duration(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(2)) < 0) {
            return String.format(Locale.US, "%.1f s", duration.toMillis() / 1_000.0);
        }
        return duration.compareTo(Duration.ofHours(2)) < 0
                ? duration.toMinutes() + " min"
                : duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }

    static List<AlertPage.Reason> reasons(AlertNumbers numbers) {
        return Stream.concat(
                        numbers.deferred().stream().map(group -> reason("waits", group)),
                        numbers.failed().stream().map(group -> reason("failed", group)))
                .toList();
    }

    private static AlertPage.Reason reason(String state, ReplyGroups.Group group) {
        return new AlertPage.Reason(state, number(group.count()), group.text());
    }

    AlertPage.Step step(Step step) {
        var what = step.action().name().toLowerCase(Locale.ROOT);
        return new AlertPage.Step(moment(step.at()), step.by(), step.note() == null ? what : what + ": " + step.note());
    }
}
