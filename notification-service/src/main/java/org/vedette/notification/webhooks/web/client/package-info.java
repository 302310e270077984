/** Sends messages by HTTP, to addresses that are allowed. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.webhooks.web.client;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
