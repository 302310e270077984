/** Measures in tests what a computation costs. */
@CheckReturnValue
@NullMarked
package org.vedette.testsupport.timing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
