/** Who wants to know, and telling each of them exactly once. */
@CheckReturnValue
@NullMarked
package org.vedette.notification;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
