package org.vedette.post.studio.imports.web;

import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vedette.pages.ApplicationLayout;
import org.vedette.post.imports.Import;
import org.vedette.post.imports.Import.Counts;
import org.vedette.post.imports.Import.ItemResult;
import org.vedette.post.imports.Import.Outcome;
import org.vedette.post.imports.Import.Readers;
import org.vedette.post.imports.Import.State;
import org.vedette.post.studio.imports.web.ImportPage.ItemRow;
import org.vedette.post.studio.imports.web.ImportsPage.ImportRow;
import org.vedette.post.studio.web.SiteCalendar;
import org.vedette.post.studio.web.StudioPages;

/** Says of imports what people want to know. */
@Component
final class ImportRows {

    private static final int PERCENT = 100;

    private final SiteCalendar calendar;

    ImportRows(SiteCalendar calendar) {
        this.calendar = calendar;
    }

    ImportRow row(Import one) {
        return new ImportRow(
                StudioPages.IMPORTS + "/" + one.id(),
                name(one),
                state(one),
                style(one.state()),
                facts(one) + " · " + counts(one.counts(), one.isDryRun()));
    }

    ImportPage page(Import one, ApplicationLayout layout) {
        var counts = one.counts();
        return new ImportPage(
                layout,
                name(one),
                state(one),
                facts(one),
                one.isDryRun(),
                one.isOpen(),
                one.state() == State.FINISHED ? PERCENT : (int) (one.progress() * PERCENT),
                counts.created(),
                counts.publicPosts(),
                counts.drafts(),
                counts.skipped(),
                counts.failed(),
                one.failure(),
                one.items().stream()
                        .sorted(Comparator.comparing(item -> item.outcome() != Outcome.FAILED))
                        .map(item -> item(item, one.isDryRun()))
                        .toList(),
                counts.total() - one.items().size());
    }

    private static String name(Import one) {
        return one.fileName().isBlank() ? "A file from " + one.format() : one.fileName();
    }

    private static String state(Import one) {
        return switch (one.state()) {
            case WAITING -> "Waiting";
            case RUNNING -> "Running";
            case FINISHED -> one.isDryRun() ? "Dry run" : "Finished";
            case FAILED -> "Failed";
            case INTERRUPTED -> "Interrupted";
        };
    }

    /** The names of the styles of posts, which mean the same. */
    private static String style(State state) {
        return switch (state) {
            case WAITING, RUNNING -> "scheduled";
            case FINISHED -> "published";
            case FAILED, INTERRUPTED -> "failed";
        };
    }

    private String facts(Import one) {
        return one.format() + " · " + calendar.minute(one.startedAt()) + " · "
                + one.by().name();
    }

    private static String counts(Counts counts, boolean isDryRun) {
        return String.format(
                Locale.US,
                isDryRun
                        ? "%,d would be created (%,d public, %,d as drafts), %,d skipped, %,d failed"
                        : "%,d created (%,d public, %,d as drafts), %,d skipped, %,d failed",
                counts.created(),
                counts.publicPosts(),
                counts.drafts(),
                counts.skipped(),
                counts.failed());
    }

    private static String readers(@Nullable Readers readers) {
        if (readers == null) {
            return "";
        }
        return switch (readers) {
            case EVERYBODY -> ": public";
            case SIGNED_IN -> ": for people who sign in";
            case WRITERS -> ": draft";
        };
    }

    private static ItemRow item(ItemResult item, boolean isDryRun) {
        return new ItemRow(
                item.location(),
                item.title().isBlank() ? "Untitled" : item.title(),
                switch (item.outcome()) {
                    case CREATED -> (isDryRun ? "Would be created" : "Created") + readers(item.readers());
                    case SKIPPED -> "Skipped";
                    case FAILED -> "Failed";
                },
                item.outcome() == Outcome.FAILED ? "failed" : item.outcome() == Outcome.CREATED ? "published" : "draft",
                item.post() == null ? null : StudioPages.POSTS + "/" + item.post(),
                item.message());
    }
}
