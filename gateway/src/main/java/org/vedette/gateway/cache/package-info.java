/** The cache at the edge: a shared cache of public responses (RFC 9111), in the memory of each gateway. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.cache;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
