/** What operators see of subscribers, and do for them. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.operators;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
