/** The command that imports posts into a running suite. */
@CheckReturnValue
@NullMarked
package org.vedette.standalone.imports;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
