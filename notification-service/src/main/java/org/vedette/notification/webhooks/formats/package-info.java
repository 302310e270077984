/** Messages in the formats of receivers. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.webhooks.formats;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
