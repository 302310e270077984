/** What operators do with an alert that is being sent: pause, resume, cancel, approve, and send again what failed. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.delivery.control;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
