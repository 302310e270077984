/** What lies on disk: made once, found again, and for its owner's eyes only. */
@CheckReturnValue
@NullMarked
package org.vedette.standalone.data;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
