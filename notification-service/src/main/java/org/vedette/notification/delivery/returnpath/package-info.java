/** Return paths of mails, which name the delivery that a report is about. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.delivery.returnpath;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
