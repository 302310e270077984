/** A server that takes reports, and nothing else, by SMTP. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.bounces.mail.smtp;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
