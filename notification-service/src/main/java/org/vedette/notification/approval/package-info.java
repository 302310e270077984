/** Large alerts wait for a second look. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.approval;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
