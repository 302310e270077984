/** Limits on what one client may ask for: requests in a time, requests at once, methods and paths. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.limits;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
