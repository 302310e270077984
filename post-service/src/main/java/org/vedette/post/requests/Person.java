package org.vedette.post.requests;

/**
 * Somebody who works with posts.
 *
 * @param id the subject of their tokens; never changes
 * @param name as the history shows it
 */
public record Person(String id, String name) {

    private static final String OURSELVES = "urn:vedette:post-service";

    /** The service itself, when a change is due to no request. */
    public static Person service(String task) {
        return new Person(OURSELVES, task);
    }
}
