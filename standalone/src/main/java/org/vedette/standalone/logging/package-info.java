/** Tells in log lines and thread names which part of the suite they come from. */
@CheckReturnValue
@NullMarked
package org.vedette.standalone.logging;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
