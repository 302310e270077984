/** Changes of what several people and processes change at once. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.changes;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
