/** What receivers are told, and which of them are told it. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.webhooks.events;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
