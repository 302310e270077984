package org.vedette.starter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a type whose mutable fields belong to one thread, or to one event loop at a time. An architecture rule refuses
 * non-final fields in every other type, unless they are volatile or {@code @GuardedBy} a lock.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ThreadConfined {

    /** The thread, or the owner that hands the object from thread to thread. */
    String value();
}
