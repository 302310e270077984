/** Secrets of webhooks, which sign messages. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.webhooks.signing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
