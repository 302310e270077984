package org.vedette.notification.digests.store;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.digests.DigestRun;
import org.vedette.notification.digests.KeptSchedule;
import org.vedette.notification.preferences.DigestSchedule;

/** Converts between runs and schedules of digests and documents. No other class knows the names of the fields. */
final class DigestDocuments {

    static final String ID = "_id";
    static final String STATE = "state";
    static final String AUDIENCE = "audience";
    static final String CREATED_AT = "createdAt";
    static final String TOLD_BEFORE = "toldBefore";
    static final String TOLD_UNTIL = "toldUntil";

    private static final String SCHEDULE = "schedule";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String POSTS = "posts";
    private static final String DAY = "day";
    private static final String HOUR = "hour";
    private static final String ZONE = "zone";

    private DigestDocuments() {}

    static Document toDocument(DigestRun run) {
        return new Document(ID, run.id().value())
                .append(SCHEDULE, schedule(run.schedule()))
                .append(FROM, Date.from(run.from()))
                .append(TO, Date.from(run.to()))
                .append(POSTS, run.posts())
                .append(STATE, run.state().name())
                .append(AUDIENCE, run.audience())
                .append(CREATED_AT, Date.from(run.createdAt()));
    }

    static DigestRun toRun(Document document) {
        return new DigestRun(
                new AlertId(document.getString(ID)),
                schedule(document.get(SCHEDULE, Document.class)),
                instant(document, FROM),
                instant(document, TO),
                document.getList(POSTS, UUID.class),
                DigestRun.State.valueOf(document.getString(STATE)),
                document.getLong(AUDIENCE),
                instant(document, CREATED_AT));
    }

    static Document schedule(DigestSchedule schedule) {
        var day = schedule.day();
        var zone = schedule.zone();
        return new Document(DAY, day == null ? null : day.name())
                .append(HOUR, schedule.hour())
                .append(ZONE, zone == null ? null : zone.getId());
    }

    static KeptSchedule toKept(Document document) {
        return new KeptSchedule(schedule(document), instant(document, TOLD_BEFORE), instant(document, TOLD_UNTIL));
    }

    /** The day of a time, by which documents are found without an ordered index. */
    static String day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
    }

    private static DigestSchedule schedule(Document document) {
        return new DigestSchedule(
                day(document.getString(DAY)), document.getInteger(HOUR), zone(document.getString(ZONE)));
    }

    private static @Nullable DayOfWeek day(@Nullable String name) {
        return name == null ? null : DayOfWeek.valueOf(name);
    }

    private static @Nullable ZoneId zone(@Nullable String id) {
        return id == null ? null : ZoneId.of(id);
    }

    private static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }
}
