/** The mail about a webhook that was disabled. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.webhooks.mail;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
