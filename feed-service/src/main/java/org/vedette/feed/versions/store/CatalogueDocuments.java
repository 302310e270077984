package org.vedette.feed.versions.store;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.versions.Rebuild;
import org.vedette.feed.versions.RebuildProgress;
import org.vedette.feed.versions.Report;
import org.vedette.feed.versions.VersionRegistry;
import org.vedette.feed.versions.VersionRegistry.Retired;

/** The only place that knows the fields of the catalogue in the store. */
final class CatalogueDocuments {

    static final String ID = "_id";
    static final String VERSION = "version";

    /** There is one. */
    static final String THE_ONE = "entries";

    private static final String GENERATION = "generation";
    private static final String CURRENT = "current";
    private static final String REBUILD = "rebuild";
    private static final String RETIRED = "retired";
    private static final String LAST = "last";
    private static final String EDITION = "edition";
    private static final String BY = "by";
    private static final String SINCE = "since";
    private static final String UNTIL = "until";
    private static final String PROGRESS = "progress";

    private CatalogueDocuments() {}

    static Document write(VersionRegistry catalogue) {
        return new Document(ID, THE_ONE)
                .append(VERSION, catalogue.version())
                .append(GENERATION, catalogue.generation())
                .append(CURRENT, catalogue.current())
                .append(REBUILD, write(catalogue.rebuild()))
                .append(
                        RETIRED,
                        catalogue.retired().stream()
                                .map(CatalogueDocuments::write)
                                .toList())
                .append(LAST, write(catalogue.last()));
    }

    static VersionRegistry read(Document document) {
        return new VersionRegistry(
                document.getLong(VERSION),
                document.getLong(GENERATION),
                document.getString(CURRENT),
                readRebuild(document.get(REBUILD, Document.class)),
                document.getList(RETIRED, Document.class).stream()
                        .map(retired -> new Retired(retired.getString(EDITION), instant(retired, UNTIL)))
                        .toList(),
                readReport(document.get(LAST, Document.class)));
    }

    private static Document write(Retired retired) {
        return new Document(EDITION, retired.edition()).append(UNTIL, Date.from(retired.until()));
    }

    private static @Nullable Document write(@Nullable Rebuild rebuild) {
        return rebuild == null
                ? null
                : new Document(EDITION, rebuild.edition())
                        .append(BY, rebuild.by())
                        .append(SINCE, Date.from(rebuild.since()))
                        .append(UNTIL, Date.from(rebuild.leasedUntil()))
                        .append(PROGRESS, write(rebuild.progress()));
    }

    private static @Nullable Rebuild readRebuild(@Nullable Document document) {
        return document == null
                ? null
                : new Rebuild(
                        document.getString(EDITION),
                        document.getString(BY),
                        instant(document, SINCE),
                        instant(document, UNTIL),
                        readProgress(document.get(PROGRESS, Document.class)));
    }

    private static Document write(RebuildProgress progress) {
        return new Document("read", progress.read())
                .append("of", progress.of())
                .append("passed", progress.passed())
                .append("unreadable", progress.unreadable());
    }

    private static RebuildProgress readProgress(Document document) {
        return new RebuildProgress(
                document.getLong("read"),
                document.getLong("of"),
                document.getLong("passed"),
                document.getLong("unreadable"));
    }

    private static @Nullable Document write(@Nullable Report report) {
        return report == null
                ? null
                : new Document("outcome", report.outcome().name())
                        .append("detail", report.detail())
                        .append(BY, report.by())
                        .append("startedAt", Date.from(report.startedAt()))
                        .append("endedAt", Date.from(report.endedAt()))
                        .append(PROGRESS, write(report.progress()))
                        .append("posts", report.posts())
                        .append("postsBefore", report.postsBefore())
                        .append("missing", report.missing());
    }

    private static @Nullable Report readReport(@Nullable Document document) {
        return document == null
                ? null
                : new Report(
                        Report.Outcome.valueOf(document.getString("outcome")),
                        document.getString("detail"),
                        document.getString(BY),
                        instant(document, "startedAt"),
                        instant(document, "endedAt"),
                        readProgress(document.get(PROGRESS, Document.class)),
                        document.getLong("posts"),
                        document.getLong("postsBefore"),
                        document.getLong("missing"));
    }

    private static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }
}
