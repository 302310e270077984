/** The whole suite in one JVM, with its broker and its store; the default for one machine. */
@CheckReturnValue
@NullMarked
package org.vedette.standalone;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
