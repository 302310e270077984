/** Webhooks in MongoDB. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.webhooks.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
