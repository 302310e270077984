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

    /** Creates a type that is recognized by the URI of a name. */
    static ProblemType of(int status, String name, String title) {
        return new DefinedProblemType(uri(name), title, status);
    }

    /** The URI of a problem type of Vedette, such as {@code urn:vedette:problem:slug-taken}. */
    static URI uri(String name) {
        return URI.create("urn:vedette:problem:" + name);
    }

    /** A type that is no more than its three values. */
    record DefinedProblemType(URI uri, String title, int status) implements ProblemType {}
}
