/** Corrections to Reactor Netty. */
@CheckReturnValue
@NullMarked
package org.vedette.starter.netty;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
