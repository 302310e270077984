/** The API of webhooks. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.webhooks.web.api;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
