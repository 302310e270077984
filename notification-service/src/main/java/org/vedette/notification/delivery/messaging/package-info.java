/** Mailings, the chunks of an audience, which the planner hands to the sender over Kafka. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.delivery.messaging;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
