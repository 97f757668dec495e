/** The shape that every language must have: the keys of the first one, words of its own. */
export type Wording<T> = { readonly [K in keyof T]: T[K] extends string ? string : Wording<T[K]> };
