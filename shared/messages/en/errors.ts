import { togetherErrors } from './errors-together.ts';

/**
 * One sentence or two for every failure that a person can act on: what happened, to what, what was kept, what to do.
 * The values are what the sentence names; they cross from the worker to every door as they are.
 */
export const errorMessages = {
  ...togetherErrors,
  'bad-input': ({ detail }: { detail: string }) => `That was not understood: ${detail}. Nothing was changed.`,
  internal: () => 'Something went wrong inside Galley; the details are in its log. What was saved before is safe.',
  cancelled: () => 'Stopped as you asked. Nothing of it was kept.',
  'reading-interrupted': () =>
    'This was stopped together with something else that did not stop by itself. Nothing was changed. Try again.',

  'corpus-missing': ({ file }: { file: string }) =>
    `There is no corpus at “${file}”. Check the name, or make one with “New corpus…” (galley new, galley import).`,
  'not-a-corpus': ({ file }: { file: string }) =>
    `“${file}” is not a Galley corpus; it was left as it is. Choose a .galley file, or import it as an article.`,
  'corpus-newer': ({ file, schema, known }: { file: string; schema: number; known: number }) =>
    `“${file}” was written by a newer Galley (format ${schema}; this one knows ${known}); it was left as it is. Update Galley to open it.`,
  'corpus-altered': ({ file, what }: { file: string; what: string }) =>
    `“${file}” has been changed by another program (${what}), so Galley will not open it; it was left as it is. Open a backup, or ask whoever gave you the file.`,
  'corpus-damaged': ({ file, detail }: { file: string; detail: string }) =>
    `“${file}” is damaged (${detail}). It was left as it is and is not written to. Open a backup, or save what can be saved of it as a new corpus (galley recover).`,
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
    `“${file}” has ${sizeMb} MB; Galley takes ${limitMb > 100 ? 'tables of articles' : 'texts'} of up to ${limitMb} MB. Nothing of it was imported. Cut it into smaller files.`,
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
  'table-stray-bytes': (v: { file: string; encoding: string; count: number; byte: number; suggestion: string }) =>
    `“${v.file}” has ${v.count} byte${v.count === 1 ? '' : 's'} or more that ${v.encoding} cannot read (one at byte ${v.byte}); nothing of it was imported. Say how it is written, perhaps ${v.suggestion} (--encoding on the command line), or have them marked (--stray mark).`,
  'table-no-text': ({ file, columns }: { file: string; columns: string[] }) =>
    `No column of “${file}” looks like the text of articles (it has: ${columns.join(', ')}); nothing of it was imported. Choose which one is (--map text=COLUMN on the command line), or import it as one text (--format text).`,
  'column-unknown': ({ file, column, columns }: { file: string; column: string; columns: string[] }) =>
    `“${file}” has no column “${column}” (it has: ${columns.join(', ')}); nothing of it was imported. Choose one that it has.`,
  'table-quote-open': ({ file, row }: { file: string; row: number }) =>
    `In “${file}” row ${row} begins a cell with a quote that is never closed; nothing of it was imported. Close it in the file, or import it as one text (--format text).`,
  'table-too-wide': ({ file, most }: { file: string; most: number }) =>
    `“${file}” has more than ${most} columns, which is no table of articles; nothing of it was imported. Save it with those that you need.`,
  'table-broken': ({ file, row }: { file: string; row: number }) =>
    `“${file}” is no whole JSON (at its value ${row}); nothing of it was imported. Check that it was saved whole.`,
  'table-two-lists': ({ file }: { file: string }) =>
    `“${file}” has more than one list of objects, so it is not clear which are the articles; nothing of it was imported. Save it with that list alone.`,
  'table-row-too-long': ({ file, row, limitMb }: { file: string; row: number | null; limitMb: number }) =>
    `“${file}” has a row${row === null ? '' : ` (${row})`} of more than ${limitMb} MB, which is no article; nothing of it was imported. Check the quotes around it.`,
  'file-changed': ({ file }: { file: string }) =>
    `“${file}” has changed since it was looked at; nothing of it was imported. Look at it again first.`,
  'encoding-unknown': ({ encoding }: { encoding: string }) =>
    `“${encoding}” is no encoding that Galley knows; nothing was imported. Try utf-8, windows-1252, windows-1256, iso-8859-6 or utf-16le.`,
  'dataset-unknown': ({ name }: { name: string }) =>
    `No dataset is kept as “${name}” in this corpus. Nothing was changed. Choose one that is, or keep this one.`,
  'unit-unfit': ({ format, unit, units }: { format: string; unit: string; units: string }) =>
    `The format ${format} cannot count in ${unit}${units === '' ? ': it counts tokens' : `, but in ${units}`}. Nothing was written. Choose another unit, or none.`,
  'text-needed': ({ format }: { format: string }) =>
    `The format ${format} says nothing without the texts. Nothing was written. Write the texts whole, or choose Galley JSONL or CSV.`,
  'format-invalid': ({ file, line, reason }: { file: string; line: number | null; reason: string }) =>
    `“${file}” cannot be read${line === null ? '' : `, at line ${line}`}: ${reason} Nothing of it was taken. Put it right, or choose what format it is.`,
  'files-of-no-format': ({ file }: { file: string }) =>
    `“${file}” is in no format of annotations that Galley knows. Nothing was taken. Say how it is written by naming the format, or import it as an article.`,
  'archive-bomb': ({ file, limitMb }: { file: string; limitMb: number }) =>
    `“${file}” would unpack to more than ${limitMb} MB, or to more than a hundred times its size. Nothing of it was taken. If you trust it, unpack it yourself and choose the folder.`,
  'archive-unreadable': ({ file, reason }: { file: string; reason: string }) =>
    `“${file}” cannot be unpacked: ${reason} Nothing of it was taken. Unpack it yourself and choose the folder, or ask for it anew.`,
  'plan-gone': () =>
    'What these files would bring is no longer known here, as something else was looked at since. Nothing was changed. Look at the files again.',
  'format-unknown': ({ format, known }: { format: string; known: string }) =>
    `Galley does not know the format “${format}”; nothing was done. It knows: ${known}.`,

  'article-unknown': ({ article }: { article: string }) =>
    `There is no article ${article} in this corpus. Nothing was changed. “galley articles” lists them.`,
  'annotation-unknown': ({ annotation }: { annotation: string }) =>
    `There is no annotation ${annotation} in this corpus; it may have been removed. Nothing was changed.`,
  'annotation-of-another': ({ annotator }: { annotator: string }) =>
    `That annotation is ${annotator}'s; another person's work is reviewed, not changed. Nothing was changed.`,
  'suggestion-unknown': ({ id }: { id: string }) =>
    `“${id}” is no suggestion of these words with this label. Nothing was changed. Look at the suggestions of the article again and choose one of them.`,
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
  'labels-full': ({ most }: { most: number }) =>
    `The codebook has ${most} labels; more could not be told apart. Nothing was changed.`,
  'attribute-unknown': (v: { attribute: string; label: string; known: string }) =>
    `“${v.label}” has no attribute “${v.attribute}”; it has ${v.known || 'none'}. Nothing was changed. Add it to the codebook first.`,
  'attribute-not-there': ({ attribute, known }: { attribute: string; known: string }) =>
    `No label has an attribute “${attribute}”, so nothing was searched. Choose one of these: ${known}.`,
  'attribute-retired': ({ attribute }: { attribute: string }) =>
    `The attribute “${attribute}” is retired; what has it keeps it, but nothing new may have it. Nothing was changed.`,
  'attribute-exists': ({ attribute, of }: { attribute: string; of: string }) =>
    `“${of}” has an attribute “${attribute}” already. Nothing was changed. Choose another name.`,
  'attribute-group-stays': ({ attribute }: { attribute: string }) =>
    `A group stays a group, a list of groups a list, and no group is put into another (“${attribute}”). Nothing was changed. Choose another type, or retire it and add a new one.`,
  'value-not-understood': (v: { attribute: string; expected: string; given: string }) =>
    `“${v.attribute}” takes ${v.expected}, not “${v.given.length > 80 ? `${v.given.slice(0, 79).toWellFormed()}…` : v.given}”. Nothing was changed. Write it so.`,
  'codebook-file-unreadable': ({ detail }: { detail: string }) =>
    `That is no codebook that Galley can read (${detail}). Nothing was changed. Choose a file that “Export…” or “galley codebook --export” wrote.`,
  'codebook-file-newer': ({ format, known }: { format: number; known: number }) =>
    `That codebook was written by a newer Galley (format ${format}; this one knows ${known}). Nothing was changed. Update Galley to import it.`,
  'entity-unknown': ({ entity }: { entity: string }) =>
    `There is no entity “${entity}” in this corpus. Nothing was changed. Add it first.`,
  'rule-unknown': ({ rule }: { rule: string }) =>
    `There is no kept rule “${rule}” in this corpus. Nothing was changed. Ask for the list of rules again.`,
  'propagation-without-outlet': ({ title }: { title: string }) =>
    `The outlet of “${title}” is not known, so nothing can be looked for in its outlet. Say whose it is, or choose the article or the corpus.`,
  'entity-ambiguous': ({ entity, candidates }: { entity: string; candidates: string }) =>
    `“${entity}” may be ${candidates}. Nothing was changed. Give its uid, or the beginning of it.`,
  'entity-unfit': ({ entity, label }: { entity: string; label: string }) =>
    `“${entity}” is no entity of the label “${label}”. Nothing was changed. Choose another one.`,
  'entity-exists': ({ entity, label }: { entity: string; label: string }) =>
    `There is an entity “${entity}” of the label “${label}” already. Nothing was changed. Choose another name, or add an alias to it.`,
  'entity-kind-unknown': (v: { kind: string; label: string; known: string }) =>
    `An entity of the label “${v.label}” cannot be a “${v.kind}”; it may be ${v.known}. Nothing was changed. Choose one of these, or add the kind to the codebook.`,
  'label-without-entities': ({ label }: { label: string }) =>
    `The label “${label}” has no entities. Nothing was changed. Give it kinds of entities in the codebook first.`,
  'entity-in-use': (v: { entity: string; count: number }) =>
    `${v.count} thing${v.count === 1 ? '' : 's'} (mentions, claims, outlets, event cards, kept rules or merged entities) name “${v.entity}”. Nothing was changed. Choose another entity and merge it into that one instead.`,
  'entity-not-merged': ({ entity }: { entity: string }) =>
    `“${entity}” is not merged into another entity. Nothing was changed.`,
  'entities-unfit': ({ entity, into }: { entity: string; into: string }) =>
    `“${entity}” and “${into}” are the same, or entities of different labels, and cannot be merged. Nothing was changed. Choose another one.`,
  'coordinates-by-halves': ({ entity }: { entity: string }) =>
    `A place has both a latitude and a longitude, or neither (“${entity}”). Nothing was changed. Write both, or leave both out.`,
  'alias-exists': ({ form, entity }: { form: string; entity: string }) =>
    `“${entity}” has the alias “${form}” already. Nothing was changed.`,
  'alias-unknown': ({ alias }: { alias: string }) =>
    `There is no alias “${alias}” of that entity; it may have been removed. Nothing was changed.`,
  'alias-is-name': ({ form }: { form: string }) =>
    `“${form}” is the entity's name, which stays among its aliases. Nothing was changed. Rename the entity first.`,
  'nothing-to-split': ({ entity }: { entity: string }) =>
    `Choose aliases or mentions of “${entity}” for the new entity. Nothing was changed.`,
  'outlet-unknown': ({ outlet }: { outlet: string }) =>
    `There is no outlet “${outlet}” in this corpus. Nothing was changed. “galley outlets” lists them.`,
  'outlet-exists': ({ outlet }: { outlet: string }) =>
    `An outlet is called “${outlet}” already. Nothing was changed. Merge the two, or choose another name.`,
  'outlet-not-merged': ({ outlet }: { outlet: string }) =>
    `“${outlet}” is not merged into another outlet. Nothing was changed.`,
  'outlet-with-itself': ({ outlet }: { outlet: string }) =>
    `“${outlet}” cannot be merged into itself. Nothing was changed. Choose another outlet.`,
  'entity-list-unreadable': ({ detail }: { detail: string }) =>
    `That is no list of entities that Galley can read (${detail}). Nothing was changed. Give a list as “galley entities --json” prints it.`,

  'annotation-in-use': ({ by }: { by: string }) =>
    `Other people's work stands on this (${by}), so nothing was removed. It can only be removed together with it.`,
  'relation-unknown': ({ relation }: { relation: string }) =>
    `There is no relation ${relation} in this corpus; it may have been removed. Nothing was changed. “galley relations” lists them.`,
  'relation-of-another': ({ annotator }: { annotator: string }) =>
    `That relation is ${annotator}'s; another person's work is reviewed, not changed. Nothing was changed.`,
  'relation-kind-unknown': ({ kind, known }: { kind: string; known: string }) =>
    `The codebook has no relation “${kind}”; it has ${known}. Nothing was changed. Choose one of these, or add it to the codebook.`,
  'relation-kind-retired': ({ kind }: { kind: string }) =>
    `The relation “${kind}” is retired; what has it keeps it, but nothing new may have it. Nothing was changed.`,
  'relation-kind-exists': ({ kind }: { kind: string }) =>
    `The codebook has a relation “${kind}” already. Nothing was changed.`,
  'relation-kind-fixed': ({ kind, sets }: { kind: string; sets: string }) =>
    `“${kind}” sets the ${sets} of a claim, so its ends and direction stay as they are. Nothing was changed. You can give it another name or guideline, or add a kind of your own.`,
  'relation-kind-computed': ({ kind }: { kind: string }) =>
    `“${kind}” is kept in the claim itself, so it has no note and does not become another kind. Nothing was changed. Write the note on the claim, or choose another kind.`,
  'relation-ends-unfit': (v: { kind: string; from: string; to: string; allowed: string }) =>
    `“${v.kind}” cannot lead from ${v.from} to ${v.to}; it leads ${v.allowed}. Nothing was changed. Choose another kind or other ends.`,
  'relation-with-itself': () => 'An annotation cannot be related to itself. Nothing was changed. Choose another end.',
  'relation-exists': ({ kind }: { kind: string }) =>
    `You have related these two as “${kind}” already. Nothing was changed.`,
  'place-without-entity': ({ quote }: { quote: string }) =>
    `“${quote}” is not linked to an entity, and a claim's place is one. Nothing was changed. Link the location to its entity first, then try again.`,
  'cluster-unknown': ({ cluster }: { cluster: string }) =>
    `There is no event card ${cluster} in this corpus; it may have been removed. Nothing was changed. “galley clusters” lists them.`,
  'not-a-claim': ({ label, quote }: { label: string; quote: string }) =>
    `“${quote}” is tagged as ${label}; only claims stand on an event card. Nothing was changed. Choose a claim.`,

  'person-unknown': ({ person, known }: { person: string; known: string }) =>
    `Nobody called “${person}” works on this corpus; there are ${known}. Nothing was changed. Check the name, or add somebody (galley people --add NAME).`,
  'person-exists': ({ person }: { person: string }) =>
    `Somebody called “${person}” works on this corpus already. Nothing was changed. Choose another name.`,
  'review-unknown': ({ review }: { review: string }) =>
    `There is no review ${review} in this corpus; it may have been removed. Nothing was changed. “galley reviews” lists them.`,
  'review-of-own': () =>
    'That is your own work; somebody else has to check it. Nothing was changed. You can change it as it is.',
  'review-of-another': ({ checker }: { checker: string }) =>
    `That review is ${checker}'s. Nothing was changed. Write an answer to it, or give a review of your own.`,
  'review-needs-reason': ({ decision }: { decision: string }) =>
    `What is ${decision} needs a reason, so that whoever made it can learn from it. Nothing was changed. Give one.`,
  'review-needs-correction': () =>
    'A correction has to say what is right: other words, another label, entity or attribute. Nothing was changed. Give what is right.',
  'review-without-correction': () =>
    'Only what is decided to be corrected can have a correction, and only an annotation can. Nothing was changed. Choose “corrected”, or leave the correction out.',

  'nothing-to-undo': () => 'There is nothing of yours to undo.',
  'nothing-to-redo': () => 'There is nothing of yours to redo.',
  'undo-takes-others': ({ acts }: { acts: string }) =>
    `Later work stands on this: ${acts}. Nothing was undone. It can only be taken back together with it.`,
  'undo-needs-others': ({ act }: { act: string }) =>
    `What this stands on was taken away since (${act}). Nothing was changed. Ask whoever did that to take it back, then do this again.`,
  'step-unknown': ({ step }: { step: string }) =>
    `There is no step ${step} in this corpus. Nothing was changed. “galley history --steps” lists them.`,
  'step-not-reachable': ({ act }: { act: string }) =>
    `“${act}” was taken back, and you have done something new since, so it cannot be brought back. Nothing was changed. Look at the corpus as it was then instead.`,

  'copy-unsound': ({ file, detail }: { file: string; detail: string }) =>
    `The copy of “${file}” was checked and is not sound (${detail}), so it was not kept; the corpus itself was only read. Run “galley verify” on it.`,
  'backup-unknown': ({ file }: { file: string }) =>
    `“${file}” is no backup of this corpus. Nothing was changed. Choose one of those that “galley restore” lists when it is given no name.`,
  'nothing-to-recover': ({ file }: { file: string }) =>
    `Nothing of a corpus could be found in “${file}”; it was left as it is. Open a backup instead.`,

  'folder-not-empty': ({ folder }: { folder: string }) =>
    `The folder “${folder}” is not empty; it was left as it is. Choose a new or an empty one.`,
  'file-exists': ({ file }: { file: string }) => `“${file}” exists already and was left as it is. Choose another name.`,
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

  'filter-unreadable': ({ part, text }: { part: string; text: string }) =>
    `“${part}” says nothing in the filter “${text}”, so nothing was done. Write an outlet's name (in quotation marks where it has blanks), or outlet=, from=, to=, search=, title=, entity=, label=, state=, by=, article= or filter= before what is meant: outlet=FNA from=2019-01.`,
  'filter-unknown': ({ filter }: { filter: string }) =>
    `There is no saved filter “${filter}” in this corpus. Nothing was changed. Save it first, or write what it should say.`,
  'filter-exists': ({ name }: { name: string }) =>
    `There is a saved filter “${name}” already, so nothing was renamed. Choose another name, or remove that one first.`,

  'query-empty': () =>
    'There is no word in that to look for (signs such as “—” or “&” are not searched), so nothing was searched. Write a word, or search by regular expression.',
  'query-only-excludes': () =>
    'That says only what articles must not hold, so nothing was searched. Write beside it a word that they must hold: Aleppo -Damascus.',
  'query-unclosed': ({ what }: { what: string }) =>
    `A ${what} in that is never closed, so nothing was searched. Close it, or leave it out.`,
  'query-not-understood': ({ part }: { part: string }) =>
    `“${part}” cannot stand where it stands in that, so nothing was searched. Write it in quotation marks to search for the word itself.`,
  'query-too-long': ({ words }: { words: number }) =>
    `That has more than ${words} words, so nothing was searched. Write fewer.`,
  'expression-invalid': ({ detail }: { detail: string }) =>
    `That is not a regular expression that can be searched (${detail}); nothing was searched. Write it without look-around and back-references, with which a search could hang.`,
} as const satisfies Record<string, (values: never) => string>;
