// How large an upload may be. Alone in a file: pages need these two numbers and nothing of the schemas.

/** Largest upload in bytes. Pictures have a smaller limit of their own. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024
export const MAX_IMAGE_BYTES = 10 * 1024 * 1024
