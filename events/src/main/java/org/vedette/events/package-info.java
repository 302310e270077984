/**
 * The events on Kafka, sent by the post service and consumed by all others. A change only adds fields.
 *
 * <p>An event is a CloudEvent in the binary content mode of the Kafka protocol binding: attributes are {@code ce_…}
 * headers, and the record's value is one of these types as JSON. Structured mode is not supported. {@link
 * org.vedette.events.PostContract} validates what the types cannot express.
 */
@CheckReturnValue
@NullMarked
package org.vedette.events;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
