package io.imageseg.server.api;

/** What people read, in English and in Chinese. */
public record Texts(String en, String zh) {}
