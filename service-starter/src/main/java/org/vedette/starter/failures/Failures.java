package org.vedette.starter.failures;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Walks the causes of a failure. */
public final class Failures {

    /** Longer chains are cyclic. */
    private static final int MAX_DEPTH = 50;

    private Failures() {}

    /** The failure and its causes, outermost first. */
    public static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(MAX_DEPTH);
    }

    /** The outermost failure of a type in the chain of causes. */
    public static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return causes(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    /** The innermost cause. */
    public static Throwable root(Throwable failure) {
        return causes(failure).reduce(failure, (outer, inner) -> inner);
    }
}
