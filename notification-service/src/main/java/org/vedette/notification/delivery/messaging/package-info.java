/** Chunks of an audience, on their way from the planner to the sender. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.delivery.messaging;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
