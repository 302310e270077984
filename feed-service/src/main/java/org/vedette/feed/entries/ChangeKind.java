package org.vedette.feed.entries;

/** What happened to a post, as far as readers are concerned. */
public enum ChangeKind {
    PUBLISHED,
    REVISED,
    WITHDRAWN
}
