package org.vedette.notification.operators.web;

import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.vedette.notification.journal.Change;
import org.vedette.notification.journal.Growth;
import org.vedette.notification.journal.Week;
import org.vedette.starter.api.ContentTags;
import reactor.core.publisher.Mono;

/** How subscribers came and went, for editors. */
@RestController
class GrowthController {

    private static final int MOST = 520;

    private final Growth growth;
    private final ContentTags tags;

    GrowthController(Growth growth, ContentTags tags) {
        this.growth = growth;
        this.tags = tags;
    }

    /**
     * A week.
     *
     * @param week its Monday
     * @param net how many more subscribers there are than before
     */
    record WeekView(
            LocalDate week,
            long confirmed,
            long imported,
            long unsubscribed,
            long suppressed,
            long complained,
            long net) {

        static WeekView of(Week week) {
            return new WeekView(
                    week.monday(),
                    week.count(Change.CONFIRMED),
                    week.count(Change.IMPORTED),
                    week.count(Change.LEFT),
                    week.count(Change.SUPPRESSED),
                    week.count(Change.COMPLAINED),
                    week.net());
        }
    }

    @GetMapping("/api/subscribers/growth")
    Mono<ResponseEntity<List<WeekView>>> weeks(@RequestParam(defaultValue = "12") int weeks) {
        if (weeks < 1 || weeks > MOST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "weeks is a number from 1 to " + MOST + ".");
        }
        return growth.weeks(weeks)
                .map(found -> tags.ok(found.stream().map(WeekView::of).toList()));
    }
}
