/** What comes back from an export. */
@CheckReturnValue
@NullMarked
package org.vedette.post.restoring;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
