/** Failures to start over a file that a setting names. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.files;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
