/** Settings that are wrong: said in one line, whether the start goes on or not. */
@CheckReturnValue
@NullMarked
package org.vedette.starter.settings;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
