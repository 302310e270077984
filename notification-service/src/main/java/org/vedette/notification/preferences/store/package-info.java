/** What there is to choose from, in MongoDB. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.preferences.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
