/** Reports that a mail server stores in a Maildir. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.bounces.mail.maildir;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
