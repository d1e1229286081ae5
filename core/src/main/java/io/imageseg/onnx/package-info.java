/** ONNX files: what they say, and rewritten ones. Knows no engine. */
@NullMarked
package io.imageseg.onnx;

import org.jspecify.annotations.NullMarked;
