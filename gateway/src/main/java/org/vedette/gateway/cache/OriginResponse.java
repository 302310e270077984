package org.vedette.gateway.cache;

/** What a service answered the cache. */
sealed interface OriginResponse {

    /** How new the state is that it answered from; {@link org.vedette.starter.http.ServedState#UNKNOWN} where it does not say. */
    long state();

    /** What the cache has still holds. */
    record NotModified(long state) implements OriginResponse {}

    /** A response that may be stored. */
    record Storable(Representation representation, long state) implements OriginResponse {}

    /** Anything else, such as 404: the client asks for itself. */
    record NotStorable(long state) implements OriginResponse {}
}
