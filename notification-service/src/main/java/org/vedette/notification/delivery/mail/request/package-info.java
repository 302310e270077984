/** Mails with one link that a subscriber requested. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.delivery.mail.request;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
