/** Error responses of the gateway itself: its problem types and its page. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.fallback;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
