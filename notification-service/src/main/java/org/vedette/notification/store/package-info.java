/** What the store adapters of all features share. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
