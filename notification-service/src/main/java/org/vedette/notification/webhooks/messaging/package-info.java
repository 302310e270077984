/** Post events from Kafka, for webhooks. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.webhooks.messaging;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
