package io.imageseg.model;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.EnumSet;
import java.util.Set;

/** Outputs of ONNX Runtime as floats, whole numbers too: labels are given as those. */
final class OutputValues {
    static final Set<OnnxJavaType> TYPES = EnumSet.of(OnnxJavaType.FLOAT, OnnxJavaType.INT32, OnnxJavaType.INT64);

    private OutputValues() {}

    static Tensor copy(OnnxValue value) {
        if (value instanceof OnnxTensor tensor) {
            FloatBuffer values = switch (tensor.getInfo().type) {
                case INT32 -> floats(tensor.getIntBuffer());
                case INT64 -> floats(tensor.getLongBuffer());
                default -> tensor.getFloatBuffer();
            };
            return new Tensor(tensor.getInfo().getShape(), values);
        }
        throw new IllegalArgumentException("its output must be a tensor");
    }

    private static FloatBuffer floats(IntBuffer whole) {
        FloatBuffer values = FloatBuffer.allocate(whole.remaining());
        while (whole.hasRemaining()) {
            values.put(whole.get());
        }
        return values.flip();
    }

    private static FloatBuffer floats(LongBuffer whole) {
        FloatBuffer values = FloatBuffer.allocate(whole.remaining());
        while (whole.hasRemaining()) {
            values.put(whole.get());
        }
        return values.flip();
    }
}
