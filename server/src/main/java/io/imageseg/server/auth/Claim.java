package io.imageseg.server.auth;

/**
 * What a signed call says of itself, before any of it is believed.
 *
 * @param keyId whose key it is signed with
 * @param signature what should have been signed
 * @param given the signature that the call carries
 * @param nonce what makes the call unlike every other
 * @param time when it was signed
 * @param timeName the parameter or header of {@code time}, for a sentence
 */
record Claim(String keyId, Signature signature, String given, String nonce, String time, String timeName) {}
