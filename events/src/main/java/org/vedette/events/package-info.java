/**
 * The contract on Kafka: what the post service says and every other service may rely on. Fields are only ever added.
 *
 * <p>An event travels as a CloudEvent in Kafka's binary mode: the attributes as {@code ce_…} headers, one of these
 * records as JSON in the value. Structured mode is not read. What an event promises beyond its shape is in
 * {@link org.vedette.events.PostContract}.
 */
@CheckReturnValue
@NullMarked
package org.vedette.events;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
