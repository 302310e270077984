/** What holds for connections whichever version of HTTP they speak. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.transport;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
