/** What is stored for as long as it is needed, and no longer. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.retention;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
