package org.vedette.post.requests;

/**
 * Who sends a request.
 *
 * @param isEditor whether the caller may change and publish every post; an author may only change drafts of their own
 */
public record Caller(Person person, boolean isEditor) {

    /** A task of the service itself, which may do everything. */
    public static Caller service(String task) {
        return new Caller(Person.service(task), true);
    }
}
