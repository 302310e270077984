/** The files that pages of all services share. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.assets;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
