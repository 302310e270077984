/** Alerts: one per post, planned once for all subscribers who are active then. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.alerts;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
