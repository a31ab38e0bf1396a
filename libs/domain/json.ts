/** Plain JSON, the only thing that crosses a boundary. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
