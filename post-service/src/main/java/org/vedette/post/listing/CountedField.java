package org.vedette.post.listing;

/** A field of which it is counted how many posts have each of its values. */
public enum CountedField {
    TAG,
    /** The names in bylines, exactly as they are written. */
    BYLINE
}
