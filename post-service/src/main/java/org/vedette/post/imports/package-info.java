/** Posts that come from other systems, or from an export of this one. */
@CheckReturnValue
@NullMarked
package org.vedette.post.imports;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
