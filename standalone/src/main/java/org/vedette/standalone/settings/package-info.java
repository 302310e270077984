/** The settings of the suite and their validation. */
@CheckReturnValue
@NullMarked
package org.vedette.standalone.settings;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
