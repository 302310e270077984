/** Subscribers: double opt-in, and unsubscribing with one click. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.subscribers;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
