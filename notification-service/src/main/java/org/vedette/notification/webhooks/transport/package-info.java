/** The way to receivers, and what they answer. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.webhooks.transport;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
