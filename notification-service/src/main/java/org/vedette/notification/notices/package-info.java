/** Mails to the team when an alert needs somebody. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.notices;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
