/** Secrets of webhooks: what signs messages, and what encrypts secrets in the store. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.webhooks.signing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
