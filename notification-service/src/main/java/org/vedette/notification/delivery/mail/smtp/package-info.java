/** Which mail server gets the next mail, and what becomes of a mail that one refuses. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.delivery.mail.smtp;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
