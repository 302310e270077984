/** Subscribers in MongoDB. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.subscribers.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
