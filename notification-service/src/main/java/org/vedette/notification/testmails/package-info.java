/** Alerts mailed to one address, to be looked at. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.testmails;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
