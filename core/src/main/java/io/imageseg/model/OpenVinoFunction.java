package io.imageseg.model;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.util.Locale;

/** The functions of OpenVINO's C API that are used (its headers {@code openvino/c/*.h}); those with a status give an int. */
enum OpenVinoFunction {
    OV_GET_ERROR_INFO(FunctionDescriptor.of(ADDRESS, JAVA_INT)),
    OV_GET_LAST_ERR_MSG(FunctionDescriptor.of(ADDRESS)),
    OV_FREE(FunctionDescriptor.ofVoid(ADDRESS)),
    OV_GET_OPENVINO_VERSION(status(ADDRESS)),
    OV_VERSION_FREE(FunctionDescriptor.ofVoid(ADDRESS)),

    OV_CORE_CREATE(status(ADDRESS)),
    OV_CORE_FREE(FunctionDescriptor.ofVoid(ADDRESS)),
    OV_CORE_SET_PROPERTY(status(ADDRESS, ADDRESS, ADDRESS, ADDRESS), Linker.Option.firstVariadicArg(2)),
    OV_CORE_GET_PROPERTY(status(ADDRESS, ADDRESS, ADDRESS, ADDRESS)),
    OV_CORE_COMPILE_MODEL_FROM_FILE(
            status(ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS), Linker.Option.firstVariadicArg(5)),

    OV_COMPILED_MODEL_INPUTS_SIZE(status(ADDRESS, ADDRESS)),
    OV_COMPILED_MODEL_INPUT_BY_INDEX(status(ADDRESS, JAVA_LONG, ADDRESS)),
    OV_COMPILED_MODEL_OUTPUT_BY_NAME(status(ADDRESS, ADDRESS, ADDRESS)),
    OV_COMPILED_MODEL_CREATE_INFER_REQUEST(status(ADDRESS, ADDRESS)),
    OV_COMPILED_MODEL_FREE(FunctionDescriptor.ofVoid(ADDRESS)),

    OV_PORT_GET_ELEMENT_TYPE(status(ADDRESS, ADDRESS)),
    OV_PORT_GET_PARTIAL_SHAPE(status(ADDRESS, ADDRESS)),
    OV_PARTIAL_SHAPE_FREE(FunctionDescriptor.ofVoid(ADDRESS)),
    OV_OUTPUT_CONST_PORT_FREE(FunctionDescriptor.ofVoid(ADDRESS)),

    OV_INFER_REQUEST_SET_INPUT_TENSOR(status(ADDRESS, ADDRESS)),
    OV_INFER_REQUEST_SET_TENSOR(status(ADDRESS, ADDRESS, ADDRESS)),
    OV_INFER_REQUEST_GET_TENSOR(status(ADDRESS, ADDRESS, ADDRESS)),
    OV_INFER_REQUEST_INFER(status(ADDRESS)),
    OV_INFER_REQUEST_FREE(FunctionDescriptor.ofVoid(ADDRESS)),

    OV_TENSOR_CREATE_FROM_HOST_PTR(status(JAVA_INT, OpenVinoLayouts.SHAPE, ADDRESS, ADDRESS)),
    OV_TENSOR_GET_SHAPE(status(ADDRESS, ADDRESS)),
    OV_TENSOR_DATA(status(ADDRESS, ADDRESS)),
    OV_TENSOR_FREE(FunctionDescriptor.ofVoid(ADDRESS)),
    OV_SHAPE_FREE(status(ADDRESS));

    private final FunctionDescriptor descriptor;
    private final Linker.Option[] options;

    OpenVinoFunction(FunctionDescriptor descriptor, Linker.Option... options) {
        this.descriptor = descriptor;
        this.options = options;
    }

    private static FunctionDescriptor status(MemoryLayout... arguments) {
        return FunctionDescriptor.of(JAVA_INT, arguments);
    }

    String symbol() {
        return name().toLowerCase(Locale.ROOT);
    }

    FunctionDescriptor descriptor() {
        return descriptor;
    }

    Linker.Option[] options() {
        return options.clone();
    }
}
