/** Failures of working together: who tags what, what two people settle, packages, and copies that are made one. */
export const togetherErrors = {
  'too-few-people': () =>
    'Two people are needed for articles that two people tag. Nothing was changed. Choose a second person, or give each article to one.',
  'nothing-to-hand-out': () =>
    'No article is meant by that, so no package was written. Nothing was changed. Choose other articles.',
  'not-double-tagged': () =>
    'Fewer than two people have tagged this article, so there is nothing to settle. Nothing was changed. Give it to a second person to tag.',
  'still-blind': () =>
    'You are to tag this article without seeing what others did. Nothing was changed. Say that you are done with it, then ask the others to: once all are, you can compare.',
  'difference-unknown': () =>
    'That difference is not there any more: one of the two has changed their tag. Nothing was changed. Look at the article again.',
  'difference-open': () =>
    'Nobody has decided on this difference yet, so there is nothing to answer. Nothing was changed. Choose unsure to talk about it.',
  'settlement-needs-annotation': () =>
    'Something new needs a label and words of the article. Nothing was changed. Give them, or choose one of the two tags.',
  'merge-with-itself': ({ file }: { file: string }) =>
    `“${file}” is the corpus that is open, so there is nothing to merge. Choose the other copy of it.`,
  'merge-unrelated': ({ file }: { file: string }) =>
    `“${file}” is not a copy of this corpus but a corpus of its own, so nothing was merged. Choose a copy of this one, or say that another corpus is meant (--other-corpus).`,
  'merge-tampered': ({ file, strand }: { file: string; strand: string }) =>
    `“${file}” tells otherwise than this corpus what was done in their common history (strand ${strand.slice(0, 8)}): one of them was tampered with. Nothing was merged. Verify both (galley verify), and merge a copy that you trust.`,
  'merge-unsound': ({ file, detail }: { file: string; detail: string }) =>
    `“${file}” cannot be merged: ${detail}. Nothing was changed. Ask whoever gave you the file for another copy.`,
  'merge-same-names': ({ names }: { names: string }) =>
    `There are things of one name in both that were made apart: ${names}. Nothing was merged. Say that they are one (on the command line, add it as --same-names), or give one of each another name.`,
} as const satisfies Record<string, (values: never) => string>;
