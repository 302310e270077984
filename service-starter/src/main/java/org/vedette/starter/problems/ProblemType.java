package org.vedette.starter.problems;

import java.net.URI;

/** A kind of problem (RFC 9457 §3.1.1): a URI that never changes, with the title and the status that go with it. */
public interface ProblemType {

    /** What machines recognize the problem by. */
    URI uri();

    /** Short summary in plain words, the same for every occurrence. */
    String title();

    /** HTTP status code. */
    int status();

    /** The URI of a problem type of Vedette, such as {@code urn:vedette:problem:slug-taken}. */
    static URI uri(String name) {
        return URI.create("urn:vedette:problem:" + name);
    }
}
