/** The pages on which a post is written, published and taken back. */
@CheckReturnValue
@NullMarked
package org.vedette.post.studio.editor.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
