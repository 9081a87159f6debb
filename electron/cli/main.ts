import { Command, CommanderError, Option } from 'commander';
import { cliMessages } from '#shared/messages/en/command-line';
import { readVersion } from '../worker/installation.ts';
import { addAdjudicate } from './commands/adjudicate.ts';
import { addAgreement } from './commands/agreement.ts';
import { addAnnotate } from './commands/annotate.ts';
import { addAnnotations } from './commands/annotations.ts';
import { addAssign } from './commands/assign.ts';
import { addArticles } from './commands/articles.ts';
import { addBackup } from './commands/backup.ts';
import { addCall } from './commands/call.ts';
import { addClusters } from './commands/clusters.ts';
import { addCodebook } from './commands/codebook.ts';
import { addConsistency } from './commands/consistency.ts';
import { addDecisions } from './commands/decisions.ts';
import { addEntities } from './commands/entities.ts';
import { addCompare } from './commands/compare.ts';
import { addExport } from './commands/export.ts';
import { addHistory } from './commands/history.ts';
import { addImport } from './commands/import.ts';
import { addMark } from './commands/mark.ts';
import { addHandOut } from './commands/hand-out.ts';
import { addMerge } from './commands/merge.ts';
import { addNew } from './commands/new.ts';
import { addOutlets } from './commands/outlets.ts';
import { addPeople } from './commands/people.ts';
import { addPropagate, addRules } from './commands/propagate.ts';
import { addRelate, addRelations } from './commands/relations.ts';
import { addReview, addReviews } from './commands/review.ts';
import { addPlaces } from './commands/places.ts';
import { addRecover } from './commands/recover.ts';
import { addRestore } from './commands/restore.ts';
import { addSearch } from './commands/search.ts';
import { addServe } from './commands/serve.ts';
import { addDismiss, addSuggest, addTake } from './commands/suggest.ts';
import { addText } from './commands/text.ts';
import { addUndo } from './commands/undo.ts';
import { addVerify } from './commands/verify.ts';
import { addWork } from './commands/work.ts';
import { printError } from './print.ts';
import { toExitStatus } from './run.ts';

const { options, commands } = cliMessages;

const galley = new Command('galley').description(cliMessages.description).version(readVersion()).exitOverride();

function add(name: keyof typeof commands, register: (command: Command) => void): void {
  const command = galley
    .command(name)
    .description(commands[name])
    .addOption(new Option('--corpus <file>', options.corpus))
    .addOption(new Option('--as-of <step>', options.asOf))
    .addOption(new Option('--json', options.json))
    .addOption(new Option('--annotator [name]', options.annotator))
    .exitOverride();
  register(command);
}

add('new', addNew);
add('import', addImport);
add('articles', addArticles);
add('text', addText);
add('annotations', addAnnotations);
add('annotate', addAnnotate);
add('codebook', addCodebook);
add('mark', addMark);
add('search', addSearch);
add('propagate', addPropagate);
add('rules', addRules);
add('suggest', addSuggest);
add('take', addTake);
add('dismiss', addDismiss);
add('entities', addEntities);
add('outlets', addOutlets);
add('places', addPlaces);
add('relate', addRelate);
add('relations', addRelations);
add('clusters', addClusters);
add('review', addReview);
add('reviews', addReviews);
add('decisions', addDecisions);
add('adjudicate', addAdjudicate);
add('people', addPeople);
add('assign', addAssign);
add('work', addWork);
add('compare', addCompare);
add('agreement', addAgreement);
add('consistency', addConsistency);
add('export', addExport);
add('history', addHistory);
add('undo', (command) => addUndo(command, 'history:undo'));
add('redo', (command) => addUndo(command, 'history:redo'));
add('verify', addVerify);
add('hand-out', addHandOut);
add('merge', addMerge);
add('backup', addBackup);
add('restore', addRestore);
add('recover', addRecover);
add('serve', addServe);
add('call', addCall);

// a reader that has seen enough (`galley articles | head`) is no error
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  await galley.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    printError((error as Error).message);
    process.exitCode = toExitStatus(error);
  }
}
