/** The request body is larger than its form may be. */
export class TooLarge extends Error {}
