/** A model of the operator's that finds names and addresses, on ONNX Runtime. */
@NullMarked
package dev.terroir.privacy.onnx;

import org.jspecify.annotations.NullMarked;
