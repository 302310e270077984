package org.vedette.gateway.status;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.vedette.pages.PageLayout;
import org.vedette.starter.status.FunctionState;

/**
 * View of the status page.
 *
 * @param layout what is around it
 * @param title the summary, as the heading
 */
public record StatusPage(PageLayout layout, String title, List<Row> rows) {

    public StatusPage {
        rows = List.copyOf(rows);
    }

    static String title(List<FunctionStatus> statuses) {
        if (statuses.isEmpty()) {
            return "We are looking what works";
        }
        if (statuses.stream().anyMatch(status -> status.state() == FunctionState.UNAVAILABLE)) {
            return "Something is not working";
        }
        return statuses.stream().allMatch(FunctionStatus::works) ? "Everything works" : "Something is limited";
    }

    /**
     * A function.
     *
     * @param state how well it works, in words
     * @param since the time since when it does not work as it should; empty while it does
     * @param sinceText the same for people
     */
    public record Row(String function, String state, String since, String sinceText) {

        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                        "MMMM d, yyyy, HH:mm 'UTC'", Locale.ENGLISH)
                .withZone(ZoneOffset.UTC);

        static Row of(FunctionStatus status) {
            var since = status.works()
                    ? ""
                    : status.since().truncatedTo(ChronoUnit.SECONDS).toString();
            return new Row(
                    status.function().title(),
                    state(status.state()),
                    since,
                    status.works() ? "" : text(status.since()));
        }

        private static String text(Instant since) {
            return "since " + TIME.format(since);
        }

        private static String state(FunctionState state) {
            return switch (state) {
                case WORKS -> "works";
                case LIMITED -> "works with restrictions";
                case UNAVAILABLE -> "does not work";
            };
        }
    }
}
