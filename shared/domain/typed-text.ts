import { z } from 'zod';

/** Half a surrogate pair, which a cut-off emoji leaves, has no form in UTF-8: it becomes U+FFFD, as in an imported text. */
const wellFormed = () => z.string().overwrite((text) => text.toWellFormed());

/** What a person typed, as they typed it. Unit of `max`: UTF-16 code units. */
export const typedText = (max: number) => wellFormed().max(max);

/** A name that a person typed: not empty, without white space at its ends. */
export const typedName = (max: number) => wellFormed().trim().min(1).max(max);
