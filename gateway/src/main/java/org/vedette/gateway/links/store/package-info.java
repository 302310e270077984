/** One-time links in MongoDB. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.links.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
