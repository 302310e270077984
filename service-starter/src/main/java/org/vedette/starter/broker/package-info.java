/** The broker as a server that may be absent: whether it answers, and listeners that begin when it does. */
@CheckReturnValue
@NullMarked
package org.vedette.starter.broker;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
