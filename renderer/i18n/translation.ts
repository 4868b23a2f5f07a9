import type { en } from "./en.ts";

/** What a language file must be: exactly the keys of `en`, each with a text of its own. A missing or extra key fails the compiler. */
export type Translation = Texts<typeof en>;

type Texts<Tree> = { readonly [Key in keyof Tree]: Tree[Key] extends string ? string : Texts<Tree[Key]> };
