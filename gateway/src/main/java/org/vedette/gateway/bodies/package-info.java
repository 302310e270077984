/** Request bodies: which requests have one, how large it is, and where it waits until it has arrived. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.bodies;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
