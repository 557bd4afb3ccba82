/** Same keys as the Indonesian area, any text; a test checks that the parameters agree too. */
export type TranslationOf<Area> = { readonly [Key in keyof Area]: string };
