/** The rules of the house, as tests; each service runs them on itself. */
@CheckReturnValue
@NullMarked
package org.vedette.testsupport.architecture;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
