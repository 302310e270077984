/** Deliveries of which nobody knows whether their mail was sent, until an operator says so. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.delivery.uncertain;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
