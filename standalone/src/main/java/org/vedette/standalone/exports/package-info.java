/** The command that exports everything from a running suite. */
@CheckReturnValue
@NullMarked
package org.vedette.standalone.exports;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
