/** Connections to mail servers, and what their replies mean. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.delivery.mail.transport;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
