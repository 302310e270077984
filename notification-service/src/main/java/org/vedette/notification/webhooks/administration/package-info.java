/** What admins do with webhooks, and what editors see of them. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.webhooks.administration;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
