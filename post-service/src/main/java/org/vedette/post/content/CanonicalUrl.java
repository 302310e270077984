package org.vedette.post.content;

import org.vedette.events.PostContract;

/** Where a post was first published: an absolute http or https address of at most 1,000 characters. */
public record CanonicalUrl(String value) {

    private static final int MAX = 1_000;

    public CanonicalUrl {
        value = value.strip();
        if (value.length() > MAX || !PostContract.isHttpUrl(value)) {
            throw new InvalidValueException("must be a whole address of at most " + MAX
                    + " characters, such as https://labs.example/2016/a-report");
        }
    }
}
