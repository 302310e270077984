/** How new the states are that services answer from, so that an instance that lags behind another is recognized. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.states;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
