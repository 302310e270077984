/** Post events from Kafka. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.alerts.messaging;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
