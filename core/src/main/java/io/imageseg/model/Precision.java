package io.imageseg.model;

/** In what OpenVINO computes; inputs and outputs are 32-bit floats in any case. */
public enum Precision {
    /** 16 bits where the processor has instructions for them (AVX512-BF16, AMX-BF16), else what the library chooses. */
    AUTO,

    /** 32 bits. */
    F32,

    /** 16 bits with the exponent of 32. */
    BF16
}
