package org.vedette.post.sharing;

/** Generates secrets that nobody can guess. */
@FunctionalInterface
public interface LinkSecrets {

    LinkSecret next();
}
