/** Sessions in MongoDB. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.sessions.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
