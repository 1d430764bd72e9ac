const mebibyte = 1_048_576;

/** The largest mail that any door takes, as it comes over the wire. */
export const mostMailBytes = 25 * mebibyte;
export const mostTextCharacters = 100_000;
export const mostSubjectCharacters = 500;
/** References are kept from the newest back. */
export const mostReferences = 50;
export const mostFiles = 25;
export const mostFileBytes = 15 * mebibyte;
export const mostAddresses = 50;
