/** Files of Markdown with front matter. */
@CheckReturnValue
@NullMarked
package org.vedette.post.imports.formats.markdown;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
