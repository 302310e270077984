package org.vedette.post.lifecycle;

import java.time.Instant;
import java.util.List;
import org.vedette.post.content.PostContent;
import org.vedette.post.lifecycle.Schedule.State;

/** A post that is published at a set time; until then only editors see it. */
public record Scheduled(
        PostId id, Revision revision, Slug slug, PostContent content, Instant createdAt, Schedule schedule)
        implements Post {

    @Override
    public List<Slug> formerSlugs() {
        return List.of();
    }

    public Scheduled revised(PostContent newContent, Slug newSlug) {
        return new Scheduled(id, revision.next(), newSlug, newContent, createdAt, schedule);
    }

    public Scheduled rescheduled(Schedule other) {
        return new Scheduled(id, revision.next(), slug, content, createdAt, other);
    }

    /** Its time was missed: an editor must decide. */
    public Scheduled late() {
        return rescheduled(schedule.late());
    }

    /** It cannot be published, and is not tried again. */
    public Scheduled failed(String reason) {
        return rescheduled(schedule.failed(reason));
    }

    /** True when it is published as soon as its time has come. */
    public boolean isWaiting() {
        return schedule.state() == State.WAITING;
    }

    /** True when nothing that an editor writes is different. */
    public boolean hasSubmissionOf(Scheduled other) {
        return content.equals(other.content) && slug.equals(other.slug);
    }

    /** The schedule is cancelled. */
    public Draft unscheduled() {
        return new Draft(id, revision.next(), slug, content, null, createdAt);
    }

    /** Published by its schedule, under the date that it promised. */
    public Published published() {
        return published(schedule.publishAt());
    }

    public Published published(Instant date) {
        return new Published(
                id, revision.next(), slug, List.of(), content, List.of(), createdAt, date, date, schedule.isQuiet());
    }
}
