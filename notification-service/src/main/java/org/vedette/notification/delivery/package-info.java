/** Deliveries of alerts: the ledger has one row per alert and subscriber, and inserting the row claims the delivery. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.delivery;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
