package org.vedette.starter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a type that may block the thread it runs on, always with a timeout: a Kafka listener on its consumer's thread, a
 * background worker on its own. An architecture rule refuses blocking calls in every other type.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface MayBlock {

    /** The thread that is blocked, such as "the consumer's own". */
    String value();
}
