/** Alerts in MongoDB. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.alerts.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
