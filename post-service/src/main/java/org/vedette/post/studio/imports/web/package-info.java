/** The pages of imports. */
@CheckReturnValue
@NullMarked
package org.vedette.post.studio.imports.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
