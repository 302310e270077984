/** Telling each of them: one ledger row per alert and subscriber, whose insertion is the claim. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.delivery;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
