/** The broker's topics, held against what the services were built for. */
@CheckReturnValue
@NullMarked
package org.vedette.starter.contract;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
