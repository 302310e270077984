/** One-time links with which people choose a password: invites and resets. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.links;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
