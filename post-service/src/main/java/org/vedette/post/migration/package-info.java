/** Posts that were written elsewhere, as they come here. */
@CheckReturnValue
@NullMarked
package org.vedette.post.migration;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
