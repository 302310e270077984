package org.vedette.post.redirects;

import java.time.Instant;
import org.vedette.post.requests.Person;

/**
 * Leads readers of an old address to a page of this site.
 *
 * @param by who made it
 */
public record Redirect(OldPath from, Target to, Person by, Instant at) {

    /** The same from another page on. */
    Redirect leadingTo(Target page) {
        return new Redirect(from, page, by, at);
    }
}
