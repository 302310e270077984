/** Where messages of webhooks may go. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.webhooks.receivers;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
