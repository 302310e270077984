package org.vedette.feed.projection.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.projection.ProjectedOffsets;
import org.vedette.feed.projection.Rebuild;
import org.vedette.feed.projection.RebuildReport;
import org.vedette.feed.projection.VersionRegistry;
import org.vedette.feed.projection.VersionRegistry.Retired;

/**
 * The only place that knows the fields of the registry in the store, and of the offsets of each version beside it:
 * {@code {_id: "offsets:entries", next: {"0": 7}}}, with {@code incomplete: true} when events before them may be missing.
 *
 * <p>The fields keep the names that earlier releases stored: {@code version} is the revision of the registry, and
 * {@code edition} the name of a projection version.
 */
final class RegistryDocuments {

    static final String ID = "_id";
    static final String REVISION = "version";

    /** Id of the only registry. */
    static final String REGISTRY = "entries";

    private static final String GENERATION = "generation";
    private static final String CURRENT = "current";
    private static final String REBUILD = "rebuild";
    private static final String RETIRED = "retired";
    private static final String LAST = "last";
    private static final String VERSION = "edition";
    private static final String BY = "by";
    private static final String SINCE = "since";
    private static final String UNTIL = "until";
    private static final String PROGRESS = "progress";

    private static final String OFFSETS = "offsets:";
    private static final String NEXT = "next";
    private static final String INCOMPLETE = "incomplete";

    private RegistryDocuments() {}

    static Document write(VersionRegistry registry) {
        return new Document(ID, REGISTRY)
                .append(REVISION, registry.revision())
                .append(GENERATION, registry.generation())
                .append(CURRENT, registry.current())
                .append(REBUILD, write(registry.rebuild()))
                .append(
                        RETIRED,
                        registry.retired().stream()
                                .map(RegistryDocuments::write)
                                .toList())
                .append(LAST, write(registry.lastReport()));
    }

    static VersionRegistry read(Document document) {
        return new VersionRegistry(
                document.getLong(REVISION),
                document.getLong(GENERATION),
                document.getString(CURRENT),
                readRebuild(document.get(REBUILD, Document.class)),
                document.getList(RETIRED, Document.class).stream()
                        .map(retired -> new Retired(retired.getString(VERSION), instant(retired, UNTIL)))
                        .toList(),
                readReport(document.get(LAST, Document.class)));
    }

    private static Document write(Retired retired) {
        return new Document(VERSION, retired.version()).append(UNTIL, Date.from(retired.until()));
    }

    private static @Nullable Document write(@Nullable Rebuild rebuild) {
        return rebuild == null
                ? null
                : new Document(VERSION, rebuild.version())
                        .append(BY, rebuild.by())
                        .append(SINCE, Date.from(rebuild.since()))
                        .append(UNTIL, Date.from(rebuild.leasedUntil()))
                        .append(PROGRESS, write(rebuild.progress()));
    }

    private static @Nullable Rebuild readRebuild(@Nullable Document document) {
        return document == null
                ? null
                : new Rebuild(
                        document.getString(VERSION),
                        document.getString(BY),
                        instant(document, SINCE),
                        instant(document, UNTIL),
                        readProgress(document.get(PROGRESS, Document.class)));
    }

    private static Document write(Rebuild.Progress progress) {
        return new Document("read", progress.read())
                .append("of", progress.of())
                .append("passed", progress.passed())
                .append("unreadable", progress.unreadable());
    }

    private static Rebuild.Progress readProgress(Document document) {
        return new Rebuild.Progress(
                document.getLong("read"),
                document.getLong("of"),
                document.getLong("passed"),
                document.getLong("unreadable"));
    }

    private static @Nullable Document write(@Nullable RebuildReport report) {
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

    private static @Nullable RebuildReport readReport(@Nullable Document document) {
        return document == null
                ? null
                : new RebuildReport(
                        RebuildReport.Outcome.valueOf(document.getString("outcome")),
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

    static String offsetsId(String version) {
        return OFFSETS + version;
    }

    static List<String> offsetsIds(Collection<String> versions) {
        return versions.stream().map(RegistryDocuments::offsetsId).toList();
    }

    static String versionOfOffsets(Document document) {
        return document.getString(ID).substring(OFFSETS.length());
    }

    /** Inserts a document without offsets where there is none. */
    static Document beginOffsets() {
        return new Document("$setOnInsert", new Document(NEXT, new Document()));
    }

    static Document markIncomplete() {
        return beginOffsets().append("$set", new Document(INCOMPLETE, true));
    }

    /** Raises the offsets of the given partitions and leaves the others. */
    static Document raiseOffsets(Map<Integer, Long> next) {
        var fields = new Document();
        next.forEach((partition, offset) -> fields.append(NEXT + "." + partition, offset));
        return new Document("$max", fields);
    }

    static ProjectedOffsets readOffsets(Document document) {
        Map<Integer, Long> offsets = document.get(NEXT, new Document()).entrySet().stream()
                .collect(Collectors.toMap(
                        next -> Integer.valueOf(next.getKey()), next -> ((Number) next.getValue()).longValue()));
        return new ProjectedOffsets(offsets, document.getBoolean(INCOMPLETE, false));
    }
}
