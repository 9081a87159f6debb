/**
 * One sentence or two for every failure that a person can act on: what happened, to what, what was kept, what to do.
 * The values are what the sentence names; they cross from the worker to every door as they are.
 */
export const errorMessages = {
  'bad-input': ({ detail }: { detail: string }) => `That was not understood: ${detail}. Nothing was changed.`,
  internal: () => 'Something went wrong inside Galley; the details are in its log. What was saved before is safe.',
  cancelled: () => 'Stopped as you asked. Nothing of it was kept.',

  'corpus-missing': ({ file }: { file: string }) =>
    `There is no corpus at “${file}”. Check the name, or make one with “New corpus…” (galley new, galley import).`,
  'not-a-corpus': ({ file }: { file: string }) =>
    `“${file}” is not a Galley corpus; it was left as it is. Choose a .galley file, or import it as an article.`,
  'corpus-newer': ({ file, schema, known }: { file: string; schema: number; known: number }) =>
    `“${file}” was written by a newer Galley (format ${schema}; this one knows ${known}); it was left as it is. Update Galley to open it.`,
  'corpus-altered': ({ file, what }: { file: string; what: string }) =>
    `“${file}” has been changed by another program (${what}), so Galley will not open it; it was left as it is. Open a backup, or ask whoever gave you the file.`,
  'corpus-damaged': ({ file, detail }: { file: string; detail: string }) =>
    `“${file}” is damaged (${detail}). It was left as it is and is not written to. Open a backup, or read it with “galley verify”.`,
  'corpus-in-use': ({ file, holder }: { file: string; holder: string }) =>
    `“${file}” is being written by another Galley (${holder}), so nothing was changed. Close it there first, or only read it here.`,
  'corpus-read-only': ({ file }: { file: string }) =>
    `“${file}” is open for reading only, so nothing was changed. Copy it to a folder of yours to work on it.`,
  'corpus-exists': ({ file }: { file: string }) =>
    `“${file}” exists already and was left as it is. Choose another name, or open it.`,
  'corpus-replaced': ({ file, kept }: { file: string; kept: string }) =>
    `Another file was put in the place of “${file}” while it was open, so Galley stopped writing. All that you had saved is in “${kept}”. Open that one to go on.`,
  'corpus-being-checked': () =>
    'This corpus was not closed properly last time and is being checked; it can be written in a moment. Nothing was changed.',
  'no-corpus-open': () => 'No corpus is open. Open one or make a new one first.',
  'not-durable': ({ file, setting }: { file: string; setting: string }) =>
    `“${file}” cannot be written safely here: the file system refused ${setting}. Nothing was changed. Copy the corpus to a local disk.`,
  'folder-read-only': ({ folder }: { folder: string }) =>
    `Galley may not write into the folder “${folder}”, so nothing was changed. Choose another folder, or ask for the right to write there.`,
  'folder-missing': ({ folder }: { folder: string }) =>
    `There is no folder “${folder}”. Nothing was changed. Choose one that exists.`,
  'disk-full': ({ file }: { file: string }) =>
    `The disk that holds “${file}” is full. What was saved before is safe, the last change was not saved. Make room, then do it again.`,
  'disk-failed': ({ file, detail }: { file: string; detail: string }) =>
    `“${file}” could not be written (${detail}). What was saved before is safe, the last change was not saved. Check the disk, then do it again.`,
  'no-annotator': () =>
    'Galley does not know who is working, so nothing was changed. Give --annotator NAME, set GALLEY_ANNOTATOR, or say your name in the app.',

  'file-missing': ({ file }: { file: string }) =>
    `There is no file “${file}”; nothing of it was imported. Check the name.`,
  'file-unreadable': ({ file, reason }: { file: string; reason: string }) =>
    `“${file}” could not be read (${reason}); nothing of it was imported. Check that you may read it.`,
  'file-is-folder': ({ file }: { file: string }) =>
    `“${file}” is a folder, not a file; nothing of it was imported. Name the files in it (for example “${file}/*.txt”).`,
  'file-empty': ({ file }: { file: string }) =>
    `“${file}” holds no text; nothing of it was imported. Check that it was saved whole.`,
  'file-binary': ({ file }: { file: string }) =>
    `“${file}” is not a text (it holds binary data); nothing of it was imported. Save it as plain text first.`,
  'file-too-large': ({ file, sizeMb, limitMb }: { file: string; sizeMb: number; limitMb: number }) =>
    `“${file}” has ${sizeMb} MB; Galley takes texts of up to ${limitMb} MB. Nothing of it was imported. Cut it into smaller files.`,
  'file-not-utf8': ({
    file,
    line,
    byte,
    suggestion,
  }: {
    file: string;
    line: number;
    byte: number;
    suggestion: string;
  }) =>
    `“${file}” is not UTF-8 (byte ${byte}, line ${line}); nothing of it was imported. Say how it is written, perhaps ${suggestion} (--encoding on the command line).`,
  'file-stray-bytes': (v: { file: string; encoding: string; count: number; line: number; byte: number }) =>
    `“${v.file}” has ${v.count} byte${v.count === 1 ? '' : 's'} that ${v.encoding} cannot read, the first at byte ${v.byte}, line ${v.line}; nothing of it was imported. Choose another encoding, or have them marked (--stray mark on the command line).`,
  'file-changed': ({ file }: { file: string }) =>
    `“${file}” has changed since it was looked at; nothing of it was imported. Look at it again first.`,
  'encoding-unknown': ({ encoding }: { encoding: string }) =>
    `“${encoding}” is no encoding that Galley knows; nothing was imported. Try utf-8, windows-1252, windows-1256, iso-8859-6 or utf-16le.`,
  'format-unknown': ({ format, known }: { format: string; known: string }) =>
    `Galley does not know the format “${format}”; nothing was done. It knows: ${known}.`,

  'article-unknown': ({ article }: { article: string }) =>
    `There is no article ${article} in this corpus. Nothing was changed. “galley articles” lists them.`,
  'annotation-unknown': ({ annotation }: { annotation: string }) =>
    `There is no annotation ${annotation} in this corpus; it may have been removed. Nothing was changed.`,
  'annotation-of-another': ({ annotator }: { annotator: string }) =>
    `That annotation is ${annotator}'s; another person's work is reviewed, not changed. Nothing was changed.`,
  'uid-ambiguous': ({ uid, count }: { uid: string; count: number }) =>
    `${count} uids begin with ${uid}. Nothing was changed. Write more of it.`,
  'span-past-end': ({ end, length }: { end: number; length: number }) =>
    `The span ends at ${end}, but the text has ${length} UTF-16 units. Nothing was tagged.`,
  'span-splits-character': ({ offset }: { offset: number }) =>
    `Offset ${offset} lies inside a character (a letter with its marks, or an emoji). Nothing was tagged. Move it to the character's edge.`,
  'spans-overlap': () => 'The spans of one annotation may not overlap one another. Nothing was tagged.',
  'label-unknown': ({ label, known }: { label: string; known: string }) =>
    `The codebook has no label “${label}”; it has ${known}. Nothing was changed. Add it to the codebook first.`,
  'label-retired': ({ label }: { label: string }) =>
    `The label “${label}” is retired; what has it keeps it, but nothing new may have it. Nothing was changed.`,
  'label-exists': ({ label }: { label: string }) => `The codebook has a label “${label}” already. Nothing was changed.`,
  'key-taken': ({ key, label }: { key: string; label: string | null }) =>
    `The key ${key} already belongs to ${label === null ? 'a command of the app' : `the label “${label}”`}. Nothing was changed. Choose another one.`,
  'labels-full': () =>
    'The codebook has eight labels; their lines could not be told apart beyond that. Nothing was changed.',

  'nothing-to-undo': () => 'There is nothing of yours to undo.',
  'nothing-to-redo': () => 'There is nothing of yours to redo.',
  'undo-takes-others': ({ acts }: { acts: string }) =>
    `Later work stands on this: ${acts}. Nothing was undone. It can only be taken back together with it.`,

  'folder-not-empty': ({ folder }: { folder: string }) =>
    `The folder “${folder}” is not empty; it was left as it is. Choose a new or an empty one.`,
  'export-mismatch': ({ file, detail }: { file: string; detail: string }) =>
    `What was written to “${file}” does not read back as it should (${detail}), so the dataset was not kept. Run “galley verify” and report this.`,
  'host-gone': () =>
    'Galley did not answer, so your last change may not have been saved; what was saved before is safe. Start Galley again, open the address that it prints, and look whether the change is there.',
  'handle-unknown': () => 'That file or folder is no longer known here. Choose it again.',
  'upload-too-large': ({ file, limitMb }: { file: string; limitMb: number }) =>
    `“${file}” is larger than ${limitMb} MB; nothing of it was kept. Cut it into smaller files.`,
  'page-missing': () =>
    'The pages of Galley have not been built yet, so nothing was started. Run “npm run build” first, or “npm start”.',
  'port-taken': ({ port }: { port: number }) =>
    `Port ${port} is taken by another program on this machine. Choose another with --port, or leave it out.`,
} as const satisfies Record<string, (values: never) => string>;
