/** The pages on which people subscribe, confirm and unsubscribe. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.subscribers.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
