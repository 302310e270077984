/** Who may do what at the management port. */
@CheckReturnValue
@NullMarked
package org.vedette.starter.management;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
