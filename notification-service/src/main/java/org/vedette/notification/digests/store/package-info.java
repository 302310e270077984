/** Digests in MongoDB. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.digests.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
