package org.vedette.post.requests;

import org.jspecify.annotations.Nullable;

/**
 * Who sends a request.
 *
 * @param isEditor whether the caller may change and publish every post; an author may only change drafts of their own
 */
public record Caller(Person person, boolean isEditor) {

    /**
     * Whether the caller may read a post: an author reads what everybody may read, and all posts of their own.
     *
     * @param writer id of the person who wrote it; null for a post of an earlier version
     */
    public boolean mayRead(boolean isPublic, @Nullable String writer) {
        return isEditor || isPublic || person.id().equals(writer);
    }

    /** A task of the service itself, which may do everything. */
    public static Caller service(String task) {
        return new Caller(Person.service(task), true);
    }
}
