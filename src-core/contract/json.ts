/** What both transports carry unchanged: structured clone keeps more, HTTP does not. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }
