/** Mails, composed once per alert and sent as bytes over kept SMTP connections. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.delivery.mail;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
