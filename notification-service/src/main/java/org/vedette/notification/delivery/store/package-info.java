/** The ledger in MongoDB. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.delivery.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
