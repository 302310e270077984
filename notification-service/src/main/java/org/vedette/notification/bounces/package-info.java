/** Reports about mails that came back or that somebody complained about, and what becomes of their subscribers. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.bounces;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
