/** The file of a store: opening and verifying it, committing to it, and going on when its disk was full. */
@CheckReturnValue
@NullMarked
package org.vedette.embedded.store.file;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
