import { Option, type Command } from 'commander';
import { AnnotationState } from '#shared/domain/annotation';
import { ArticleState } from '#shared/domain/article';
import type { AnnotationFilter } from '#shared/domain/filter';
import { cliMessages } from '#shared/messages/en/command-line';

export type FilterOptions = {
  outlet?: string[];
  from?: string;
  to?: string;
  article?: string[];
  search?: string;
  state?: string[];
  label?: string[];
  by?: string[];
  entity?: string[];
  layer?: string;
};

const { options: text } = cliMessages;

const toStates = (known: readonly string[], help: string) => new Option('--state <state...>', help).choices(known);

const addSharedFilters = (command: Command) =>
  command
    .option('--outlet <name...>', text.outlet)
    .option('--from <date>', text.from)
    .option('--to <date>', text.to)
    .option('--article <uid...>', text.article)
    .option('--search <query>', text.search);

const addHeldFilters = (command: Command) =>
  command
    .option('--label <name...>', text.label)
    .option('--by <annotator...>', text.by)
    .option('--entity <name...>', text.entity);

/** The options by which every command chooses articles. */
export const addArticleFilters = (command: Command) =>
  addSharedFilters(command).addOption(toStates(ArticleState.options, text.state));

/** And, by what is on them: those that hold an annotation of a label, a person and an entity. */
export const addLibraryFilters = (command: Command) => addHeldFilters(addArticleFilters(command));

/** And annotations; `--state` takes the states of both, which have no word in common. */
export const addAnnotationFilters = (command: Command) =>
  addHeldFilters(addSharedFilters(command))
    .addOption(toStates([...ArticleState.options, ...AnnotationState.options], text.anyState))
    .addOption(new Option('--layer <layer>', text.layer).choices(['own', 'settled', 'result']));

/** As the contract takes it; the worker checks what the values are. */
export function toFilter({
  outlet,
  from,
  to,
  article,
  search,
  state,
  label,
  by,
  entity,
  layer,
}: FilterOptions): AnnotationFilter {
  return {
    ...(outlet && { outlets: outlet }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(article && { articles: article }),
    ...(search !== undefined && { search }),
    ...toStateFilter(state ?? []),
    ...(label && { labels: label }),
    ...(by && { annotators: by }),
    ...(entity && { entities: entity }),
    ...(layer !== undefined && { layer }),
  } as AnnotationFilter;
}

function toStateFilter(named: string[]) {
  const annotationStates = named.filter((name) => AnnotationState.safeParse(name).success);
  const states = named.filter((name) => !annotationStates.includes(name));
  return { ...(states.length > 0 && { states }), ...(annotationStates.length > 0 && { annotationStates }) };
}
