package org.vedette.post.studio.renaming.web;

import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.pages.ApplicationLayout;
import org.vedette.post.renaming.Renaming;
import org.vedette.post.renaming.Renaming.Kind;
import org.vedette.post.renaming.RenamingException.RenamingNotFoundException;
import org.vedette.post.renaming.RenamingService;
import org.vedette.post.requests.Caller;
import org.vedette.post.studio.renaming.web.RenamingPage.RefusedRow;
import org.vedette.post.studio.renaming.web.RenamingsPage.RenamingRow;
import org.vedette.post.studio.web.SiteCalendar;
import org.vedette.post.studio.web.StudioPages;
import reactor.core.publisher.Mono;

/** The pages of renamings, for editors: those begun last, and how far one is. */
@RestController
@RequestMapping(StudioPages.RENAMINGS)
final class RenamingsPageController {

    private static final int NEWEST = 20;
    private static final int PERCENT = 100;

    private final RenamingService renamings;
    private final SiteCalendar calendar;
    private final StudioPages pages;

    RenamingsPageController(RenamingService renamings, SiteCalendar calendar, StudioPages pages) {
        this.renamings = renamings;
        this.calendar = calendar;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> newest(Caller caller, ServerWebExchange exchange) {
        return renamings
                .newest(NEWEST, caller)
                .map(found -> pages.ok(
                        "studio/renamings.jte",
                        new RenamingsPage(
                                pages.layout("Renamings", null, caller, exchange),
                                found.stream().map(this::row).toList())));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<byte[]>> one(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
        return renamings
                .find(id(id), caller)
                .map(found -> pages.ok(
                        "studio/renaming.jte", page(found, pages.layout("Renaming", back(found), caller, exchange))));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new RenamingNotFoundException(text);
        }
    }

    private static String back(Renaming one) {
        return one.kind() == Kind.TAG ? StudioPages.TAGS : StudioPages.AUTHORS;
    }

    private RenamingPage page(Renaming one, ApplicationLayout layout) {
        return new RenamingPage(
                layout,
                row(one),
                one.isOpen(),
                percent(one),
                one.changed(),
                one.refused().stream()
                        .map(each -> new RefusedRow(
                                StudioPages.POSTS + "/" + each.post(),
                                each.title().isEmpty() ? "A post" : each.title(),
                                each.reason()))
                        .toList(),
                back(one));
    }

    private static int percent(Renaming one) {
        if (one.isOpen()) {
            return one.total() == 0 ? 0 : PERCENT * one.done() / one.total();
        }
        return PERCENT;
    }

    private RenamingRow row(Renaming one) {
        return new RenamingRow(
                StudioPages.RENAMINGS + "/" + one.id(),
                (one.kind() == Kind.TAG ? "Tag " : "Author ") + one.from() + " becomes " + one.to(),
                switch (one.state()) {
                    case WAITING -> "Waiting";
                    case RUNNING -> "Running";
                    case FINISHED -> one.refused().isEmpty() ? "Finished" : "Not all posts";
                },
                one.isOpen() ? "scheduled" : one.refused().isEmpty() ? "published" : "failed",
                facts(one));
    }

    private String facts(Renaming one) {
        return String.format(
                Locale.US,
                "%s · %s · %,d of %,d posts changed",
                calendar.minute(one.startedAt()),
                one.by().name(),
                one.changed(),
                one.total());
    }
}
