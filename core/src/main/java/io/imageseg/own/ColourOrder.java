package io.imageseg.own;

/** Which colour a network takes first. */
public enum ColourOrder {
    RGB,
    BGR
}
