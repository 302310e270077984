/** Delivers messages to receivers, in order for each post, until they are taken or given up. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.webhooks.delivery;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
