/** Which process removes what is too old, in MongoDB. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.retention.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
